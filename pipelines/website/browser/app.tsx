import { useEffect, useState } from "preact/hooks";
import { askedIn, hashOf, NOTHING, PAGE_TITLES, type SitePage, type SiteQuestion } from "./asked.ts";
import { releaseFor } from "./day.ts";
import { HistoryPage } from "./history.tsx";
import { ListPage } from "./list.tsx";
import { LookUp } from "./look-up.tsx";
import { MapPage } from "./map.tsx";
import { Search } from "./search.tsx";
import type { SiteData } from "./site-data.ts";
import { useRelease } from "./use-release.ts";

/** Whether a question is one to come back to. Half a code is not. */
function isWhole({ code }: SiteQuestion): boolean {
  return code.length === 5 || code === "";
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

const SHOWN = { "look-up": LookUp, history: HistoryPage, map: MapPage, list: ListPage } as const;

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
  const page = { data, asked, today, ask };
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
    </>
  );
}
