import type { DiffDocument } from "../../../schemas/out/diff.ts";
import type { Manifest } from "../../../schemas/out/manifest.ts";

/** What a review page is made from: the diff of two releases, and what their manifests say about how each was built. */
export interface ReviewSources {
  readonly diff: DiffDocument;
  readonly before: Manifest;
  readonly after: Manifest;
  /** How many changes of a schedule to show, by dollars and by percent each. */
  readonly most: number;
}
