import { HCPCS_CODE } from "../../schemas/names.ts";
import type { Layout } from "../../schemas/source/layout.ts";
import type { Release, Role } from "../../schemas/source/release.ts";
import { Problems } from "../problems/problems.ts";
import { layoutOf } from "../sources/sources.ts";
import { resolveColumns } from "../tables/columns.ts";
import { type Grid, trimCell } from "../tables/grid.ts";
import { findHeading, findKeyRow } from "../tables/heading.ts";
import type { Download } from "./downloads.ts";
import { locateInputs } from "./locate.ts";
import { openTable, type WorkbookCache } from "./open-table.ts";
import { LAYOUT_OF } from "./roles.ts";

/** Files whose descriptors are read, those of physicians first. */
const ROLES: readonly Role[] = ["rvu", "addendum-b", "asc-aa", "asc-bb"];
const FIELD = "description";
/** "CPT codes and descriptions only are copyright 2024 ... All Rights Reserved. Applicable FARS/DFARS Apply." */
const NOTICE = /[^.]*copyright[^.]*\.(?: All Rights Reserved\.)?(?: Applicable FARS\/DFARS Apply\.)?/gi;

/** Descriptors of codes, and the notices of those who own them, as CMS's files print both. */
export interface Descriptors {
  readonly texts: ReadonlyMap<string, string>;
  readonly notices: readonly string[];
}

function noticesOf(grid: Grid, layout: Layout): string[] {
  const above = grid.rows.slice(0, Math.max(0, findKeyRow(grid, layout))).flat();
  const plain = (text: string): string => text.replace(/[\s\uFFFD]+/g, " ").trim();
  return above.flatMap((text) => [...plain(text).matchAll(NOTICE)].map(([notice]) => notice.trim()));
}

/** The first descriptor of each code: rows with modifiers repeat it. */
function addTexts(grid: Grid, layout: Layout, file: string, texts: Map<string, string>): void {
  const problems = new Problems();
  const { byField } = resolveColumns(findHeading(grid, layout, file), layout, file, problems);
  const [code, words] = [byField.get(layout.key), byField.get(FIELD)];
  if (code === undefined || words === undefined) return;
  for (const row of grid.rows) {
    const hcpcs = trimCell(row[code.index] ?? "");
    const text = trimCell(row[words.index] ?? "");
    if (HCPCS_CODE.test(hcpcs) && text !== "" && !texts.has(hcpcs)) texts.set(hcpcs, text);
  }
}

/**
 * Reads the descriptors of a release's codes from CMS's own files. They are the AMA's and the ADA's: nothing publishes
 * them but what a user asks for on their own machine.
 *
 * @param downloads CMS's files as they were downloaded; those that are not there are left out
 */
export async function readDescriptors(release: Release, downloads: readonly Download[]): Promise<Descriptors> {
  const { located } = await locateInputs(release, downloads, { allowChanged: false }, new Problems());
  const [texts, notices] = [new Map<string, string>(), new Set<string>()];
  const cache: WorkbookCache = new Map();
  for (const role of ROLES) {
    const file = located.find(({ entry }) => entry.role === role);
    if (file === undefined) continue;
    const layout = layoutOf(LAYOUT_OF[role]);
    const source = await openTable(file, layout, cache);
    if (!("grid" in source)) continue;
    addTexts(source.grid, layout, file.shown, texts);
    for (const notice of noticesOf(source.grid, layout)) notices.add(notice);
  }
  return { texts, notices: [...notices] };
}
