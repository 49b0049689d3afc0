import fc from 'fast-check';
import type { Contact } from '../contact/contact.ts';
import { contactTypes } from '../contact/contact-type.ts';
import type { Observed } from '../contact/observed.ts';
import { aCoverage } from '../coverage/coverage.builder.ts';
import type { Coverage, CoveredAccount } from '../coverage/coverage.ts';
import { coverageStates } from '../coverage/coverage-state.ts';
import type { Failure } from '../failure/failure.ts';
import { type Outcome, skipReasons, unconfirmedReasons } from '../journal/outcome.ts';
import type { UndoVerdict } from '../journal/undo-plan.ts';
import { anyAccountId, anyMasked } from '../plan/any-plan.builder.ts';
import type { Change, Finding, LeftAlone } from '../plan/change.ts';
import { assemblePlan } from '../plan/make-plan.ts';
import { aFrame, aScope } from '../plan/plan.builder.ts';
import { modes } from '../policy/policy.ts';
import type { SetupStep } from '../setup/plan-setup.ts';
import type { AddressInPolicy } from './address-parts.ts';
import type { Explained, ExplainedType } from './explained.ts';
import type { Report } from './report.ts';
import type { JudgedItem, RunAccount, ShownContact } from './report-parts.ts';

/** What the texts of a report are made of. */
export interface Texts {
  /** Names, places, reasons: everything that is no contact. */
  readonly text: fc.Arbitrary<string>;
  readonly contact: fc.Arbitrary<Contact>;
}

const list = <Item>(item: fc.Arbitrary<Item>) => fc.array(item, { minLength: 1, maxLength: 6 });

/** Any report of each kind, all of its texts of these kinds. */
export const anyReports = (texts: Texts): Readonly<Record<Report['kind'], fc.Arbitrary<Report>>> => {
  const parts = partsOf(texts);
  const { plan } = parts;
  const { text } = texts;
  const savedAs = fc.option(text);
  const forecast = fc.record({ apply: fc.nat(), undo: fc.nat() });
  const setupSteps: fc.Arbitrary<readonly SetupStep[]> = fc.array(
    fc.record({
      kind: fc.constantFrom('enable-trusted-access', 'register-administrator'),
      accountId: fc.option(anyAccountId),
      command: fc.constant('aws organizations …'),
      reverse: fc.constant('aws organizations …'),
    }),
    { maxLength: 2 },
  );
  const maybe = fc.option(text);
  const maybePlan = fc.option(plan);
  const maybeForecast = fc.option(forecast);
  const written = { file: text, kept: maybe, contacts: fc.nat(), assignments: fc.nat() };
  const addresses: fc.Arbitrary<readonly AddressInPolicy[]> = fc.array(
    fc.record({
      email: texts.contact.map(({ email }) => email),
      contactName: fc.option(text),
      where: text,
      isReference: fc.boolean(),
    }),
    { maxLength: 3 },
  );
  const kind = <Kind extends Report['kind']>(name: Kind) => fc.constant(name);
  return {
    validate: fc.record({
      kind: kind('validate'),
      file: text,
      contacts: fc.nat(),
      assignments: fc.nat(),
      diagnostics: fc.constant([]),
    }),
    plan: fc.record({ kind: kind('plan'), plan, forecast, savedAs, isApproved: fc.boolean() }),
    check: fc.record({ kind: kind('check'), plan }),
    coverage: fc.record({ kind: kind('coverage'), coverage: anyCoverage(parts.covered) }),
    show: fc.record({ kind: kind('show'), rows: list(parts.shown) }),
    explain: fc.record({ kind: kind('explain'), explained: list(parts.explained) }),
    'in-force': fc.record({
      kind: kind('in-force'),
      scope: text,
      accounts: fc.nat(),
      excluded: fc.nat(),
      types: list(parts.explainedType),
    }),
    where: fc.record({
      kind: kind('where'),
      email: text,
      policy: maybe,
      inPolicy: addresses,
      rows: fc.array(parts.shown, { maxLength: 3 }),
      unknown: fc.nat(3),
    }),
    exported: fc.record({
      kind: kind('exported'),
      file: maybe,
      rows: fc.nat(),
      set: fc.nat(),
      unknown: fc.nat(3),
    }),
    replaced: fc.record({
      kind: kind('replaced'),
      file: text,
      edits: addresses,
      outside: addresses,
      plan: maybePlan,
      forecast: maybeForecast,
    }),
    imported: fc.record({
      kind: kind('imported'),
      ...written,
      accounts: fc.nat(),
      keeps: fc.nat(),
      gaps: fc.record({ unset: fc.nat(3), unreadable: fc.nat(3), unwritable: fc.nat(3) }),
    }),
    'imported-sheet': fc.record({
      kind: kind('imported-sheet'),
      ...written,
      from: text,
      rows: fc.nat(),
      wanted: fc.nat(),
      diagnostics: fc.constant([]),
    }),
    initiated: fc.record({ kind: kind('initiated'), file: text, kept: maybe, organization: maybe }),
    doctor: fc.record({
      kind: kind('doctor'),
      findings: list(
        fc.record({
          code: fc.constantFrom('caller' as const, 'denial-unclear' as const),
          level: fc.constantFrom('ok' as const, 'warning' as const, 'problem' as const, 'cannot-tell' as const),
          fact: text,
          message: text,
          fix: maybe,
          would: maybe,
        }),
      ),
    }),
    iam: fc.record({
      kind: kind('iam'),
      purpose: fc.constantFrom('plan', 'apply', 'setup', 'scp', 'trust'),
      document: fc.constant({ Version: '2012-10-17' as const, Statement: [] }),
    }),
    setup: fc.record({ kind: kind('setup'), steps: setupSteps, done: fc.nat(2) }),
    'undo-plan': fc.record({ kind: kind('undo-plan'), run: text, plan, verdicts: list(parts.judged), forecast }),
    run: fc.record({
      kind: kind('run'),
      run: parts.run,
      items: list(fc.record({ change: parts.change, outcome: fc.option(parts.outcome) })),
    }),
    verified: fc.record({
      kind: kind('verified'),
      runs: list(fc.record({ run: text, lines: fc.nat(), problem: fc.option(text) })),
    }),
    pruned: fc.record({
      kind: kind('pruned'),
      removed: list(text),
      kept: list(fc.record({ run: text, because: text })),
    }),
    history: fc.record({
      kind: kind('history'),
      runs: list(parts.run),
      unusable: list(fc.record({ run: text, because: text })),
    }),
  };
};

const partsOf = ({ text, contact }: Texts) => {
  const type = fc.constantFrom(...contactTypes);
  const failure: fc.Arbitrary<Failure> = fc.record({
    kind: fc.constant('other' as const),
    operation: text,
    code: text,
    message: text,
    status: fc.constant(500),
  });
  const observed: fc.Arbitrary<Observed> = fc.oneof(
    fc.record({ kind: fc.constant('set' as const), contact }),
    fc.constant<Observed>({ kind: 'unset' }),
    fc.record({ kind: fc.constant('unreadable' as const), failure }),
  );
  const unreachable = fc.record({ kind: fc.constant('unreachable' as const), because: text });
  const item = fc.record({
    account: fc.record({ id: anyAccountId, name: text, unit: fc.option(text) }),
    type,
    because: fc.record({ where: text, selector: text, contactName: fc.option(text), masked: anyMasked }),
  });
  const change = anyChange(item, contact);
  const leftAlone: fc.Arbitrary<LeftAlone> = fc.record({
    kind: fc.constantFrom('excluded', 'not-active', 'unmanaged', 'unreachable', 'unresolved', 'unreadable'),
    accountId: anyAccountId,
    accountName: text,
    type: fc.option(type),
    detail: text,
  });
  const plan = fc
    .record({
      changes: fc.array(change, { minLength: 1, maxLength: 6 }),
      findings: fc.array(anyFinding(item, contact), { maxLength: 3 }),
      leftAlone: fc.array(leftAlone, { maxLength: 3 }),
    })
    .map((lists) => assemblePlan(aFrame(), [...contactTypes], { ...lists, keeps: 1, scope: aScope(0) }));
  const run: fc.Arbitrary<RunAccount> = fc.record({
    run: text,
    startedAt: text,
    how: fc.constantFrom('finished', 'interrupted', 'stopped', 'killed'),
    detail: text,
    undoOf: fc.option(text),
    reason: fc.option(text),
    callerAccountId: anyAccountId,
    counts: fc.constant({ items: 3, written: 1, already: 0, skipped: 1, failed: 0, unconfirmed: 0, open: 1 }),
  });
  const outcome: fc.Arbitrary<Outcome> = fc.oneof(
    fc.constant<Outcome>({ kind: 'done', how: 'written' }),
    fc.record({
      kind: fc.constant('unconfirmed' as const),
      why: fc.constantFrom(...unconfirmedReasons),
      detail: text,
    }),
    fc.record({ kind: fc.constant('failed' as const), failure }),
    fc.record({ kind: fc.constant('skipped' as const), why: fc.constantFrom(...skipReasons), detail: text }),
  );
  const shown: fc.Arbitrary<ShownContact> = fc.record({
    accountId: anyAccountId,
    accountName: text,
    unit: text,
    state: text,
    type,
    observed: fc.oneof(observed, unreachable),
  });
  const verdict: fc.Arbitrary<UndoVerdict> = fc.oneof(
    fc.record({ kind: fc.constantFrom('restore' as const, 'edited-since-run' as const), live: fc.option(contact) }),
    fc.record({ kind: fc.constant('out-of-reach' as const), detail: text }),
  );
  const judged: fc.Arbitrary<JudgedItem> = fc.record({
    accountId: anyAccountId,
    type,
    verdict,
    editedBy: fc.option(text),
  });
  const explained: fc.Arbitrary<Explained> = fc.record({
    accountId: anyAccountId,
    accountName: text,
    unit: text,
    type,
    contenders: fc.array(
      fc.record({
        where: text,
        selector: text,
        wants: text,
        mode: text,
        verdict: fc.constantFrom('won', 'weaker', 'tied', 'undecided', 'unfilled', 'no-match', 'unknown'),
        because: text,
      }),
      { maxLength: 3 },
    ),
    live: fc.oneof(observed, unreachable, fc.record({ kind: fc.constant('not-read' as const), because: text })),
    wanted: fc.option(contact),
    masked: anyMasked,
    result: text,
  });
  const explainedType: fc.Arbitrary<ExplainedType> = fc.record({
    type,
    assignments: list(
      fc.record({ where: text, selector: text, wants: text, mode: text, accounts: fc.nat(3), units: list(text) }),
    ),
    unnamed: fc.nat(3),
    unresolved: fc.nat(3),
  });
  const line = fc.record({ file: text, line: fc.integer({ min: 1, max: 9999 }), selector: text });
  const covered: fc.Arbitrary<CoveredAccount> = fc.record({
    id: anyAccountId,
    name: text,
    state: text,
    isManagement: fc.boolean(),
    unitId: fc.option(text),
    unit: fc.option(text),
    tags: fc.option(fc.dictionary(text, text, { maxKeys: 2, noNullPrototype: true })),
    contacts: list(
      fc.record({
        type,
        state: fc.constantFrom(...coverageStates),
        live: fc.oneof(observed, unreachable, fc.record({ kind: fc.constant('not-read' as const), because: text })),
        wanted: fc.option(contact),
        masked: anyMasked,
        decidedBy: fc.option(
          fc
            .tuple(line, fc.option(text), fc.option(fc.constantFrom(...modes)))
            .map(([where, contactName, mode]) => ({ ...where, contactName, mode })),
        ),
        beaten: fc.array(line, { maxLength: 2 }),
        detail: text,
      }),
    ),
  });
  return { plan, change, run, outcome, shown, judged, explained, explainedType, covered };
};

/** Any coverage of such accounts. */
const anyCoverage = (account: fc.Arbitrary<CoveredAccount>): fc.Arbitrary<Coverage> =>
  fc.array(account, { maxLength: 4 }).map(aCoverage);

type AnyItem = fc.Arbitrary<Pick<Change, 'account' | 'type' | 'because'>>;

const anyChange = (item: AnyItem, contact: fc.Arbitrary<Contact>): fc.Arbitrary<Change> =>
  fc
    .tuple(item, fc.constantFrom('create', 'update', 'delete'), contact, contact)
    .map(([about, kind, before, after]): Change => {
      if (kind === 'create') return { ...about, kind, before: null, after };
      return kind === 'update' ? { ...about, kind, before, after } : { ...about, kind: 'delete', before, after: null };
    });

const anyFinding = (item: AnyItem, contact: fc.Arbitrary<Contact>): fc.Arbitrary<Finding> =>
  fc
    .tuple(
      item,
      fc.record({
        kind: fc.constantFrom('missing' as const, 'differs' as const, 'unwanted' as const),
        live: fc.option(contact),
        wanted: fc.option(contact),
        mode: fc.constantFrom('fill-missing' as const, 'report-only' as const),
        holdsBack: fc.boolean(),
      }),
    )
    .map(([about, finding]) => ({ ...about, ...finding }));
