import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { PageContext } from './page-context.ts';
import { Banner } from './parts/banner.tsx';
import { Header } from './parts/header.tsx';
import { useKeys } from './parts/use-keys.ts';
import type { Source } from './source/source.ts';
import { usePageData } from './use-page-data.ts';
import { useRoute } from './use-route.ts';
import { AccountView } from './views/account-view.tsx';
import { CoverageView } from './views/coverage-view.tsx';
import { NothingYet } from './views/nothing-yet.tsx';
import { OrganizationView } from './views/organization-view.tsx';
import { PlanView } from './views/plan-view.tsx';
import { PolicyView } from './views/policy-view.tsx';
import { RunView } from './views/run-view.tsx';
import { RunsView } from './views/runs-view.tsx';

const views: Readonly<Record<string, { readonly title: string; readonly show: ComponentType }>> = {
  '': { title: 'Organization', show: OrganizationView },
  coverage: { title: 'Coverage', show: CoverageView },
  account: { title: 'Account', show: AccountView },
  plan: { title: 'Plan', show: PlanView },
  runs: { title: 'Runs', show: RunsView },
  run: { title: 'Run', show: RunView },
  policy: { title: 'Policy', show: PolicyView },
};

/** The whole page. */
export const App = ({ source }: { readonly source: Source }) => {
  const route = useRoute();
  const data = usePageData(source);
  useKeys();
  const { title, show: Show } = views[route.page] ?? { title: 'Organization', show: OrganizationView };
  useEffect(() => {
    document.title = `${title} · orgcontacts`;
    scrollTo(0, 0);
  }, [route.page, route.about]);
  const { view } = data;
  return (
    <>
      <button type="button" class="skip button" onClick={skip}>
        Skip to the content
      </button>
      <Header source={source} route={route} data={data} />
      <main id="content" tabIndex={-1}>
        <Banner data={data} source={source} />
        {view ? (
          <PageContext.Provider value={{ source, route, data, view }}>
            <Show key={`${route.page}/${route.about}`} />
          </PageContext.Provider>
        ) : (
          <NothingYet data={data} source={source} />
        )}
      </main>
    </>
  );
};

/** The address belongs to the view; only the focus moves. */
const skip = (): void => {
  document.getElementById('content')?.focus();
};
