import type { Problem } from "../../../schemas/place.ts";
import type { Layout } from "../../../schemas/source/layout.ts";
import { beyond } from "../../problems/beyond.ts";
import { BOUNDS } from "../../problems/bounds.ts";
import { columnLetter, fault, type Problems } from "../../problems/problems.ts";
import { quoted } from "../../problems/quoted.ts";
import { RunningSha256 } from "../../problems/sha256.ts";
import { type Columns, resolveColumns } from "../../tables/columns.ts";
import { readDelimited } from "../../tables/csv.ts";
import { collapse, trimCell } from "../../tables/grid.ts";
import { findHeading, type Heading } from "../../tables/heading.ts";
import type { PtpColumns } from "./ptp-columns.ts";
import type { PtpPart } from "./ptp-edits.ts";
import type { PtpRationales } from "./ptp-rationales.ts";
import { PTP_FIELDS, type PtpFault, readCells, readPlain, withoutReturn } from "./ptp-row.ts";

/** What a part is read from. */
type PartSource = Pick<PtpPart, "number" | "publication" | "entry" | "shown" | "archive"> & {
  readonly pieces: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
};

/** Where the edits of all parts of a setting go. */
interface Target {
  readonly columns: PtpColumns;
  readonly rationales: PtpRationales;
}

const LINE_FEED = 10;
/** Notice and heading are in the first bytes: CMS's have six lines. */
const HEAD_BYTES = 16 * 1024;
const END_MARK = "\u001a";

/** The heading of a part, and where its rows begin. */
interface Head {
  readonly heading: Heading;
  readonly found: Columns;
  readonly encoding: string;
  /** Rows above the first edit, and the byte that the first edit begins at. */
  readonly rows: number;
  readonly byte: number;
  /** The column of each field. */
  readonly indexes: readonly number[];
}

/** The lines of notice and heading, up to the last whole one. */
function firstLines(bytes: Uint8Array): Uint8Array {
  const head = bytes.subarray(0, HEAD_BYTES);
  const end = head.lastIndexOf(LINE_FEED);
  return head.length === bytes.length || end < 0 ? head : head.subarray(0, end + 1);
}

function byteOfRow(bytes: Uint8Array, rows: number): number {
  let at = 0;
  for (let row = 0; row < rows; row += 1) {
    const end = bytes.indexOf(LINE_FEED, at);
    if (end < 0) return bytes.length;
    at = end + 1;
  }
  return at;
}

/** Finds notice and heading by their content. CMS wraps the heading over four rows; rows without a key are part of it. */
async function readHead(
  bytes: Uint8Array,
  shown: string,
  layout: Layout,
  problems: Problems,
): Promise<Head | undefined> {
  const grid = await readDelimited(firstLines(bytes), shown);
  const heading = findHeading(grid, layout, shown);
  const own = problems.part();
  const found = resolveColumns(heading, layout, shown, own);
  if (own.any) return undefined;
  const isKey = new RegExp(layout.keyPattern);
  const whole = grid.rows.at(-1)?.join("") === "" ? grid.rows.slice(0, -1) : grid.rows;
  const below = whole.slice(heading.lastRow);
  const first = below.findIndex((row) => isKey.test(trimCell(row[heading.keyColumn] ?? "")));
  const above = first < 0 ? below : below.slice(0, first);
  const stray = above.findIndex((row) => collapse(row[heading.keyColumn] ?? "") !== "");
  if (stray >= 0) {
    problems.add(unreadable(shown, heading.lastRow + stray + 1, layout, String(above[stray]?.[heading.keyColumn])));
    return undefined;
  }
  const rows = heading.lastRow + above.length;
  const indexes = PTP_FIELDS.map((field) => found.byField.get(field)?.index ?? -1);
  return { heading, found, encoding: grid.encoding ?? "", rows, byte: byteOfRow(bytes, rows), indexes };
}

function unreadable(file: string, row: number, { key, keyPattern, id }: Layout, seen: string): Problem {
  return {
    code: "row.unreadable",
    place: { file, row, column: "A" },
    message: `expected a row with ${key} like ${keyPattern}, saw "${quoted(collapse(seen))}"`,
    cure: `Download the file again, or correct sources/layouts/${id}.json if CMS uses a new kind of row`,
  };
}

/** Reads the rows of one part as its pieces come. */
class PartRows {
  blank = 0;
  endMark = 0;
  /** Row of the last line that was read, as a spreadsheet numbers it. */
  row: number;
  private readonly isUsual: boolean;
  private readonly file: string;
  private readonly head: Head;
  private readonly target: Target;
  private readonly problems: Problems;

  constructor(file: string, head: Head, target: Target, problems: Problems) {
    this.file = file;
    this.head = head;
    this.target = target;
    this.problems = problems;
    this.row = head.rows;
    this.isUsual = head.indexes.every((index, at) => index === at) && head.heading.texts.length === PTP_FIELDS.length;
  }

  /** Reads the whole lines of some bytes; returns how many bytes they have. */
  take(bytes: Uint8Array): number {
    let from = 0;
    for (let end = bytes.indexOf(LINE_FEED, from); end >= 0; end = bytes.indexOf(LINE_FEED, from)) {
      this.line(bytes, from, withoutReturn(bytes, from, end));
      from = end + 1;
      if (this.problems.full) return bytes.length;
    }
    return from;
  }

  /** The last line, where it has no end. */
  last(bytes: Uint8Array): void {
    if (bytes.length > 0) this.line(bytes, 0, withoutReturn(bytes, 0, bytes.length));
  }

  private line(bytes: Uint8Array, from: number, to: number): void {
    this.row += 1;
    const { columns, rationales } = this.target;
    const isAfterEnd = this.blank + this.endMark > 0;
    if (this.isUsual && !isAfterEnd && readPlain(bytes, from, to, columns, rationales)) return;
    this.unusual(Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString("latin1"), isAfterEnd);
  }

  private unusual(line: string, isAfterEnd: boolean): void {
    const seen = trimCell(line);
    if (seen === "") this.blank += 1;
    else if (seen === END_MARK) this.endMark += 1;
    else if (isAfterEnd) this.problems.add(this.afterEnd());
    else this.cells(line);
  }

  private cells(line: string): void {
    const { head, target, problems } = this;
    const { columns, rationales } = target;
    const found = readCells(line, head.indexes, head.heading.texts.length, columns, rationales);
    if (found !== undefined) problems.add(this.problemOf(found, line));
  }

  private problemOf({ field, message }: PtpFault, line: string): Problem {
    const { file, row, head } = this;
    const index = field === undefined ? undefined : head.indexes[PTP_FIELDS.indexOf(field)];
    const cells = line.split("\t");
    const key = quoted(cells.slice(0, 2).map(trimCell).join(" "));
    const cure = "Download the part again; if CMS's cell is so, widen the column in schemas/row/ncci.ts";
    if (index === undefined) {
      return { code: "row.width", place: { file, row, key }, message: `expected ${message}`, cure };
    }
    const heading = head.heading.texts[index] ?? "";
    const place = { file, row, column: columnLetter(index), heading, key };
    return {
      code: "cell.unreadable",
      place,
      message: `expected ${message}, saw "${quoted(cells[index] ?? "")}"`,
      cure,
    };
  }

  private afterEnd(): Problem {
    const message = "a row follows a blank row, expected the end of the table";
    return {
      code: "row.after-end",
      place: { file: this.file, row: this.row },
      message,
      cure: "Download the part again",
    };
  }
}

/** Lines are read when they are whole: what is left of a piece goes before the next. */
class Lines {
  private rest: Uint8Array = new Uint8Array();

  joined(piece: Uint8Array): Uint8Array {
    return this.rest.length === 0 ? piece : Buffer.concat([this.rest, piece]);
  }

  keep(bytes: Uint8Array, from: number, file: string): void {
    this.rest = bytes.subarray(from);
    if (this.rest.length > BOUNDS.lineBytes)
      throw beyond("text.line-too-long", { file }, `a line of more than ${BOUNDS.lineBytes} bytes`, BOUNDS.lineBytes);
  }

  get left(): Uint8Array {
    return this.rest;
  }
}

/** A part as it is read: first what is above its rows, then these. */
class PartReading {
  rows: PartRows | undefined;
  head: Head | undefined;
  /** The heading has a problem: the rows are not read. */
  private isBroken = false;
  private readonly lines = new Lines();
  private readonly shown: string;
  private readonly layout: Layout;
  private readonly target: Target;
  private readonly problems: Problems;

  constructor(shown: string, layout: Layout, target: Target, problems: Problems) {
    this.shown = shown;
    this.layout = layout;
    this.target = target;
    this.problems = problems;
  }

  async take(piece: Uint8Array): Promise<void> {
    if (this.problems.full || this.isBroken) return;
    const bytes = this.lines.joined(piece);
    if (this.rows !== undefined) this.lines.keep(bytes, this.rows.take(bytes), this.shown);
    else if (bytes.length < HEAD_BYTES) this.lines.keep(bytes, 0, this.shown);
    else await this.begin(bytes);
  }

  async end(): Promise<void> {
    if (this.rows === undefined && !this.isBroken) await this.begin(this.lines.left);
    if (this.rows !== undefined && !this.problems.full) this.rows.last(this.lines.left);
  }

  private async begin(bytes: Uint8Array): Promise<void> {
    this.head = await readHead(bytes, this.shown, this.layout, this.problems);
    if (this.head === undefined) {
      this.isBroken = true;
      return;
    }
    this.rows = new PartRows(this.shown, this.head, this.target, this.problems);
    const below = bytes.subarray(this.head.byte);
    this.lines.keep(below, this.rows.take(below), this.shown);
  }
}

function refuseEmpty(shown: string, { heading }: Head): never {
  const message = "no row below the heading has two codes";
  throw fault(
    "table.empty",
    { file: shown, row: heading.lastRow },
    message,
    "The file contains headings only: download it again",
  );
}

/**
 * Reads one part of a setting: tab text in Latin-1 with a notice, a heading over several rows, and an edit in each row
 * below it. The bytes are read as they come, and no row becomes an object.
 *
 * @param problems of the part; with one, the edits are not complete
 * @returns undefined when the heading has a problem
 * @throws InputFault when the part is no such table
 */
export async function readPart(
  source: PartSource,
  layout: Layout,
  target: Target,
  problems: Problems,
): Promise<PtpPart | undefined> {
  const { number, publication, entry, shown, archive } = source;
  const hash = new RunningSha256();
  const from = target.columns.count;
  const reading = new PartReading(shown, layout, target, problems);
  for await (const piece of source.pieces()) {
    hash.add(piece);
    await reading.take(piece);
  }
  await reading.end();
  const { head, rows } = reading;
  if (head === undefined || rows === undefined) return undefined;
  const to = target.columns.count;
  if (to === from && !problems.any) refuseEmpty(shown, head);
  const sha256 = hash.digest();
  return {
    ...{ number, publication, entry, shown, archive, sha256, changed: sha256 !== entry.sha256 },
    ...{ encoding: head.encoding, heading: head.heading, found: head.found },
    ...{ blank: rows.blank, endMark: rows.endMark, from, to, firstRow: head.rows + 1 },
  };
}
