import type { ReaderCellsDocument } from "../../schemas/out/reader.ts";
import { INDICATOR_FIELDS, PFS_RVU } from "../../schemas/row/pfs-rvu.ts";
import type { ReleaseBook } from "../schedules/book.ts";
import type { RvuFile } from "../schedules/pfs/rvu-file.ts";
import type { Column } from "../tables/column.ts";
import { headOf, sourceRefs } from "./head.ts";
import { compactFile, type OutputFile } from "./json.ts";
import { Distinct, steps } from "./reader-codes.ts";
import { rowsByCode } from "./reader-pfs.ts";

const FIELDS = ["status", ...INDICATOR_FIELDS] as const;

/** Status and policy indicators of rows: each combination once, because few are different. */
function indicatorKinds({ columns }: RvuFile, rows: readonly number[]) {
  const fields = FIELDS.filter((field) => columns[field].ref !== undefined);
  const published = fields.map((field) => {
    const publish: (value: never) => string | null = PFS_RVU[field].kind.publish;
    return (columns[field] as Column<never>).map((value) => publish(value) ?? "");
  });
  const kinds = new Distinct<string[]>();
  const kindOf = rows.map((row) => {
    const all = published.map((column) => column.at(row));
    return kinds.number(all.join("|"), () => all);
  });
  return { fields, kinds: kinds.things, kindOf };
}

function pfsCells({ codes, pfs }: ReleaseBook): ReaderCellsDocument["pfs"] {
  if (pfs === undefined) return null;
  const rows = rowsByCode(codes, pfs).flat();
  return {
    rows: steps(rows.map((row) => pfs.rvu.file.table.rowNumbers[row] as number)),
    ...indicatorKinds(pfs.rvu, rows),
  };
}

function gpciCells({ gpci }: ReleaseBook): ReaderCellsDocument["gpci"] {
  if (gpci === undefined) return null;
  const { localities, file } = gpci;
  return {
    rows: steps(localities.map(({ at }) => file.table.rowNumbers[at] as number)),
    workFields: localities.map(({ workField }) => workField),
  };
}

/** For each code its row as the step from the row before; null for a code without one. */
function stepsOrNone(rows: readonly (number | undefined)[]): (number | null)[] {
  let before = 0;
  return rows.map((row) => {
    if (row === undefined) return null;
    const step = row - before;
    before = row;
    return step;
  });
}

function facilityCells({ codes, opps, asc }: ReleaseBook): ReaderCellsDocument["facilities"] {
  const files = [opps?.file, asc?.surgical, asc?.ancillary].filter((file) => file !== undefined);
  const rowIn = (id: string, code: string): number | undefined => {
    if (id === opps?.file.id) return opps.file.table.rowNumbers[opps.byCode.get(code) ?? -1];
    const listing = asc?.byCode.get(code);
    return listing?.file.id === id ? listing.file.table.rowNumbers[listing.row] : undefined;
  };
  return Object.fromEntries(files.map(({ id }) => [id, stepsOrNone(codes.map((code) => rowIn(id, code)))]));
}

/** `reader-cells.json`: where the inputs of `reader.json` are in CMS's files. */
export function publishReaderCells(book: ReleaseBook): OutputFile[] {
  if (book.codes.length === 0) return [];
  const { pfs, gpci, opps, asc } = book;
  const files = sourceRefs([pfs?.rvu.file, gpci?.file, opps?.file, asc?.surgical, asc?.ancillary]);
  const cells = { pfs: pfsCells(book), gpci: gpciCells(book), facilities: facilityCells(book) };
  return [compactFile("reader-cells.json", { ...headOf(book, "reader-cells"), files, ...cells })];
}
