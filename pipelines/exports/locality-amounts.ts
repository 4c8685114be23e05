import type { LocalityAmountsLine } from "../../schemas/out/localities.ts";
import { type BulkDocument, byCodeAndModifier, type ReleaseDocuments } from "../documents/release-documents.ts";
import type { Batch } from "./long-tables.ts";

/** Rows of a batch, which becomes a row group. */
const BATCH = 100_000;

/** The bulk files of amounts without the OPPS cap. */
const FILES = ["locality-amounts", "locality-amounts.qualifying-apm"] as const;

/** A bulk file, and the next of its lines that is not taken yet. */
interface Reading {
  readonly track: string | null;
  readonly localities: readonly string[];
  readonly lines: Iterator<LocalityAmountsLine>;
  next: LocalityAmountsLine | undefined;
}

function readingOf(bulk: BulkDocument): Reading {
  const lines = bulk.lines();
  const { localities, conversionFactor } = bulk.head;
  return { track: conversionFactor.track, localities, lines, next: lines.next().value ?? undefined };
}

/** The line that is first by code and modifier over the files, and the file that has it. */
function first(readings: readonly Reading[]): { reading: Reading; line: LocalityAmountsLine } | undefined {
  let found: { reading: Reading; line: LocalityAmountsLine } | undefined;
  for (const reading of readings) {
    const { next } = reading;
    if (next !== undefined && (found === undefined || byCodeAndModifier(next, found.line) < 0))
      found = { reading, line: next };
  }
  if (found !== undefined) found.reading.next = found.reading.lines.next().value ?? undefined;
  return found;
}

class Columns {
  readonly hcpcs: string[] = [];
  readonly modifier: string[] = [];
  readonly track: (string | null)[] = [];
  readonly locality: string[] = [];
  readonly non_facility: string[] = [];
  readonly facility: string[] = [];

  add({ track, localities }: Reading, { hcpcs, modifier, nonFacility, facility }: LocalityAmountsLine): void {
    for (const [at, locality] of localities.entries()) {
      this.hcpcs.push(hcpcs);
      this.modifier.push(modifier);
      this.track.push(track);
      this.locality.push(locality);
      this.non_facility.push(nonFacility[at] ?? "");
      this.facility.push(facility[at] ?? "");
    }
  }
}

function* batches(readings: readonly Reading[]): Generator<Batch> {
  let columns = new Columns();
  for (let found = first(readings); found !== undefined; found = first(readings)) {
    columns.add(found.reading, found.line);
    if (columns.hcpcs.length < BATCH) continue;
    yield { ...columns };
    columns = new Columns();
  }
  yield { ...columns };
}

/**
 * Every amount of every locality, one a row, by code, modifier and track.
 *
 * @returns undefined for a release without the physician fee schedule
 */
export function localityAmounts(documents: ReleaseDocuments): Iterable<Batch> | undefined {
  const bulks = FILES.flatMap((name) => documents.bulk(name) ?? []);
  return bulks.length === 0 ? undefined : batches(bulks.map(readingOf));
}
