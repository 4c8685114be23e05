import { useEffect, useRef, useState } from "preact/hooks";
import { askedIn, hashOf, NOTHING, PAGE_TITLES, type SitePage, type SiteQuestion, unreadIn } from "./asked.ts";
import { ChangesPage } from "./changes.tsx";
import { modifierNote } from "./code-typed.ts";
import { ComparePage } from "./compare.tsx";
import { releaseFor } from "./day.ts";
import { HistoryPage } from "./history.tsx";
import { historyStep } from "./kept.ts";
import { ListPage } from "./list.tsx";
import { LookUp } from "./look-up.tsx";
import { MapPage } from "./map.tsx";
import { OwnFilesPage, type OwnFilesProps } from "./own-files.tsx";
import { Search } from "./search.tsx";
import type { SiteData } from "./site-data.ts";
import { useDescriptors, useRelease } from "./use-release.ts";

function Pages({ asked, hasFiles }: { readonly asked: SiteQuestion; readonly hasFiles: boolean }) {
  const pages = Object.entries(PAGE_TITLES).filter(([page]) => hasFiles || page !== "files");
  const list = useRef<HTMLUListElement>(null);
  // On a phone the list is wider than the screen
  useEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [asked.page]);
  return (
    <nav aria-label="Pages">
      <ul ref={list}>
        {pages.map(([page, title]) => (
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

/** The page that the address names; a site with data of its own has no files of the reader. */
function pageShown({ page }: SiteQuestion): keyof typeof SHOWN {
  return page === "files" ? "look-up" : page;
}

/** The question of the address bar, what of the address is in no question, and how to ask another one. */
function useAddress() {
  const [address, setAddress] = useState(() => location.hash);
  const isKept = useRef(true);
  useEffect(() => {
    const follow = () => {
      isKept.current = true;
      setAddress(location.hash);
    };
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);
  const asked = askedIn(address);
  const ask = (change: Partial<SiteQuestion>, isTyping = false): void => {
    const next = { ...asked, ...change };
    const hash = hashOf(next);
    if (hash === hashOf(asked)) return;
    const step = historyStep(isKept.current, asked, next, isTyping);
    history[step.how](null, "", hash);
    isKept.current = step.isKept;
    setAddress(hash);
  };
  const settle = (): void => {
    isKept.current = true;
  };
  return { asked, ask, settle, unread: unreadIn(address) };
}

/** What a reader must know of the question: what of it is not answered. */
function Notes({ unread, modifier }: { readonly unread: readonly string[]; readonly modifier: string }) {
  const ofAddress =
    unread.length === 0
      ? ""
      : `This site does not read these parts of the address: ${unread.join(", ")}. The answer is without them.`;
  return (
    <>
      {[ofAddress, modifier].filter(Boolean).map((text) => (
        <p key={text} class="note" role="status">
          {text}
        </p>
      ))}
    </>
  );
}

interface AppProps {
  readonly data: SiteData;
  readonly today: string;
  /** The reader's own files, in a site without data. */
  readonly own?: OwnFilesProps;
}

function Foot({ madeBy, notices = [] }: { readonly madeBy: string; readonly notices?: readonly string[] | undefined }) {
  return (
    <footer class="foot">
      {notices.map((notice) => (
        <p key={notice}>{notice}</p>
      ))}
      <p>{madeBy}, from CMS's files. What Medicare allows: before deductible, coinsurance and sequestration.</p>
    </footer>
  );
}

/** A site before the reader brought a file. */
function Empty({ data, own }: { readonly data: SiteData; readonly own: OwnFilesProps }) {
  return (
    <>
      <header class="bar">
        <div class="bar-inner empty">
          <a class="name" href={hashOf(NOTHING)}>
            ratebook
          </a>
        </div>
      </header>
      <main id="main">
        <OwnFilesPage {...own} />
      </main>
      <Foot madeBy={data.index.madeBy} />
    </>
  );
}

/** The site: a question in the address bar, and its answer below. */
function Answering({ data, today, own }: AppProps) {
  const { asked, ask, settle, unread } = useAddress();
  const chosen = releaseFor(data.index, asked, today);
  const name = typeof chosen === "string" ? "" : chosen.entry.release;
  const opening = useRelease(data, name, []);
  const Shown = SHOWN[pageShown(asked)];
  const descriptors = useDescriptors(data, name);
  const hasModifiers = data.index.claims.some(({ releases }) => releases.includes(name));
  const page = { data, asked, today, ask, descriptors };
  return (
    <>
      <header class="bar">
        <div class="bar-inner">
          <div class="bar-top">
            <a class="name" href={hashOf(NOTHING)}>
              ratebook
            </a>
            <Pages asked={asked} hasFiles={own !== undefined} />
          </div>
          <search>
            <Search {...page} settle={settle} release={opening.kind === "open" ? opening.release : undefined} />
          </search>
        </div>
      </header>
      <main id="main">
        <Notes unread={unread} modifier={modifierNote(asked, hasModifiers)} />
        {own !== undefined && asked.page === "files" ? <OwnFilesPage {...own} /> : <Shown {...page} />}
      </main>
      <Foot madeBy={data.index.madeBy} notices={descriptors?.notices} />
    </>
  );
}

/** The site, or what a reader has to bring first. */
export function App(props: AppProps) {
  const { data, own } = props;
  return own !== undefined && data.index.releases.length === 0 ? (
    <Empty data={data} own={own} />
  ) : (
    <Answering {...props} />
  );
}
