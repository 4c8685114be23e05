import { HCPCS_CODE } from "../../../schemas/names.ts";
import { AMOUNTS } from "../../words/names.ts";
import { MAP_SETTINGS, type MapSetting } from "./asked.ts";
import { releaseFor } from "./day.ts";
import { NoAnswer } from "./figure.tsx";
import type { PageProps } from "./look-up.tsx";
import { mapSection } from "./map-section.ts";
import { useRelease } from "./use-release.ts";
import { SectionView } from "./view.tsx";

/** One code in every locality of a release. */
export function MapPage({ data, asked, today, ask }: PageProps) {
  const { setting } = asked;
  const chosen = releaseFor(data.index, asked, today);
  const opening = useRelease(data, typeof chosen === "string" ? "" : chosen.entry.release, ["reader-cells"]);
  if (typeof chosen === "string") return <NoAnswer text={chosen} />;
  if (!HCPCS_CODE.test(asked.code)) return <p class="lead">Type a code to see what each locality pays.</p>;
  if (opening.kind === "failed") return <NoAnswer text={opening.text} />;
  if (opening.kind === "loading") return <div aria-busy="true" />;
  const { release } = opening;
  return (
    <article>
      <fieldset class="choice">
        <legend class="unseen">Setting</legend>
        {(Object.keys(MAP_SETTINGS) as MapSetting[]).map((each) => (
          <label key={each}>
            <input type="radio" name="setting" checked={each === setting} onChange={() => ask({ setting: each })} />
            {AMOUNTS[each].name}
          </label>
        ))}
      </fieldset>
      {release.codes.includes(asked.code) ? (
        <SectionView
          index={data.index}
          section={mapSection(data.originsOf(release, "national"), asked.code, setting)}
        />
      ) : (
        <NoAnswer text={`${asked.code} is not in any file of ${release.release}.`} />
      )}
    </article>
  );
}
