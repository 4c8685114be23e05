import type { TimelinePoint } from "../../schemas/out/timeline.ts";

const STANDINGS: Readonly<Record<TimelinePoint["standing"], string>> = {
  "in-force": "in force",
  superseded: "replaced",
  "never-in-force": "never in force",
  "other-revision": "another revision",
};

/** Whether a release is in force: "in force", "replaced by 2022AR". */
export function standingText({ standing, replacedBy }: Pick<TimelinePoint, "standing" | "replacedBy">): string {
  const by = replacedBy !== null && standing === "superseded" ? ` by ${replacedBy}` : "";
  return `${STANDINGS[standing]}${by}`;
}
