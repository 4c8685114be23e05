import type { LocalityRow } from "../../schemas/out/localities.ts";
import type { AmountTotals } from "../../schemas/out/manifest.ts";
import { SETTINGS } from "../../schemas/setting.ts";
import type { ReleaseDocuments } from "../documents/release-documents.ts";
import { fault } from "../problems/problems.ts";
import { byCodeAndModifier } from "../schedules/pfs/amount-totals.ts";
import { type PublishedAmounts, publishedAmounts, publishedTotals } from "../schedules/pfs/published.ts";
import type { Batch } from "./long-tables.ts";

/** Rows of a batch, which becomes a row group. */
const BATCH = 100_000;

/** The kinds of amounts that are what a physician is paid, by track. */
const KINDS = ["feeSchedule", "qualifyingApm"] as const;

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

/** Rows by code, modifier and track. */
function entriesOf(all: readonly PublishedAmounts[]): Entry[] {
  const entries = all.flatMap((of) => of.rows.map((_, row) => ({ of, row })));
  const keyOf = ({ of, row }: Entry) => of.rows[row] ?? { hcpcs: "", modifier: "" };
  return entries.sort((one, two) => byCodeAndModifier(keyOf(one), keyOf(two)));
}

function batchOf(entries: readonly Entry[], localities: readonly LocalityRow[]): Batch {
  const repeated = (textOf: (entry: Entry) => string | null) =>
    entries.flatMap((entry) => new Array<string | null>(localities.length).fill(textOf(entry)));
  const [nonFacility, facility] = SETTINGS.map((setting) => {
    const cents = new Int32Array(entries.length * localities.length);
    entries.forEach(({ of, row }, at) => {
      cents.set(of.amounts.of(row, setting), at * localities.length);
    });
    return cents;
  }) as [Int32Array, Int32Array];
  return {
    hcpcs: repeated(({ of, row }) => of.rows[row]?.hcpcs ?? null),
    modifier: repeated(({ of, row }) => of.rows[row]?.modifier ?? null),
    track: repeated(({ of }) => of.track),
    locality: entries.flatMap(() => localities.map(({ locality }) => locality)),
    non_facility: nonFacility,
    facility,
  };
}

function* batchesOf(entries: readonly Entry[], localities: readonly LocalityRow[]): Generator<Batch> {
  const step = Math.max(1, Math.floor(BATCH / Math.max(1, localities.length)));
  for (let at = 0; at < entries.length; at += step) yield batchOf(entries.slice(at, at + step), localities);
}

/**
 * The amounts of both tracks in every locality, by code, computed from the documents and compared with the manifest.
 *
 * @throws InputFault when they are not those of the build
 */
export function localityAmounts(documents: ReleaseDocuments): Iterable<Batch> | undefined {
  const [national, places] = [documents.table("national"), documents.table("localities")];
  if (national === undefined || places === undefined) return undefined;
  const [rows, localities] = [national.allRows(), places.allRows()];
  const all = KINDS.flatMap((kind) => publishedAmounts(kind, national.head, rows, localities) ?? []);
  for (const each of all) refuseOthers(documents, publishedTotals(each));
  return batchesOf(entriesOf(all), localities);
}
