/** Everybody gets the security desk, and nothing else is managed. */
export const securityForAll = `version: 1
mode: fill-missing
contacts:
  security-desk:
    name: Mary Major
    title: Security Contact
    email: security-contact@example.com
    phone: "+1(555)555-5555"
assignments:
  - match: all
    security: security-desk
`;

/** The same, also over what is there. */
export const securityEnforced = securityForAll.replace('mode: fill-missing\n', '');

/** What a caller on an emulator may ask for: no waiting for real quotas. */
export const fast = ['--quota-times', '1000'] as const;

export const management = '111122223333';
export const delegated = '222233334444';
