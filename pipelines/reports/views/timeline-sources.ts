import type { RateCells } from "../../../schemas/out/rate-amount.ts";
import type { RowSource, TimelineDocument, TimelineFigure, TimelinePoint } from "../../../schemas/out/timeline.ts";
import { fileText, originText } from "../../words/files.ts";
import { excerptLines } from "./rate-source.ts";
import { lifeCites } from "./timeline-life.ts";
import { folded, list, paragraph, type Section, type TableBlock, table, toned, type ViewColumn } from "./view.ts";

type File = TimelinePoint["files"][string];

/** The cells of one row as lines: "WORK RVU F9, CONV FACTOR Z9 in PPRRVU25_JAN.csv". */
function cellLines(cells: RateCells): string[] {
  const { file, origin, row, columns } = cells;
  const named = columns.map(({ column, heading }) => `${heading || "(no heading)"} ${column}${row}`).join(", ");
  return [`${named} in ${fileText({ name: file, origin })}`, ...excerptLines(cells)];
}

/** Where an amount comes from: its rule, where it was computed, and the cells. */
export function amountSource(
  { rule, cells }: { readonly rule?: string | null | undefined; readonly cells: readonly RateCells[] },
  { amountRules }: TimelineDocument,
): string {
  const formula = typeof rule === "string" ? (amountRules[rule]?.formula ?? rule) : "printed by CMS";
  return [formula, ...cells.flatMap(cellLines)].join("\n");
}

/** Where a figure of a row comes from: its cell, or the row's file where the file has no such column. */
export function cellSource({ files }: TimelinePoint, { file, row, columns }: RowSource, field: string): string {
  const { name = file, origin = "unverified", ...more } = files[file] ?? {};
  const column = columns[field];
  return cellLines({ file: name, origin, row, columns: column === undefined ? [] : [column], ...more }).join("\n");
}

/** What an amount's files are, where they are not CMS's own figures: "reconstructed". */
export function origins({ cells }: Pick<TimelineFigure, "cells">): string[] {
  return [...new Set(cells.map(({ origin }) => origin))].filter((origin) => origin !== "cms");
}

interface FileRow {
  readonly release: string;
  readonly file: File;
}

/** The beginning of a hash, enough to tell files apart; the page shows the whole hash on demand. */
const HASH_SHOWN = 12;

function filesTable({ points }: TimelineDocument): TableBlock {
  const rows = points.flatMap(({ release, files }) => Object.values(files).map((file) => ({ release, file })));
  const taken: ViewColumn<FileRow> = { heading: "Taken from", cell: ({ file }) => file.excerptOf };
  return table<FileRow>({
    caption: "Files that the figures were read from, release by release",
    columns: [
      { heading: "Release", cell: ({ release }) => toned(release, "day") },
      { heading: "File", cell: ({ file }) => fileText({ ...file, origin: "cms" }) },
      { heading: "What it is", cell: ({ file }) => toned(originText(file.origin), "day") },
      ...(rows.some(({ file }) => file.excerptOf !== undefined) ? [taken] : []),
      { heading: "sha256", cell: ({ file }) => toned(file.sha256.slice(0, HASH_SHOWN), "code", "hash", "day") },
    ],
    rows,
    filter: "Show only rows with",
  });
}

/** "2025A, 2026A": releases that were built from excerpts. */
export function excerpts({ points }: TimelineDocument): string {
  return points.flatMap(({ release, coverage }) => (coverage === "excerpt" ? [release] : [])).join(", ");
}

/** Which files every release was built from, what they are, and by which rules amounts were computed from them. */
export function sourcesSection(document: TimelineDocument): Section {
  const partial = excerpts(document);
  const notes = document.points.flatMap(({ release, notes: all }) => all.map((note) => `${release}: ${note}.`));
  const blocks = [
    partial !== "" && paragraph(`Built from excerpts of CMS's files: ${partial}.`),
    filesTable(document),
    list([...notes, ...lifeCites(document)]),
    folded("Rules that the computed amounts follow", { kind: "rules", rules: document.amountRules }),
  ];
  return { id: "sources", title: "Sources", blocks };
}
