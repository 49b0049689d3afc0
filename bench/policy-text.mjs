/** A policy of so many assignments by unit, tag, account and both, over 60 contacts: about 84 bytes an assignment. */
export const policyText = (assignments) => {
  const contacts = Array.from({ length: 60 }, (_, at) => [
    `  team-${at}:`,
    `    name: Team ${at}`,
    '    title: Operations',
    `    email: team-${at}@example.com`,
    `    phone: "+1 555 ${String(100 + at).padStart(4, '0')}"`,
  ]);
  const matches = [
    (at) => `{ ou: Workloads/Unit${at} }`,
    (at) => `{ tag: { team: team-${at} } }`,
    (at) => `{ account: "${100_000_000_000 + at}" }`,
    (at) => `{ ou: Workloads/Unit${at}, tag: { stage: prod } }`,
  ];
  const rules = Array.from({ length: assignments }, (_, at) => [
    `  - match: ${matches[at % 4](at)}`,
    `    security: team-${at % 60}`,
    ...(at % 2 ? [`    operations: team-${(at * 7) % 60}`] : []),
  ]);
  const lint = 'lint: { allowedEmailDomains: [example.com] }';
  return `${['version: 1', 'contacts:', ...contacts.flat(), 'assignments:', ...rules.flat(), lint].join('\n')}\n`;
};
