import type { Manifest } from "../../../schemas/out/manifest.ts";
import { releaseNotes } from "../../words/release-notes.ts";

/** CMS's file of wage indices is the one for ASCs. */
const HOSPITALS_OWN_INDEX =
  "The wage index is CMS's for ASCs, before reclassifications and floors; a hospital's OPPS payments follow its own index, which can differ";

/**
 * Notes on the files that a release was built from, and on the question.
 *
 * @param wageAdjusted whether rates were adjusted to a CBSA
 */
export function notesOf(manifest: Manifest, wageAdjusted: boolean): string[] {
  return [...releaseNotes(manifest), ...(wageAdjusted ? [HOSPITALS_OWN_INDEX] : [])];
}
