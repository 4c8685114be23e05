import type { Download } from "../../pipelines/inputs/downloads.ts";
import { listDownloads } from "../../pipelines/inputs/downloads.ts";
import { type Format, formatOf } from "../../pipelines/inputs/formats.ts";
import { type Located, locateInputs } from "../../pipelines/inputs/locate.ts";
import { openTable } from "../../pipelines/inputs/open-table.ts";
import { LAYOUT_OF, ROLES_OF, rolesFor } from "../../pipelines/inputs/roles.ts";
import { InputFault, Problems } from "../../pipelines/problems/problems.ts";
import { tableKind } from "../../pipelines/schedules/table-rows.ts";
import { embeddedFolder, embeddedReleases, releaseIn } from "../../pipelines/sources/excerpts.ts";
import { layoutOf } from "../../pipelines/sources/sources.ts";
import { readTable, type TableKind } from "../../pipelines/tables/table.ts";
import { openZip } from "../../pipelines/tables/zip.ts";
import type { Family, Role } from "../../schemas/source/release.ts";
import { printedText } from "./printed-lines.ts";
import { rawZipOf } from "./raw-zip.ts";
import type { Reader } from "./tokens.ts";
import { workbookFrom } from "./workbook.ts";

/** Real bytes to make inputs from. */
export interface Base {
  readonly name: string;
  /** What the file is read as; any role for archives. */
  readonly role: Role;
  readonly bytes: Uint8Array;
}

/** Files to make inputs from, by reader. */
export type Bases = Readonly<Record<Reader, readonly Base[]>>;

type Collected = Record<Reader, Base[]>;

/** The rows of an excerpt: as a spreadsheet has them, and by the layout's fields. */
async function rowsOf(located: Located) {
  const kind = tableKind(located.entry.role) as unknown as TableKind<unknown>;
  const { layout } = kind;
  const source = await openTable(located, layout, new Map());
  const table = readTable(source, located.shown, kind, new Problems());
  const refs = [...(table?.found.byField.values() ?? [])];
  const { rows } = source.text === undefined ? source.grid : source.text.grid;
  const data = (table?.rowNumbers ?? []).map((row) => rows[row - 1] ?? []);
  return { layout, rows, records: data.map((row) => new Map(refs.map((ref) => [ref.field, row[ref.index] ?? ""]))) };
}

async function addExcerpt(located: Located, bases: Collected): Promise<void> {
  const { role } = located.entry;
  const { layout, rows, records } = await rowsOf(located);
  bases.csv.push({ name: located.shown, role, bytes: located.bytes });
  bases.xlsx.push({ name: located.shown, role, bytes: await workbookFrom(rows) });
  const text = printedText(layout, records);
  if (text !== undefined)
    bases.txt.push({ name: located.shown, role, bytes: new Uint8Array(Buffer.from(text, "latin1")) });
}

/** Tables that the excerpts do not have. */
const PRINTED_ONLY = ["opps-cap", "anesthesia-base-units", "zip5"] as const satisfies readonly Role[];

async function addEmbedded(id: string, bases: Collected): Promise<void> {
  const folder = embeddedFolder(id);
  const downloads = listDownloads(folder);
  const { located } = await locateInputs(releaseIn(folder), downloads, { allowChanged: true }, new Problems());
  for (const each of located) await addExcerpt(each, bases);
  for (const role of PRINTED_ONLY) {
    const text = printedText(layoutOf(LAYOUT_OF[role]), []) ?? "";
    bases.txt.push({ name: `${role}.txt`, role, bytes: new Uint8Array(Buffer.from(text, "latin1")) });
  }
  const files = located.map(({ entry, bytes }) => ({ name: entry.name, bytes }));
  bases.zip.push({ name: `${id}.zip`, role: "rvu", bytes: rawZipOf(files) });
  bases.downloads.push(...located.map(({ entry, bytes }) => ({ name: entry.name, role: entry.role, bytes })));
}

function roleOf(name: string): Role | undefined {
  const families = Object.keys(ROLES_OF) as Family[];
  return families.flatMap((family) => rolesFor(name, family)).at(0);
}

function addFile(name: string, bytes: Uint8Array, bases: Collected): void {
  const format = formatOf(name);
  const role = roleOf(name);
  if (role === undefined || format === undefined || format === "xls") return;
  bases[format satisfies Format].push({ name, role, bytes });
  bases.downloads.push({ name, role, bytes });
}

async function addDownload({ path, read }: Download, bases: Collected): Promise<void> {
  if (!/\.zip$/i.test(path)) {
    if (roleOf(path) !== undefined) addFile(path, read(), bases);
    return;
  }
  const bytes = read();
  bases.zip.push({ name: path, role: "rvu", bytes });
  for (const member of await openZip(bytes, path)) {
    if (roleOf(member.name) !== undefined) addFile(member.name, await member.read(), bases);
  }
}

/**
 * Collects bytes to make inputs from: the embedded excerpts, written in every format, and CMS's own files of a folder.
 *
 * @param from the folder, if there is one
 */
export async function basesOf(from: string | undefined): Promise<Bases> {
  const bases: Collected = { csv: [], txt: [], xlsx: [], zip: [], downloads: [] };
  for (const id of embeddedReleases()) await addEmbedded(id, bases);
  for (const download of from === undefined ? [] : listDownloads(from)) {
    await addDownload(download, bases).catch((error: unknown) => {
      if (!(error instanceof InputFault)) throw error;
    });
  }
  return bases;
}
