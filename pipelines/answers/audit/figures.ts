import type { NotRead } from "../../../schemas/out/audit.ts";
import type { Problem } from "../../../schemas/place.ts";
import { columnLetter } from "../../problems/problems.ts";
import { quoted } from "../../problems/quoted.ts";
import { modifierEffect } from "../../sources/modifiers.ts";
import { restoreZeros } from "../../tables/grid.ts";
import { codeIn, localityKeyIn, Misread, modifiersIn, OF_ROWS, readAs, settingIn } from "../portfolio/volume-cells.ts";
import { amountIn, isBlankAmount } from "./amount-text.ts";
import type { AuditFile } from "./audit-file.ts";
import { type AuditColumns, type AuditField, FIGURE_FIELDS, type FigureField } from "./columns.ts";
import { type FigureKind, KINDS_OF_FIELD, kindAt, type SettingName } from "./kinds.ts";

/** One figure of somebody's table. */
export interface TableFigure {
  readonly row: number;
  readonly path?: string;
  readonly column: string;
  readonly field: FigureField;
  readonly code: string;
  /** Of the row of the fee schedule; blank for none. */
  readonly modifier: string;
  /** What it may be: one kind where the table says so. */
  readonly kinds: readonly FigureKind[];
  /** `national`, or a key; undefined where the table does not say. */
  readonly place: string | undefined;
  /** In ten-thousandths. */
  readonly seen: number;
}

/** A row with a code, whether or not it has a figure. */
export interface CodeRow {
  readonly row: number;
  readonly path?: string;
  readonly code: string;
  /** Of the row of the fee schedule; blank for none. */
  readonly modifier: string;
  /** All that are written. */
  readonly modifiers: readonly string[];
  /** `national`, or a key; undefined where the table does not say. */
  readonly place: string | undefined;
}

/** The figures of a table, and everything that is not one. */
export interface TableFigures {
  readonly rows: readonly CodeRow[];
  readonly figures: readonly TableFigure[];
  readonly notRead: readonly NotRead[];
  readonly problems: readonly Problem[];
  readonly blanks: number;
  /** Codes that got leading zeros back. */
  readonly zeros: number;
}

/** Finds the locality of a ZIP code, or of a name that the release has; undefined where there is none. */
export interface FindPlace {
  zip(text: string): string | undefined;
  name(text: string): string | undefined;
}

/** What is fixed for the whole table. */
export interface FigureOptions {
  readonly places: FindPlace;
  readonly setting: SettingName | undefined;
  /** First day of service of the release. */
  readonly since: string;
}

/** What a table writes for no modifier. */
const NO_MODIFIER = /^(?:none|null|n\/?a|-+|00?|global|\*)$/i;
const NATIONAL = /^(?:national|us|usa|0+|all)?$/i;

/** A column with figures. */
interface FigureColumn {
  readonly field: FigureField;
  readonly at: number;
  readonly column: string;
}

/** Reads the rows below the headings. */
class FigureReader {
  readonly rows: CodeRow[] = [];
  readonly figures: TableFigure[] = [];
  readonly notRead: NotRead[] = [];
  readonly problems: Problem[] = [];
  blanks = 0;
  zeros = 0;
  private readonly file: AuditFile;
  private readonly columns: AuditColumns;
  private readonly options: FigureOptions;
  private readonly fields: readonly FigureColumn[];

  constructor(file: AuditFile, columns: AuditColumns, options: FigureOptions) {
    this.file = file;
    this.columns = columns;
    this.options = options;
    this.fields = FIGURE_FIELDS.flatMap((field) =>
      (columns.columns.get(field) ?? []).map((at) => ({ field, at, column: columnLetter(at) })),
    );
  }

  private cells(texts: readonly string[], field: AuditField): string[] {
    return (this.columns.columns.get(field) ?? []).map((at) => (texts[at] ?? "").trim());
  }

  private cell(texts: readonly string[], field: AuditField): string {
    return this.cells(texts, field)[0] ?? "";
  }

  /** Formulas in cells that are read; nothing of the table is compared then. */
  private hasFormula(texts: readonly string[], row: number): boolean {
    const positions = [...this.columns.columns.values()].flat();
    const formulas = positions.filter((at) => (texts[at] ?? "").trim().startsWith("="));
    for (const at of formulas) {
      const heading = (this.file.rows[this.columns.row]?.[at] ?? "").trim();
      const message = `the cell contains a formula, "${quoted((texts[at] ?? "").trim())}", and ratebook computes none`;
      const place = { file: this.file.name, row, column: columnLetter(at), heading };
      this.problems.push({ code: "audit.formula", place, message, cure: "Save the table with values, such as csv" });
    }
    return formulas.length > 0;
  }

  private modifiers(texts: readonly string[], behind: readonly string[]): readonly string[] {
    const cells = this.cells(texts, "modifier").filter((cell) => cell !== "" && !NO_MODIFIER.test(cell));
    return readAs("modifier", cells.join(" "), modifiersIn([...behind, ...cells]));
  }

  /** The one that has a row of its own; blank for none. */
  private ofRow(modifiers: readonly string[]): string {
    const [own = "", second] = modifiers.filter((each) => OF_ROWS.includes(each));
    if (second !== undefined) throw new Misread(`modifiers ${own} and ${second} are two rows of the fee schedule`);
    const apart = modifiers.find((each) => each !== own && modifierEffect(each).effect === "apart");
    if (apart === undefined) return own;
    throw new Misread(`modifier ${apart} changes the amount (${modifierEffect(apart).what}), and is not compared`);
  }

  private setting(texts: readonly string[]): SettingName | undefined {
    const written = this.cell(texts, "setting") || this.cell(texts, "pos");
    return written === "" ? this.options.setting : readAs("setting", written, settingIn(written, this.options.since));
  }

  private place(texts: readonly string[]): string | undefined {
    const [mac, text, zip] = [this.cell(texts, "mac"), this.cell(texts, "locality"), this.cell(texts, "zip")];
    if (mac !== "" && text !== "") return `${restoreZeros(mac, 5)}${restoreZeros(text, 2)}`;
    if (text !== "") return this.named(text);
    if (zip !== "") return this.ofZip(zip);
    return this.columns.columns.has("locality") ? "national" : undefined;
  }

  private ofZip(zip: string): string {
    const found = this.options.places.zip(zip);
    if (found !== undefined) return found;
    throw new Misread(`no locality is known for ZIP code "${quoted(zip)}"`);
  }

  private named(text: string): string {
    if (NATIONAL.test(text)) return "national";
    const bare = text.replace(/^(\d{5})[-\s](\d{2})$/, "$1$2");
    // "05" alone is the number of many localities: one for each MAC.
    if (/^\d{1,3}$/.test(bare))
      throw new Misread(`locality "${bare}" is a number without its MAC, and several MACs have it; write 0111205`);
    return this.options.places.name(text) ?? readAs("locality", text, localityKeyIn(bare)) ?? "national";
  }

  private addFigures(texts: readonly string[], row: number): void {
    const written = this.cell(texts, "code");
    if (written === "") throw new Misread("it has an amount and no code");
    const { code, modifiers: behind } = readAs("code", written, codeIn(written));
    if (/^\d+$/.test(written) && written.length < code.length) this.zeros += 1;
    const modifiers = this.modifiers(texts, behind);
    const of = { code, modifier: this.ofRow(modifiers), place: this.place(texts), ...this.where(row) };
    const setting = this.setting(texts);
    this.rows.push({ ...of, modifiers });
    for (const each of this.fields) this.addFigure((texts[each.at] ?? "").trim(), each, of, setting);
  }

  private addFigure(
    text: string,
    { field, column }: FigureColumn,
    of: Pick<TableFigure, "row" | "code" | "modifier" | "place">,
    setting: SettingName | undefined,
  ): void {
    if (isBlankAmount(text)) {
      this.blanks += 1;
      return;
    }
    const seen = amountIn(text);
    const kinds = kindAt(field, setting) ?? KINDS_OF_FIELD[field];
    // Not a spread: that takes 25 ms for 5,000 figures, a twelfth of an audit
    if (seen !== undefined) this.figures.push(Object.assign({ column, field, kinds, seen }, of));
    else this.miss(of.row, `"${quoted(text)}" in column ${column} is not an amount such as 95.19`);
  }

  /** The row, and in JSON the keys that lead to it. */
  private where(row: number): Pick<TableFigure, "row" | "path"> {
    const path = this.file.paths?.[row - 1];
    return path === undefined ? { row } : { row, path };
  }

  private miss(row: number, why: string): void {
    const text = (this.file.rows[row - 1] ?? []).map((cell) => cell.trim()).filter((cell) => cell !== "");
    this.notRead.push({ ...this.where(row), text: quoted(text.join(", "), 120), why });
  }

  /** Whether a comma inside an amount has moved the cells behind it. */
  private isTooWide(texts: readonly string[], row: number): boolean {
    if (this.fields.length === 0) return false;
    const width = this.file.rows[this.columns.row]?.length ?? 0;
    if (texts.slice(width).every((text) => text.trim() === "")) return false;
    this.miss(row, `it has ${texts.length} cells, and the headings are ${width}: put amounts with commas in quotes`);
    return true;
  }

  read(texts: readonly string[], row: number): void {
    if (texts.every((text) => text.trim() === "")) return;
    if (this.hasFormula(texts, row) || this.isTooWide(texts, row)) return;
    const hasFigure = this.fields.some(({ at }) => !isBlankAmount((texts[at] ?? "").trim()));
    // A title of a section, or a footnote.
    if (!hasFigure && !("value" in codeIn(this.cell(texts, "code")))) return;
    try {
      this.addFigures(texts, row);
    } catch (error) {
      if (!(error instanceof Misread)) throw error;
      this.miss(row, error.message);
    }
  }
}

/** Reads the rows of a table, and the figures in them. */
export function readRows(file: AuditFile, columns: AuditColumns, options: FigureOptions): TableFigures {
  const reader = new FigureReader(file, columns, options);
  file.rows.forEach((texts, at) => {
    if (at > columns.row) reader.read(texts, at + 1);
  });
  const { rows, figures, notRead, blanks, zeros, problems } = reader;
  return { rows, figures, notRead, blanks, zeros, problems };
}

/** Reads the figures of a table. With any problem, use none of them. */
export function readFigures(file: AuditFile, columns: AuditColumns, options: FigureOptions): TableFigures {
  const read = readRows(file, columns, options);
  if (read.figures.length + read.notRead.length + read.problems.length > 0) return read;
  const place = { file: file.name };
  const empty = { code: "audit.empty", place, message: "there is no row with a code and a figure below the headings" };
  const cure = "Put a row below the headings for each code";
  return { ...read, problems: [{ ...empty, cure }] };
}
