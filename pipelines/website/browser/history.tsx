import { releasesSection } from "./history-section.ts";
import type { PageProps } from "./look-up.tsx";
import { partsFor, placeAsTyped } from "./place.ts";
import { useReleases } from "./use-release.ts";
import { SectionView } from "./view.tsx";

/** One code over every release of the site. */
export function HistoryPage({ data, asked }: PageProps) {
  const names = data.index.releases.map(({ release }) => release);
  const { open, wanted, failures } = useReleases(data, names, partsFor(asked.place));
  if (asked.code.length !== 5) return <p class="lead">Type a code to see what it was paid.</p>;
  const title = asked.place === "" ? "national" : asked.place;
  const place = {
    title,
    localityIn: (release: (typeof open)[number]) => {
      const found = placeAsTyped(release, asked.place);
      return found.kind === "place" ? found.locality : undefined;
    },
  };
  return (
    <article>
      {open.length + failures.length < wanted && (
        <p class="note" role="status">
          {open.length} of {wanted} releases loaded
        </p>
      )}
      {failures.map((text) => (
        <p key={text} class="problem">
          {text}
        </p>
      ))}
      <SectionView index={data.index} section={releasesSection(open, asked.code, place)} />
    </article>
  );
}
