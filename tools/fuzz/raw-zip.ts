import { crc32, deflateRawSync } from "node:zlib";

/** One entry of a zip, including fields that a usual writer does not let you choose. */
export interface RawEntry {
  readonly name: string | Uint8Array;
  /** What the entry holds; taken as it is when `deflated` says that it is deflated already. */
  readonly bytes: Uint8Array | string;
  readonly deflated?: boolean;
  /** Size that both headers claim. */
  readonly claimed?: number;
  readonly crc?: number;
  /** Kind and permissions as Unix numbers them: 0o120777 is a symbolic link. */
  readonly mode?: number;
  readonly flags?: number;
}

const UTF8 = 0x800;
const DEFLATE = 8;
const UNIX = 3 << 8;

function bytesOf(text: string | Uint8Array): Buffer {
  return typeof text === "string" ? Buffer.from(text) : Buffer.from(text);
}

/** The fields that are equal in local header and directory, from the flags on. */
function common(entry: RawEntry, data: Buffer, whole: Buffer, name: Buffer): Buffer {
  const buffer = Buffer.alloc(24);
  buffer.writeUInt16LE((entry.flags ?? 0) | UTF8, 0);
  buffer.writeUInt16LE(DEFLATE, 2);
  buffer.writeUInt32LE(entry.crc ?? crc32(whole), 8);
  buffer.writeUInt32LE(data.length, 12);
  buffer.writeUInt32LE(entry.claimed ?? whole.length, 16);
  buffer.writeUInt16LE(name.length, 20);
  return buffer;
}

/** A zip of these entries, one after the other as they are given. */
export function rawZipOf(entries: readonly RawEntry[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = bytesOf(entry.name);
    const whole = bytesOf(entry.bytes);
    const data = entry.deflated === true ? whole : deflateRawSync(whole, { level: 1 });
    const shared = common(entry, data, whole, name);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004\u0014\u0000", "latin1"), shared, name, data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    const head = Buffer.from("PK\u0001\u0002\u0000\u0000\u0014\u0000", "latin1");
    head.writeUInt16LE(UNIX | 20, 4);
    directory.push(head, shared, tail, name);
    files.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...files, listed, end]));
}

/** Deflated zeros, any number of 16 MB pieces: a thousandth of their size. */
export function deflatedZeros(pieces: number): Uint8Array {
  const piece = deflateRawSync(Buffer.alloc(1 << 24), { finishFlush: 3 });
  const end = Buffer.from([0x03, 0x00]);
  return new Uint8Array(Buffer.concat([...Array.from({ length: pieces }, () => piece), end]));
}
