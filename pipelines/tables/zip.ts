import { configure, ERR_INVALID_UNCOMPRESSED_SIZE, type FileEntry, Uint8ArrayReader, ZipReader } from "@zip.js/zip.js";
import { beyond } from "../problems/beyond.ts";
import { BOUNDS } from "../problems/bounds.ts";
import { stemOf } from "../problems/file-name.ts";
import { fault, InputFault } from "../problems/problems.ts";
import { quoted } from "../problems/quoted.ts";
import { inflatedMember } from "./member-bytes.ts";
import { listed, STRICT } from "./zip-listing.ts";

configure({ useWebWorkers: false });

/** Files that macOS adds to an archive. */
export const LEFT_BY_A_MAC = /(^|\/)(__MACOSX\/|\._)/;

/** One file inside an archive, not yet inflated. */
export interface ZipMember {
  readonly name: string;
  /** Inflated size, as the archive claims it. */
  readonly bytes: number;
  /** Inflates the member; CRC-32 and size are checked. Throws InputFault when the bytes are damaged or too many. */
  read(): Promise<Uint8Array>;
  /** Inflates a large member piece by piece, with the same checks, the last ones at its end. */
  pieces(atMost: number): AsyncGenerator<Uint8Array>;
}

/** What is known about an archive before it is opened. */
interface Expected {
  /** Its size in bytes, when the registry has it. */
  readonly bytes?: number | null | undefined;
  /** How many bytes may be inflated from it in total. */
  readonly inflated?: number;
}

/** How many bytes may still be inflated from one archive. */
interface Allowance {
  readonly most: number;
  left: number;
}

const CURE = "Download the archive again and compare its sha256 with the one in sources/publications";

/** Refuses a file that does not start like a zip, and says what it is instead. */
function refuseImpostor(archive: Uint8Array, file: string): void {
  if (archive.length === 0) throw fault("zip.empty", { file }, "the file has 0 bytes, expected a zip archive", CURE);
  const head = new TextDecoder("latin1").decode(archive.subarray(0, 256)).trimStart().toLowerCase();
  if (head.startsWith("pk")) return;
  const page = head.startsWith("<!doctype") || head.startsWith("<html") || head.startsWith("<?xml");
  const seen = page ? "an HTML page, probably a licence or error page" : "neither a zip nor a known kind of file";
  const cure = page ? "Open the address in a browser, accept the licence there and save the zip itself" : CURE;
  throw fault("zip.not-a-zip", { file }, `expected a zip archive, saw ${seen}`, cure);
}

/** Inflating stops soon after the last claimed byte, so the real size is not known. */
function reasonOf(error: unknown, { uncompressedSize }: FileEntry): string {
  const reason = error instanceof Error ? error.message : String(error);
  const isOther =
    reason === ERR_INVALID_UNCOMPRESSED_SIZE || (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
  return isOther ? `it does not inflate to the ${uncompressedSize} bytes it claims` : reason;
}

function nameOf(entry: FileEntry, file: string): string {
  return `${file} > ${entry.filename}`;
}

function refuseTooLarge({ uncompressedSize }: FileEntry, file: string, allowance: Allowance): void {
  if (uncompressedSize <= allowance.left) return;
  const seen = `the member claims ${uncompressedSize} bytes, after ${allowance.most - allowance.left} bytes of other members`;
  throw beyond("zip.inflates-too-large", { file }, seen, allowance.most);
}

function refuseUnreadable({ encrypted, uncompressedSize }: FileEntry, file: string, atMost: number): void {
  if (encrypted) {
    const cure = "Download the file from CMS, which does not encrypt files";
    throw fault("zip.encrypted", { file }, "the member is encrypted", cure);
  }
  const claim = `the member claims ${uncompressedSize} bytes`;
  if (!(uncompressedSize <= atMost)) throw beyond("zip.member-too-large", { file }, claim, atMost);
}

function damaged(error: unknown, entry: FileEntry, file: string): InputFault {
  const message = `the member cannot be inflated intact (${reasonOf(error, entry)})`;
  return fault("zip.damaged-member", { file: nameOf(entry, file) }, message, CURE);
}

async function inflate(entry: FileEntry, file: string, allowance: Allowance): Promise<Uint8Array> {
  refuseUnreadable(entry, nameOf(entry, file), BOUNDS.fileBytes);
  refuseTooLarge(entry, nameOf(entry, file), allowance);
  allowance.left -= entry.uncompressedSize;
  try {
    return await inflatedMember(entry);
  } catch (error) {
    throw damaged(error, entry, file);
  }
}

async function* inflateInPieces(entry: FileEntry, file: string, atMost: number): AsyncGenerator<Uint8Array> {
  refuseUnreadable(entry, nameOf(entry, file), atMost);
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  // A caller that stops reading early cancels the stream, and the writer's error is then ignored.
  const end = entry.getData(writable, STRICT).then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  try {
    for await (const piece of readable) yield piece;
  } catch (error) {
    throw damaged((await end)?.error ?? error, entry, file);
  }
  const failed = await end;
  if (failed !== undefined) throw damaged(failed.error, entry, file);
}

/**
 * Lists an archive's files. Refuses a file that is not a zip, is truncated, has unsafe names or is too large. Nothing
 * is written to disk. An archive inside the archive is a member like any other and is not opened.
 *
 * @param archive the archive's bytes
 * @param file its name, for messages
 */
export async function openZip(
  archive: Uint8Array,
  file: string,
  expected: Expected = {},
): Promise<readonly ZipMember[]> {
  refuseImpostor(archive, file);
  const most = expected.inflated ?? BOUNDS.inflatedBytes;
  const allowance = { most, left: most };
  const reader = new ZipReader(new Uint8ArrayReader(archive), { checkSignature: true, filenameValidation: "tolerant" });
  try {
    const entries = await listed(reader.getEntriesGenerator(), file);
    return entries
      .filter((entry): entry is FileEntry => !entry.directory && !LEFT_BY_A_MAC.test(entry.filename))
      .map((entry) => ({
        name: entry.filename,
        bytes: entry.uncompressedSize,
        read: () => inflate(entry, file, allowance),
        pieces: (atMost) => inflateInPieces(entry, file, atMost),
      }));
  } catch (error) {
    if (error instanceof InputFault) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const sizes = `${archive.length} bytes${expected.bytes == null ? "" : `, expected ${expected.bytes}`}`;
    throw fault("zip.unreadable", { file }, `the archive is damaged or truncated (${reason}); it has ${sizes}`, CURE);
  }
}

/** Names that a message lists before it counts the rest. */
const LISTED = 40;

function listing(members: readonly ZipMember[]): string {
  const names = members.slice(0, LISTED).map((member) => quoted(member.name));
  return members.length > LISTED ? `${names.join(", ")} and ${members.length - LISTED} more` : names.join(", ");
}

/**
 * The one member whose name matches.
 *
 * @param pattern matched with the name's stem
 * @param accept which names count, such as those of one format
 * @throws InputFault listing the members when none or several match
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
  const count = hits.length === 0 ? "no member matches" : `${hits.length} members match`;
  const are = hits.length === 0 ? `the archive contains ${listing(members)}` : `they are ${listing(hits)}`;
  const message = `${count} the pattern ${pattern.source}; ${are}`;
  throw fault("zip.member-not-found", { file }, message, "Correct `member` in the file's layout under sources/layouts");
}
