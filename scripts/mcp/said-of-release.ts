import { standingOf } from "../../pipelines/sources/calendar.ts";
import { caveatsOf } from "../../pipelines/sources/caveats.ts";
import { daysInForce } from "../../pipelines/words/releases.ts";
import type { Manifest } from "../../schemas/out/manifest.ts";
import { caveatLines } from "../print/running-text.ts";
import { NO_COLOURS } from "./tool.ts";

type Head = Pick<Manifest, "release" | "title" | "window" | "coverage">;

/** "2026A, January 2026, in force 2026-01-01 to 2026-03-31 (excerpt)" */
export function releaseLine({ release, title, window, coverage }: Head): string {
  return `${release}, ${title}, ${daysInForce(window, standingOf(release))} (${coverage})`;
}

/** What a reader of the releases' amounts must know, each caveat once. */
export function caveatsText(releases: readonly string[]): string[] {
  const caveats = new Map(releases.flatMap(caveatsOf).map((caveat) => [caveat.id, caveat]));
  return ["caveats", ...caveatLines([...caveats.values()], NO_COLOURS)];
}
