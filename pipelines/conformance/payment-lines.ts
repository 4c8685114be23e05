import Papa from "papaparse";
import type { Problem } from "../../schemas/place.ts";
import { PaymentAmountRow } from "../../schemas/row/payment-amount.ts";
import { columnLetter } from "../shared/problems.ts";
import { FIELD_NAMES, layoutOfWidth, PAYMENT_LAYOUTS, type PaymentLayout } from "./payment-layouts.ts";

/** One record of a payment amount file, and the line that it stands in. */
export interface PaymentLine {
  readonly line: number;
  readonly row: PaymentAmountRow;
}

/** Lines of a file by what they are. */
export interface LineCounts {
  records: number;
  header: number;
  trailer: number;
  blank: number;
  endMark: number;
}

/** A file with this many lines that cannot be read is not the one that it should be. */
export const MOST_PROBLEMS = 1000;

const CURE =
  "Compare the line with CMS's file and download it again; if CMS has a new record layout, add it to pipelines/conformance/payment-layouts.ts";

const PASSED_OVER = [
  ["header", (line: string) => /^"?HDR/.test(line)],
  ["trailer", (line: string) => /^"?TRL/.test(line)],
  ["endMark", (line: string) => line === "\u001a"],
] as const;

/** What kind of line this is, when it is no record. */
function passedOver(line: string): Exclude<keyof LineCounts, "records"> | undefined {
  const first = line.charCodeAt(0);
  // A record begins with a quote and the year's digit; a million of them need no further look.
  if (first === 34 && line.charCodeAt(1) === 50) return undefined;
  const text = line.trim();
  return text === "" ? "blank" : PASSED_OVER.find(([, isOne]) => isOne(text))?.[0];
}

function quoted(cells: readonly string[]): string {
  const text = cells.join(",");
  return `"${text.length > 60 ? `${text.slice(0, 60)}...` : text}"`;
}

/**
 * Reads the lines of one payment amount file, block by block. Each line is a record, or one of the kinds that are
 * counted and passed over, or a problem.
 */
export class PaymentReader {
  readonly counts: LineCounts = { records: 0, header: 0, trailer: 0, blank: 0, endMark: 0 };
  /** The record layout, once a record was seen. */
  layout: PaymentLayout | undefined;
  private line = 0;
  private readonly file: string;
  private readonly problems: Problem[];

  constructor(file: string, problems: Problem[]) {
    this.file = file;
    this.problems = problems;
  }

  /**
   * Reads the next whole lines of the file.
   *
   * @param text without the line end of the last one
   */
  read(text: string): PaymentLine[] {
    const lines = text.split(/\r\n|\n|\r/);
    const records: number[] = [];
    lines.forEach((line, index) => {
      const kind = passedOver(line);
      if (kind === undefined) records.push(index);
      else this.counts[kind] += 1;
    });
    const found = this.cellsOf(lines, records).flatMap((cells, at) => {
      const row = this.rowOf(cells, this.line + (records[at] ?? 0) + 1);
      return row === undefined ? [] : [row];
    });
    this.line += lines.length;
    return found;
  }

  /** Quotes that do not match would join lines; then each line is read by itself, so that the rest still counts. */
  private cellsOf(lines: readonly string[], records: readonly number[]): readonly (readonly string[])[] {
    const texts = records.map((index) => lines[index] ?? "");
    const parse = (text: string) => Papa.parse<string[]>(text, { delimiter: ",", newline: "\n" });
    const { data, errors } = parse(texts.join("\n"));
    if (errors.length === 0 && data.length === texts.length) return data;
    return texts.map((text) => parse(text).data[0] ?? []);
  }

  private rowOf(cells: readonly string[], line: number): PaymentLine | undefined {
    this.counts.records += 1;
    if (this.problems.length >= MOST_PROBLEMS) return undefined;
    this.layout ??= layoutOfWidth(cells.length);
    if (this.layout === undefined || this.layout.fields.length !== cells.length) {
      this.problems.push(this.wrongWidth(cells, line));
      return undefined;
    }
    const { fields } = this.layout;
    const named: Partial<Record<keyof PaymentAmountRow, string>> = {};
    fields.forEach((field, index) => {
      named[field] = (cells[index] ?? "").trim();
    });
    const parsed = PaymentAmountRow.safeParse(named);
    if (parsed.success) return { line, row: parsed.data };
    for (const issue of parsed.error.issues) {
      this.problems.push(
        this.wrongCell(fields.indexOf(issue.path[0] as keyof PaymentAmountRow), issue.message, cells, line),
      );
    }
    return undefined;
  }

  private wrongWidth(cells: readonly string[], line: number): Problem {
    const known = PAYMENT_LAYOUTS.map(({ fields, used }) => `${fields.length} (${used})`).join(", ");
    const expected =
      this.layout === undefined ? `layouts have ${known}` : `the lines before it have ${this.layout.fields.length}`;
    const seen = `${cells.length} ${cells.length === 1 ? "field" : "fields"}`;
    const message = `the line has ${seen}, saw ${quoted(cells)}; ${expected}`;
    return { code: "payment.layout", place: { file: this.file, row: line }, message, cure: CURE };
  }

  private wrongCell(index: number, expected: string, cells: readonly string[], line: number): Problem {
    const field = this.layout?.fields[index] ?? "year";
    const key = cells.slice(1, 5).join(" ").trim();
    return {
      code: "payment.field",
      place: { file: this.file, row: line, column: columnLetter(index), heading: FIELD_NAMES[field], key },
      message: `expected ${expected}, saw "${cells[index] ?? ""}"`,
      cure: CURE,
    };
  }
}

/** Pieces of a text as blocks that end between two lines, so that no block ever holds more than a piece and a line. */
export async function* wholeLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  for await (const piece of pieces) {
    const text = rest + piece;
    // A carriage return at the very end may be half of a line end.
    const sure = text.endsWith("\r") ? text.slice(0, -1) : text;
    const end = Math.max(sure.lastIndexOf("\n"), sure.lastIndexOf("\r"));
    rest = text.slice(end + 1);
    if (end >= 0) yield text.slice(0, text.charCodeAt(end - 1) === 13 && text.charCodeAt(end) === 10 ? end - 1 : end);
  }
  if (rest !== "") yield rest.replace(/\r$/, "");
}
