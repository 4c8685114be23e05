/**
 * A report as plain data: its content, and what each piece of it is. A page, a terminal and Markdown each write it in
 * their own way, and escape what has a meaning there.
 */
import type { CodeDocument } from "../../../schemas/out/code.ts";
import type { Drawing } from "./drawings.ts";

/** The role of a text. Each medium shows it as well as it can; `day` stays on one line. */
export type Tone = "strong" | "quiet" | "small" | "code" | "hash" | "copy" | "day" | "roomy" | "words" | "unseen";

/** A figure and where it comes from, one line for each cell, rule or file. `brief` is what a narrow medium writes. */
export interface Figure {
  readonly text: string;
  readonly source: string;
  readonly brief?: string;
}

/** Texts of one or several tones. */
export interface Toned {
  readonly tones: readonly Tone[];
  readonly content: Content;
}

/** Why there is no figure. A narrow medium explains it in a note below; others may show a sign that has the reason. */
export interface Reason {
  readonly reason: string;
  /** A sentence that a note adds. */
  readonly more?: string | undefined;
  readonly tones: readonly Tone[];
  readonly sign?: string;
}

/** A long list: its beginning, and what is shown on demand. */
interface Folded {
  readonly first: string;
  readonly rest: string;
}

/** The end of a line inside a cell. */
export const LINE_END = Symbol("line end");

/** The content of a cell or a sentence. Null, undefined and false show nothing. */
export type Content =
  | string
  | number
  | Figure
  | Toned
  | Reason
  | Folded
  | typeof LINE_END
  | null
  | undefined
  | false
  | readonly Content[];

/** A figure with where it comes from: `figure("$1,773.92", "printed by CMS\nF9 in AA.csv")`. */
export function figure(text: string, source: string, brief?: string): Figure {
  return brief === undefined ? { text, source } : { text, source, brief };
}

/** A text and what it is: `toned(release, "day")`. */
export function toned(content: Content, ...tones: Tone[]): Toned {
  return { content, tones };
}

/** A text of ours in which names of fields are between backticks. */
export function prose(words: string): Content {
  return words.split("`").map((part, at) => (at % 2 === 1 ? toned(part, "code") : part));
}

/** A reason in words, always quiet. */
export function reasonOf(reason: string, ...tones: Tone[]): Reason {
  return { reason, tones: ["quiet", ...tones] };
}

/** What a column sorts by: numbers as numbers; null comes last. */
type SortKey = string | number | null;

/** One column of a table. */
export interface ViewColumn<Row> {
  readonly heading: Content;
  /** The heading on a terminal, in two lines. */
  readonly narrow?: readonly [string, string];
  readonly cell: (row: Row) => Content;
  /** The column names its row; by default the first column does. */
  readonly isRowHeading?: true;
  /** Digits are aligned. */
  readonly isNumber?: true;
  /** What a reader may sort the column by. */
  readonly sortBy?: (row: Row) => SortKey;
}

/** A row of plain texts, one for each column, and where each of them comes from; "" where nothing is to be said. */
export interface PlainRow {
  readonly cells: readonly string[];
  readonly sources: readonly string[];
}

/** Rows that a table shows only when its filter asks for them, in an order that repeats texts. */
export interface PlainRows {
  readonly rows: readonly PlainRow[];
  /** Texts that are frequent in them, so that a medium can write each once. */
  readonly phrases: readonly string[];
}

/** A table and how it is used. */
interface Table<Row> {
  readonly caption: string;
  readonly columns: readonly ViewColumn<Row>[];
  readonly rows: readonly Row[];
  /** Label of a field that filters the rows by words; without it there is no field. */
  readonly filter?: string;
  /** Rows that only the filter shows. */
  readonly others?: PlainRows | undefined;
  /** Rows that stand out, such as a sum. */
  readonly standsOut?: (row: Row) => boolean;
  /** The caption is for screen readers only, where a heading says the same. */
  readonly hidesCaption?: true;
}

/** A sentence or two. */
export interface Paragraph {
  readonly kind: "text";
  readonly content: Content;
  readonly tones: readonly ("small" | "quiet" | "lead")[];
}

/** Texts one below the other. */
export interface List {
  readonly kind: "list";
  readonly items: readonly Content[];
  readonly tone?: "small" | "copies";
}

/** A figure of a headline: its name, the figure, and notes about it. */
export interface Entry {
  readonly term: string;
  readonly value: Content;
  readonly notes: readonly Content[];
}

/** Rules by id, each with its formula, where it computes something, and the documents that it is cited from. */
export type Rules = Readonly<Record<string, Omit<Rule, "formula"> & Partial<Pick<Rule, "formula">>>>;
type Rule = CodeDocument["rules"][string];

/** A chart, with the same figures as a table. */
export interface Chart {
  readonly kind: "chart";
  /** Begins the ids of the drawing's title and description. */
  readonly id: string;
  readonly title: string;
  /** What the chart shows, for those who cannot see it. */
  readonly description: string;
  readonly drawing: Drawing;
  /** What colours mean: the name of a class of the style, and its meaning. */
  readonly legend?: readonly (readonly [swatch: string, meaning: string])[];
  /** What else a reader of the chart must know. */
  readonly notes?: readonly Block[];
  readonly table: readonly Block[];
  /** What to click to open the table; without it, the table is shown below the chart. */
  readonly summary?: string;
}

/** A table whose cells are made, row by row. */
export interface TableBlock extends Omit<Table<never>, "columns" | "rows" | "standsOut"> {
  readonly kind: "table";
  readonly columns: readonly (Omit<ViewColumn<never>, "cell" | "sortBy"> & { readonly isSortable: boolean })[];
  readonly rows: readonly {
    readonly cells: readonly Content[];
    /** What each cell sorts by; undefined in a column that is not sorted. */
    readonly keys: readonly (SortKey | undefined)[];
    readonly standsOut: boolean;
  }[];
}

/** A piece of a section. Null, undefined and false show nothing. */
export type Block =
  | Paragraph
  | List
  | TableBlock
  | Chart
  | { readonly kind: "heading"; readonly content: Content }
  | { readonly kind: "entries"; readonly entries: readonly Entry[] }
  | { readonly kind: "rules"; readonly rules: Rules }
  | { readonly kind: "folded"; readonly summary: string; readonly blocks: readonly Block[] }
  | null
  | undefined
  | false;

/** A paragraph. */
export const paragraph = (...content: Content[]): Paragraph => ({ kind: "text", content, tones: [] });
/** A paragraph in small print. */
export const small = (...content: Content[]): Paragraph => ({ kind: "text", content, tones: ["small"] });
/** A paragraph that says that there is nothing. */
export const quiet = (...content: Content[]): Paragraph => ({ kind: "text", content, tones: ["quiet"] });
/** A paragraph below the title of a report. */
export const lead = (...content: Content[]): Paragraph => ({ kind: "text", content, tones: ["lead"] });
/** A heading inside a section. */
export const heading = (...content: Content[]): Block => ({ kind: "heading", content });
/** A list; nothing where it has no items. */
export const list = (items: readonly Content[], tone?: "small" | "copies"): Block =>
  items.length > 0 && { kind: "list", items, ...(tone && { tone }) };
/** A table of rows of any kind. */
export function table<Row>({ columns, rows, standsOut, ...how }: Table<Row>): TableBlock {
  return {
    kind: "table",
    ...how,
    columns: columns.map(({ cell: _, sortBy, ...column }) => ({ ...column, isSortable: sortBy !== undefined })),
    rows: rows.map((row) => ({
      cells: columns.map(({ cell }) => cell(row)),
      keys: columns.map(({ sortBy }) => sortBy?.(row)),
      standsOut: standsOut?.(row) === true,
    })),
  };
}
/** A table of words, row by row. Its caption is for screen readers. */
export function grid(headings: readonly string[], rows: readonly (readonly Content[])[], caption = ""): TableBlock {
  const columns = headings.map((heading, at) => ({ heading, cell: (row: readonly Content[]) => row[at] }));
  return table({ caption, columns, rows, ...(caption === "" ? {} : { hidesCaption: true }) });
}
/** What is shown on demand. */
export const folded = (summary: string, ...blocks: Block[]): Block => ({ kind: "folded", summary, blocks });

/** A section of a report, and how the report's contents name it. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A report as a whole. */
export interface Report {
  readonly title: string;
  /** One sentence about its content. */
  readonly description: string;
  /** What kind of report it is. */
  readonly eyebrow: string;
  /** What it is about: a code, two releases. */
  readonly name: string;
  readonly head: readonly Block[];
  readonly sections: readonly Section[];
  readonly footer: string;
}

/** As much of a report as Markdown shows. */
export type ReportBody = Pick<Report, "name" | "head" | "sections">;
