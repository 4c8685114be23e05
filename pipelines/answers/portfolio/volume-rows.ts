import type { NotUnderstood, SkippedRow, VolumeColumn } from "../../../schemas/out/portfolio.ts";
import type { Problem } from "../../../schemas/place.ts";
import type { VolumeRow, VolumeSetting } from "../../../schemas/row/volumes.ts";
import { columnLetter } from "../../problems/problems.ts";
import { quoted } from "../../problems/quoted.ts";
import type { HeadingMap } from "../../tables/heading-map.ts";
import { headingProblems } from "./heading-problems.ts";
import {
  type CellRead,
  claimIn,
  codeIn,
  dayIn,
  localityKeyIn,
  Misread,
  modifiersIn,
  readAs,
  settingIn,
  siteOf,
  unitsIn,
} from "./volume-cells.ts";
import { type VolumeField, type VolumesFile, volumeHeadings } from "./volumes-file.ts";

/** A row of the file of volumes, with its number as a spreadsheet has it, and what it says of modifiers. */
export interface NumberedVolume extends Omit<VolumeRow, "modifier"> {
  readonly row: number;
  /** The row as it stands in the file. */
  readonly text: string;
  /** As written, each once. */
  readonly modifiers: readonly string[];
  /** Where no locality is named. */
  readonly zip: string;
  /** The site of the place of service code; undefined where there is none, or it is another place. */
  readonly site: "hopd" | "asc" | undefined;
  /** Of its claim; empty where the row has none. */
  readonly claim: string;
  /** Of service, as written. */
  readonly day: string;
}

/** Rows that could be read, those that could not, and everything that is wrong with the file. */
export interface Volumes {
  readonly rows: readonly NumberedVolume[];
  readonly notUnderstood: readonly NotUnderstood[];
  readonly skipped: readonly SkippedRow[];
  readonly problems: readonly Problem[];
  readonly headings: readonly VolumeColumn[];
}

/** Words that a report writes beside its sums: "Grand Total", "Subtotal 2026", "Dr Lee total:". */
const TOTAL = /^(?:sub|grand)?[ -]?totals?\b|^sum\b|\btotals?:?$/i;
/** A dash is how a spreadsheet displays a zero of an account. */
const NO_UNITS = /^-?$/;
/** Most characters of a row that an answer repeats. */
const ROW_TEXT = 120;

const rowText = (cells: readonly string[]): string =>
  quoted(cells.flatMap((cell) => cell.trim() || []).join(", "), ROW_TEXT);
const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "");

/** Whether a setting is paid at a place: a facility's rate only at that kind of facility, where its kind is known. */
function canBePaidAt(setting: VolumeSetting, place: VolumeSetting, site: "hopd" | "asc" | undefined): boolean {
  if (setting === "nonFacility" || setting === "facility") return place === setting;
  return place === "facility" && (site === undefined || site === setting);
}

/** Reads the rows below the headings, one after the other: a total is the sum of those above it. */
class RowReader {
  readonly rows: NumberedVolume[] = [];
  readonly notUnderstood: NotUnderstood[] = [];
  readonly skipped: SkippedRow[] = [];
  readonly problems: Problem[] = [];
  private readonly file: string;
  private readonly map: HeadingMap<VolumeField>;
  private readonly since: string;
  private readonly heading: readonly string[];
  private sum = 0;
  private sumSinceTotal = 0;

  constructor({ name, rows }: VolumesFile, map: HeadingMap<VolumeField>, since: string) {
    this.file = name;
    this.map = map;
    this.since = since;
    this.heading = rows[map.row] ?? [];
  }

  private cells(texts: readonly string[], field: VolumeField): string[] {
    return (this.map.columns.get(field) ?? []).map((at) => (texts[at] ?? "").trim());
  }

  private cell(texts: readonly string[], field: VolumeField): string {
    return this.cells(texts, field)[0] ?? "";
  }

  private problem(field: VolumeField, row: number, message: string, cure: string): void {
    const at = this.map.columns.get(field)?.[0] ?? 0;
    const place = { file: this.file, row, column: columnLetter(at), heading: (this.heading[at] ?? "").trim() };
    this.problems.push({ code: `volumes.${field}`, place, message, cure });
  }

  private setting(texts: readonly string[]): VolumeSetting {
    const [named, pos] = [this.cell(texts, "setting"), this.cell(texts, "pos")];
    if (named === "" && pos === "") throw new Misread("it has neither a setting nor a place of service");
    const setting = named === "" ? undefined : readAs("setting", named, settingIn(named, this.since));
    const place = pos === "" ? undefined : readAs("place of service", pos, settingIn(pos, this.since));
    if (setting === undefined || place === undefined) return setting ?? (place as VolumeSetting);
    if (canBePaidAt(setting, place, siteOf(pos))) return setting;
    throw new Misread(`setting "${named}" and place of service "${pos}" are paid differently`);
  }

  private volume(texts: readonly string[], row: number, text: string, count: number): NumberedVolume {
    const written = this.cell(texts, "code");
    if (written === "") throw new Misread("it has no code");
    const { code, modifiers: behind } = readAs("code", written, codeIn(written));
    const cells = this.cells(texts, "modifier");
    const modifiers = readAs(
      "modifier",
      cells.filter((each) => each !== "").join(" "),
      modifiersIn([...behind, ...cells]),
    );
    const setting = this.setting(texts);
    const named = this.cell(texts, "locality");
    const locality = readAs("locality", named, localityKeyIn(named));
    const zip = named === "" ? this.cell(texts, "zip") : "";
    const ofClaim = { ...this.claim(texts), site: siteOf(this.cell(texts, "pos")) };
    return { row, text, code, modifiers, setting, locality, zip, count, ...ofClaim };
  }

  /** Which claim a row is of, and the day. */
  private claim(texts: readonly string[]): Pick<NumberedVolume, "claim" | "day"> {
    const written = this.cell(texts, "claim");
    return { claim: readAs("claim", written, claimIn(written)), day: dayIn(this.cell(texts, "day")) };
  }

  private noVolume(texts: readonly string[], row: number, count: number, why: string): void {
    const written = this.cell(texts, "claim");
    const read = claimIn(written);
    const claim = "value" in read ? read.value : written;
    this.notUnderstood.push({ row, ...(claim === "" ? {} : { claim }), text: rowText(texts), count, why });
  }

  private isSum(units: number): boolean {
    return units !== 0 && (units === this.sum || units === this.sumSinceTotal);
  }

  /** A title, the day of the report, or its filter. */
  above(texts: readonly string[], row: number): void {
    if (!isBlank(texts)) this.skipped.push({ row, text: rowText(texts), kind: "text" });
  }

  private isTotal(texts: readonly string[], code: string, units: CellRead<number>): boolean {
    const isNamed = (code === "" || TOTAL.test(code)) && texts.some((each) => TOTAL.test(each.trim()));
    return isNamed || (code === "" && "value" in units && this.isSum(units.value));
  }

  /** A row without a code: a sum of the rows above, or a line of text; false for units that belong to no code. */
  private skips(texts: readonly string[], row: number, text: string): boolean {
    const [code, units] = [this.cell(texts, "code"), this.cell(texts, "units")];
    const read = unitsIn(units);
    const isTotal = this.isTotal(texts, code, read);
    if (isTotal && "value" in read) {
      const above = read.value === this.sumSinceTotal ? read.value : this.sum;
      this.skipped.push({ row, text, kind: "total", units: read.value, above });
      this.sumSinceTotal = 0;
      return true;
    }
    const isFormula = code === "" && units.startsWith("=");
    const isText = isTotal || isFormula || (units === "" && "expected" in codeIn(code));
    if (isText) this.skipped.push({ row, text, kind: "text" });
    return isText;
  }

  private isTooWide(texts: readonly string[], row: number): boolean {
    const width = this.heading.length;
    if (isBlank(texts.slice(width))) return false;
    const message = `the row has ${texts.length} cells, the heading has ${width}`;
    const cure = "Put cells with commas in quotes";
    this.problems.push({ code: "volumes.width", place: { file: this.file, row }, message, cure });
    return true;
  }

  read(texts: readonly string[], row: number): void {
    if (isBlank(texts)) return;
    const text = rowText(texts);
    if (texts.every((each, at) => each.trim() === (this.heading[at] ?? "").trim())) {
      this.skipped.push({ row, text, kind: "headings" });
      return;
    }
    if (this.isTooWide(texts, row) || this.skips(texts, row, text)) return;
    const units = this.cell(texts, "units");
    if (NO_UNITS.test(units)) {
      this.noVolume(texts, row, 0, "it has no units");
      return;
    }
    const count = unitsIn(units);
    if ("expected" in count) {
      this.problem("units", row, `"${quoted(units)}" is not ${count.expected}`, "Correct the cell, or remove the row");
      return;
    }
    this.sum += count.value;
    this.sumSinceTotal += count.value;
    try {
      this.rows.push(this.volume(texts, row, text, count.value));
    } catch (error) {
      if (!(error instanceof Misread)) throw error;
      this.noVolume(texts, row, count.value, error.message);
    }
  }
}

/**
 * Reads a file of volumes as practices export it: headings in the words that they use, somewhere in the upper rows.
 *
 * @param since first day of service of the releases, for places whose payment is known from a day on
 * @returns rows, and every problem of the file; if there is any, do not use the rows
 */
export function readVolumes(file: VolumesFile, since: string): Volumes {
  const map = file.problem === undefined ? volumeHeadings(file.rows) : undefined;
  const headings = map?.mapping ?? [];
  const none = { rows: [], notUnderstood: [], skipped: [], headings };
  const problems = file.problem === undefined ? headingProblems(file, map) : [file.problem];
  if (map === undefined || problems.length > 0) return { ...none, problems };
  const reader = new RowReader(file, map, since);
  file.rows.forEach((texts, at) => {
    if (at < map.row) reader.above(texts, at + 1);
    if (at > map.row) reader.read(texts, at + 1);
  });
  const { rows, notUnderstood, skipped } = reader;
  if (rows.length + notUnderstood.length + reader.problems.length > 0)
    return { rows, notUnderstood, skipped, problems: reader.problems, headings };
  const cure = "Put a row below the heading for each code, setting and locality";
  const message = "there is no row with a volume below the heading";
  return { ...none, problems: [{ code: "volumes.empty", place: { file: file.name }, message, cure }] };
}
