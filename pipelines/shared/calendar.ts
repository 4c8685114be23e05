import { calendar } from "./sources.ts";

/** Whether a release was ever in force, and which one replaced it on the same days. */
export interface Standing {
  readonly neverInForce: boolean;
  readonly supersededBy: string | null;
}

/** What CMS's calendar says of a release, by its name without picked revisions. */
export function standingOf(release: string): Standing {
  const base = release.replace(/-.*$/, "");
  const { releases } = calendar();
  const own = releases.find((each) => each.release === base);
  const later = releases.find((each) => each.supersedes === base && overlaps(each, own));
  return { neverInForce: own?.neverInForce === true, supersededBy: later?.release ?? null };
}

type Dated = { readonly window: { readonly from: string; readonly to: string } };

/** 2024AR follows 2024A on other days and does not take any from it; 2018AR takes all of 2018A's. */
function overlaps(later: Dated, earlier: Dated | undefined): boolean {
  return earlier !== undefined && later.window.from <= earlier.window.to && earlier.window.from <= later.window.to;
}
