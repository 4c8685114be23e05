import type { PaymentConformance } from "../../../schemas/out/conformance.ts";
import { factorText } from "../../../schemas/unit-text.ts";
import type { PublishedFile } from "../../inputs/published-files.ts";
import { releaseName, windowOf } from "../../inputs/registry.ts";
import { Problems } from "../../problems/problems.ts";
import { RunningSha256 } from "../../problems/sha256.ts";
import { therapyReductions } from "../../sources/sources.ts";
import type { AvailableReleases } from "./available-releases.ts";
import { type Chosen, comparableRelease, type WantedPayments, wantedRelease } from "./choose-release.ts";
import { Comparison } from "./compare.ts";
import { compareAll, type FileRun, isHopeless, textOf } from "./compare-file.ts";
import { type FileTrack, trackOf } from "./file-track.ts";
import { FirstSeen } from "./first-seen.ts";
import { comparedInputs, type OurAmounts, ourAmounts, type PaymentTrack } from "./our-amounts.ts";
import { type PaymentLine, PaymentReader } from "./payment-lines.ts";
import { publishedName } from "./published-name.ts";
import { unlistedRows } from "./unlisted.ts";
import { wholeFileProblems } from "./whole-file.ts";
import { wholeLines } from "./whole-lines.ts";

/** How to compare a file. */
export interface ConformanceOptions {
  /** Release that the file belongs to, instead of what its name says. */
  readonly release?: string | undefined;
  /** Track that it was made for; refused when its amounts contradict it. */
  readonly track?: PaymentTrack | undefined;
  /** Receives the number of bytes read so far. */
  readonly onProgress?: ((bytes: number) => void) | undefined;
}

/** Records that are read before a file is compared: they show its year and its track. */
const LOOKED_AT = 1000;

/** The first records of a file; of a damaged archive those before the damage, which the comparison reports. */
async function firstRecords(file: PublishedFile): Promise<PaymentLine[]> {
  const reader = new PaymentReader(file.shown, new Problems());
  const found: PaymentLine[] = [];
  const damage = new Problems();
  await damage.attempt(async () => {
    for await (const block of wholeLines(
      textOf(file, () => {}),
      file.shown,
    )) {
      found.push(...reader.read(block));
      if (reader.counts.records >= LOOKED_AT) return;
    }
  });
  if (found.length === 0 && publishedName(file.path).year === undefined) damage.refuse();
  return found.slice(0, LOOKED_AT);
}

/** What a file is compared with. */
interface Prepared {
  readonly wanted: WantedPayments;
  readonly chosen: Chosen;
  readonly track: FileTrack;
  readonly ours: OurAmounts;
}

async function prepared(
  file: PublishedFile,
  releases: AvailableReleases,
  { release, track: option }: ConformanceOptions,
): Promise<Prepared> {
  const first = await firstRecords(file);
  const name = publishedName(file.path);
  const wanted =
    release === undefined
      ? wantedRelease(file.shown, name, first[0]?.row.year, releases)
      : { release, because: "--release" };
  const chosen = await comparableRelease(wanted.release, releases);
  const book = await releases.book(chosen.release);
  const both = { usual: ourAmounts(book, "usual"), "qualifying-apm": ourAmounts(book, "qualifying-apm") };
  const track = trackOf(file.shown, first, both, { option, name: name.track }, chosen.release);
  const ours = both[track.track];
  if (ours === undefined) throw new Error(`${chosen.release} has no amounts of the track ${track.track}`);
  return { wanted, chosen, track, ours };
}

/** What the whole file lacks; not checked for a file that could not be read to its end. */
function unlistedOf(run: FileRun): PaymentConformance["unlisted"] {
  return isHopeless(run) ? null : unlistedRows(run.ours, run.seen, publishedName(run.file.path).annual);
}

function result(
  run: FileRun,
  { wanted, track, chosen: { release, fallback } }: Prepared,
  found: Pick<PaymentConformance, "sha256" | "unlisted">,
): PaymentConformance {
  const { file, ours, comparison, seen, reader, problems } = run;
  const { scores, flatVisitFees } = comparison;
  const { records, ...passedOver } = reader.counts;
  const { pfs } = ours;
  return {
    file: file.shown,
    sha256: found.sha256,
    release,
    fallback,
    releaseBecause: wanted.because,
    conversionFactor: { value: factorText(pfs.factor), track: pfs.track ?? null },
    trackBecause: track.because,
    inputs: comparedInputs(ours),
    rows: records,
    distinctRows: seen.distinct,
    equalRows: comparison.equalRows,
    passedOver,
    columns: scores.columns,
    flatVisitFees: flatVisitFees.counts,
    unlisted: found.unlisted,
    differenceCount: scores.differenceCount,
    differences: scores.differences,
    problems: [...problems.list],
  };
}

/**
 * Compares one payment amount file of CMS's with our amounts, row by row, to the cent.
 *
 * @param releases the relative value files that the amounts are computed from
 * @returns what was compared, what differs and why; what is wrong with the file's lines is in `problems`
 * @throws InputFault when the file's release is not known, or no release of its year is available
 */
export async function conformanceOf(
  file: PublishedFile,
  releases: AvailableReleases,
  options: ConformanceOptions = {},
): Promise<PaymentConformance> {
  const basis = await prepared(file, releases, options);
  const { wanted, chosen, track, ours } = basis;
  const day = windowOf(releaseName(wanted.release)).from;
  const therapy = therapyReductions().reductions.find(({ from, to }) => from <= day && day <= to);
  const newRun = (): FileRun => {
    const problems = new Problems();
    return {
      file,
      release: chosen.release,
      ours,
      comparison: new Comparison(ours, therapy),
      seen: new FirstSeen(ours.full.rows.length * ours.full.places),
      reader: new PaymentReader(file.shown, problems),
      problems,
    };
  };
  const run = newRun();
  const hash = new RunningSha256();
  let bytes = 0;
  const damage = await compareAll(run, (piece) => {
    hash.add(piece);
    bytes += piece.length;
    options.onProgress?.(bytes);
  });
  const sha256 = hash.digest();
  if (damage !== undefined) {
    const none = newRun();
    none.problems.add(damage);
    return result(none, basis, { sha256, unlisted: null });
  }
  const unlisted = unlistedOf(run);
  run.problems.add(
    ...(track.problem === undefined ? [] : [track.problem]),
    ...wholeFileProblems(run, chosen, unlisted),
  );
  return result(run, basis, { sha256, unlisted });
}
