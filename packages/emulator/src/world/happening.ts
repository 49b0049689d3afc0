/** Something that came about in a world, not by the call that somebody sees answered but of it or with time (AWS docs: events of Organizations and Account Management). */
export type Happening = { readonly at: number } & (
  | {
      readonly kind: 'account-joined';
      readonly organizationId: string;
      readonly managementAccountId: string;
      readonly accountId: string;
      readonly method: 'Created' | 'Invited';
    }
  | {
      readonly kind: 'account-departed';
      readonly organizationId: string;
      readonly managementAccountId: string;
      readonly accountId: string;
      readonly method: 'Left' | 'Removed' | 'Cleaned';
    }
  | {
      readonly kind: 'creation-ended';
      readonly managementAccountId: string;
      readonly creationId: string;
      readonly state: 'SUCCEEDED' | 'FAILED';
      readonly requestedAt: number;
      readonly accountId?: string;
      readonly failure?: string;
    }
  | {
      readonly kind: 'closure-ended';
      readonly managementAccountId: string;
      readonly accountId: string;
      readonly state: 'SUCCEEDED' | 'FAILED';
      readonly requestedAt: number;
      readonly failure?: string;
    }
  | {
      readonly kind: 'region-changed';
      /** The account that asked for it, on whose bus it is told (AWS docs: EventBridge, Account Management). */
      readonly callerId: string;
      readonly accountId: string;
      readonly region: string;
      readonly status: 'ENABLED' | 'DISABLED';
    }
);
