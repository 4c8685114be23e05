import { beyond } from "./beyond.ts";
import { BOUNDS } from "./bounds.ts";
import { fault } from "./problems.ts";
import { shown } from "./shown.ts";
import { readXml } from "./xml.ts";
import type { ZipMember } from "./zip.ts";

/** The parts of a workbook, inflated and proven by their CRC-32. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** A worksheet by the name on its tab, and the part that it lies in. */
export interface WorksheetPart {
  readonly name: string;
  readonly path: string;
}

const WORKBOOK = "xl/workbook.xml";
const LINKS = "xl/_rels/workbook.xml.rels";
const CURE = "Open the file in a spreadsheet program and save it as .xlsx, or build from CMS's csv";

/** Parts that are read: neither macros nor pictures nor anything linked from outside. */
export function isPart({ name }: ZipMember): boolean {
  return /^xl\/(workbook\.xml|sharedStrings\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/i.test(name);
}

/** A part of the workbook; throws InputFault when it has none of that name. */
export function partOf(parts: Parts, path: string, file: string): Uint8Array {
  const bytes = parts.get(path);
  if (bytes !== undefined) return bytes;
  throw fault(
    "xlsx.part-missing",
    { file },
    `it has no part ${shown(path)}: it is no workbook, or a damaged one`,
    CURE,
  );
}

/** Where each link of the workbook leads, inside of it; links to the outside lead nowhere. */
function linksOf(parts: Parts, file: string): Map<string, string> {
  const links = new Map<string, string>();
  readXml(partOf(parts, LINKS, file), `${file} > ${LINKS}`, {
    open: (name, { Id: id, Target: target, TargetMode: mode }) => {
      if (name !== "Relationship" || id === undefined || target === undefined || mode === "External") return;
      links.set(id, target.startsWith("/") ? target.slice(1) : `xl/${target}`);
    },
  });
  return links;
}

/**
 * The worksheets of a workbook in the order of its tabs, chart sheets apart.
 *
 * @throws InputFault when the workbook has none, too many, or lacks the part of one
 */
export function worksheetsOf(parts: Parts, file: string): WorksheetPart[] {
  const links = linksOf(parts, file);
  const sheets: WorksheetPart[] = [];
  readXml(partOf(parts, WORKBOOK, file), `${file} > ${WORKBOOK}`, {
    open: (element, attributes) => {
      if (element !== "sheet") return;
      if (sheets.length === BOUNDS.worksheets) {
        throw beyond("xlsx.too-many-sheets", { file }, `more than ${BOUNDS.worksheets} worksheets`, BOUNDS.worksheets);
      }
      const link = Object.entries(attributes).find(([name]) => name.endsWith(":id"))?.[1] ?? "";
      sheets.push({ name: shown(attributes["name"] ?? ""), path: links.get(link) ?? `xl/${link}` });
    },
  });
  const worksheets = sheets.filter(({ path }) => !path.startsWith("xl/chartsheets/"));
  if (worksheets.length > 0) return worksheets;
  throw fault("xlsx.empty", { file }, "the workbook has no worksheet", "Download the file again");
}
