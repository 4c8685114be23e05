import type { OpenedRelease } from "../../read/types.ts";
import { RatesAtSites } from "./answer.tsx";
import type { SiteQuestion } from "./asked.ts";
import { CodeClaims, useClaimAnswers } from "./code-claims.tsx";
import { releaseFor } from "./day.ts";
import { NoAnswer } from "./figure.tsx";
import { localityTitle, partsFor, placeAsTyped, type SitePlace } from "./place.ts";
import type { SiteData } from "./site-data.ts";
import { UnknownCode } from "./unknown-code.tsx";
import { useCells, useRelease } from "./use-release.ts";

/** What the site gives to each of its pages. */
export interface PageProps {
  readonly data: SiteData;
  readonly asked: SiteQuestion;
  readonly today: string;
  readonly ask: (change: Partial<SiteQuestion>) => void;
}

interface InReleaseProps extends PageProps {
  readonly release: OpenedRelease;
}

/** Localities that a place may be, to choose from. */
function Among({
  found,
  ask,
}: {
  readonly found: Exclude<SitePlace, { kind: "place" }>;
  readonly ask: PageProps["ask"];
}) {
  return (
    <div class="problem" role="status">
      <p>{found.text}</p>
      <ul class="choices">
        {found.among.map((each) => (
          <li key={each.key}>
            <button type="button" onClick={() => ask({ place: each.key })}>
              {localityTitle(each) || each.key}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface PlaceProps extends InReleaseProps {
  readonly found: Extract<SitePlace, { kind: "place" }>;
}

function AtPlace({ data, release, asked, found }: PlaceProps) {
  const { code } = asked;
  const { locality, title, foundBy } = found;
  const cells = useCells(data, release);
  const answers = useClaimAnswers(data.index, { release: release.release, code, locality });
  return (
    <>
      <p class="where">
        <strong>{title}</strong>, {foundBy}
      </p>
      <RatesAtSites
        release={release}
        cells={cells}
        code={code}
        locality={locality}
        placeTitle={title}
        beside={answers.kind === "known" ? answers.beside : []}
      />
      {locality !== "national" && (
        <p class="small quiet">
          The facility's rate is national. The wage index of the hospital or center changes it, so there is no sum here.
        </p>
      )}
      <CodeClaims index={data.index} release={release.release} answers={answers} />
    </>
  );
}

function InRelease(props: InReleaseProps) {
  const { release, asked, ask } = props;
  const found = placeAsTyped(release, asked.place);
  if (found.kind === "reason") return <Among found={found} ask={ask} />;
  if (release.codes.includes(asked.code)) return <AtPlace {...props} found={found} />;
  return <UnknownCode data={props.data} release={release.release} code={asked.code} ask={ask} />;
}

/** One code, in one place, on one day. */
export function LookUp(props: PageProps) {
  const { data, asked, today } = props;
  const chosen = releaseFor(data.index, asked, today);
  const release = typeof chosen === "string" ? "" : chosen.entry.release;
  const opening = useRelease(data, release, partsFor(asked.place));
  if (typeof chosen === "string") return <NoAnswer text={chosen} />;
  if (asked.code === "") return <p class="lead">Type a HCPCS or CPT code, such as 22511.</p>;
  if (asked.code.length < 5) return <p class="lead">A code has five characters.</p>;
  if (opening.kind === "failed") return <NoAnswer text={opening.text} />;
  const { entry, note } = chosen;
  return (
    <article>
      <h1>
        {asked.code}{" "}
        <span class="of-release">
          {entry.title}, release {entry.release}, services {entry.window.from} to {entry.window.to}
        </span>
      </h1>
      {note !== "" && <p class="note">{note}</p>}
      {opening.kind === "loading" ? (
        <div class="cards waiting" aria-busy="true" />
      ) : (
        <InRelease {...props} release={opening.release} />
      )}
    </article>
  );
}
