import fc from "fast-check";
import { openZip } from "../../pipelines/tables/zip.ts";
import type { Base, Bases } from "./bases.ts";
import { type Edit, edits, nth, withEdits } from "./edits.ts";
import { type RawEntry, rawZipOf } from "./raw-zip.ts";
import { type Reader, TOKENS } from "./tokens.ts";
import { changedXml } from "./xml-edits.ts";

/** One input, as numbers that shrink. With the bases it determines the bytes. */
export interface Recipe {
  readonly base: number;
  /** Whether a large file is read whole, which is slow. */
  readonly whole: number;
  readonly window: number;
  /** Member of an archive whose bytes are changed before it is packed again. */
  readonly member: number;
  readonly inside: readonly Edit[];
  readonly outside: readonly Edit[];
}

/** Any input. */
export const recipes: fc.Arbitrary<Recipe> = fc.record({
  base: fc.nat(1_000_000),
  whole: fc.nat(39),
  window: fc.nat(1_000_000_000),
  member: fc.nat(1_000_000),
  inside: edits,
  outside: edits,
});

/** A file of the bases with changes, as a reader is given it. */
export interface Input {
  readonly name: string;
  readonly role: Base["role"];
  readonly bytes: Uint8Array;
}

/** Larger files are cut or skipped in most tries. */
const LARGE = 60_000;
/** Larger XML takes too long to edit. */
const LARGE_XML = 1_000_000;
/** Bytes kept from the beginning of a large text, and from its middle. */
const HEAD = 4_000;
const WINDOW = 8_000;

function isWhole({ whole }: Recipe): boolean {
  return whole === 0;
}

/** Large workbooks and archives cannot be cut, so another one is used. */
function baseFor(recipe: Recipe, bases: readonly Base[]): Base {
  const small = bases.filter(({ bytes }) => bytes.length <= LARGE);
  return isWhole(recipe) || small.length === 0 ? nth(bases, recipe.base) : nth(small, recipe.base);
}

/** A large text's head and a part of the rest. */
function cut({ bytes }: Base, recipe: Recipe): Uint8Array {
  if (isWhole(recipe) || bytes.length <= LARGE) return bytes;
  const at = HEAD + (recipe.window % (bytes.length - HEAD));
  return new Uint8Array(Buffer.concat([bytes.subarray(0, HEAD), bytes.subarray(at, at + WINDOW)]));
}

const unpacked = new WeakMap<Base, Promise<RawEntry[]>>();

async function entriesOf(base: Base): Promise<RawEntry[]> {
  const known = unpacked.get(base);
  if (known !== undefined) return await known;
  const fresh = openZip(base.bytes, base.name).then(async (members) => {
    const entries: RawEntry[] = [];
    for (const member of members) entries.push({ name: member.name, bytes: await member.read() });
    return entries;
  });
  unpacked.set(base, fresh);
  return await fresh;
}

/** Wrong statements in an archive about a member. */
function lied(entry: RawEntry, { at, value }: Edit): RawEntry {
  const lies: readonly Partial<RawEntry>[] = [
    { claimed: value },
    { crc: value },
    { mode: value & 0xffff },
    { flags: value & 0xffff },
    { name: nth(TOKENS.zip, value) },
    { name: `${"a".repeat(value % 65_000)}.csv` },
  ];
  return { ...entry, ...nth(lies, at) };
}

/** Members that are read further than to their CRC: they are changed more often than the rest. */
const LOOKED_AT = /\.(csv|txt|prn)$|^xl\/(worksheets\/sheet|sharedStrings|workbook)/i;

/** The archive with changed bytes of a member and a correct CRC, or with a wrong statement about the member. */
async function repacked(base: Base, recipe: Recipe, tokens: readonly string[]): Promise<Uint8Array> {
  if (recipe.inside.length === 0) return base.bytes;
  const entries = await entriesOf(base);
  const looked = entries.filter(({ name }) => LOOKED_AT.test(String(name)));
  const at = entries.indexOf(nth(looked.length > 0 && recipe.member % 8 !== 0 ? looked : entries, recipe.member));
  const [first] = recipe.inside as [Edit];
  const change = (entry: RawEntry): RawEntry => {
    if (recipe.window % 4 === 0) return lied(entry, first);
    const bytes = Buffer.from(entry.bytes);
    const sound = String(entry.name).startsWith("xl/") && bytes.length < LARGE_XML && recipe.window % 4 !== 1;
    return { ...entry, bytes: sound ? changedXml(bytes, recipe.inside) : withEdits(bytes, recipe.inside, tokens) };
  };
  return rawZipOf(entries.map((entry, index) => (index === at ? change(entry) : entry)));
}

/** Every second download keeps its name, so that its bytes are read. */
function renamed({ name }: Base, { inside, window }: Recipe): string {
  if (window % 2 === 0) return name;
  return Buffer.from(withEdits(Buffer.from(name), inside, TOKENS.downloads)).toString("latin1");
}

/** The bytes of an input. */
export async function inputOf(reader: Reader, recipe: Recipe, bases: Bases): Promise<Input> {
  const tokens = TOKENS[reader];
  if (reader === "csv" || reader === "txt") {
    const base = nth(bases[reader], recipe.base);
    const made = [...recipe.inside, ...recipe.outside];
    return { ...base, bytes: withEdits(cut(base, recipe), made, tokens) };
  }
  const base = baseFor(recipe, bases[reader]);
  if (reader === "downloads") {
    const bytes = withEdits(cut(base, recipe), recipe.outside, TOKENS.csv);
    return { ...base, name: renamed(base, recipe), bytes };
  }
  const bytes = await repacked(base, recipe, tokens);
  return { ...base, bytes: recipe.member % 3 === 0 ? withEdits(bytes, recipe.outside, TOKENS.zip, true) : bytes };
}
