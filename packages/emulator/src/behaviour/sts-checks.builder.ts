import { expect } from 'vitest';
import type { Emulator } from '../create-emulator.ts';
import { accessRoleOf, assume, textOf } from '../services/sts/assume-role.builder.ts';
import { ids } from '../world/worlds.builder.ts';

/** What each value of each option of STS does. */
export const stsChecks = {
  untrustedRole: {
    bare: async (emulator: Emulator) => {
      for (const role of [accessRoleOf(ids.member), accessRoleOf(ids.outsider)])
        expect(textOf((await assume(emulator, ids.delegated, role)).xml, 'Message')).toBe(
          `User: arn:aws:iam::${ids.delegated}:user/administrator is not authorized to perform: sts:AssumeRole on resource: ${role}`,
        );
    },
    reason: async (emulator: Emulator) => {
      for (const role of [accessRoleOf(ids.member), accessRoleOf(ids.outsider)])
        expect(textOf((await assume(emulator, ids.delegated, role)).xml, 'Message')).toMatch(
          / because no role trust policy allows the sts:AssumeRole action$/,
        );
    },
  },
} as const;
