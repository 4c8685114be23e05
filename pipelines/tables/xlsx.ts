import { beyond } from "../problems/beyond.ts";
import { BOUNDS } from "../problems/bounds.ts";
import { fault } from "../problems/problems.ts";
import { quoted } from "../problems/quoted.ts";
import { CellTexts } from "./cell-texts.ts";
import type { Grid } from "./grid.ts";
import { WorksheetReader } from "./worksheet.ts";
import { type Attributes, malformed, type Part, readXml, SKIPPED } from "./xml.ts";
import { openZip } from "./zip.ts";

const WORKBOOK = "xl/workbook.xml";
const LINKS = "xl/_rels/workbook.xml.rels";
const STRINGS = "xl/sharedStrings.xml";
/** Parts that are read: no macros, no pictures, nothing linked from outside. */
const READ = /^xl\/(workbook\.xml|sharedStrings\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/i;
const CURE = "Open the file in a spreadsheet program and save it as .xlsx, or build from CMS's csv";

/** The first bytes of Office files from before 2007, and of files with a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0] as const;

function refuseOle(bytes: Uint8Array, file: string): void {
  if (OLE.some((byte, at) => bytes[at] !== byte)) return;
  const message = "it is an OLE file: an old .xls workbook, or a workbook with a password";
  const cure = "Open it in a spreadsheet program and save it as .xlsx without a password, or build from CMS's csv";
  throw fault("xlsx.ole", { file }, message, cure);
}

function refuseMissing(path: string, file: string): never {
  const message = `it has no part ${quoted(path)}: it is not a workbook, or it is damaged`;
  throw fault("xlsx.part-missing", { file }, message, CURE);
}

/** Parts by path. All parts are inflated and verified by their CRC-32, so that a damaged workbook is refused. */
async function partsOf(bytes: Uint8Array, file: string): Promise<ReadonlyMap<string, Part>> {
  const parts = new Map<string, Part>();
  for (const member of await openZip(bytes, file, { inflated: BOUNDS.workbookBytes })) {
    const inflated = await member.read();
    if (READ.test(member.name)) parts.set(member.name, { file: `${file} > ${member.name}`, bytes: inflated });
  }
  return parts;
}

/** Returns a part; throws InputFault when the workbook has none with this path. */
type PartAt = (path: string) => Part;

/** The target of each link of the workbook. Links to the outside are left out. */
function linksOf(partAt: PartAt): ReadonlyMap<string, string> {
  const links = new Map<string, string>();
  readXml(partAt(LINKS), {
    "Relationships/Relationship": {
      begin: ({ Id, Target, TargetMode }) => {
        if (Id === undefined || Target === undefined || TargetMode === "External") return;
        links.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`);
      },
    },
  });
  return links;
}

/** A tab of the workbook, and the path of the part with its worksheet. */
interface Tab {
  readonly name: string;
  readonly path: string;
}

function refuseShared(tabs: readonly Tab[], file: string): void {
  const paths = tabs.map(({ path }) => path);
  const twice = paths.find((path, at) => paths.indexOf(path) !== at);
  if (twice !== undefined) throw malformed({ file }, `two worksheets use the same part ${quoted(twice)}`);
}

/** The tabs of the workbook in their order, without chart sheets. */
function tabsOf(partAt: PartAt, file: string): Tab[] {
  const links = linksOf(partAt);
  const tabs: Tab[] = [];
  const take = (attributes: Attributes): void => {
    if (tabs.length === BOUNDS.worksheets) {
      throw beyond("xlsx.too-many-sheets", { file }, `more than ${BOUNDS.worksheets} worksheets`, BOUNDS.worksheets);
    }
    const id = Object.entries(attributes).find(([name]) => name.endsWith(":id"))?.[1] ?? "";
    tabs.push({ name: quoted(attributes["name"] ?? ""), path: links.get(id) ?? `xl/${id}` });
  };
  const workbook = partAt(WORKBOOK);
  readXml(workbook, { "workbook/*": SKIPPED, "workbook/sheets/sheet": { begin: take } });
  const worksheets = tabs.filter(({ path }) => !path.startsWith("xl/chartsheets/"));
  refuseShared(worksheets, workbook.file);
  if (worksheets.length > 0) return worksheets;
  throw fault("xlsx.empty", { file }, "the workbook has no worksheet", "Download the file again");
}

/**
 * Reads every worksheet of a workbook into grids. A cell is text: a number as its shortest exact decimal, a formula as
 * written. Nothing is computed, followed, fetched or written.
 *
 * @param bytes the .xlsx file
 * @param file its name, for messages
 * @throws InputFault when it is not a workbook, is damaged or exceeds the bounds
 */
export async function readWorkbook(bytes: Uint8Array, file: string): Promise<readonly Grid[]> {
  refuseOle(bytes, file);
  const parts = await partsOf(bytes, file);
  const partAt = (path: string): Part => parts.get(path) ?? refuseMissing(path, file);
  const worksheets = tabsOf(partAt, file).map(({ name, path }) => ({ name, part: partAt(path) }));
  const texts = new CellTexts();
  if (parts.has(STRINGS)) texts.readShared(partAt(STRINGS));
  const reader = new WorksheetReader(texts);
  return worksheets.map(({ name, part }) => reader.read(name, part));
}
