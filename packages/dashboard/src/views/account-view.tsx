import type { AccountPage, PastChange, ShownContender } from '../../../orgcontacts/src/page/account-page.ts';
import { formatRoute } from '../model/route.ts';
import { nameText, timeText } from '../model/text.ts';
import { type SeenAccount, tagText, unitPath, type View } from '../model/view.ts';
import { usePage } from '../page-context.ts';
import { ContactLines, ContactTable } from '../parts/contact-table.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { type Loaded, useLoaded } from '../use-loaded.ts';

/** One account: its three contacts, which assignments won and lost, and what runs did to it. */
export const AccountView = () => {
  const { view, route, source, data } = usePage();
  const account = view.byId.get(route.about);
  const loaded = useLoaded(() => source.account(route.about), [route.about, data.state?.version]);
  if (!account) return <p class="empty">There is no account {nameText(route.about)} in this organization.</p>;
  return (
    <>
      <AccountHead account={account} view={view} />
      <div class="contacts">
        {view.snapshot.types.map((type, index) => (
          <ContactSection key={type} account={account} view={view} index={index} loaded={loaded} />
        ))}
      </div>
      {loaded.kind === 'loaded' && loaded.value && <History history={loaded.value.history} />}
    </>
  );
};

const AccountHead = ({ account, view }: { readonly account: SeenAccount; readonly view: View }) => {
  const { snapshot } = view;
  return (
    <header class="account-head">
      <h1>{nameText(account.name)}</h1>
      <dl class="facts">
        <Fact name="Account">{account.id}</Fact>
        <Fact name="Unit">
          <a href={formatRoute({ page: '', query: { unit: snapshot.units[account.unit]?.id ?? '' } })}>
            {nameText(unitPath(snapshot, account.unit))}
          </a>
        </Fact>
        <Fact name="State">{account.state}</Fact>
        {account.id === snapshot.organization.managementAccountId && <Fact name="Role">management account</Fact>}
        {account.tags.map((tag) => (
          <Fact key={tag} name={`Tag ${nameText(snapshot.tags[tag]?.[0] ?? '')}`}>
            <a href={formatRoute({ page: '', query: { tag: tagText(snapshot, tag) } })}>
              {nameText(snapshot.tags[tag]?.[1] ?? '')}
            </a>
          </Fact>
        ))}
      </dl>
    </header>
  );
};

const Fact = ({ name, children }: { readonly name: string; readonly children: preact.ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

interface ContactSectionProps {
  readonly account: SeenAccount;
  readonly view: View;
  /** Of the contact type. */
  readonly index: number;
  readonly loaded: Loaded<AccountPage | undefined>;
}

const ContactSection = ({ account, view, index, loaded }: ContactSectionProps) => {
  const { snapshot } = view;
  const cell = account.cells[index];
  const type = snapshot.types[index];
  if (!cell || !type) return null;
  return (
    <section class="card contact-card" aria-labelledby={`type-${type}`}>
      <div class="card-head">
        <h2 id={`type-${type}`}>{type}</h2>
        <StateBadge state={cell.state} />
      </div>
      <p>{planText(cell.change)}</p>
      {cell.detail >= 0 && <p class="quiet">{nameText(snapshot.texts[cell.detail] ?? '')}</p>}
      <Standing cell={cell} type={type} view={view} />
      <h3>Why</h3>
      <Why view={view} type={type} loaded={loaded} />
    </section>
  );
};

interface StandingProps {
  readonly cell: SeenAccount['cells'][number];
  readonly type: string;
  readonly view: View;
}

/** What is there, beside what is wanted where that is not the same. */
const Standing = ({ cell, type, view }: StandingProps) => {
  const live = view.snapshot.contacts[cell.live ?? -1] ?? null;
  const wanted = view.snapshot.contacts[cell.wanted ?? -1] ?? null;
  const differs = cell.state === 'wrong-value' || cell.state === 'missing' || cell.state === 'unwanted';
  if (differs)
    return <ContactTable before={live} after={wanted} heads={['now', 'wanted']} label={`${type}, now and wanted`} />;
  if (live) return <ContactLines contact={live} />;
  return <p class="quiet">{cell.live === null ? 'None is set.' : 'It was not read.'}</p>;
};

interface WhyProps {
  readonly view: View;
  readonly type: View['snapshot']['types'][number];
  readonly loaded: Loaded<AccountPage | undefined>;
}

const Why = ({ view, type, loaded }: WhyProps) => {
  if (loaded.kind === 'loading') return <p class="quiet">Loading</p>;
  if (loaded.kind === 'failed') return <p class="bad">{loaded.message}</p>;
  const page = loaded.value;
  return page ? (
    <Contenders view={view} type={type} contenders={page.byType[type]} unmatched={page.unmatched[type]} />
  ) : null;
};

const planText = (change: SeenAccount['cells'][number]['change']): string =>
  change === null ? 'The plan does nothing here.' : `The plan ${change}s it.`;

interface ContendersProps {
  readonly view: View;
  readonly type: View['snapshot']['types'][number];
  readonly contenders: readonly ShownContender[];
  readonly unmatched: number;
}

const Contenders = ({ view, type, contenders, unmatched }: ContendersProps) => (
  <>
    {contenders.length === 0 && <p class="quiet">No assignment that names {type} matches this account.</p>}
    <ol class="contenders">
      {contenders.map(({ assignment, verdict, because }) => {
        const rule = view.snapshot.assignments[assignment];
        return (
          rule && (
            <li key={assignment} class={verdict}>
              <p>
                <b>{nameText(rule.wants[type] ?? '')}</b> for {nameText(rule.selector)}
              </p>
              <p class="quiet">
                <a href={formatRoute({ page: 'policy', query: { line: String(rule.line) } })}>
                  {nameText(view.snapshot.policy.file)}:{rule.line}
                </a>{' '}
                {because}
              </p>
            </li>
          )
        );
      })}
    </ol>
    {unmatched > 0 && (
      <p class="quiet">
        {unmatched === 1 ? '1 other assignment names' : `${unmatched} other assignments name`} {type} and{' '}
        {unmatched === 1 ? 'does' : 'do'} not match.
      </p>
    )}
  </>
);

const History = ({ history }: { readonly history: readonly PastChange[] }) => (
  <section>
    <h2>History</h2>
    {history.length === 0 ? (
      <p class="empty">No run has touched this account.</p>
    ) : (
      <ol class="history">
        {history.map(({ run, at, type, kind, before, after, outcome }) => (
          <li key={`${run} ${type}`} class="card">
            <p>
              <b>
                {kind} {type}
              </b>{' '}
              {outcome}{' '}
              <span class="quiet">
                {timeText(at)} in <a href={formatRoute({ page: 'run', about: run })}>{run}</a>
              </span>
            </p>
            <ContactTable
              before={before}
              after={after}
              heads={['before', 'after']}
              label={`${type}, before and after ${run}`}
            />
          </li>
        ))}
      </ol>
    )}
  </section>
);
