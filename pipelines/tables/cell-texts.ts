import { beyond } from "../problems/beyond.ts";
import { BOUNDS } from "../problems/bounds.ts";
import { holdsControls } from "./text-survey.ts";
import { type Handlers, type Part, readXml, SKIPPED } from "./xml.ts";

/** Distinct numbers that are kept, so that equal cells are one string. */
const KEPT_NUMBERS = 100_000;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const ESCAPE = /_x([0-9a-f]{4})_/gi;
const TRUTHS = new Map([
  ["0", "false"],
  ["1", "true"],
]);

/**
 * Handlers for a text, in one piece or in runs with their fonts. Its pronunciation is skipped.
 *
 * @param path of the element with the text: `sst/si`, or `is` in a cell
 * @param take receives the text, piece by piece
 */
export function richText(path: string, file: string, take: (piece: string) => void): Handlers {
  let runs = 0;
  const countRun = (): void => {
    runs += 1;
    if (runs <= BOUNDS.runs) return;
    throw beyond("table.too-many-cells", { file }, `more than ${BOUNDS.runs} runs of text`, BOUNDS.runs);
  };
  return {
    [`${path}/t`]: { text: take, once: true },
    [`${path}/r`]: { begin: countRun },
    [`${path}/r/t`]: { text: take, once: true },
    [`${path}/r/rPr`]: SKIPPED,
    [`${path}/rPh`]: SKIPPED,
    [`${path}/phoneticPr`]: SKIPPED,
  };
}

/** How a cell's value is read, by the cell's type. */
export interface CellType {
  /** The text of a value that is not empty; undefined for a value that the type does not allow. */
  readonly read: (value: string) => string | undefined;
  /** What such a cell contains, in words. */
  readonly expected: () => string;
}

/** The cells of a workbook, as text. */
export class CellTexts {
  /** Whether control characters may be in the texts so far. */
  controls = false;
  readonly #shared: string[] = [];
  readonly #numbers = new Map<string, string>();
  readonly #text: CellType = { read: (value) => this.#textOf(value), expected: () => "a text" };
  /** By the attribute `t` of a cell. Errors, such as #N/A, and dates are read as written. */
  readonly types: ReadonlyMap<string, CellType> = new Map([
    ["n", { read: (value) => this.#numberOf(value), expected: () => "a number" }],
    [
      "s",
      {
        read: (value) => this.#sharedOf(value),
        expected: () => `the number of one of ${this.#shared.length} shared strings`,
      },
    ],
    ["b", { read: (value) => TRUTHS.get(value), expected: () => "0 or 1" }],
    ...["str", "inlineStr", "e", "d"].map((type) => [type, this.#text] as const),
  ]);

  /**
   * Reads the shared strings, which cells refer to by number.
   *
   * @param part `sharedStrings.xml`
   * @throws InputFault when the part is malformed or exceeds the bounds
   */
  readShared(part: Part): void {
    const { file } = part;
    let text = "";
    const take = (piece: string): void => {
      text += piece;
      if (text.length <= BOUNDS.cellLength) return;
      throw beyond("table.cell-too-long", { file }, `a text of ${text.length} characters`, BOUNDS.cellLength);
    };
    const end = (): void => {
      if (this.#shared.length === BOUNDS.cells) {
        throw beyond("table.too-many-cells", { file }, `more than ${BOUNDS.cells} texts`, BOUNDS.cells);
      }
      this.#shared.push(this.#textOf(text));
      text = "";
    };
    readXml(part, { "sst/*": SKIPPED, "sst/si": { end }, ...richText("sst/si", file, take) });
  }

  /** A number is its shortest exact decimal. */
  #numberOf(value: string): string | undefined {
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    const number = NUMBER.test(value) ? Number(value) : Number.NaN;
    if (!Number.isFinite(number)) return undefined;
    const text = String(number);
    if (this.#numbers.size < KEPT_NUMBERS) this.#numbers.set(value, text);
    return text;
  }

  #sharedOf(value: string): string | undefined {
    return /^\d{1,9}$/.test(value) ? this.#shared[Number(value)] : undefined;
  }

  /** Workbooks write control characters as `_x001A_`, since XML has none. */
  #textOf(value: string): string {
    const text = value.includes("_x")
      ? value.replace(ESCAPE, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
      : value;
    this.controls ||= holdsControls(text);
    return text;
  }
}
