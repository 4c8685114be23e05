import type { FileEntry, Publication } from "../../schemas/source/release.ts";
import { baseName, stemOf } from "../problems/file-name.ts";
import { InputFault } from "../problems/problems.ts";
import { plain, quoted } from "../problems/quoted.ts";
import { sha256 } from "../problems/sha256.ts";
import { bytesByHash, type Download, isArchive } from "./downloads.ts";
import { formatOf } from "./formats.ts";
import { nameOf } from "./name-of-download.ts";
import { pinsOf } from "./pins.ts";
import { parseReleaseName, pfsId, quarterId, type ReleaseName } from "./release-id.ts";
import { rolesFor } from "./roles.ts";
import { directoryOf, type Listed, memberBytes } from "./zip-directory.ts";

/** What is known of the publications that were looked for. */
interface LookedFor extends Pick<Publication, "label" | "archive"> {
  readonly files: readonly Pick<FileEntry, "name" | "bytes" | "sha256">[];
}

/** A file that was seen and not used, and why. The lower the rank, the more it says about what is missing. */
interface Seen {
  readonly file: string;
  readonly reason: string;
  readonly rank: number;
}

/** Names that a message lists before it counts the rest. */
const LISTED = 10;
const UNFINISHED = /\.(crdownload|part|partial|download|tmp)$/i;

type Pinned = Pick<FileEntry, "name" | "bytes" | "sha256"> & { readonly label: string };

function pinsIn(publications: readonly LookedFor[]): Pinned[] {
  return publications.flatMap((each) => pinsOf(each).map((pin) => ({ ...pin, label: each.label })));
}

/** A file with a year in its name and no quarter: GPCI2026.csv, ANES2026.csv, 26LOCCO.csv. */
function yearNamed(path: string): string | undefined {
  const isTable = rolesFor(baseName(path), "pfs").some((role) => role !== "rvu" && role !== "rvu-qpp");
  const [, long, short] = /(?<!\d)(20\d{2})(?!\d)|^(\d{2})(?!\d)/.exec(stemOf(path)) ?? [];
  const year = long ?? (short && `20${short}`);
  return isTable && nameOf(path).length === 0 ? year : undefined;
}

/** The only relative value publication among the downloads that is of a year. */
function onlyOfYear(year: string, downloads: readonly Download[]): string | undefined {
  const ids = new Set(
    downloads.flatMap(({ path }) => nameOf(path).filter(({ family }) => family === "pfs")).map(({ id }) => id),
  );
  const ofYear = [...ids].filter((id) => id.startsWith(`RVU${year.slice(2)}`));
  return ofYear.length === 1 ? ofYear[0] : undefined;
}

/** The bytes of a download; undefined when they cannot be read, for a reason that is reported elsewhere. */
function bytesOf(read: () => Uint8Array | undefined): Uint8Array | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputFault) return undefined;
    throw error;
  }
}

/** By size in the listing, then by hash: only what has the size of a pinned file is inflated. */
function pinnedMember(archive: Uint8Array, members: readonly Listed[], pins: readonly Pinned[]): string | undefined {
  for (const member of members) {
    const ofSize = pins.filter(({ bytes }) => bytes === member.bytes);
    const bytes = ofSize.length === 0 ? undefined : bytesOf(() => memberBytes(archive, member, member.name));
    const hash = bytes && sha256(bytes);
    const pin = ofSize.find((each) => each.sha256 === hash);
    if (pin !== undefined) return `${member.name} in it is the pinned ${pin.name} of ${pin.label}`;
  }
  return undefined;
}

function inAnother(download: Download, pins: readonly Pinned[]): Omit<Seen, "file"> {
  const archive = bytesOf(() => download.read());
  const members = archive === undefined ? [] : directoryOf(archive, archive.length);
  if (archive === undefined || members.length === 0) return { rank: 2, reason: "an archive that cannot be listed" };
  const pinned = pinnedMember(archive, members, pins);
  if (pinned !== undefined) return { rank: 0, reason: `${pinned}: unpack the archive into the folder` };
  const inner = members.find(({ name }) => isArchive({ path: name }));
  if (inner !== undefined && download.inside !== undefined)
    return { rank: 1, reason: `${inner.name} is in it, an archive inside two others: unpack it` };
  const held = members
    .slice(0, 3)
    .map(({ name }) => quoted(name, 40))
    .join(", ");
  const more = members.length > 3 ? ` and ${members.length - 3} more` : "";
  return { rank: 3, reason: `neither its sha256 nor its name is known; it holds ${held}${more}` };
}

function ofTable({ path }: Download, downloads: readonly Download[]): Omit<Seen, "file"> {
  const year = yearNamed(path);
  const [named] = nameOf(path);
  if (named !== undefined)
    return { rank: 1, reason: `named for ${named.id}, by neither the sha256 nor the name of a registered file` };
  if (year === undefined) return { rank: 2, reason: "neither its sha256 nor its name fits a wanted file" };
  const id = onlyOfYear(year, downloads);
  const folder = id ?? `the publication, such as RVU${year.slice(2)}A`;
  return { rank: 1, reason: `its name has a year and no quarter: put it into a folder named ${folder}` };
}

/** Why a file that is not a pinned one was not used, by what it is. */
function reasonFor(download: Download, downloads: readonly Download[], pins: readonly Pinned[]): Omit<Seen, "file"> {
  const { path, bytes } = download;
  if (bytes < 0) return { rank: 2, reason: "a link, a pipe or a device, which is not read" };
  if (UNFINISHED.test(path)) return { rank: 0, reason: "an unfinished download: download it again" };
  if (isArchive(download)) return inAnother(download, pins);
  const format = formatOf(path);
  if (format === "xls") return { rank: 0, reason: "an old binary workbook: save it as xlsx" };
  if (format !== undefined) return ofTable(download, downloads);
  if (/\.pdf$/i.test(path)) return { rank: 3, reason: "a PDF: no table is read from it" };
  return { rank: 4, reason: "not csv, txt, xlsx or zip" };
}

function isPinned(download: Download, pins: readonly Pinned[]): boolean {
  return pins.some((pin) => bytesOf(() => bytesByHash([download], pin)) !== undefined);
}

/** Files that are named for other publications than those looked for are not worth a line: they were not meant. */
function isOfAnother({ path }: Download, name: ReleaseName | undefined): boolean {
  const named = nameOf(path);
  if (named.length === 0 || name === undefined) return false;
  const wanted = [pfsId(name), quarterId(name), name.year];
  return !named.some(({ id }) => wanted.includes(id));
}

/**
 * Files that were seen and not used, each with the reason, for the end of a message that something is missing.
 *
 * @param publications those that were looked for
 * @param id the release, so that files of others are left out; none when every release was looked for
 * @returns "; seen and not used: ..." or nothing
 */
export function seenNotUsed(downloads: readonly Download[], publications: readonly LookedFor[], id?: string): string {
  const pins = pinsIn(publications);
  const name = id === undefined ? undefined : parseReleaseName(id);
  const outer = new Set(downloads.flatMap(({ inside }) => inside ?? []));
  const seen = downloads
    .filter((each) => !outer.has(each.path) && !isOfAnother(each, name) && !isPinned(each, pins))
    .map((each) => ({ file: each.path, ...reasonFor(each, downloads, pins) }))
    .sort((left, right) => left.rank - right.rank);
  if (seen.length === 0) return "";
  const named = seen.slice(0, LISTED).map(({ file, reason }) => `${plain(quoted(file))} (${plain(reason)})`);
  const more = seen.length > LISTED ? ` and ${seen.length - LISTED} more` : "";
  return `; seen and not used: ${named.join(", ")}${more}`;
}
