import type { CellValue } from "exceljs";
import { holdsControls } from "./text-survey.ts";

/** Texts above this length are worked on once, however many cells refer to them. */
const LONG = 64;

/** Excel writes control characters as `_x001A_`, and exceljs leaves that as it is. */
function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

interface RichText {
  readonly richText: readonly { readonly text: string | null }[];
}

/** Makes text of what exceljs has for a cell. */
export class WorkbookTexts {
  /** Whether a text so far holds control characters. */
  controls = false;
  readonly #known = new Map<string | RichText, string>();

  /**
   * A number is its shortest exact decimal, what Excel could not compute is its error. A formula stands as a formula,
   * whatever result is stored beside it: nothing here can tell whether that is its.
   */
  of(value: CellValue | undefined): string {
    if (value === null || value === undefined) return "";
    if (typeof value === "string") return value.length > LONG ? this.#once(value, () => value) : this.#plain(value);
    if (typeof value === "number") return Number.isNaN(value) ? "" : String(value);
    return typeof value === "object" ? this.#ofObject(value) : String(value);
  }

  #ofObject(value: object): string {
    if ("formula" in value) return `=${value.formula}`;
    if ("error" in value) return this.#plain(String(value.error));
    if (!("richText" in value)) throw new Error("a cell is of a kind that no workbook has");
    const rich = value as RichText;
    return this.#once(rich, () => rich.richText.map(({ text }) => text ?? "").join(""));
  }

  #plain(text: string): string {
    const decoded = decodeEscapes(text);
    if (!this.controls && holdsControls(decoded)) this.controls = true;
    return decoded;
  }

  #once(value: string | RichText, text: () => string): string {
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    const decoded = this.#plain(text());
    this.#known.set(value, decoded);
    return decoded;
  }
}
