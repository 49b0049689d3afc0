import { diagnoseCaller } from './diagnose-caller.ts';
import { diagnoseControlPolicies } from './diagnose-control-policies.ts';
import { diagnoseManagement } from './diagnose-management.ts';
import { diagnoseOrganization } from './diagnose-organization.ts';
import { diagnoseProbes } from './diagnose-probes.ts';
import { diagnoseSetting } from './diagnose-setting.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';
import type { ManagementProbe } from './observe-management.ts';
import type { Probes } from './observe-probes.ts';
import type { Setting } from './setting.ts';

/** Everything that a diagnosis rests on. */
export interface Observations {
  readonly facts: Facts;
  readonly probes: Probes;
  /** Null where no second credentials were named. */
  readonly management: ManagementProbe | null;
  readonly setting: Setting;
}

/** Says what stands and what does not, from who is calling to where journals are kept, each finding with its fact. Pure. */
export const diagnose = ({ facts, probes, management, setting }: Observations): readonly Finding[] => {
  const told = withProof(facts, probes);
  return once([
    ...diagnoseCaller(told),
    ...diagnoseOrganization(told),
    ...diagnoseProbes(told, probes),
    ...diagnoseControlPolicies(told, probes),
    ...diagnoseManagement(told, management),
    ...diagnoseSetting(setting),
  ]);
};

/** What stands in the way of the organization is met again by a probe: it is told once, where it was found first. */
const once = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(
    ({ code, fact }, index) => findings.findIndex((each) => each.code === code && each.fact === fact) === index,
  );

/** A probe that named another account and succeeded proves that trusted access is on; and it is known now whether there is such an account. */
const withProof = (facts: Facts, { own, member }: Probes): Facts => {
  const named = [own, member].filter((probe) => probe?.target.context === 'organization');
  return {
    ...facts,
    hasReachedMember: facts.hasReachedMember || named.some((probe) => probe?.result.kind === 'ok'),
    accounts: member ? new Map([...facts.accounts, [member.target.accountId, member.membership]]) : facts.accounts,
  };
};
