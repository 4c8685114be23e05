import type { Layout } from "../../schemas/source/layout.ts";
import { fault, Problems } from "../problems/problems.ts";
import { resolveColumns } from "../tables/columns.ts";
import { readDelimited } from "../tables/csv.ts";
import type { Grid } from "../tables/grid.ts";
import { bannerText, findHeading, findKeyRow } from "../tables/heading.ts";
import type { TableSource } from "../tables/table.ts";
import { isTabbed } from "../tables/text.ts";
import { readTextTable } from "../tables/text-table.ts";
import type { Located } from "./locate.ts";

/** Worksheets of a workbook that several tables of one release stand in, read once. */
export type WorkbookCache = Map<string, Promise<readonly Grid[]>>;

function worksheets({ bytes, shown, sha256 }: Located, cache: WorkbookCache): Promise<readonly Grid[]> {
  const known = cache.get(sha256);
  if (known !== undefined) return known;
  const fresh = import("../tables/xlsx.ts").then(({ readWorkbook }) => readWorkbook(bytes, shown));
  cache.set(sha256, fresh);
  return fresh;
}

function hasBanner(grid: Grid, layout: Layout): boolean {
  const above = bannerText(grid, findKeyRow(grid, layout));
  return layout.banner !== undefined && new RegExp(layout.banner, "i").test(above);
}

/** Whether a worksheet has all the columns of the table. */
function holds(grid: Grid, layout: Layout, file: string): boolean {
  if (findKeyRow(grid, layout) < 0) return false;
  const problems = new Problems();
  resolveColumns(findHeading(grid, layout, file), layout, file, problems);
  return !problems.any;
}

/** Of the worksheets with the key column's heading those that hold the table; its banner decides between several. */
function candidates(grids: readonly Grid[], layout: Layout, file: string): Grid[] {
  const keyed = grids.filter((grid) => findKeyRow(grid, layout) >= 0);
  if (keyed.length <= 1) return keyed;
  const whole = keyed.filter((grid) => holds(grid, layout, file));
  return whole.length === 1 ? whole : whole.filter((grid) => hasBanner(grid, layout));
}

async function onlySheet(located: Located, layout: Layout, cache: WorkbookCache): Promise<Grid> {
  const grids = await worksheets(located, cache);
  const hits = candidates(grids, layout, located.shown);
  const [only] = hits;
  if (only !== undefined && hits.length === 1) return only;
  const sheets = grids.map((grid) => grid.sheet).join(", ");
  const message = `${hits.length} of its worksheets (${sheets}) hold the ${layout.title}, expected one`;
  throw fault("xlsx.sheet-not-found", { file: located.shown }, message, "Check that this is the right workbook");
}

/** For tables whose headings could be another's: the banner must name the table. */
function requireBanner(grid: Grid, layout: Layout, file: string): void {
  if (layout.bannerRequired !== true || findKeyRow(grid, layout) < 0 || hasBanner(grid, layout)) return;
  const message = `no row above the headings says that this is the ${layout.title} (${layout.banner})`;
  throw fault("banner.missing", { file }, message, "Check that this is the right file");
}

/**
 * Opens a located file as a table: cells of csv, of tab text or of the right worksheet, or the lines of a printed text.
 *
 * @throws InputFault when the file cannot be read as the table it should be
 */
export async function openTable(located: Located, layout: Layout, cache: WorkbookCache): Promise<TableSource> {
  const { bytes, shown, format } = located;
  if (format === "txt" && layout.text !== undefined && !isTabbed(Buffer.from(bytes).toString("latin1", 0, 4096))) {
    return { text: await readTextTable(bytes, shown, layout) };
  }
  const grid = format === "xlsx" ? await onlySheet(located, layout, cache) : await readDelimited(bytes, shown);
  requireBanner(grid, layout, shown);
  return { grid };
}
