import type { Manifest } from "../../schemas/out/manifest.ts";
import { replacedBy, spansInForce } from "../sources/calendar.ts";
import type { SiteRelease } from "./site-index.ts";

/** The entry of a release in the index of a site. */
export function siteRelease(
  { release, title, window, coverage }: Pick<Manifest, "release" | "title" | "window" | "coverage">,
  parts: SiteRelease["parts"],
): SiteRelease {
  const inForce = spansInForce(release, window);
  return { release, title, window, inForce, replacedBy: replacedBy(release)?.release ?? null, coverage, parts };
}
