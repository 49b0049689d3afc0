import { describe, expect, it } from 'vitest';
import { beginWork, type Work } from '../work/work.ts';
import { validate } from './asl-validator.builder.ts';
import { deployed, runMachine } from './run-machine.builder.ts';

const own = { name: '222233334444', roleArn: null };
const other = { name: '333344445555', roleArn: 'arn:aws:iam::333344445555:role/orgcontacts-visit' };
const start = { begin: async () => ({ paused: false, organizations: [beginWork(own, 'execution-1', null)] }) };
const never = async (): Promise<never> => {
  throw new Error('nothing is to be applied here');
};

describe('the definition', () => {
  it('is valid', () => {
    expect(validate(deployed())).toMatchObject({ isValid: true, errors: [] });
  });

  it('uses nothing that the interpreter ignores', () => {
    const text = JSON.stringify(deployed());
    for (const word of ['DISTRIBUTED', 'ItemBatcher', 'ResultWriter', 'ItemReader', 'JSONata', 'Assign']) {
      expect(text).not.toContain(word);
    }
  });

  it('goes on reading, then applying, batch after batch', async () => {
    const steps: string[] = [];
    const step = (name: string, ...statuses: readonly Work['status'][]) => {
      const left = [...statuses];
      return async (work: Work) => {
        steps.push(name);
        return { ...work, status: left.shift() };
      };
    };
    const { outcomes, notices } = await runMachine({
      ...start,
      plan: step('plan', 'reading', 'reading', 'applying'),
      apply: step('apply', 'applying', 'applied'),
    });
    expect(steps).toEqual(['plan', 'plan', 'plan', 'apply', 'apply']);
    expect(outcomes).toEqual([{ organization: own.name, outcome: 'applied' }]);
    expect(notices).toEqual([]);
  });

  it('applies nothing where there is nothing to do', async () => {
    const { outcomes } = await runMachine({
      ...start,
      plan: async (work) => ({ ...work, status: 'in-sync' }),
      apply: never,
    });
    expect(outcomes).toEqual([{ organization: own.name, outcome: 'in-sync' }]);
  });

  it('ends at once when it is paused before it begins', async () => {
    const { outcomes } = await runMachine({
      begin: async () => ({ paused: true, organizations: [] }),
      plan: never,
      apply: never,
    });
    expect(outcomes).toBe('paused');
  });

  it('looks again at accounts that are not ready yet', async () => {
    const again = [5, 10, null];
    const { outcomes } = await runMachine({
      ...start,
      plan: async (work) => ({ ...work, status: 'in-sync', again: again.shift() }),
      apply: never,
    });
    expect(outcomes).toEqual([{ organization: own.name, outcome: 'in-sync' }]);
    expect(again).toEqual([]);
  });

  it('lets another execution go first, and goes on where it was', async () => {
    const statuses: Work['status'][] = ['reading', 'applying'];
    const { outcomes } = await runMachine({
      ...start,
      plan: async (work) => ({ ...work, yields: true, status: statuses.shift() }),
      apply: async (work) => ({ ...work, yields: true, status: 'applied' }),
    });
    expect(outcomes).toEqual([{ organization: own.name, outcome: 'applied' }]);
  });
});

describe('approval', () => {
  const plan = async (work: Work) => ({
    ...work,
    status: 'refused',
    fingerprint: '1111-2222',
    notice: { subject: 'needs approval', message: 'approve with' },
  });

  it('is asked for with the token by which to give it, and goes along', async () => {
    const seen: unknown[] = [];
    const { outcomes, notices } = await runMachine({
      ...start,
      plan,
      apply: async (work) => {
        seen.push(work.approval);
        return { ...work, status: 'applied', notice: null };
      },
      decide: async () => ({ approve: '1111-2222' }),
    });
    expect(notices).toEqual([{ subject: 'needs approval', message: 'approve with token-1' }]);
    expect(seen).toEqual([{ approve: '1111-2222' }]);
    expect(outcomes).toEqual([{ organization: own.name, outcome: 'applied' }]);
  });

  it('that nobody gives ends the work without a failure', async () => {
    const { outcomes } = await runMachine({ ...start, plan, apply: never });
    expect(outcomes).toEqual([{ organization: own.name, outcome: 'not-approved' }]);
  });
});

describe('an organization that fails', () => {
  const both = {
    begin: async () => ({
      paused: false,
      organizations: [own, other].map((each) => beginWork(each, 'execution-1', null)),
    }),
  };
  const named = (name: string, text: string) => Object.assign(new Error(text), { name });

  it('is told, fails the execution in the end, and keeps no other from its own', async () => {
    const planned: string[] = [];
    const { outcomes, notices } = await runMachine({
      ...both,
      plan: async (work) => {
        planned.push(work.organization.name);
        if (work.organization.name === own.name) throw named('PolicyInvalid', 'contacts.yaml:3:1 unknown-key');
        return { ...work, status: 'in-sync' };
      },
      apply: never,
    });
    expect(planned.sort()).toEqual([own.name, other.name]);
    expect(outcomes).toBe('failed');
    expect(notices).toHaveLength(1);
    expect(notices[0]?.message).toContain('PolicyInvalid: contacts.yaml:3:1 unknown-key');
  });

  it('for no known reason is tried three times more', async () => {
    let tries = 0;
    await runMachine({
      ...start,
      plan: async (work) => {
        if (++tries < 4) throw named('Sandbox.Timedout', 'Task timed out');
        return { ...work, status: 'in-sync' };
      },
      apply: never,
    });
    expect(tries).toBe(4);
  });

  it('waits for its turn as long as another execution has it', async () => {
    let tries = 0;
    const { outcomes } = await runMachine({
      ...start,
      plan: async (work) => {
        if (++tries < 100) throw named('TurnTaken', 'another one');
        return { ...work, status: 'in-sync' };
      },
      apply: never,
    });
    expect(outcomes).toEqual([{ organization: own.name, outcome: 'in-sync' }]);
    expect(tries).toBe(100);
  });
});
