import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import type { PastedList } from "../../answers/audit/code-list.ts";
import type { OpenedRelease } from "../../read/types.ts";
import { releaseFor } from "./day.ts";
import { NoAnswer } from "./figure.tsx";
import { useLatePart } from "./late-part.ts";
import type { PricedList } from "./list-answers.ts";
import { ListInput } from "./list-input.tsx";
import type { ListPart } from "./list-part.ts";
import { TakeAway } from "./list-take-away.tsx";
import type { PageProps } from "./look-up.tsx";
import { NoPlace } from "./no-place.tsx";
import { partsFor } from "./place.ts";
import { useCells, useRelease, useReleases } from "./use-release.ts";
import { useSettled } from "./use-settled.ts";
import { PlainSectionView } from "./view.tsx";

/** The list of this visit. It is in memory alone: neither the address nor the browser's storage has it. */
const kept = { text: "" };

const LABEL = "Paste codes, one a line, or the columns of a spreadsheet: codes, modifiers, your fees";
const EXAMPLE = "HCPCS\tModifier\tOur fee\nG0439\t\t130.00\nG0104\t\t190.50\nG0121\t53\t150.25";
const KINDS = [".csv,.tsv,.txt,.json,.xlsx", "csv, xlsx or JSON"] as const;

interface ReadListProps extends PageProps {
  readonly part: ListPart;
  readonly release: OpenedRelease;
  readonly list: PastedList;
}

interface PricedProps extends ReadListProps {
  readonly locality: string;
  readonly placeTitle: string;
}

/** Compares the fees of a list with every release of the site, once all of them are loaded. */
function useAudit({ data, part, release, list, locality }: PricedProps) {
  const wanted = list.own.length > 0;
  const others = wanted
    ? data.index.releases.map((each) => each.release).filter((each) => each !== release.release)
    : [];
  const { open, failures } = useReleases(data, others, []);
  const isReady = wanted && open.length + failures.length === others.length;
  const audited = useMemo(() => {
    if (!isReady) return undefined;
    return part.audit(list, [...open, release], { release, place: locality });
  }, [isReady, list, release, locality]);
  const problems = audited !== undefined && "problems" in audited ? audited.problems : [];
  return { audited, problems: [...failures, ...problems] };
}

function Priced(props: PricedProps) {
  const { data, part, release, list, locality, placeTitle } = props;
  const cells = useCells(data, release);
  const { audited, problems } = useAudit(props);
  const audit = audited !== undefined && "document" in audited ? audited.document : undefined;
  const priced: PricedList = useMemo(() => ({ list, release, locality, audit }), [list, release, locality, audit]);
  const section = useMemo(() => part.section(priced, { release, cells, placeTitle }), [priced, cells]);
  return (
    <>
      {list.lines.length > 0 && <TakeAway data={data} part={part} priced={priced} />}
      {problems.map((text) => (
        <NoAnswer key={text} text={text} />
      ))}
      {list.lines.length > 0 && <PlainSectionView section={section} />}
    </>
  );
}

function InPlace(props: ReadListProps) {
  const found = props.data.placeIn(props.release, props.asked.place);
  if (found.kind !== "place") return <NoPlace found={found} choose={(place) => props.ask({ place })} />;
  return <Priced {...props} locality={found.locality} placeTitle={found.title} />;
}

function ReadList(props: PageProps & Pick<ReadListProps, "part" | "release"> & { readonly text: string }) {
  const { part, release, text } = props;
  const list = useMemo(() => part.read(text, release), [part, release, text]);
  const unread = useMemo(() => (typeof list === "string" ? undefined : part.unread(list.unread)), [list]);
  if (typeof list === "string") return <NoAnswer text={list} />;
  return (
    <>
      <InPlace {...props} list={list} />
      {unread !== undefined && list.unread.length > 0 && <PlainSectionView section={unread} />}
    </>
  );
}

/** What is below the input: nothing yet, a problem, or the priced list. */
function Below(props: PageProps & { readonly text: string }): JSX.Element {
  const { data, asked, today, text } = props;
  const chosen = releaseFor(data.index, asked, today);
  const name = typeof chosen === "string" ? "" : chosen.entry.release;
  const opening = useRelease(data, name, [...new Set([...partsFor(asked.place), "reader-zips" as const])]);
  const { part, failure } = useLatePart("list", data.index.lateParts.list);
  if (typeof chosen === "string") return <NoAnswer text={chosen} />;
  if (opening.kind === "failed") return <NoAnswer text={opening.text} />;
  if (text.trim() === "") return <div />;
  if (failure !== undefined) return <NoAnswer text={failure} />;
  if (opening.kind === "loading" || part === undefined) return <div aria-busy="true" />;
  return (
    <>
      {chosen.note !== "" && <p class="note">{chosen.note}</p>}
      <ReadList {...props} part={part} release={opening.release} />
    </>
  );
}

/** A list of codes, priced: it never leaves the machine. */
export function ListPage(props: PageProps) {
  const [text, setText] = useState(kept.text);
  const take = (given: string): void => {
    kept.text = given;
    setText(given);
  };
  return (
    <article class="list">
      <h1>A list of codes</h1>
      <ListInput
        data={props.data}
        purpose="list"
        label={LABEL}
        example={EXAMPLE}
        kinds={KINDS}
        text={text}
        take={take}
      />
      <Below {...props} text={useSettled(text)} />
    </article>
  );
}
