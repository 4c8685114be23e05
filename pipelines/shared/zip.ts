import { BlobReader, configure, type FileEntry, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js";
import { stemOf } from "./file-name.ts";
import { fault } from "./problems.ts";

configure({ useWebWorkers: false });

/** What a Mac adds to archives that it packs: no file of CMS's. */
const LEFT_BY_A_MAC = /(^|\/)(__MACOSX\/|\._)/;

/** CMS's largest member is a 3.5 MB text; anything near these bounds is not a fee schedule. */
const MAX_MEMBERS = 400;
const MAX_MEMBER_BYTES = 64 * 1024 * 1024;

/** One file inside an archive, not yet inflated. */
export interface ZipMember {
  readonly name: string;
  /** Size once inflated, as the archive claims it. */
  readonly bytes: number;
  /** Inflates the member; CRC-32 and size are checked. Throws InputFault when the bytes are damaged. */
  read(): Promise<Uint8Array>;
  /** Inflates it piece by piece, for members too large to be held; the same checks, the last ones at its end. */
  pieces(atMost: number): AsyncGenerator<Uint8Array>;
}

const CURE = "Download the archive again and compare its sha256 with the one in sources/publications";

/** Says what a file that should be an archive really is, or nothing when it starts like a zip. */
function refuseImpostor(archive: Uint8Array, file: string): void {
  if (archive.length === 0) throw fault("zip.empty", { file }, "the file has 0 bytes, expected a zip archive", CURE);
  const head = new TextDecoder("latin1").decode(archive.subarray(0, 256)).trimStart().toLowerCase();
  if (head.startsWith("pk")) return;
  const page = head.startsWith("<!doctype") || head.startsWith("<html") || head.startsWith("<?xml");
  const seen = page ? "an HTML page, probably a licence or error page" : "neither a zip nor a known kind of file";
  const cure = page ? "Open the address in a browser, accept the licence there and save the zip itself" : CURE;
  throw fault("zip.not-a-zip", { file }, `expected a zip archive, saw ${seen}`, cure);
}

/** Everything that zip.js can check of a member. */
const STRICT = { checkSignature: true, checkOverlappingEntry: true };

function nameOf(entry: FileEntry, file: string): string {
  return `${file} > ${entry.filename}`;
}

function refuseLarger({ uncompressedSize }: FileEntry, atMost: number, file: string): void {
  if (uncompressedSize <= atMost) return;
  const seen = `the member claims ${uncompressedSize} bytes, at most ${atMost} are read`;
  throw fault("zip.member-too-large", { file }, seen, CURE);
}

function damaged(error: unknown, file: string): Error {
  const reason = error instanceof Error ? error.message : String(error);
  return fault("zip.damaged-member", { file }, `the member cannot be inflated intact (${reason})`, CURE);
}

async function inflate(entry: FileEntry, file: string): Promise<Uint8Array> {
  refuseLarger(entry, MAX_MEMBER_BYTES, nameOf(entry, file));
  try {
    return await entry.getData(new Uint8ArrayWriter(), STRICT);
  } catch (error) {
    throw damaged(error, nameOf(entry, file));
  }
}

async function* inflateInPieces(entry: FileEntry, file: string, atMost: number): AsyncGenerator<Uint8Array> {
  refuseLarger(entry, atMost, nameOf(entry, file));
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  // Whoever stops reading early cancels the stream, and the writer's error is then nobody's.
  const end = entry.getData(writable, STRICT).then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  try {
    for await (const piece of readable) yield piece;
  } catch (error) {
    throw damaged((await end)?.error ?? error, nameOf(entry, file));
  }
  const failed = await end;
  if (failed !== undefined) throw damaged(failed.error, nameOf(entry, file));
}

/**
 * Lists an archive's files, refusing what is no zip, truncated, escaping or absurdly large.
 *
 * @param archive the archive's bytes
 * @param file its name, for messages
 * @param expected how many bytes it should have, where the registry knows
 */
export async function openZip(
  archive: Uint8Array,
  file: string,
  expected: number | null = null,
): Promise<readonly ZipMember[]> {
  refuseImpostor(archive, file);
  const bytes = archive.buffer.slice(archive.byteOffset, archive.byteOffset + archive.byteLength) as ArrayBuffer;
  const reader = new ZipReader(new BlobReader(new Blob([bytes])), { checkSignature: true });
  try {
    const entries = await reader.getEntries();
    if (entries.length > MAX_MEMBERS) throw new Error(`${entries.length} members, at most ${MAX_MEMBERS} are read`);
    return entries
      .filter((entry): entry is FileEntry => !entry.directory && !LEFT_BY_A_MAC.test(entry.filename))
      .map((entry) => ({
        name: entry.filename,
        bytes: entry.uncompressedSize,
        read: () => inflate(entry, file),
        pieces: (atMost) => inflateInPieces(entry, file, atMost),
      }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const sizes = `${archive.length} bytes${expected === null ? "" : `, expected ${expected}`}`;
    throw fault("zip.unreadable", { file }, `the archive is damaged or truncated (${reason}); it has ${sizes}`, CURE);
  }
}

/**
 * The one member whose name fits.
 *
 * @param pattern matched with the name's stem
 * @param accept which names count at all, such as those of one format
 * @returns the member; throws InputFault listing what is there when none or several fit
 */
export function findMember(
  members: readonly ZipMember[],
  pattern: RegExp,
  file: string,
  accept: (name: string) => boolean = () => true,
): ZipMember {
  const hits = members.filter((member) => accept(member.name) && pattern.test(stemOf(member.name)));
  const [only] = hits;
  if (only !== undefined && hits.length === 1) return only;
  const listing = (hits.length === 0 ? members : hits).map((member) => member.name).join(", ");
  const count = hits.length === 0 ? "no member fits" : `${hits.length} members fit`;
  const message = `${count} the pattern ${pattern.source}; ${hits.length === 0 ? "the archive holds" : "they are"} ${listing}`;
  throw fault("zip.member-not-found", { file }, message, "Correct `member` in the file's layout under sources/layouts");
}
