import type { TimelinePoint } from "../../schemas/out/timeline.ts";
import type { Window } from "../../schemas/text.ts";
import type { Standing } from "../sources/calendar.ts";

const STANDINGS: Readonly<Record<TimelinePoint["standing"], string>> = {
  "in-force": "in force",
  superseded: "replaced",
  "never-in-force": "never in force",
  "other-revision": "another revision",
};

/** Whether a release is in force: "in force", "replaced by 2022AR". */
export function inForceText({ standing, replacedBy }: Pick<TimelinePoint, "standing" | "replacedBy">): string {
  const by = replacedBy !== null && standing === "superseded" ? ` by ${replacedBy}` : "";
  return `${STANDINGS[standing]}${by}`;
}

/** "in force 2026-01-01 to 2026-03-31"; a release that was replaced on those days, or never in force, was posted for them. */
export function daysInForce({ from, to }: Window, { neverInForce, supersededBy }: Standing): string {
  if (neverInForce) return `posted for ${from} to ${to}, never in force`;
  if (supersededBy !== null) return `posted for ${from} to ${to}, replaced by ${supersededBy}`;
  return `in force ${from} to ${to}`;
}
