import type { Route } from '../model/route.ts';
import { nameText, timeText } from '../model/text.ts';
import type { Source } from '../source/source.ts';
import type { PageData } from '../use-page-data.ts';
import { KeyHelp } from './key-help.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

const pages = [
  { page: '', name: 'Organization', includes: ['', 'account'] },
  { page: 'coverage', name: 'Coverage', includes: ['coverage'] },
  { page: 'plan', name: 'Plan', includes: ['plan'] },
  { page: 'runs', name: 'Runs', includes: ['runs', 'run'] },
  { page: 'policy', name: 'Policy', includes: ['policy'] },
];

interface HeaderProps {
  readonly source: Source;
  readonly route: Route;
  readonly data: PageData;
}

/** The head of the page: whose organization, as of when, and the ways to the views. */
export const Header = ({ source, route, data }: HeaderProps) => {
  const snapshot = data.view?.snapshot;
  const { live } = source;
  return (
    <header class="head">
      <div class="head-line">
        <a class="brand" href="#/">
          orgcontacts
        </a>
        {snapshot && (
          <p class="whose">
            <span>{nameText(snapshot.organization.id)}</span>
            <span class="quiet">read {timeText(snapshot.readAt)}</span>
          </p>
        )}
        <div class="tools">
          {live && (
            <button
              type="button"
              class="button again"
              aria-label="Read again"
              disabled={Boolean(data.state?.reading) || data.isLost}
              onClick={() => void live.refresh()}
            >
              <svg viewBox="0 0 16 16" width="15" height="15" aria-hidden="true">
                <path
                  d="M13.5 8a5.5 5.5 0 1 1-1.7-4M12.2 1v3.2H9"
                  fill="none"
                  stroke="currentColor"
                  stroke-width="1.6"
                />
              </svg>
              <span>Read again</span>
            </button>
          )}
          <ThemeSwitch />
          <KeyHelp />
        </div>
      </div>
      <nav class="nav" aria-label="Views">
        {pages.map(({ page, name, includes }) => (
          <a key={page} href={`#/${page}`} aria-current={includes.includes(route.page) ? 'page' : undefined}>
            {name}
            {page === 'plan' && snapshot && snapshot.plan.changes > 0 && <b class="count">{snapshot.plan.changes}</b>}
            {page === 'runs' && data.heard?.run.how === 'running' && <b class="count live">live</b>}
          </a>
        ))}
      </nav>
    </header>
  );
};
