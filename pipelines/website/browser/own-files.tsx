import { useEffect, useState } from "preact/hooks";
import { COPIES } from "../../words/files.ts";
import { counted } from "../../words/money-text.ts";
import type { BuilderProgress, LackingTable, OwnRelease, OwnState } from "../builder-messages.ts";
import type { SiteBuilder } from "../site-index.ts";
import { hashOf, NOTHING } from "./asked.ts";
import { type BroughtFile, chosenFiles, droppedFiles } from "./dropped.ts";
import { NoAnswer } from "./figure.tsx";
import { OwnProblems } from "./own-problems.tsx";

/** What the page of a person's files shows, and what can be done there. */
export interface OwnFilesProps {
  readonly pages: SiteBuilder["pages"];
  /** Undefined until the worker has answered. */
  readonly state: OwnState | undefined;
  /** Undefined while the worker waits. */
  readonly progress: BuilderProgress | undefined;
  readonly failure: string;
  /** Whether the browser keeps the files also when its disk is full. */
  readonly isKept: boolean;
  readonly bring: (files: readonly BroughtFile[]) => void;
  readonly forget: (sha256s: readonly string[]) => void;
  readonly buildWithout: (release: string, without: readonly LackingTable["source"][]) => void;
}

/** 4.1 MB, 16.8 kB, 6 bytes. */
function sizeText(bytes: number): string {
  if (bytes < 1000) return counted(bytes, "byte");
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Files that are dropped anywhere on the page: beside the box a browser would open them in its place. */
function useDrops(isBusy: boolean, bring: OwnFilesProps["bring"]): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      event.preventDefault();
      setOver(!isBusy);
    };
    const leave = (): void => setOver(false);
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      if (event.dataTransfer !== null && !isBusy) droppedFiles(event.dataTransfer).then(bring, () => {});
    };
    addEventListener("dragover", over);
    addEventListener("dragleave", leave);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", over);
      removeEventListener("dragleave", leave);
      removeEventListener("drop", drop);
    };
  }, [isBusy, bring]);
  return isOver;
}

/** Where files are dropped or chosen. */
function Bring({ bring, isBusy }: { readonly bring: OwnFilesProps["bring"]; readonly isBusy: boolean }) {
  const isOver = useDrops(isBusy, bring);
  const choose = (input: HTMLInputElement): void => {
    bring(chosenFiles(input.files ?? []));
    input.value = "";
  };
  return (
    <section aria-label="Bring files" class={isOver ? "bring over" : "bring"}>
      <p>Drop CMS's zips, csv files and workbooks here, or a folder of them.</p>
      <div class="actions">
        <label class="button">
          <input
            type="file"
            class="unseen"
            name="files"
            multiple
            disabled={isBusy}
            accept=".zip,.csv,.txt,.xlsx,.prn"
            onChange={({ currentTarget }) => choose(currentTarget)}
          />
          Choose files
        </label>
        <label class="button">
          <input
            type="file"
            class="unseen"
            name="folder"
            disabled={isBusy}
            ref={(input) => input?.setAttribute("webkitdirectory", "")}
            onChange={({ currentTarget }) => choose(currentTarget)}
          />
          Choose a folder
        </label>
      </div>
    </section>
  );
}

function Where({ pages }: Pick<OwnFilesProps, "pages">) {
  return (
    <details class="caveats">
      <summary>Where CMS has these files</summary>
      <p class="small">
        A release needs the relative value archive of its quarter, Addendum B, and the ASC addenda; the others add to
        it. CMS asks you to accept the licence of the AMA for CPT, and of the ADA for CDT.
      </p>
      <ul class="small">
        {pages.map(({ title, address }) => (
          <li key={address}>
            <a href={address}>{title}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

const fileOfLack = ({ label, file }: LackingTable): string => `${label}: ${file}`;

function Lacks({
  release,
  lacks,
  buildWithout,
  isBusy,
}: OwnRelease & Pick<OwnFilesProps, "buildWithout"> & { isBusy: boolean }) {
  const needed = lacks.filter(({ isNeeded }) => isNeeded);
  return (
    <>
      <p>Still missing. A file is known by its bytes, whatever its name:</p>
      <ul class="small">
        {[...new Set(needed.map(fileOfLack))].map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <button
        type="button"
        class="button"
        disabled={isBusy}
        onClick={() => buildWithout(release, [...new Set(needed.map(({ source }) => source))])}
      >
        Answer without them
      </button>
    </>
  );
}

function Built({ release, without, isRegistered, built, lacks }: OwnRelease) {
  const more = [...new Set(lacks.filter(({ isNeeded }) => !isNeeded).map(({ label }) => label))];
  const leftOut = [...new Set(lacks.filter(({ source }) => without.includes(source)).map(fileOfLack))];
  const notes = [
    more.length > 0 && `Not among your files: ${more.join(", ")}.`,
    leftOut.length > 0 && `It was built without ${leftOut.join(", ")}.`,
    ...(built?.copies ?? []).map(({ label, origin }) => `${label}: ${COPIES[origin]}.`),
    !isRegistered && "This site does not know these files. They passed every check, and no hash verifies them.",
    built?.isCompared === false &&
      "They were compared with no other quarter, so missing rows may be unnoticed: bring the quarter before as well.",
  ];
  return (
    <p>
      Every check passed. <a href={hashOf({ ...NOTHING, release })}>Look up a code</a>{" "}
      <span class="quiet">{notes.filter(Boolean).join(" ")}</span>
    </p>
  );
}

function Releases({
  state,
  buildWithout,
  isBusy,
}: Pick<OwnFilesProps, "buildWithout"> & { state: OwnState; isBusy: boolean }) {
  return (
    <section aria-labelledby="own-releases">
      <h2 id="own-releases">Releases</h2>
      {state.releases.map((each) => (
        <article
          key={each.release}
          class="own-release"
          data-release={each.release}
          data-manifest={each.built?.manifestSha256}
        >
          <h3>
            {each.release} <span class="of-release">{each.title !== each.release && each.title}</span>
          </h3>
          {each.built !== undefined && <Built {...each} />}
          {each.problems.length > 0 && (
            <>
              <p class="problem" role="status">
                {counted(each.problems.length, "problem")}. Nothing of this release is used.
              </p>
              <OwnProblems problems={each.problems} />
            </>
          )}
          {each.built === undefined &&
            each.lacks.some(({ source, isNeeded }) => isNeeded && !each.without.includes(source)) && (
              <Lacks {...each} buildWithout={buildWithout} isBusy={isBusy} />
            )}
        </article>
      ))}
    </section>
  );
}

const MAY_GO = "When its disk is full, the browser may remove them.";

function Files({
  state,
  forget,
  isKept,
  isBusy,
}: Pick<OwnFilesProps, "forget" | "isKept"> & { state: OwnState; isBusy: boolean }) {
  return (
    <section aria-labelledby="own-files">
      <h2 id="own-files">Files</h2>
      <p class="small quiet">
        {state.notKept === undefined
          ? `They are kept in this browser, on this machine, until you remove them. ${isKept ? "" : MAY_GO}`
          : `This browser keeps nothing for this page: they are gone when you close it. ${state.notKept}`}
      </p>
      <ul class="own-list">
        {state.files.map(({ name, bytes, sha256 }) => (
          <li key={sha256}>
            <span class="own-name">{name}</span>
            <span class="quiet">{sizeText(bytes)}</span>
            <code class="quiet" title={`sha256 ${sha256}`}>
              {sha256.slice(0, 12)}
            </code>
            <button type="button" class="plain" disabled={isBusy} onClick={() => forget([sha256])}>
              Remove<span class="unseen"> {name}</span>
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="button"
        disabled={isBusy}
        onClick={() => {
          if (confirm("Remove all files, and what was built of them?")) forget(state.files.map(({ sha256 }) => sha256));
        }}
      >
        Remove all
      </button>
    </section>
  );
}

function Working({ progress }: { readonly progress: BuilderProgress | undefined }) {
  return (
    <div class="working" role="status">
      {progress !== undefined && (
        <>
          <span>{progress.text}</span>
          <progress max={progress.of} value={progress.done} aria-label={progress.text} />
        </>
      )}
    </div>
  );
}

/** CMS's own files, as a person brings them, and the releases that are built of them. */
export function OwnFilesPage(props: OwnFilesProps) {
  const { pages, state, progress, failure, bring } = props;
  const isBusy = progress !== undefined;
  return (
    <article class="own">
      <h1>Your files</h1>
      <p class="lead">
        This site has no data of its own. Bring CMS's files: this page reads, checks and prices them here. Nothing
        leaves your machine.
      </p>
      <Bring bring={bring} isBusy={isBusy} />
      <Working progress={progress} />
      {failure !== "" && <NoAnswer text={failure} />}
      <Where pages={pages} />
      {state !== undefined && state.notUsed.length > 0 && (
        <section aria-labelledby="own-not-used">
          <h2 id="own-not-used">Not used</h2>
          <OwnProblems problems={state.notUsed} />
        </section>
      )}
      {state !== undefined && state.releases.length > 0 && <Releases {...props} state={state} isBusy={isBusy} />}
      {state !== undefined && state.files.length > 0 && <Files {...props} state={state} isBusy={isBusy} />}
    </article>
  );
}
