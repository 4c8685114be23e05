import { beyond } from "./beyond.ts";
import { BOUNDS } from "./bounds.ts";
import { fault } from "./problems.ts";
import { shown } from "./shown.ts";
import { asciiXml } from "./xml-bytes.ts";
import { XmlTags } from "./xml-tags.ts";
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
function partOf(parts: Parts, path: string, file: string): Uint8Array {
  const bytes = parts.get(path);
  if (bytes !== undefined) return bytes;
  throw fault(
    "xlsx.part-missing",
    { file },
    `it has no part ${shown(path)}: it is no workbook, or a damaged one`,
    CURE,
  );
}

/** A part of the workbook that was looked over: its name, for messages, and its bytes as ASCII. */
export interface ScannedPart {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** A part of the workbook as ASCII; throws InputFault when there is none, or one in another encoding. */
export function asciiPart(parts: Parts, path: string, file: string): ScannedPart {
  const part = `${file} > ${path}`;
  return { file: part, bytes: asciiXml(partOf(parts, path, file), part) };
}

/** Parts that say which worksheets there are. They are few and small, and nothing that exceljs says of them is used. */
export function linkingParts(parts: Parts, file: string): ScannedPart[] {
  return [LINKS, WORKBOOK].map((path) => asciiPart(parts, path, file));
}

/** Calls for each element that begins in a part of the workbook. */
function eachElement(parts: Parts, path: string, file: string, visit: (tags: XmlTags) => void): void {
  const part = asciiPart(parts, path, file);
  const tags = new XmlTags(part.bytes, part.file);
  while (tags.next()) if (!tags.closes) visit(tags);
}

/** Where each link of the workbook leads, inside of it; links to the outside lead nowhere. */
function linksOf(parts: Parts, file: string): Map<string, string> {
  const links = new Map<string, string>();
  eachElement(parts, LINKS, file, (tags) => {
    if (!tags.isLocally("Relationship")) return;
    const attributes = tags.attributes.all();
    const [id, target] = [attributes.get("Id"), attributes.get("Target")];
    if (id === undefined || target === undefined || attributes.get("TargetMode") === "External") return;
    links.set(id, target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  });
  return links;
}

function refuseShared(paths: readonly string[], file: string): void {
  const twice = paths.find((path, at) => paths.indexOf(path) !== at);
  if (twice === undefined) return;
  throw fault("xlsx.malformed", { file: `${file} > ${WORKBOOK}` }, `two worksheets lie in ${shown(twice)}`, CURE);
}

/**
 * The worksheets of a workbook in the order of its tabs, chart sheets apart.
 *
 * @throws InputFault when the workbook has none, too many, or two in one part
 */
export function worksheetsOf(parts: Parts, file: string): WorksheetPart[] {
  const links = linksOf(parts, file);
  const sheets: WorksheetPart[] = [];
  eachElement(parts, WORKBOOK, file, (tags) => {
    if (!tags.isLocally("sheet")) return;
    if (sheets.length === BOUNDS.worksheets) {
      throw beyond("xlsx.too-many-sheets", { file }, `more than ${BOUNDS.worksheets} worksheets`, BOUNDS.worksheets);
    }
    const attributes = tags.attributes.all();
    const link = [...attributes].find(([name]) => name.endsWith(":id"))?.[1] ?? "";
    sheets.push({ name: shown(attributes.get("name") ?? ""), path: links.get(link) ?? `xl/${link}` });
  });
  const worksheets = sheets.filter(({ path }) => !path.startsWith("xl/chartsheets/"));
  refuseShared(
    worksheets.map(({ path }) => path),
    file,
  );
  if (worksheets.length > 0) return worksheets;
  throw fault("xlsx.empty", { file }, "the workbook has no worksheet", "Download the file again");
}
