import { type Control, type ControlStatus, controls, judgeControl } from './controls.ts';
import type { Coverage } from './coverage.ts';

/** How many contacts meet a control. */
export interface CountedControl {
  readonly control: Control;
  readonly counts: Readonly<Record<ControlStatus, number>>;
}

/** Counts for each control the contacts that meet it; those that are about no contact type of the coverage are left out. Pure. */
export const controlCounts = ({ types, accounts }: Coverage): readonly CountedControl[] =>
  controls
    .filter((control) => control.types.some((type) => types.includes(type)))
    .map((control) => {
      const counts = { passed: 0, failed: 0, unknown: 0, 'not-applicable': 0 };
      for (const { contacts } of accounts) for (const contact of contacts) counts[judgeControl(control, contact)] += 1;
      return { control, counts };
    });

/** What one control comes to, with the contacts that do not meet it, each as `111122223333 SECURITY`. */
export interface ControlResult extends Control {
  readonly counts: CountedControl['counts'];
  readonly failed: readonly string[];
  readonly unknown: readonly string[];
}

/** Says of each control how many contacts meet it, and names those that do not and those of which nobody knows. Pure. */
export const judgeControls = (coverage: Coverage): readonly ControlResult[] =>
  controlCounts(coverage).map(({ control, counts }) => {
    const named = (status: ControlStatus) =>
      coverage.accounts.flatMap(({ id, contacts }) =>
        contacts.filter((contact) => judgeControl(control, contact) === status).map(({ type }) => `${id} ${type}`),
      );
    return { ...control, counts, failed: named('failed'), unknown: named('unknown') };
  });
