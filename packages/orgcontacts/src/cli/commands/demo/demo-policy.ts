/** The policy file of the demonstration; written to disk as it stands. */
export const demoPolicy = `version: 1

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
  platform-oncall:
    name: Platform on-call
    title: Operations
    email: platform@example.com
    phone: "+1(555)555-5502"
  prod-oncall:
    name: Production on-call
    title: Operations
    email: prod-oncall@example.com
    phone: "+1(555)555-5503"

assignments:
  - match: all
    security: security-desk
    billing: finance
    operations: platform-oncall
  - match: { ou: Workloads/Prod }
    operations: prod-oncall
  - match: { tag: { team: payments } }
    billing: unmanaged        # they look after it themselves

exclude:
  - { ou: Sandbox }

lint: { allowedEmailDomains: [example.com] }
`;
