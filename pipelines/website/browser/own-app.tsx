import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { BuilderProgress, OwnState } from "../builder-messages.ts";
import type { SiteBuilder, SiteIndex } from "../site-index.ts";
import { App } from "./app.tsx";
import { hashOf, NOTHING } from "./asked.ts";
import { OwnBuilder } from "./own-builder.ts";
import type { OwnFilesProps } from "./own-files.tsx";
import { SiteData } from "./site-data.ts";

interface OwnAppProps {
  readonly index: SiteIndex;
  readonly builder: SiteBuilder;
  readonly today: string;
}

/** The index of the site with the releases of a person's files. */
function indexWith(index: SiteIndex, state: OwnState | undefined): SiteIndex {
  const built = (state?.releases ?? []).flatMap((each) => each.built ?? []);
  const releases = built.map(({ entry }) => entry);
  return { ...index, releases, claims: built.map(({ claims }) => claims), codes: state?.codes ?? null };
}

const UNTIL_OPEN: BuilderProgress = { text: "Looking for files that are kept here" };

/** Asks the browser to keep the files also when its disk is full; it may refuse. */
async function askToKeep(): Promise<boolean> {
  return (await navigator.storage?.persist?.()) ?? false;
}

/** Whether the browser keeps the files when its disk is full. */
function useKept(): readonly [isKept: boolean, ask: () => void] {
  const [isKept, setKept] = useState(false);
  useEffect(() => {
    navigator.storage?.persisted?.().then(setKept, () => {});
  }, []);
  return [isKept, () => askToKeep().then(setKept, () => {})];
}

/** What the worker has and does, and how to ask it. */
function useBuilder({ file }: SiteBuilder): Omit<OwnFilesProps, "pages"> {
  const [state, setState] = useState<OwnState>();
  const [progress, setProgress] = useState<BuilderProgress | undefined>(UNTIL_OPEN);
  const [failure, setFailure] = useState("");
  const inFlight = useRef(0);
  const [isKept, keep] = useKept();
  const worker = useMemo(() => new OwnBuilder(file, setProgress), [file]);
  const ask = (request: Parameters<OwnBuilder["state"]>[0]): void => {
    setFailure("");
    inFlight.current += 1;
    setProgress(request.kind === "open" ? UNTIL_OPEN : { text: "Starting" });
    worker
      .state(request)
      .then(
        (next) => {
          setState(next);
          setFailure(next.failure ?? "");
        },
        (error: Error) => setFailure(error.message),
      )
      .finally(() => {
        inFlight.current -= 1;
        if (inFlight.current === 0) setProgress(undefined);
      });
  };
  useEffect(() => ask({ kind: "open" }), [worker]);
  return {
    state,
    progress,
    failure,
    isKept,
    bring: (files) => {
      if (files.length === 0) return;
      keep();
      // What becomes of the files is said on their page; a question that is there already is answered
      if (location.hash === "") history.replaceState(null, "", hashOf({ ...NOTHING, page: "files" }));
      ask({ kind: "add", files });
    },
    forget: (sha256s) => ask({ kind: "forget", sha256s }),
    buildWithout: (release, without) => ask({ kind: "without", release, without }),
  };
}

/** A site of a person's own files: the pages are as in a site that was written with data. */
export function OwnApp({ index, builder, today }: OwnAppProps) {
  const own = useBuilder(builder);
  const built = own.state?.releases.map((each) => each.built?.manifestSha256 ?? "").join();
  const data = useMemo(() => new SiteData(indexWith(index, own.state)), [built]);
  return <App key={built} data={data} today={today} own={{ pages: builder.pages, ...own }} />;
}
