import type { TogetherDocument } from "../../../schemas/out/together.ts";
import { WITHOUT_ADD_ONS } from "../../words/names.ts";
import { addOnLines } from "./ncci.ts";
import { cellsSource } from "./rate-source.ts";
import { combinationsTable, pairsTable, type ReadFrom, shownPairs } from "./together.ts";
import { type Block, figure, heading, list, paragraph, type Section, type TableBlock } from "./view.ts";

/** The cells that a row of a table was read from: their names, and on demand everything about them. */
export const readFrom: ReadFrom = (figures) => {
  const cells = figures.flatMap((each) => (each !== null && "cells" in each ? each.cells : []));
  const names = cells.flatMap(({ row, columns }) => columns.slice(0, 1).map(({ column }) => `${column}${row}`));
  return cells.length === 0 ? "" : figure([...new Set(names)].join(" "), cells.map(cellsSource).join("\n"));
};

/** Headings of a page begin with a capital. */
export function onPage(block: TableBlock): TableBlock {
  const columns = block.columns.map((column) => {
    const { heading: words } = column;
    return typeof words === "string" ? { ...column, heading: words.charAt(0).toUpperCase() + words.slice(1) } : column;
  });
  return { ...block, columns };
}

/** Whether something that is not known is about denials, which have a section of their own. */
export function isOfDenials(what: string): boolean {
  return what.startsWith("MUE") || what.includes("procedure-to-procedure");
}

/** What is paid together with the code, and what may be billed with it; nothing where nothing is known. */
export function togetherSection(document: TogetherDocument): Section | undefined {
  const { combinations, addOns, editsOn, missing } = document;
  const pairs = shownPairs(document);
  const known = [pairs, combinations, addOns].some(({ length }) => length > 0);
  if (!known) return undefined;
  const unknown = missing.filter(({ what }) => !isOfDenials(what));
  const blocks: Block[] = [
    pairs.length > 0 && onPage(pairsTable(document, readFrom)),
    combinations.length > 0 && onPage(combinationsTable(document, readFrom)),
    addOns.length > 0 && heading(`Add-on codes, by NCCI edits in force on ${editsOn}`),
    list(addOnLines(document)),
    unknown.length > 0 && paragraph("Not known:"),
    list(unknown.map(({ what, message }) => `${what}: ${message}.`)),
  ];
  return { id: "together", title: "With other codes", blocks };
}

/** Whether the code is an add-on, by CMS's own file; undefined where the release was built without it. */
export function addOnText(document: TogetherDocument): string | undefined {
  const { hcpcs, addOns, missing, editsOn } = document;
  if (missing.some(({ what }) => what.startsWith(WITHOUT_ADD_ONS))) return undefined;
  const own = addOns.filter(({ addOn }) => addOn === hcpcs);
  if (own.length === 0) return `No: CMS's add-on code edits in force on ${editsOn} do not have it as an add-on`;
  return `Yes: ${addOnLines({ hcpcs, other: null, addOns: own }).join(" ")}`;
}
