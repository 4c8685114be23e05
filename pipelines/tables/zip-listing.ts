import type { Entry } from "@zip.js/zip.js";
import { beyond } from "../problems/beyond.ts";
import { BOUNDS } from "../problems/bounds.ts";
import { fault } from "../problems/problems.ts";
import { isPlain, plain, quoted } from "../problems/quoted.ts";

/** Everything that zip.js can check of a member. */
export const STRICT = { checkSignature: true, checkOverlappingEntry: true };

/** Unix kinds of files in the upper half of an entry's attributes. */
const KIND_BITS = 0o170000;
const ORDINARY: ReadonlySet<number> = new Set([0, 0o100000, 0o040000]);
const KINDS: ReadonlyMap<number, string> = new Map([
  [0o120000, "a symbolic link"],
  [0o010000, "a named pipe"],
  [0o140000, "a socket"],
  [0o020000, "a device"],
  [0o060000, "a device"],
]);

const CURE = "CMS's archives have no such member: download the archive again from CMS";

/** What is wrong with a member's name, if anything. Nothing is unpacked to disk, but no good archive has such names. */
export function faultOfName(name: string): string | undefined {
  if (name.length > BOUNDS.nameLength) {
    return `has ${name.length} characters; the limit is ${BOUNDS.nameLength}`;
  }
  if (!isPlain(name)) return "contains control characters";
  if (name.includes("\\")) return "contains a backslash";
  if (/^(\/|[a-z]:)/i.test(name)) return "is an absolute path";
  if (name.split("/").includes("..")) return "leads out of the archive";
  return undefined;
}

function refuseName({ filename }: Entry, file: string): void {
  const wrong = faultOfName(filename);
  if (wrong === undefined) return;
  const message = `the name of the member "${plain(quoted(filename))}" ${wrong}`;
  throw fault("zip.unsafe-name", { file }, message, CURE);
}

function refuseKind({ filename, externalFileAttributes }: Entry, file: string): void {
  const kind = (externalFileAttributes >>> 16) & KIND_BITS;
  if (ORDINARY.has(kind)) return;
  const what = KINDS.get(kind) ?? "of an unknown kind";
  throw fault("zip.not-a-file", { file: `${file} > ${filename}` }, `the member is ${what}, expected a file`, CURE);
}

/**
 * An archive's directory, read up to the bound.
 *
 * @throws InputFault for too many members, a name that occurs twice, links and unsafe names
 */
export async function listed(entries: AsyncIterable<Entry>, file: string): Promise<Entry[]> {
  const found = new Map<string, Entry>();
  for await (const entry of entries) {
    if (found.size === BOUNDS.members) {
      throw beyond("zip.too-many-members", { file }, `more than ${BOUNDS.members} members`, BOUNDS.members);
    }
    refuseName(entry, file);
    refuseKind(entry, file);
    if (found.has(entry.filename)) {
      const message = `two members have the name "${entry.filename}"`;
      throw fault("zip.duplicate-name", { file }, message, CURE);
    }
    found.set(entry.filename, entry);
  }
  return [...found.values()];
}
