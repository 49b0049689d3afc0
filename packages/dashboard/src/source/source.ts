import type { AccountPage } from '../../../orgcontacts/src/page/account-page.ts';
import type { PageEvent } from '../../../orgcontacts/src/page/page-event.ts';
import type { PolicyPage } from '../../../orgcontacts/src/page/policy-page.ts';
import type { RunList, RunPage } from '../../../orgcontacts/src/page/run-page.ts';
import type { Snapshot } from '../../../orgcontacts/src/page/snapshot.ts';
import type { WhatIf } from '../../../orgcontacts/src/page/what-if.ts';

/** Where the page has its data from: the local server, or the report that it is itself. */
export interface Source {
  readonly snapshot: () => Promise<Snapshot | undefined>;
  readonly account: (id: string) => Promise<AccountPage | undefined>;
  readonly policy: () => Promise<PolicyPage>;
  readonly runs: () => Promise<RunList>;
  readonly run: (name: string) => Promise<RunPage | undefined>;
  /** Only where a server can compute it. */
  readonly live: LiveSource | undefined;
}

/** What only a running server can do. */
export interface LiveSource {
  readonly whatIf: (text: string, signal: AbortSignal) => Promise<WhatIf>;
  readonly refresh: () => Promise<void>;
  /** Hears of everything that happens; `lost` says whether the server is gone. */
  readonly listen: (hear: (event: PageEvent) => void, lost: (isLost: boolean) => void) => () => void;
}
