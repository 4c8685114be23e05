import { HCPCS_CODE } from "../../../schemas/names.ts";
import type { OpenedRelease } from "../../read/types.ts";
import { NoAnswer } from "./figure.tsx";
import { releasesSection } from "./history-section.ts";
import type { PageProps } from "./look-up.tsx";
import { NoPlace } from "./no-place.tsx";
import { partsFor } from "./place.ts";
import { useReleases } from "./use-release.ts";
import { SectionView } from "./view.tsx";

/** What the releases that are open so far have. Why there is nothing is said when all of them are. */
function Amounts({ data, asked, ask, open, isDone }: PageProps & { open: readonly OpenedRelease[]; isDone: boolean }) {
  const { code } = asked;
  const placeIn = (release: OpenedRelease) => data.placeIn(release, asked.place);
  const places = open.map(placeIn);
  const last = places.at(-1);
  if (last === undefined || !open.some(({ codes }) => codes.includes(code)))
    return isDone ? <NoAnswer text={`${code} is in no file of any release of this site.`} /> : null;
  const isSomewhere = places.some(({ kind }) => kind === "place");
  if (last.kind !== "place" && !isSomewhere && (isDone || last.kind === "half"))
    return <NoPlace found={last} choose={(place) => ask({ place })} />;
  const originsOf = (release: OpenedRelease, title: string) => data.originsOf(release, title);
  return <SectionView index={data.index} section={releasesSection(open, code, placeIn, originsOf)} />;
}

function OverTime(props: PageProps) {
  const { data, asked } = props;
  const names = data.index.releases.map(({ release }) => release);
  const { open, wanted, failures } = useReleases(data, names, [...partsFor(asked.place), "reader-cells"]);
  const isDone = open.length + failures.length >= wanted;
  return (
    <article>
      {!isDone && (
        <p class="note" role="status">
          {open.length} of {wanted} releases loaded
        </p>
      )}
      {failures.map((text) => (
        <p key={text} class="problem">
          {text}
        </p>
      ))}
      <Amounts {...props} open={open} isDone={isDone} />
    </article>
  );
}

/** One code over every release of the site. Nothing is loaded before there is a whole code. */
export function HistoryPage(props: PageProps) {
  if (HCPCS_CODE.test(props.asked.code)) return <OverTime {...props} />;
  return <p class="lead">Type a code to see what it was paid.</p>;
}
