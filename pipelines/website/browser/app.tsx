import { useEffect, useState } from "preact/hooks";
import { HCPCS_CODE } from "../../../schemas/names.ts";
import { askedIn, hashOf, NOTHING, PAGE_TITLES, type SitePage, type SiteQuestion } from "./asked.ts";
import { ChangesPage } from "./changes.tsx";
import { ComparePage } from "./compare.tsx";
import { releaseFor } from "./day.ts";
import { HistoryPage } from "./history.tsx";
import { ListPage } from "./list.tsx";
import { LookUp } from "./look-up.tsx";
import { MapPage } from "./map.tsx";
import { Search } from "./search.tsx";
import type { SiteData } from "./site-data.ts";
import { useDescriptors, useRelease } from "./use-release.ts";

/** Whether a question is one to come back to. Half a code is not. */
function isWhole({ code }: SiteQuestion): boolean {
  return HCPCS_CODE.test(code) || code === "";
}

function remember(before: SiteQuestion, asked: SiteQuestion): void {
  const hash = hashOf(asked);
  if (isWhole(before) && isWhole(asked)) history.pushState(null, "", hash);
  else history.replaceState(null, "", hash);
}

function Pages({ asked }: { readonly asked: SiteQuestion }) {
  return (
    <nav aria-label="Pages">
      <ul>
        {Object.entries(PAGE_TITLES).map(([page, title]) => (
          <li key={page}>
            <a
              href={hashOf({ ...asked, page: page as SitePage })}
              aria-current={page === asked.page ? "page" : undefined}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const SHOWN = {
  "look-up": LookUp,
  list: ListPage,
  compare: ComparePage,
  changes: ChangesPage,
  history: HistoryPage,
  map: MapPage,
} as const;

/** The site: a question in the address bar, and its answer below. */
export function App({ data, today }: { readonly data: SiteData; readonly today: string }) {
  const [asked, setAsked] = useState(() => askedIn(location.hash));
  useEffect(() => {
    const follow = () => setAsked(askedIn(location.hash));
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);
  const ask = (change: Partial<SiteQuestion>): void => {
    const next = { ...asked, ...change };
    if (hashOf(next) === hashOf(asked)) return;
    remember(asked, next);
    setAsked(next);
  };
  const chosen = releaseFor(data.index, asked, today);
  const opening = useRelease(data, typeof chosen === "string" ? "" : chosen.entry.release, []);
  const Shown = SHOWN[asked.page];
  const descriptors = useDescriptors(data, typeof chosen === "string" ? "" : chosen.entry.release);
  const page = { data, asked, today, ask, descriptors };
  return (
    <>
      <header class="bar">
        <div class="bar-inner">
          <div class="bar-top">
            <a class="name" href={hashOf(NOTHING)}>
              ratebook
            </a>
            <Pages asked={asked} />
          </div>
          <search>
            <Search {...page} release={opening.kind === "open" ? opening.release : undefined} />
          </search>
        </div>
      </header>
      <main id="main">
        <Shown {...page} />
      </main>
      <footer class="foot">
        {descriptors?.notices.map((notice) => (
          <p key={notice}>{notice}</p>
        ))}
        <p>
          {data.index.madeBy}, from CMS's files. What Medicare allows: before deductible, coinsurance and sequestration.
        </p>
      </footer>
    </>
  );
}
