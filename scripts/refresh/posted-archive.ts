import { isArchive } from "../../pipelines/inputs/downloads.ts";
import { mayHaveTables } from "../../pipelines/inputs/roles.ts";
import { DIRECTORY_BYTES, directoryOf } from "../../pipelines/inputs/zip-directory.ts";
import { fault } from "../../pipelines/problems/problems.ts";
import { readTail } from "../../pipelines/problems/regular-file.ts";
import type { PostedFile } from "../../pipelines/refresh/posted.ts";
import { firstAndMore } from "../../pipelines/words/money-text.ts";

/** Members that a message names. */
const NAMED_MEMBERS = 8;

/**
 * Refuses an archive that a page names for a publication and that has none of its tables. An archive inside it may have
 * them.
 *
 * @throws InputFault "pages.other-archive", which names the members
 */
export function refuseOtherArchive(posted: PostedFile, came: { readonly path: string; readonly bytes: number }): void {
  const { family, id, address } = posted;
  if (id === undefined || !isArchive(came)) return;
  const names = directoryOf(readTail(came.path, DIRECTORY_BYTES), came.bytes).map(({ name }) => name);
  if (names.some((name) => isArchive({ path: name }) || mayHaveTables(name, family))) return;
  const held = firstAndMore(names, NAMED_MEMBERS);
  const message = `CMS's page names the archive for ${id}; expected a member named like a table of ${family}, saw ${held}`;
  const cure = "Open the page and see what the archive is. If it has the tables, unpack it and rename them";
  throw fault("pages.other-archive", { file: address }, message, `${cure}; then name the folder with --from`);
}
