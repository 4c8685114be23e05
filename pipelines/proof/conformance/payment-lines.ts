import Papa from "papaparse";
import type { Problem } from "../../../schemas/place.ts";
import { PaymentAmountRow } from "../../../schemas/row/payment-amount.ts";
import { columnLetter, type Problems } from "../../problems/problems.ts";
import { kindOfLine, type LineCounts } from "./line-kinds.ts";
import { FIELD_NAMES, layoutOfWidth, PAYMENT_LAYOUTS, type PaymentLayout } from "./payment-layouts.ts";

/** One record of a payment amount file, and its line. */
export interface PaymentLine {
  readonly line: number;
  readonly row: PaymentAmountRow;
}

/** A file with this many lines that cannot be read is not the expected file. */
export const MOST_PROBLEMS = 1000;

const CURE =
  "Compare the line with CMS's file and download it again; if CMS has a new record layout, add it to pipelines/proof/conformance/payment-layouts.ts";

/** A line whose quotes do not match: its cells are not known. */
interface Unclosed {
  readonly unclosed: string;
}
type Cells = readonly string[] | Unclosed;

function isUnclosed(cells: Cells): cells is Unclosed {
  return "unclosed" in cells;
}

function parse(text: string): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(text, { delimiter: ",", newline: "\n" });
}

function cellsOfLine(line: string): Cells {
  const { data, errors } = parse(line);
  return errors.length > 0 || data.length !== 1 ? { unclosed: line } : (data[0] ?? []);
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}

/**
 * Reads the lines of one payment amount file, block by block. Each line is a record, or one of the kinds that are
 * counted and skipped, or a problem.
 */
export class PaymentReader {
  readonly counts: LineCounts = { records: 0, header: 0, trailer: 0, blank: 0, endMark: 0 };
  /** The record layout, once a record was seen. */
  layout: PaymentLayout | undefined;
  private line = 0;
  private readonly file: string;
  private readonly problems: Problems;

  constructor(file: string, problems: Problems) {
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
      const kind = kindOfLine(line);
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

  /** Quotes that do not match would join lines; then each line is read separately, so that the rest still counts. */
  private cellsOf(lines: readonly string[], records: readonly number[]): readonly Cells[] {
    const texts = records.map((index) => lines[index] ?? "");
    const { data, errors } = parse(texts.join("\n"));
    if (errors.length === 0 && data.length === texts.length) return data;
    return texts.map(cellsOfLine);
  }

  private rowOf(cells: Cells, line: number): PaymentLine | undefined {
    this.counts.records += 1;
    if (this.problems.list.length >= MOST_PROBLEMS) return undefined;
    if (isUnclosed(cells)) {
      this.problems.add(this.unclosed(cells, line));
      return undefined;
    }
    this.layout ??= layoutOfWidth(cells.length);
    if (this.layout === undefined || this.layout.fields.length !== cells.length) {
      this.problems.add(this.wrongWidth(cells, line));
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
      this.problems.add(
        this.wrongCell(fields.indexOf(issue.path[0] as keyof PaymentAmountRow), issue.message, cells, line),
      );
    }
    return undefined;
  }

  private unclosed({ unclosed }: Unclosed, line: number): Problem {
    const message = `its quotes do not match, saw ${shortened(unclosed)}`;
    return { code: "payment.quotes", place: { file: this.file, row: line }, message, cure: CURE };
  }

  private wrongWidth(cells: readonly string[], line: number): Problem {
    const known = PAYMENT_LAYOUTS.map(({ fields, used }) => `${fields.length} (${used})`).join(", ");
    const expected =
      this.layout === undefined ? `layouts have ${known}` : `the lines before it have ${this.layout.fields.length}`;
    const seen = `${cells.length} ${cells.length === 1 ? "field" : "fields"}`;
    const message = `the line has ${seen}, saw "${shortened(cells.join(","))}"; ${expected}`;
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
