import { useEffect } from "preact/hooks";
import { HCPCS_CODE } from "../../../schemas/names.ts";
import type { OpenedRelease } from "../../read/types.ts";
import { counted } from "../../words/money-text.ts";
import type { SiteDescriptors } from "../site-index.ts";
import { RatesAtSites } from "./answer.tsx";
import type { SiteQuestion } from "./asked.ts";
import { CodeClaims, useClaimAnswers } from "./code-claims.tsx";
import { type AnsweringRelease, releaseFor } from "./day.ts";
import { NoAnswer } from "./figure.tsx";
import { NoPlace } from "./no-place.tsx";
import { partsFor, type SitePlace } from "./place.ts";
import type { SiteData } from "./site-data.ts";
import { UnknownCode } from "./unknown-code.tsx";
import { useCells, useRelease } from "./use-release.ts";

/** What the site gives to each of its pages. */
export interface PageProps {
  readonly data: SiteData;
  readonly asked: SiteQuestion;
  readonly today: string;
  /** Asks another question; one that is being typed is not yet one to come back to. */
  readonly ask: (change: Partial<SiteQuestion>, isTyping?: boolean) => void;
  /** Descriptors of the release's codes, in a site that has them. */
  readonly descriptors: SiteDescriptors | undefined;
}

interface InReleaseProps extends PageProps {
  readonly release: OpenedRelease;
}

/** What a reader of the amounts must know. */
function Caveats({ release: { caveats, release } }: { readonly release: OpenedRelease }) {
  if (caveats.length === 0) return null;
  return (
    <details class="caveats">
      <summary>What to know of {release}</summary>
      <ul class="small">
        {caveats.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </details>
  );
}

interface PlaceProps extends InReleaseProps {
  readonly found: Extract<SitePlace, { kind: "place" }>;
}

function AtPlace({ data, release, asked, found }: PlaceProps) {
  const { code } = asked;
  const { locality, title, foundBy } = found;
  const cells = useCells(data, release);
  const firstDay = asked.on === "" ? release.window.from : undefined;
  const day = firstDay ?? asked.on;
  const answers = useClaimAnswers(data.index, { release: release.release, code, locality, day }, release.codes);
  return (
    <>
      <p class="where">
        <strong>{title}</strong>, {foundBy}
      </p>
      <RatesAtSites
        release={release}
        cells={cells}
        inputs={data.inputsOf(release)}
        code={code}
        locality={locality}
        placeTitle={title}
        beside={answers.kind === "known" ? answers.beside : []}
      />
      {locality !== "national" && (
        <p class="small quiet">
          Rates of facilities are national. Where the wage index of a hospital or center applies it changes them, so
          there is no sum here.
        </p>
      )}
      <Caveats release={release} />
      <CodeClaims index={data.index} release={release.release} answers={answers} firstDay={firstDay} />
    </>
  );
}

function InRelease(props: InReleaseProps) {
  const { release, asked, ask } = props;
  const found = props.data.placeIn(release, asked.place);
  if (found.kind !== "place") return <NoPlace found={found} choose={(place) => ask({ place })} />;
  if (release.codes.includes(asked.code)) return <AtPlace {...props} found={found} />;
  return <UnknownCode data={props.data} release={release.release} code={asked.code} ask={ask} />;
}

/** The most codes that words find. */
const FOUND = 24;

/** Codes whose descriptors have all words; in a site with descriptors. */
function Named({
  words,
  descriptors,
  ask,
}: {
  readonly words: string;
  readonly descriptors: SiteDescriptors;
  readonly ask: PageProps["ask"];
}) {
  const wanted = words.toLowerCase().split(/\s+/);
  const all = Object.entries(descriptors.texts).filter(([code, text]) => {
    const line = `${code} ${text}`.toLowerCase();
    return wanted.every((word) => line.includes(word));
  });
  return (
    <div role="status">
      <p class="lead">{counted(all.length, "code")} with these words.</p>
      <ul class="found">
        {all.slice(0, FOUND).map(([code, text]) => (
          <li key={code}>
            <button type="button" onClick={() => ask({ code })}>
              <strong>{code}</strong> {text}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What is shown before there is a code: what to type, or the codes with the words that were typed. */
function NotACode({ asked, descriptors, ask }: PageProps) {
  if (asked.code === "") return <p class="lead">Type a HCPCS or CPT code, such as G0439.</p>;
  if (descriptors === undefined || asked.code.length < 3) {
    return <p class="lead">A code has five characters, and a modifier two: G0439, G0439-26.</p>;
  }
  return <Named words={asked.code} descriptors={descriptors} ask={ask} />;
}

interface CodeProps extends PageProps {
  readonly chosen: AnsweringRelease;
}

function OfCode(props: CodeProps) {
  useEffect(() => {
    document.title = `${props.asked.code} ${props.chosen.entry.release}: what Medicare pays`;
    const status = document.getElementById("announcement");
    if (status !== null) status.textContent = `${props.asked.code} in ${props.chosen.entry.release}`;
  }, [props.asked.code, props.chosen.entry.release]);
  const { data, asked, chosen, descriptors } = props;
  const { entry, note } = chosen;
  const opening = useRelease(data, entry.release, partsFor(asked.place));
  if (opening.kind === "failed") return <NoAnswer text={opening.text} />;
  const text = descriptors?.texts[asked.code];
  return (
    <article>
      <h1>
        {asked.code}{" "}
        <span class="of-release">
          {entry.title}, release {entry.release}, services {entry.window.from} to {entry.window.to}
        </span>
      </h1>
      {text !== undefined && <p class="descriptor">{text}</p>}
      {note !== "" && <p class="note">{note}</p>}
      {opening.kind === "loading" ? (
        <div class="cards waiting" aria-busy="true" />
      ) : (
        <InRelease {...props} release={opening.release} />
      )}
    </article>
  );
}

/** One code, in one place, on one day. */
export function LookUp(props: PageProps) {
  const { data, asked, today } = props;
  const chosen = releaseFor(data.index, asked, today);
  if (typeof chosen === "string") return <NoAnswer text={chosen} />;
  return HCPCS_CODE.test(asked.code) ? <OfCode {...props} chosen={chosen} /> : <NotACode {...props} />;
}
