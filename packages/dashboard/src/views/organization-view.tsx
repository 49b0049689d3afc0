import { useMemo } from 'preact/hooks';
import { filterAccounts, filterOf, typesOf } from '../model/filter.ts';
import { formatRoute } from '../model/route.ts';
import { shareText } from '../model/share-text.ts';
import { type Counts, managedIn, tally } from '../model/tally.ts';
import { countText, numberText } from '../model/text.ts';
import type { View } from '../model/view.ts';
import { usePage } from '../page-context.ts';
import { AccountMap } from '../parts/account-map.tsx';
import { AccountTree } from '../parts/account-tree.tsx';
import { FilterBar } from '../parts/filter-bar.tsx';
import { Legend } from '../parts/legend.tsx';
import { StateBar, StateCounts } from '../parts/state-badge.tsx';
import { changeQuery } from '../use-route.ts';

/** Every account: as a map, or as a tree. */
export const OrganizationView = () => {
  const { view, route } = usePage();
  const filter = useMemo(() => filterOf(route), [route]);
  const types = typesOf(view, filter);
  const accounts = useMemo(() => filterAccounts(view, filter), [view, filter]);
  const counts = useMemo(() => tally(filterAccounts(view, { ...filter, states: [] }), types), [view, filter]);
  const isTree = route.query['view'] === 'tree';
  return (
    <>
      <h1 class="hidden">Organization</h1>
      <Summary view={view} />
      <FilterBar view={view} filter={filter} counts={counts} change={(query) => changeQuery(route, query)} />
      <div class="list-head">
        <p role="status">
          {accounts.length === view.accounts.length
            ? countText(accounts.length, 'account')
            : `${numberText(accounts.length)} of ${countText(view.accounts.length, 'account')}`}
          <span class="quiet wide"> · cells: {view.snapshot.types.join(', ')}</span>
        </p>
        <div class="switch" role="group" aria-label="Show as">
          <SwitchButton name="Map" isOn={!isTree} turn={() => changeQuery(route, { view: '' })} />
          <SwitchButton name="Tree" isOn={isTree} turn={() => changeQuery(route, { view: 'tree' })} />
        </div>
      </div>
      {accounts.length === 0 ? (
        <p class="empty">
          No account is like this.{' '}
          <a href={formatRoute({ page: '', query: isTree ? { view: 'tree' } : {} })}>Show all</a>
        </p>
      ) : isTree ? (
        <AccountTree view={view} accounts={accounts} />
      ) : (
        <>
          <AccountMap view={view} accounts={accounts} />
          <Legend types={view.snapshot.types} />
        </>
      )}
    </>
  );
};

interface SwitchButtonProps {
  readonly name: string;
  readonly isOn: boolean;
  readonly turn: () => void;
}

const SwitchButton = ({ name, isOn, turn }: SwitchButtonProps) => (
  <button type="button" aria-pressed={isOn} onClick={turn}>
    {name}
  </button>
);

const Summary = ({ view }: { readonly view: View }) => {
  const { types, plan } = view.snapshot;
  const byType = useMemo((): readonly Counts[] => types.map((_, type) => tally(view.accounts, [type])), [view]);
  return (
    <section class="cards" aria-label="Summary">
      {types.map((type, index) => {
        const counts = byType[index];
        return (
          counts && (
            <div key={type} class="card">
              <h2>{type}</h2>
              <p class="figure">
                {shareText(counts)} {managedIn(counts) > 0 && <span class="quiet">as wanted</span>}
              </p>
              <StateBar counts={counts} label={type} />
              <StateCounts counts={counts} />
            </div>
          )
        );
      })}
      <div class="card">
        <h2>Plan</h2>
        <p class="figure">{plan.changes === 0 ? 'Nothing to change' : countText(plan.changes, 'change')}</p>
        <p class="quiet">{planText(plan)}</p>
        {plan.changes > 0 && (
          <p>
            <a href="#/plan">Review the plan</a>
          </p>
        )}
      </div>
    </section>
  );
};

const planText = ({ keeps, findings, breaches }: View['snapshot']['plan']): string =>
  [
    `${countText(keeps, 'contact')} as wanted`,
    ...(findings > 0 ? [`${countText(findings, 'finding')} only reported`] : []),
    ...(breaches.length > 0 ? ['over a limit: it needs approval'] : []),
  ].join(' · ');
