import { DIFF_TABLES } from "../../../schemas/names.ts";
import type { DiffSide, DiffTable, SideFile } from "../../../schemas/out/diff.ts";
import type { Manifest } from "../../../schemas/out/manifest.ts";
import type { SourceName } from "../../../schemas/source/release.ts";
import { originalName, originOf } from "../../tables/source-file.ts";
import { releaseNotes } from "../../words/release-notes.ts";
import type { Side } from "./side.ts";

/** How a change is split, for readers of the numbers. */
export const METHOD =
  "An amount is (work x work GPCI + PE x PE GPCI + MP x MP GPCI) x conversion factor; a facility rate is weight x factor. The effect of a number is its change times the average, over every order in which the numbers could have changed, of what it is multiplied by (Shapley value). Effects do not depend on the order, add up to the change of the exact product, and change sign when old and new are swapped. Each is rounded half away from zero to the cent (OPPS: to a tenth of a cent), and left out when that is zero; `rounding` is the rest of the change between the two rounded amounts.";

type ManifestPublication = Manifest["publications"][number];

function sideFile(publication: ManifestPublication, file: ManifestPublication["files"][number]): SideFile {
  const { id, name, sha256, changed, excerptOf } = file;
  const origin = originOf({ changed, entry: file, publication });
  const note = changed ? "its hash is not the one in the registry" : (excerptOf?.note ?? publication.originNote);
  return {
    id,
    name,
    sha256,
    origin,
    note: origin === "cms" ? null : note,
    ...(excerptOf === undefined ? {} : { excerptOf: originalName(excerptOf) }),
  };
}

/** The files that a release was built from, each with how close it is to CMS's own. */
export function sideFiles({ publications }: Manifest): SideFile[] {
  return publications.flatMap((publication) => publication.files.map((file) => sideFile(publication, file)));
}

/** What the manifest calls the source of each table. */
const SOURCE_OF = { pfs: "pfs", localities: "gpci", opps: "opps", asc: "asc" } as const satisfies Record<
  DiffTable,
  SourceName
>;

/** As much of a side as its head says. A table is undefined where the release was built without it. */
type SideHead = Pick<Side, "manifest" | "manifestSha256" | "conversionFactor"> & Readonly<Record<DiffTable, unknown>>;

function notRead(side: SideHead): DiffSide["notRead"] {
  const reasonFor = (table: DiffTable): string =>
    side.manifest.missing.find(({ source }) => source === SOURCE_OF[table])?.reason ?? "it was built without the file";
  return DIFF_TABLES.flatMap((table) => (side[table] === undefined ? [{ table, reason: reasonFor(table) }] : []));
}

function rowCounts(side: Side, wanted: (hcpcs: string) => boolean): DiffSide["rows"] {
  const count = (rows: readonly { hcpcs: string }[] | undefined): number | null =>
    rows?.filter(({ hcpcs }) => wanted(hcpcs)).length ?? null;
  const { pfs, localities, opps, asc } = side;
  return { pfs: count(pfs), localities: localities?.length ?? null, opps: count(opps), asc: count(asc) };
}

/** Rows of each table, as its manifest counts them. */
function allRowCounts({ manifest: { rows }, ...side }: SideHead): DiffSide["rows"] {
  const sum = (byState: Readonly<Record<string, number>>): number =>
    Object.values(byState).reduce((all, count) => all + count, 0);
  const counts = { pfs: sum(rows.pfs), localities: rows.localities, opps: sum(rows.opps), asc: sum(rows.asc) };
  const read = DIFF_TABLES.map((table) => [table, side[table] === undefined ? null : counts[table]]);
  return Object.fromEntries(read) as DiffSide["rows"];
}

/** A side as a document has it: the rows of all its codes are counted. */
export function wholeSideOf(side: SideHead): DiffSide {
  return headOf(side, allRowCounts(side));
}

/**
 * A side as a document has it.
 *
 * @param wanted codes whose rows are counted
 */
export function sideOf(side: Side, wanted: (hcpcs: string) => boolean): DiffSide {
  return headOf(side, rowCounts(side, wanted));
}

function headOf(side: SideHead, rows: DiffSide["rows"]): DiffSide {
  const { manifest, manifestSha256, conversionFactor } = side;
  const { release, title, window, coverage, exceptions } = manifest;
  const [files, excepted] = [sideFiles(manifest), exceptions.reduce((sum, { rows }) => sum + rows, 0)];
  const head = { release, title, window, coverage, manifestSha256, conversionFactor };
  return {
    ...head,
    files,
    notes: releaseNotes(manifest),
    notRead: notRead(side),
    rows,
    excepted,
  };
}
