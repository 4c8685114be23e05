import type { DiffDocument } from "../../../schemas/out/diff.ts";
import type { Manifest } from "../../../schemas/out/manifest.ts";
import type { Side } from "../../answers/diff/side.ts";

type SideRows = Pick<Side, "pfs" | "opps" | "asc">;

/** What a review page is made from: the diff of two releases, and what their manifests say about how each was built. */
export interface ReviewSources {
  readonly diff: DiffDocument;
  readonly before: Manifest;
  readonly after: Manifest;
  /** Every row of both releases, so that a filter answers for amounts that no list has. */
  readonly sides?: readonly [SideRows, SideRows] | undefined;
  /** How many changes of a schedule to show, by dollars and by percent each. */
  readonly most: number;
}
