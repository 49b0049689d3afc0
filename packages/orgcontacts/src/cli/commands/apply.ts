import { readFile } from 'node:fs/promises';
import type { Plan } from '../../plan/plan.ts';
import { readPlan } from '../../plan/read-plan.ts';
import { type ApplyOptions, applyAdmitted } from '../apply-admitted.ts';
import { CliError } from '../cli-error.ts';
import type { CommandModule } from '../command.ts';
import { withConnected } from '../connect.ts';
import { type ConnectionOptions, withConnection } from '../connection-options.ts';
import { type FilterOptions, withFilters } from '../filter-options.ts';
import { runFormats, withFormat } from '../format-options.ts';
import { withApproval, withConsent, withJournal } from '../journal-options.ts';
import { makeLivePlan } from '../live-plan.ts';
import { loadPolicy } from '../load-policy.ts';
import { type PolicyOptions, withOutput, withPolicy } from '../output-options.ts';
import { defaultValidity } from '../validity.ts';

type Options = ApplyOptions & ConnectionOptions & FilterOptions & PolicyOptions;

/** Carries out a saved plan, or plans, asks, and carries out that very plan. */
export const apply: CommandModule = {
  describe: (command) =>
    withFormat(
      withOutput(withApproval(withConsent(withJournal(withFilters(withConnection(withPolicy(command))))))),
      runFormats,
    )
      .argument('[file]', 'a plan saved by plan --out; without it, a new plan is made')
      .addHelpText(
        'after',
        `
Examples:
  orgcontacts apply
  orgcontacts apply --canary 3
  orgcontacts apply next.plan.json --yes --reason "new security desk"
  orgcontacts apply --approve 3f9a1c0d5e6b7a88 --yes
  orgcontacts apply next.plan.json --yes --format markdown >> "$GITHUB_STEP_SUMMARY"

Exit status: 0 done; 3 refused; 4 in part; 5 the plan is stale or of another organization;
  6 incomplete; 130 interrupted, the journal is complete.`,
      ),
  run: async ({ io, args, command }) => {
    const options = command.opts<Options>();
    const [file] = args;
    if (file !== undefined) refuseFilters(options);
    const saved = file === undefined ? undefined : await loadPlan(file);
    const loaded = saved ? undefined : await loadPolicy(io, options);
    return withConnected(io, options, async (connection) => {
      const plan =
        saved ??
        (loaded && (await makeLivePlan(io, connection, { loaded, filters: options, validFor: defaultValidity })));
      if (!plan) throw new Error('Neither a plan nor a policy was loaded.');
      return applyAdmitted(io, connection, { plan, isSeen: saved !== undefined && options.yes === true }, options);
    });
  },
};

const loadPlan = async (file: string): Promise<Plan> => {
  const text = await readFile(file, 'utf8').catch((thrown: Error) => {
    throw new CliError(
      'error',
      `The plan file ${file} cannot be read: ${thrown.message}.`,
      'Make one with: orgcontacts plan --out FILE',
    );
  });
  const read = readPlan(text);
  if (read.kind === 'plan') return read.plan;
  const reason = read.kind === 'other-version' ? 'stale' : 'error';
  throw new CliError(
    reason,
    `The plan file ${file} cannot be used: ${read.because}.`,
    'Make a new one with: orgcontacts plan --out FILE',
  );
};

const refuseFilters = ({ account, ou, tag, type }: FilterOptions): void => {
  if (account ?? ou ?? tag ?? type)
    throw new CliError(
      'error',
      'A saved plan is applied whole: filters cannot narrow it.',
      'Give the filters to plan --out instead.',
    );
};
