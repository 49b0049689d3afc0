import { useMemo } from 'preact/hooks';
import { type Group, groupByTag, groupByType, groupByUnit, tagKeys } from '../model/groups.ts';
import { formatRoute } from '../model/route.ts';
import { shareText } from '../model/share-text.ts';

import { countText, nameText, numberText } from '../model/text.ts';
import type { View } from '../model/view.ts';
import { usePage } from '../page-context.ts';
import { StateBar, StateCounts } from '../parts/state-badge.tsx';
import { changeQuery } from '../use-route.ts';

/** How far the policy is carried out, by unit, tag and type; and what other schemes ask for. */
export const CoverageView = () => {
  const { view, route } = usePage();
  const by = route.query['by'] ?? 'unit';
  const type = route.query['type'] ?? '';
  const groups = useMemo(() => groupsOf(view, by, type), [view, by, type]);
  return (
    <>
      <h1>Coverage</h1>
      <div class="filters">
        <select
          class="field"
          aria-label="Count by"
          value={by}
          onChange={({ currentTarget }) => changeQuery(route, { by: currentTarget.value })}
        >
          <option value="unit">By unit</option>
          <option value="type">By contact type</option>
          {tagKeys(view).map((key) => (
            <option key={key} value={`tag:${key}`}>
              By tag {nameText(key)}
            </option>
          ))}
        </select>
        {by !== 'type' && (
          <select
            class="field"
            aria-label="Contact type"
            value={type}
            onChange={({ currentTarget }) => changeQuery(route, { type: currentTarget.value })}
          >
            <option value="">All types</option>
            {view.snapshot.types.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        )}
      </div>
      {groups.length === 0 ? <p class="empty">No account has this tag.</p> : <Groups groups={groups} type={type} />}
      <Controls view={view} />
    </>
  );
};

const groupsOf = (view: View, by: string, type: string): readonly Group[] => {
  const types = view.snapshot.types.flatMap((each, index) => (type === '' || type === each ? [index] : []));
  if (by === 'type') return groupByType(view);
  return by.startsWith('tag:') ? groupByTag(view, by.slice(4), types) : groupByUnit(view, types);
};

const Groups = ({ groups, type }: { readonly groups: readonly Group[]; readonly type: string }) => (
  <table class="groups coverage">
    <thead>
      <tr>
        <th scope="col">Which</th>
        <th scope="col" class="number">
          Accounts
        </th>
        <th scope="col" class="number">
          As wanted
        </th>
        <th scope="col">Contacts</th>
      </tr>
    </thead>
    <tbody>
      {groups.map(({ name, query, depth, accounts, counts }) => (
        <tr key={JSON.stringify([name, query])}>
          <th scope="row" style={{ '--depth': depth }}>
            {Object.keys(query).length > 0 ? (
              <a href={formatRoute({ page: '', query: { type, ...query } })}>{nameText(name)}</a>
            ) : (
              nameText(name)
            )}
          </th>
          <td class="number">{numberText(accounts)}</td>
          <td class="number">{shareText(counts)}</td>
          <td>
            <StateBar counts={counts} label={nameText(name)} />
            <StateCounts counts={counts} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Controls = ({ view }: { readonly view: View }) => (
  <section>
    <h2>What others ask for</h2>
    <table class="groups">
      <thead>
        <tr>
          <th scope="col">Item</th>
          <th scope="col" class="number">
            Passed
          </th>
          <th scope="col" class="number">
            Failed
          </th>
          <th scope="col" class="number">
            Unknown
          </th>
        </tr>
      </thead>
      <tbody>
        {view.snapshot.controls.map(({ name, title, isVerified, passed, failed, unknown }) => (
          <tr key={name}>
            <th scope="row">
              {name} {!isVerified && <span class="quiet">(number not verified)</span>}
              <span class="quiet block">{title}</span>
            </th>
            <td class="number">{numberText(passed)}</td>
            <td class="number">{failed > 0 ? <b>{numberText(failed)}</b> : 0}</td>
            <td class="number">{numberText(unknown)}</td>
          </tr>
        ))}
      </tbody>
    </table>
    <p class="quiet">Counted in {countText(view.accounts.length, 'account')}, contact by contact.</p>
  </section>
);
