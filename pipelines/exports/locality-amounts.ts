import type { AmountTotals } from "../../schemas/out/manifest.ts";
import type { ReaderDocument } from "../../schemas/out/reader.ts";
import { SETTINGS, type Setting } from "../../schemas/setting.ts";
import type { ReleaseDocuments } from "../documents/release-documents.ts";
import { fault } from "../problems/problems.ts";
import { Checker } from "../read/check.ts";
import type { Fees } from "../read/fees.ts";
import { tablesOf } from "../read/tables.ts";
import { byCodeAndModifier } from "../schedules/pfs/amount-totals.ts";
import { Amounts } from "../schedules/pfs/amounts.ts";
import type { Triple } from "../schedules/pfs/exact-amounts.ts";
import { computeAmounts, type RvuColumns } from "../schedules/pfs/kernel.ts";
import { isListed, type PublishedAmounts, publishedTotals } from "../schedules/pfs/published.ts";
import { BATCH, repeatedTexts } from "./batches.ts";
import type { Batch } from "./column-types.ts";

/** The kinds of amounts that are what a physician is paid, by track. */
const KINDS = ["feeSchedule", "qualifyingApm"] as const;
type Kind = (typeof KINDS)[number];

/** A row of the relative value file at a track. */
interface Entry {
  readonly of: PublishedAmounts;
  readonly row: number;
}

/** Amounts of the wrong sum or number must not leave the folder: the code that computes them is not that of the build. */
function refuseOthers(documents: ReleaseDocuments, totals: AmountTotals): void {
  const { release, localityAmounts } = documents.manifest;
  const expected = localityAmounts.find(({ kind }) => kind === totals.kind);
  if (expected?.sha256 === totals.sha256) return;
  const message = `the ${totals.kind} amounts of all localities have sha256 ${totals.sha256}, the manifest expects ${expected?.sha256}`;
  throw fault("amounts.others", { file: release }, message, "Build the release again with this version of ratebook");
}

/** A track that the manifest lists is in the table. */
function refuseMissing({ manifest: { release, localityAmounts } }: ReleaseDocuments, all: readonly PublishedAmounts[]) {
  const listed = localityAmounts.filter(({ kind }) => KINDS.some((each) => each === kind));
  const missing = listed.find(({ kind }) => !all.some((each) => each.kind === kind));
  if (missing === undefined) return;
  const message = `reader.json has no ${missing.kind} amounts, and the manifest lists them`;
  throw fault("amounts.others", { file: release }, message, "Build the release again with this version of ratebook");
}

/** Rows by code, modifier and track. */
function entriesOf(all: readonly PublishedAmounts[]): Entry[] {
  const entries = all.flatMap((of) => of.rows.map((_, row) => ({ of, row })));
  const keyOf = ({ of, row }: Entry) => of.rows[row] ?? { hcpcs: "", modifier: "" };
  return entries.sort((one, two) => byCodeAndModifier(keyOf(one), keyOf(two)));
}

function centsOf(entries: readonly Entry[], times: number, setting: Setting): Int32Array {
  const cents = new Int32Array(entries.length * times);
  entries.forEach(({ of, row }, at) => {
    cents.set(of.amounts.of(row, setting), at * times);
  });
  return cents;
}

function* batchesOf(entries: readonly Entry[], localities: readonly string[]): Generator<Batch> {
  const times = Math.max(1, localities.length);
  const step = Math.max(1, Math.floor(BATCH / times));
  const places = Int32Array.from({ length: step * localities.length }, (_, at) => at % times);
  for (let at = 0; at < entries.length; at += step) {
    const some = entries.slice(at, at + step);
    const keyOf = (field: "hcpcs" | "modifier") => some.map(({ of, row }) => of.rows[row]?.[field] ?? "");
    yield {
      hcpcs: repeatedTexts(keyOf("hcpcs"), localities.length),
      modifier: repeatedTexts(keyOf("modifier"), localities.length),
      track: repeatedTexts(
        some.map(({ of }) => of.track),
        localities.length,
      ),
      locality: { texts: localities, positions: places.subarray(0, some.length * localities.length) },
      non_facility: centsOf(some, localities.length, "nonFacility"),
      facility: centsOf(some, localities.length, "facility"),
    };
  }
}

/** RVUs of some rows as arrays for the kernel. */
function rvusOf(fees: Fees, rows: readonly number[]): RvuColumns {
  const [office, facility] = SETTINGS.map((setting) => rows.map((row) => fees.rvusOf(row, setting)));
  const column = (triples: readonly Triple[] | undefined, name: keyof Triple): Int32Array =>
    Int32Array.from(triples ?? [], (triple) => triple[name]);
  const [nonFacilityPe, facilityPe] = [column(office, "pe"), column(facility, "pe")];
  return { work: column(office, "work"), nonFacilityPe, facilityPe, mp: column(office, "mp") };
}

type Inputs = ReturnType<typeof tablesOf> & { readonly tracks: Readonly<Record<Kind, PublishedAmounts["track"]>> };

/** The amounts of one track in every locality, by the kernel of the build; undefined for a track that the release lacks. */
function amountsOf(kind: Kind, { pfs, gpcis, tracks }: Inputs): PublishedAmounts | undefined {
  const fees = kind === "feeSchedule" ? pfs?.fees : pfs?.qualifying;
  if (pfs === undefined || fees === undefined) return undefined;
  const named = Array.from({ length: pfs.rows.count }, (_, row) => row)
    .filter((row) => fees.national.has(row))
    .map((row) => ({ row, hcpcs: pfs.rows.codeAt(row), modifier: pfs.rows.cell(row).modifier }))
    .sort(byCodeAndModifier);
  if (!isListed(kind, named.length)) return undefined;
  // The first place is the nation
  const places = { work: gpcis.work.subarray(1), pe: gpcis.pe.subarray(1), mp: gpcis.mp.subarray(1) };
  const rows = named.map(({ row }) => row);
  const cents = computeAmounts(rvusOf(fees, rows), places, fees.factor);
  return {
    kind,
    track: tracks[kind],
    rows: named,
    amounts: new Amounts(Int32Array.from(rows.keys()), places.work.length, cents),
  };
}

/**
 * The amounts of both tracks in every locality, by code, computed from the release's inputs and compared with the
 * manifest.
 *
 * @throws InputFault when they are not those of the build
 */
export function localityAmounts(documents: ReleaseDocuments): Iterable<Batch> | undefined {
  const document = documents.reader("reader") as ReaderDocument | undefined;
  if (document?.pfs == null || document.localities === null) return undefined;
  const tracks = { feeSchedule: document.pfs.track, qualifyingApm: document.pfs.qualifying?.track ?? null };
  const inputs = { ...tablesOf(document, new Checker("reader.json")), tracks };
  const all = KINDS.flatMap((kind) => amountsOf(kind, inputs) ?? []);
  for (const each of all) refuseOthers(documents, publishedTotals(each));
  refuseMissing(documents, all);
  return batchesOf(entriesOf(all), document.localities.keys);
}
