import { crc32, createInflateRaw, inflateRawSync } from "node:zlib";
import { beyond } from "../problems/beyond.ts";
import { BOUNDS } from "../problems/bounds.ts";
import { fault } from "../problems/problems.ts";
import { faultOfName } from "../tables/zip-listing.ts";

/** One member as the directory of its archive lists it. */
export interface Listed {
  readonly name: string;
  readonly bytes: number;
  readonly crc: number;
  readonly method: number;
  readonly deflated: number;
  /** Where the member begins in the archive. */
  readonly offset: number;
}

/** Bytes from the end of an archive that hold its directory: more than the most members with the longest names take. */
export const DIRECTORY_BYTES = 512 * 1024;

const END = 0x06054b50;
const END_BYTES = 22;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const MEMBER = 0x04034b50;
const MEMBER_BYTES = 30;
const LONGEST_COMMENT = 65_535;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

/** How many bytes tell whether a file begins like an archive. */
export const ZIP_HEAD_BYTES = 4;

/** Whether a file begins with the first member of an archive: the bytes 50 4B 03 04. */
export function beginsLikeZip(head: Uint8Array): boolean {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  return bytes.length >= ZIP_HEAD_BYTES && bytes.readUInt32LE(0) === MEMBER;
}

function endOf(tail: Buffer): number {
  const first = Math.max(0, tail.length - END_BYTES - LONGEST_COMMENT);
  for (let at = tail.length - END_BYTES; at >= first; at -= 1) if (tail.readUInt32LE(at) === END) return at;
  return -1;
}

function entryAt(tail: Buffer, at: number): { next: number; listed: Listed | undefined } {
  const nameLength = tail.readUInt16LE(at + 28);
  const next = at + ENTRY_BYTES + nameLength + tail.readUInt16LE(at + 30) + tail.readUInt16LE(at + 32);
  const name = tail.toString("utf8", at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength);
  const isEncrypted = (tail.readUInt16LE(at + 8) & ENCRYPTED) !== 0;
  const listed = {
    name,
    bytes: tail.readUInt32LE(at + 24),
    crc: tail.readUInt32LE(at + 16),
    method: tail.readUInt16LE(at + 10),
    deflated: tail.readUInt32LE(at + 20),
    offset: tail.readUInt32LE(at + 42),
  };
  // Names that would lead elsewhere once they are part of a path are not listed
  const isListed = !isEncrypted && faultOfName(name) === undefined && !name.endsWith("/");
  return { next, listed: isListed ? listed : undefined };
}

/**
 * The members that the directory at the end of an archive lists, to find archives inside of it and to name what nobody
 * reads. Nothing else is believed of it: whatever is read of an archive is opened by `tables/zip.ts`.
 *
 * @param tail the last bytes of the archive
 * @param size bytes of the whole archive
 * @returns none for what is no archive, is damaged or has its directory elsewhere
 */
export function directoryOf(tail: Uint8Array, size: number): Listed[] {
  const bytes = Buffer.from(tail.buffer, tail.byteOffset, tail.byteLength);
  const end = bytes.length < END_BYTES ? -1 : endOf(bytes);
  if (end < 0) return [];
  const found: Listed[] = [];
  const count = Math.min(bytes.readUInt16LE(end + 10), BOUNDS.members);
  let at = bytes.readUInt32LE(end + 16) - (size - bytes.length);
  for (let number = 0; number < count; number += 1) {
    if (at < 0 || at + ENTRY_BYTES > end || bytes.readUInt32LE(at) !== ENTRY) return found;
    const { next, listed } = entryAt(bytes, at);
    if (next > end) return found;
    if (listed !== undefined) found.push(listed);
    at = next;
  }
  return found;
}

function damaged(file: string): Error {
  const cure = "Download the archive again";
  return fault("zip.damaged-member", { file }, "the member cannot be inflated intact", cure);
}

function inflated(data: Uint8Array, { method, bytes }: Listed): Uint8Array | undefined {
  if (method === STORED) return data;
  try {
    return method === DEFLATED ? inflateRawSync(data, { maxOutputLength: bytes + 1 }) : undefined;
  } catch {
    return undefined;
  }
}

/** The deflated or stored bytes of a member. */
function heldBytes(archive: Uint8Array, member: Listed, file: string): Buffer {
  const whole = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const { offset } = member;
  if (offset + MEMBER_BYTES > whole.length || whole.readUInt32LE(offset) !== MEMBER) throw damaged(file);
  const from = offset + MEMBER_BYTES + whole.readUInt16LE(offset + 26) + whole.readUInt16LE(offset + 28);
  return whole.subarray(from, from + member.deflated);
}

function refuseLarge({ bytes }: Listed, file: string, most: number): void {
  if (bytes <= most) return;
  throw beyond("zip.member-too-large", { file }, `the member claims ${bytes} bytes`, most);
}

/**
 * The bytes of a member, at once.
 *
 * @param file its name, for messages
 * @throws InputFault when they are damaged or too many
 */
export function memberBytes(archive: Uint8Array, member: Listed, file: string): Uint8Array {
  refuseLarge(member, file, BOUNDS.fileBytes);
  const found = inflated(heldBytes(archive, member, file), member);
  if (found === undefined || found.length !== member.bytes || crc32(found) !== member.crc) throw damaged(file);
  return new Uint8Array(found.buffer, found.byteOffset, found.length);
}

/** Bytes of a piece of a large member. */
const PIECE = 1024 * 1024;

async function* inflatedPieces(data: Buffer, { method }: Listed, file: string): AsyncGenerator<Uint8Array> {
  if (method === STORED) {
    yield data;
    return;
  }
  const stream = createInflateRaw({ chunkSize: PIECE });
  stream.end(data);
  try {
    for await (const piece of stream) yield piece as Buffer;
  } catch {
    throw damaged(file);
  }
}

/** The same member piece by piece, so that it is never in memory as a whole; size and CRC-32 are checked at its end. */
export async function* memberPieces(archive: Uint8Array, member: Listed, file: string): AsyncGenerator<Uint8Array> {
  refuseLarge(member, file, BOUNDS.partBytes);
  let [bytes, sum] = [0, 0];
  for await (const piece of inflatedPieces(heldBytes(archive, member, file), member, file)) {
    bytes += piece.length;
    sum = crc32(piece, sum);
    if (bytes > member.bytes) throw damaged(file);
    yield piece;
  }
  if (bytes !== member.bytes || sum !== member.crc) throw damaged(file);
}
