import packageJson from "../../package.json" with { type: "json" };
import { type AmountTotals, Manifest } from "../../schemas/out/manifest.ts";
import { ReleaseIndex } from "../../schemas/out/release-index.ts";
import type { Problem } from "../../schemas/place.ts";
import type { Publication } from "../../schemas/source/release.ts";
import { factorText } from "../../schemas/unit-text.ts";
import { SCHEMA_VERSION } from "../../schemas/version.ts";
import { type ReleaseBook, sourceFiles } from "../schedules/book.ts";
import type { CheckReport } from "../schedules/checks/run-checks.ts";
import { continuityReport } from "../schedules/continuity/report.ts";
import { amountTotals } from "../schedules/pfs/amount-totals.ts";
import type { Amounts } from "../schedules/pfs/amounts.ts";
import type { PfsBook } from "../schedules/pfs/price.ts";
import { isListed } from "../schedules/pfs/published.ts";
import type { AmountKind } from "../schedules/pfs/published-figures.ts";
import { nextAfter, standingOf } from "../sources/calendar.ts";
import { caveatsOf } from "../sources/caveats.ts";
import { type ExpectedFactor, expectedFactors } from "../sources/factors.ts";
import { originOf, type SourceFile } from "../tables/source-file.ts";
import { rowCount } from "../tables/table.ts";
import { columnNames, headOf } from "./head.ts";
import { type OutputFile, prettyFile } from "./json.ts";
import { writtenColumns } from "./printed.ts";
import { partFiles } from "./ptp-files.ts";

type TableCounts = Manifest["rows"]["tables"];
type ManifestPublication = Manifest["publications"][number];
type InputFile = ManifestPublication["files"][number];

function inputFile(file: SourceFile<unknown>): InputFile {
  const { entry, publication, table } = file;
  return {
    id: file.id,
    name: entry.name,
    shown: table.file,
    archive: file.changed ? null : file.archive,
    format: file.format,
    sha256: file.sha256,
    pinned: publication.registered ? entry.sha256 : null,
    changed: file.changed,
    ...(originOf(file) === publication.origin ? {} : { origin: originOf(file) }),
    ...(entry.note === undefined ? {} : { note: entry.note }),
    ...(entry.excerptOf === undefined ? {} : { excerptOf: entry.excerptOf }),
    encoding: table.encoding ?? null,
    sheet: table.sheet ?? null,
    headingRows: headingRows(file),
    columns: columnNames(file),
    printed: writtenColumns(file),
    unmappedHeadings: [...table.found.unmapped],
    misprintedHeadings: table.found.misprinted.map((ref) => ref.field),
    rows: table.counts,
    repeats: file.repeats.length,
    lossyCells: table.lossyCells,
    restoredCells: table.restoredCells,
  };
}

function headingRows({ table }: SourceFile<unknown>): InputFile["headingRows"] {
  const { texts, firstRow, lastRow } = table.heading;
  return texts.every((text) => text === "") ? null : { from: firstRow, to: lastRow };
}

/** The archive that was opened, and the registered archive of the files. */
function archiveEntries(
  { archive, label, registered }: Publication,
  archives: ReadonlyMap<string, string>,
): Pick<ManifestPublication, "archive" | "expectedArchive"> {
  if (archive === undefined) return { archive: null };
  const { name, sha256: known } = archive;
  const pinned = registered ? known : null;
  const expected = registered ? { expectedArchive: { name, sha256: known } } : {};
  const opened = archives.get(label);
  if (opened === undefined) return { archive: null, ...expected };
  return { archive: { name, pinned, sha256: opened, changed: opened !== known }, ...expected };
}

/** Files without the registered hash get none of the registered facts: no label, address, day or archive. */
function unpinned({ label, ...publication }: ManifestPublication, files: InputFile[]): ManifestPublication {
  const { expectedArchive: _, ...rest } = publication;
  return {
    ...rest,
    label: `${label}, other bytes`,
    registered: false,
    posted: null,
    postedSource: "not recorded: the file does not have the registered hash",
    origin: "unverified",
    originNote: `Read instead of ${label}, without its registered sha256`,
    url: null,
    archive: null,
    files,
  };
}

/** A publication with its files that were read; those without the registered hash are listed separately. */
function publicationEntries(
  publication: Publication,
  files: readonly SourceFile<unknown>[],
  { ptp, inputs: { archives } }: Pick<ReleaseBook, "ptp" | "inputs">,
): ManifestPublication[] {
  const { archive: _, originNote, files: __, ...rest } = publication;
  const read = [
    ...files.filter((file) => file.publication === publication).map(inputFile),
    ...ptp.filter((edits) => edits.publication === publication).flatMap(partFiles),
  ];
  const entry = {
    ...rest,
    originNote: originNote ?? null,
    ...archiveEntries(publication, archives),
    files: read.filter(({ changed }) => !changed),
  };
  const changed = read.filter((file) => file.changed);
  if (changed.length === 0) return [entry];
  return [...(entry.files.length === 0 ? [] : [entry]), unpinned(entry, changed)];
}

function factorEntries(book: ReleaseBook): Manifest["conversionFactors"] {
  return book.release.publications.flatMap((publication) =>
    factorsOf(publication).map(({ entry, value }) => ({
      schedule: entry.schedule,
      track: entry.track ?? null,
      value: factorText(value),
      use: useOf(book, entry),
      cites: entry.cites,
    })),
  );
}

function factorsOf(publication: Publication): ExpectedFactor[] {
  const { family } = publication;
  return family === "pfs" || family === "opps" || family === "asc" ? expectedFactors(family, publication) : [];
}

function useOf(
  book: ReleaseBook,
  entry: { schedule: string; track?: string | undefined },
): Manifest["conversionFactors"][number]["use"] {
  if (entry.schedule !== "pfs") return "checks-printed-rates";
  const tracks = [book.pfs?.track, book.qualifying?.pfs.track].filter((track) => track !== undefined);
  return tracks.some((track) => track === entry.track) ? "computes-amounts" : "recorded-only";
}

function countBy(states: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const state of states) counts.set(state, (counts.get(state) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Row counts of the tables that are published unchanged. */
function tableCounts({ tables }: ReleaseBook): TableCounts {
  const count = (file: SourceFile<unknown> | undefined): number => (file === undefined ? 0 : rowCount(file.table));
  return {
    counties: count(tables.counties),
    zips: count(tables.zip5),
    anesthesia: count(tables.anesthesia),
    anesthesiaBaseUnits: count(tables["anesthesia-base-units"]),
    wageIndex: count(tables["wage-index"]),
    ascDeviceOffsets: count(tables["asc-ff"]),
    ascExcluded: count(tables["asc-ee"]),
    ascIndicators: count(tables["asc-dd1"]),
  };
}

function rowCounts(book: ReleaseBook): Manifest["rows"] {
  return {
    pfs: countBy(book.pfs?.rvu.states ?? []),
    opps: countBy(book.opps?.states ?? []),
    asc: countBy((book.asc?.listings ?? []).map((listing) => listing.state)),
    localities: book.gpci?.localities.length ?? 0,
    oppsCap: book.oppsCap?.national.rows.length ?? 0,
    qualifyingApm: book.qualifying?.pfs.national.rows.length ?? 0,
    ascRepeats: book.asc?.repeats ?? 0,
    tables: tableCounts(book),
  };
}

/**
 * A stale file breaks one check in ten thousand rows: the first hundred of each are enough, and `checks` counts all.
 */
const LISTED = 100;

function firstOfEach(problems: readonly Problem[]): Problem[] {
  const listed = new Map<string, number>();
  return problems.filter(({ code }) => {
    listed.set(code, (listed.get(code) ?? 0) + 1);
    return (listed.get(code) ?? 0) <= LISTED;
  });
}

/** Size and hash of one file of the release. */
export type OutputHash = Manifest["outputs"][number];

/** The amounts of every kind in every locality. */
function localityTotals({ pfs, amounts, qualifying, oppsCap }: ReleaseBook): AmountTotals[] {
  const totals = (kind: AmountKind, own: PfsBook | undefined, all: Amounts | undefined): AmountTotals[] => {
    if (own === undefined || all === undefined || !isListed(kind, all.rows.length)) return [];
    const { hcpcs, modifier } = own.rvu.columns;
    const keyOf = (row: number) => ({ hcpcs: hcpcs.at(row), modifier: modifier.at(row) });
    return [{ kind, track: own.track ?? null, ...amountTotals(all, keyOf) }];
  };
  return [
    ...totals("feeSchedule", pfs, amounts),
    ...totals("qualifyingApm", qualifying?.pfs, qualifying?.amounts),
    ...totals("oppsCap", pfs, oppsCap?.amounts),
  ];
}

/** Inputs, checks, counts and the hash of every other file of the release. */
export function manifestOf(book: ReleaseBook, report: CheckReport, outputs: readonly OutputHash[]): Manifest {
  const { title, window, publications } = book.release;
  const files = sourceFiles(book);
  const continuity = continuityReport(book);
  return Manifest.parse({
    ...headOf(book, "manifest"),
    title,
    window,
    expiresOn: window.to,
    next: nextAfter(window),
    standing: standingOf(book.release.release),
    ratebook: packageJson.version,
    publications: publications.flatMap((each) => publicationEntries(each, files, book)),
    missing: book.inputs.missing.map(({ source, kind, reason }) => ({ source, kind, reason })),
    skipped: book.inputs.skipped,
    caveats: caveatsOf(book.release.release),
    conversionFactors: factorEntries(book),
    rows: rowCounts(book),
    localityAmounts: localityTotals(book),
    checks: report.results.map(({ publications: _, ...result }) => result),
    exceptions: report.exceptionsUsed,
    unreviewed: firstOfEach(report.unreviewed),
    ...(continuity.length === 0 ? {} : { continuity }),
    outputs,
  });
}

/** `manifest.json`. */
export function publishManifest(manifest: Manifest): OutputFile {
  return prettyFile("manifest.json", manifest);
}

/** The part of a manifest that the index repeats. */
type IndexedManifest = Pick<Manifest, "release" | "title" | "window" | "expiresOn" | "next" | "standing" | "coverage">;

/** A built release, for its entry in the index. */
export interface BuiltManifest {
  readonly manifest: IndexedManifest;
  readonly manifestSha256: string;
  readonly attestationSha256: string;
}

/** The entry of a built release in the index. */
export function indexEntry({
  manifest,
  manifestSha256,
  attestationSha256,
}: BuiltManifest): ReleaseIndex["releases"][number] {
  return {
    release: manifest.release,
    title: manifest.title,
    window: manifest.window,
    expiresOn: manifest.expiresOn,
    next: manifest.next,
    standing: manifest.standing,
    coverage: manifest.coverage,
    manifest: `${manifest.release}/manifest.json`,
    manifestSha256,
    attestation: `${manifest.release}/attestation.intoto.json`,
    attestationSha256,
  };
}

/** `index.json`: every release in the folder, sorted by name. */
export function publishIndex(built: readonly BuiltManifest[]): OutputFile {
  const releases = built.map(indexEntry).sort((left, right) => (left.release < right.release ? -1 : 1));
  const index: ReleaseIndex = { schema: "ratebook/index", schemaVersion: SCHEMA_VERSION, releases };
  return prettyFile("index.json", ReleaseIndex.parse(index));
}
