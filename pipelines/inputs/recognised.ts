import { baseName } from "../problems/file-name.ts";
import { InputFault } from "../problems/problems.ts";
import { type Download, isArchive } from "./downloads.ts";
import { formatOf } from "./formats.ts";
import { isNamedFor, type NamedPublication, nameOf } from "./name-of-download.ts";
import { publicationLabel } from "./registry.ts";
import { beginsLikeZip, DIRECTORY_BYTES, directoryOf } from "./zip-directory.ts";

type Publication = Pick<NamedPublication, "family" | "id">;

/** The name of a file, with the publication in front where the name does not say it: "RVU26D download.zip". */
export function nameWith(publication: Publication, name: string): string {
  return isNamedFor(name, publication) ? name : `${publicationLabel(publication.family, publication.id)} ${name}`;
}

/** An archive by its name, or by its bytes where the name is of no table: "download", "random.bin". */
function mayBeArchive(download: Download): boolean {
  if (isArchive(download)) return true;
  return formatOf(download.path) === undefined && beginsLikeZip(download.head?.() ?? download.read());
}

/** The publications that the members of an archive are named for, each once; none for what cannot be read. */
function namedInside(download: Download): NamedPublication[] {
  try {
    if (nameOf(download.path).length > 0 || !mayBeArchive(download)) return [];
    const bytes = download.read();
    const members = directoryOf(bytes.subarray(-DIRECTORY_BYTES), bytes.length);
    // An archive inside is a download of its own.
    const named = members.filter(({ name }) => !isArchive({ path: name })).flatMap(({ name }) => nameOf(name));
    return [...new Map(named.map((each) => [`${each.family} ${each.id}`, each])).values()];
  } catch (error) {
    if (error instanceof InputFault) return [];
    throw error;
  }
}

function recognised(download: Download): Download {
  const [found, ...others] = namedInside(download);
  if (found === undefined || others.length > 0) return download;
  const name = baseName(download.path);
  const folder = download.path.slice(0, download.path.length - name.length);
  const named = nameWith(found, name);
  return { ...download, path: folder + (isArchive(download) ? named : `${named}.zip`) };
}

/**
 * Downloads with the names of their publications: a browser may have given an archive any name, and its members still
 * have CMS's. What cannot be recognised, or could be several publications, keeps its name.
 */
export function withRecognisedNames(downloads: readonly Download[]): Download[] {
  return downloads.map(recognised);
}

/** Archives with files of several publications, each with what they are: nobody can say which one the archive is. */
export function archivesOfSeveral(downloads: readonly Download[]): { path: string; ids: readonly string[] }[] {
  return downloads.flatMap((download) => {
    const named = namedInside(download);
    return named.length < 2 ? [] : [{ path: download.path, ids: named.map(({ id }) => id) }];
  });
}
