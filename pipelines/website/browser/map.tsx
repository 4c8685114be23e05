import { HCPCS_CODE } from "../../../schemas/names.ts";
import type { OpenedRelease } from "../../read/types.ts";
import { AMOUNTS } from "../../words/names.ts";
import type { SitePart } from "../site-index.ts";
import { MAP_SETTINGS, type MapSetting } from "./asked.ts";
import { releaseFor } from "./day.ts";
import { NoAnswer } from "./figure.tsx";
import type { PageProps } from "./look-up.tsx";
import { changeMapSection, mapSection } from "./map-section.ts";
import { partsFor } from "./place.ts";
import { ReleaseOptions } from "./release-options.tsx";
import { useRelease } from "./use-release.ts";
import { SectionView } from "./view.tsx";

type OpenProps = PageProps & { readonly release: OpenedRelease };

/** The amounts, or their change since another release, that the question asks for. */
function Drawn({ data, asked, release }: OpenProps) {
  const { code, setting } = asked;
  const before = useRelease(data, asked.with, ["reader-cells"]);
  const found = data.placeIn(release, asked.place);
  const chosen = found.kind === "place" && found.locality !== "national" ? found.locality : undefined;
  const after = data.originsOf(release, "national");
  if (!release.codes.includes(code)) return <NoAnswer text={`${code} is not in any file of ${release.release}.`} />;
  if (asked.with === "")
    return <SectionView index={data.index} section={mapSection(after, { code, setting, chosen })} />;
  if (before.kind === "failed") return <NoAnswer text={before.text} />;
  if (before.kind === "loading") return <div aria-busy="true" />;
  const earlier = data.originsOf(before.release, "national");
  return <SectionView index={data.index} section={changeMapSection(earlier, after, { code, setting, chosen })} />;
}

/** Which release the amounts are compared with; none at first. */
function Since({ data, asked, ask }: PageProps) {
  return (
    <label class="field">
      Change since
      <select name="with" value={asked.with} onInput={({ currentTarget }) => ask({ with: currentTarget.value })}>
        <option value="">no release: amounts</option>
        <ReleaseOptions index={data.index} />
      </select>
    </label>
  );
}

/** The locality of a tile: its source begins with "SAN FRANCISCO, CA: $". */
function placeOfTile(target: EventTarget | null): string | undefined {
  const tile = target instanceof Element ? target.closest("rect[data-source]") : null;
  return tile?.getAttribute("data-source")?.split(/: -?\$/)[0];
}

function Opened(props: OpenProps) {
  const { asked, ask } = props;
  const take = (target: EventTarget | null): void => {
    const place = placeOfTile(target);
    if (place !== undefined) ask({ place });
  };
  return (
    <article>
      <div class="fields">
        <fieldset class="choice">
          <legend class="unseen">Setting</legend>
          {(Object.keys(MAP_SETTINGS) as MapSetting[]).map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="setting"
                checked={each === asked.setting}
                onChange={() => ask({ setting: each })}
              />
              {AMOUNTS[each].name}
            </label>
          ))}
        </fieldset>
        <Since {...props} />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the field Place chooses the same by the keyboard */}
      <div onClick={({ target }) => take(target)}>
        <Drawn {...props} />
      </div>
      <p class="small quiet">A tile that is clicked becomes the place of the question.</p>
    </article>
  );
}

/** One code in every locality of a release. */
export function MapPage(props: PageProps) {
  const { data, asked, today } = props;
  const chosen = releaseFor(data.index, asked, today);
  const parts: SitePart[] = ["reader-cells", ...partsFor(asked.place)];
  const opening = useRelease(data, typeof chosen === "string" ? "" : chosen.entry.release, parts);
  if (typeof chosen === "string") return <NoAnswer text={chosen} />;
  if (!HCPCS_CODE.test(asked.code)) return <p class="lead">Type a code to see what each locality pays.</p>;
  if (opening.kind === "failed") return <NoAnswer text={opening.text} />;
  return opening.kind === "loading" ? <div aria-busy="true" /> : <Opened {...props} release={opening.release} />;
}
