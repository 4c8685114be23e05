import { precedingRelease, releaseFor } from "./day.ts";
import type { PageProps } from "./look-up.tsx";
import { type NoSitePlace, partsFor } from "./place.ts";
import { ReleaseOptions } from "./release-options.tsx";
import type { SiteData } from "./site-data.ts";
import type { ComparedSide } from "./two-sides.ts";
import { useReleases } from "./use-release.ts";

/** Two sides that are open, that are being loaded, or why they cannot be compared: a place of theirs is not found. */
export type OpeningSides =
  | { readonly kind: "open"; readonly before: ComparedSide; readonly after: ComparedSide }
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly text: string }
  | { readonly kind: "no-place"; readonly found: NoSitePlace; readonly field: "place" | "other" };

/** Names of the two releases that a question compares; a text where there are none. */
export function namesOfTwo({ data, asked, today }: PageProps): readonly [before: string, after: string] | string {
  const chosen = releaseFor(data.index, asked, today);
  if (typeof chosen === "string") return chosen;
  const { release } = chosen.entry;
  if (asked.with === "") return [asked.other === "" ? precedingRelease(data.index, release) : release, release];
  if (data.entry(asked.with) === undefined) return `This site does not have the release ${asked.with}.`;
  return [asked.with, release];
}

function sideOf(data: SiteData, name: string, place: string): ComparedSide | NoSitePlace | undefined {
  const release = data.ready(name, partsFor(place));
  if (release === undefined) return undefined;
  const found = data.placeIn(release, place);
  if (found.kind !== "place") return found;
  return { release, inputs: data.inputsOf(release), locality: found.locality, placeTitle: found.title };
}

/** Opens two releases, each with what its place needs to be found. */
export function useSides(
  data: SiteData,
  names: readonly [string, string],
  places: readonly [string, string],
): OpeningSides {
  const before = useReleases(data, [names[0]].filter(Boolean), partsFor(places[0]));
  const after = useReleases(data, [names[1]].filter(Boolean), partsFor(places[1]));
  const [failure] = [...before.failures, ...after.failures];
  if (failure !== undefined) return { kind: "failed", text: failure };
  const [old, now] = [sideOf(data, names[0], places[0]), sideOf(data, names[1], places[1])];
  if (old === undefined || now === undefined) return { kind: "loading" };
  if ("kind" in old) return { kind: "no-place", found: old, field: "place" };
  if ("kind" in now) return { kind: "no-place", found: now, field: places[0] === places[1] ? "place" : "other" };
  return { kind: "open", before: old, after: now };
}

/** Chooses the release that another one is compared with. */
export function ChooseWith({ data, ask, chosen }: PageProps & { readonly chosen: string }) {
  return (
    <label class="field">
      Compared with
      <select name="with" value={chosen} onInput={({ currentTarget }) => ask({ with: currentTarget.value })}>
        <ReleaseOptions index={data.index} />
      </select>
    </label>
  );
}
