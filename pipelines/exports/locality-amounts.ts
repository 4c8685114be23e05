import type { LocalityRow } from "../../schemas/out/localities.ts";
import type { AmountTotals } from "../../schemas/out/manifest.ts";
import type { Setting } from "../../schemas/setting.ts";
import type { ReleaseDocuments } from "../documents/release-documents.ts";
import { fault } from "../problems/problems.ts";
import { byCodeAndModifier } from "../schedules/pfs/amount-totals.ts";
import { type PublishedAmounts, publishedAmounts, publishedTotals } from "../schedules/pfs/published.ts";
import { BATCH, repeatedTexts } from "./batches.ts";
import type { Batch } from "./column-types.ts";

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

function centsOf(entries: readonly Entry[], times: number, setting: Setting): Int32Array {
  const cents = new Int32Array(entries.length * times);
  entries.forEach(({ of, row }, at) => {
    cents.set(of.amounts.of(row, setting), at * times);
  });
  return cents;
}

function* batchesOf(entries: readonly Entry[], localities: readonly LocalityRow[]): Generator<Batch> {
  const times = Math.max(1, localities.length);
  const step = Math.max(1, Math.floor(BATCH / times));
  const keys = localities.map(({ locality }) => locality);
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
      locality: { texts: keys, positions: places.subarray(0, some.length * localities.length) },
      non_facility: centsOf(some, localities.length, "nonFacility"),
      facility: centsOf(some, localities.length, "facility"),
    };
  }
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
