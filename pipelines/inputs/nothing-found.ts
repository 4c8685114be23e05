import type { Publication, Release } from "../../schemas/source/release.ts";
import { fault } from "../problems/problems.ts";
import type { Inputs } from "./locate.ts";
import { MAIN_ROLES } from "./roles.ts";

/** Names by which a person knows the publication's download; none for those that bring no main table. */
function lookedFor({ archive, files }: Publication): string[] {
  const main = files.filter((file) => MAIN_ROLES.has(file.role)).map((file) => file.copy ?? file.name);
  return archive !== undefined && main.length > 0 ? [archive.name] : [...new Set(main)];
}

/**
 * Refuses a folder that holds no main table of the release: an empty release would replace a good one.
 *
 * @param folder what the user named, for the message
 * @throws InputFault saying where was looked and for what
 */
export function requireAnything(release: Release, { located }: Inputs, folder: string): void {
  if (located.some(({ entry }) => MAIN_ROLES.has(entry.role))) return;
  const names = release.publications.flatMap(lookedFor);
  const wanted = names.length === 0 ? "no file there is named as one of its files" : `looked for ${names.join(", ")}`;
  throw fault(
    "release.nothing-found",
    { file: folder },
    `no main table of release ${release.release} lies there or below; ${wanted}`,
    "Correct --from, or download CMS's files into that folder",
  );
}
