import { useMemo, useState } from 'preact/hooks';
import { groupPlan, type PlanGroup } from '../model/plan-groups.ts';
import { formatRoute } from '../model/route.ts';
import { gapStates } from '../model/state-orders.ts';
import type { State } from '../model/states.ts';
import { countText, durationText, nameText, numberText } from '../model/text.ts';
import type { View } from '../model/view.ts';
import { usePage } from '../page-context.ts';
import { AccountLinks } from '../parts/account-links.tsx';
import { CommandLine } from '../parts/command-line.tsx';
import { ContactTable } from '../parts/contact-table.tsx';
import { StateBadge } from '../parts/state-badge.tsx';

/** What would change, to be read before it is done. */
export const PlanView = () => {
  const { view, source } = usePage();
  const groups = useMemo(() => groupPlan(view), [view]);
  const { plan } = view.snapshot;
  return (
    <>
      <h1>Plan</h1>
      {plan.changes === 0 ? (
        <p class="empty">Nothing to change: {countText(plan.keeps, 'contact')} as wanted.</p>
      ) : (
        <>
          <PlanFacts view={view} groups={groups} />
          {source.live && (
            <section class="card">
              <h2>Apply exactly this plan</h2>
              <CommandLine command={plan.command} />
              <p class="quiet">
                It plans again and goes on only if the plan is still {plan.fingerprint}. It asks before it writes; this
                page never writes.
              </p>
            </section>
          )}
          <Groups groups={groups} view={view} />
        </>
      )}
      <LeftAlone view={view} />
    </>
  );
};

/** So many groups are shown at once: a plan in which every account has a contact of its own has thousands. */
const step = 40;

const Groups = ({ groups, view }: { readonly groups: readonly PlanGroup[]; readonly view: View }) => {
  const [shown, setShown] = useState(step);
  const rest = groups.length - shown;
  return (
    <>
      <section class="diff" aria-label="Changes">
        {groups.slice(0, shown).map((group) => (
          <GroupCard key={keyOf(group)} group={group} view={view} />
        ))}
      </section>
      {rest > 0 && (
        <p>
          <button type="button" class="button" onClick={() => setShown(shown + step)}>
            Show {Math.min(step, rest)} more
          </button>{' '}
          <span class="quiet">of {countText(rest, 'group')} of equal changes that are not shown yet</span>
        </p>
      )}
    </>
  );
};

const keyOf = ({ kind, type, before, after, line }: PlanGroup): string =>
  JSON.stringify([kind, type, before, after, line]);

const PlanFacts = ({ view, groups }: { readonly view: View; readonly groups: readonly PlanGroup[] }) => {
  const { plan } = view.snapshot;
  const count = (kind: PlanGroup['kind']) =>
    groups.reduce((all, group) => all + (group.kind === kind ? group.accounts.length : 0), 0);
  return (
    <>
      <dl class="facts">
        {(['create', 'update', 'delete'] as const).map((kind) => (
          <div key={kind}>
            <dt>{kind}</dt>
            <dd>{numberText(count(kind))}</dd>
          </div>
        ))}
        <div>
          <dt>as wanted</dt>
          <dd>{numberText(plan.keeps)}</dd>
        </div>
        <div>
          <dt>takes at least</dt>
          <dd>{durationText(plan.forecast.apply)}</dd>
        </div>
        <div>
          <dt>undo takes at least</dt>
          <dd>{durationText(plan.forecast.undo)}</dd>
        </div>
      </dl>
      {plan.breaches.length > 0 && (
        <ul class="strip bad breaches">
          {plan.breaches.map(({ what, type, found, allowed }) => (
            <li key={`${what} ${type}`}>
              {numberText(found)} {what === 'unreadable' ? 'unreadable accounts' : what}
              {type === null ? '' : ` of ${type}`}, and {numberText(allowed)} are allowed without approval.
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

const GroupCard = ({ group, view }: { readonly group: PlanGroup; readonly view: View }) => {
  const { kind, type, before, after, line, accounts } = group;
  const { file } = view.snapshot.policy;
  return (
    <article class={`card change ${kind}`}>
      <div class="card-head">
        <h3>
          <span class={`kind ${kind}`}>{kind}</span> {type} of {countText(accounts.length, 'account')}
        </h3>
        {line > 0 && (
          <a href={formatRoute({ page: 'policy', query: { line: String(line) } })}>
            {nameText(file)}:{line}
          </a>
        )}
      </div>
      <ContactTable before={before} after={after} heads={['now', 'after']} label={`${kind} ${type}, now and after`} />
      <AccountLinks accounts={accounts} />
    </article>
  );
};

/** What stays as it is although it differs, or is not known. */
const LeftAlone = ({ view }: { readonly view: View }) => {
  const counts = useMemo(() => {
    const found = new Map<State, number>();
    for (const { cells } of view.accounts)
      for (const { state, change } of cells)
        if (change === null && gapStates.includes(state)) found.set(state, (found.get(state) ?? 0) + 1);
    return [...found];
  }, [view]);
  if (counts.length === 0) return null;
  return (
    <section>
      <h2>Left as it is</h2>
      <ul class="counts">
        {counts.map(([state, count]) => (
          <li key={state}>
            <a href={formatRoute({ page: '', query: { state } })}>{countText(count, 'contact')}</a>{' '}
            <StateBadge state={state} />
          </li>
        ))}
      </ul>
    </section>
  );
};
