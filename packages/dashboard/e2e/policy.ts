/** The policy of the walk: a desk for all, another one for production, and a team that looks after itself. */
export const policy = `version: 1

contacts:
  security-desk:
    name: Mary Major
    title: Security Contact
    email: security-contact@example.com
    phone: "+1(555)555-5555"
  finance:
    name: Accounts Payable
    title: Finance
    email: billing@example.com
    phone: "+1(555)555-5501"
  prod-oncall:
    name: Production on-call
    title: Operations
    email: prod-oncall@example.com
    phone: "+1(555)555-5503"

assignments:
  - match: all
    security: security-desk
    billing: finance
    operations: finance
  - match: { ou: Workloads/Prod }
    operations: prod-oncall
  - match: { tag: { team: payments } }
    billing: unmanaged        # they look after it themselves

exclude:
  - { ou: Sandbox }

lint: { allowedEmailDomains: [example.com] }
`;
