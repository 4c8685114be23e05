import fc from "fast-check";

/** One change of bytes, as numbers that shrink: places and tokens are taken modulo their count. */
export interface Edit {
  readonly kind: number;
  readonly at: number;
  readonly length: number;
  readonly value: number;
}

/** Any change; the shrinker makes fewer and smaller ones of it. */
const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.nat(1_000),
  at: fc.nat(1_000_000_000),
  length: fc.oneof({ weight: 8, arbitrary: fc.nat(16) }, { weight: 3, arbitrary: fc.nat(600) }, fc.nat(70_000)),
  value: fc.nat(1_000_000),
});

/** A few changes, or none: the files themselves must be readable. */
export const edits: fc.Arbitrary<Edit[]> = fc.array(edit, { maxLength: 6 });

/** One of several, by any number. */
export function nth<T>(among: readonly T[], number: number): T {
  const found = among[number % among.length];
  if (found === undefined) throw new Error("nothing to choose from");
  return found;
}

function spliced(bytes: Buffer, at: number, drop: number, put: Uint8Array): Buffer {
  return Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + drop)]);
}

/** Critical values for size and count fields of binary formats. */
const EDGES = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff] as const;

function edge({ value, length }: Edit): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(nth(EDGES, value));
  return buffer.subarray(0, nth([1, 2, 4], length));
}

type Change = (bytes: Buffer, at: number, edit: Edit, tokens: readonly string[]) => Buffer;

/** Changes of text. A change keeps the rest. */
const OF_TEXT: readonly Change[] = [
  (bytes, at, { value }) => spliced(bytes, at, 1, Buffer.from([value & 0xff])),
  (bytes, at, { value }) => spliced(bytes, at, 1, Buffer.from([(bytes[at] ?? 0) ^ (1 << (value & 7))])),
  (bytes, at, { length }) => spliced(bytes, at, length, Buffer.alloc(0)),
  (bytes, at, { length, value }) => spliced(bytes, at, 0, Buffer.alloc(length, value & 0xff)),
  (bytes, at, { length }) => spliced(bytes, at, 0, bytes.subarray(at, at + length)),
  (bytes, at, { length, value }) =>
    spliced(bytes, at, length, bytes.subarray(value % (bytes.length + 1)).subarray(0, length)),
  (bytes, at) => bytes.subarray(0, at),
  (bytes, at) => bytes.subarray(at),
  (bytes, at, { value }, tokens) => spliced(bytes, at, 0, Buffer.from(nth(tokens, value), "latin1")),
  (bytes, at, { value, length }, tokens) => {
    const token = nth(tokens, value);
    return spliced(bytes, at, 0, Buffer.from(token.repeat(Math.ceil(length / token.length)), "latin1"));
  },
  (bytes, at, { value, length }, tokens) => {
    const next = (from: number): number =>
      bytes.findIndex((byte, index) => index >= from && NEITHER.test(String.fromCharCode(byte)));
    const begin = next(at);
    if (begin < 0) return bytes;
    const end = next(begin + 1);
    return spliced(
      bytes,
      begin + 1,
      (end < 0 ? bytes.length : end) - begin - 1,
      Buffer.from(nth(tokens, value + length), "latin1"),
    );
  },
];

/** Characters that end a word in the text formats. */
const NEITHER = /[^A-Za-z0-9.]/;

/** Additional change of binary formats: a size or count field gets an extreme value. */
const OF_ALL: readonly Change[] = [...OF_TEXT, (bytes, at, edit) => spliced(bytes, at, 4, edge(edit))];

/**
 * Bytes with changes made to them, one after the other.
 *
 * @param tokens what is put in
 * @param binary whether the bytes have fields of sizes and counts
 */
export function withEdits(
  bytes: Uint8Array,
  made: readonly Edit[],
  tokens: readonly string[],
  binary = false,
): Uint8Array {
  const changes = binary ? OF_ALL : OF_TEXT;
  let buffer = Buffer.from(bytes);
  for (const each of made) {
    const change = nth(changes, each.kind);
    buffer = Buffer.from(change(buffer, each.at % (buffer.length + 1), each, tokens));
  }
  return new Uint8Array(buffer);
}
