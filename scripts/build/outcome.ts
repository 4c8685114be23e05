import type { BuiltRelease } from "../../pipelines/build-release.ts";
import type { Missing } from "../../pipelines/inputs/locate.ts";
import { type ReleaseBook, sourceFiles } from "../../pipelines/schedules/book.ts";
import type { CheckReport } from "../../pipelines/schedules/checks/run-checks.ts";
import { rowCount } from "../../pipelines/tables/table.ts";
import type { Problem } from "../../schemas/place.ts";
import type { Publication } from "../../schemas/source/release.ts";
import { type FamilyRow, releaseLines } from "../print/summary.ts";
import type { Spent } from "./timings.ts";

/** Sources whose rows are counted in the closing tables. */
const COUNTED = { rvu: "pfs", gpci: "gpci", "addendum-b": "opps", "asc-aa": "ascAA", "asc-bb": "ascBB" } as const;

/** Data rows of the main sources; a source that is missing has none. */
export type SourceRowCounts = { readonly [Name in (typeof COUNTED)[keyof typeof COUNTED]]?: number };

type CheckCount = Pick<CheckReport["results"][number], "id" | "ran" | "checked" | "held" | "excepted">;

/** A publication of which several revisions are registered, and which one was read. */
interface RevisionRead {
  readonly family: Publication["family"];
  readonly number: number;
  readonly of: number;
}

/** What was read and checked of a release. */
interface ReleaseSummary {
  readonly lines: readonly string[];
  readonly rows: SourceRowCounts;
  readonly missing: readonly Missing[];
  readonly checks: readonly CheckCount[];
  readonly revisions: readonly RevisionRead[];
}

/** The result of one release. Plain values only, because a worker sends it to its parent. */
export interface Outcome {
  readonly id: string;
  /** None when the release was built and written. */
  readonly problems: readonly Problem[];
  /** Problems of the tables that the release was built without. */
  readonly unreadable?: readonly Problem[];
  /** Undefined when the release could not be read. */
  readonly summary?: ReleaseSummary;
  readonly family: readonly FamilyRow[];
  readonly spent: Spent;
}

function rowsOf(book: ReleaseBook): SourceRowCounts {
  const files = sourceFiles(book).filter((file) => file.id in COUNTED);
  return Object.fromEntries(files.map((file) => [COUNTED[file.id as keyof typeof COUNTED], rowCount(file.table)]));
}

function revisionsOf(book: ReleaseBook): RevisionRead[] {
  if (book.release.coverage === "excerpt") return [];
  const read = new Set(sourceFiles(book).map(({ publication }) => publication));
  return [...read]
    .filter(({ revision }) => revision.of > 1)
    .map(({ family, revision: { number, of } }) => ({ family, number, of }));
}

function checksOf({ report }: BuiltRelease): CheckCount[] {
  return report.results.map(({ id, ran, checked, held, excepted }) => ({ id, ran, checked, held, excepted }));
}

/** A build without its tables and amounts, which are large. */
export function summaryOf(built: BuiltRelease): ReleaseSummary {
  return {
    lines: releaseLines(built),
    rows: rowsOf(built.book),
    missing: built.book.inputs.missing,
    checks: checksOf(built),
    revisions: revisionsOf(built.book),
  };
}

/** Whether a release was built without a table that could not be read. */
export function lacksTable({ unreadable = [] }: Outcome): boolean {
  return unreadable.length > 0;
}

/** Whether the release was built and written. */
export function wasBuilt({ problems }: Outcome): boolean {
  return problems.length === 0;
}
