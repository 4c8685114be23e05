import type { PaymentConformance } from "../../schemas/out/conformance.ts";
import type { Problem } from "../../schemas/place.ts";
import { centsText, factorText } from "../../schemas/unit-text.ts";
import type { PublishedFile } from "../inputs/published-files.ts";
import { releaseName, windowOf } from "../inputs/registry.ts";
import { collecting, fault } from "../shared/problems.ts";
import { RunningSha256 } from "../shared/sha256.ts";
import { originOf } from "../shared/source-file.ts";
import { therapyReductions } from "../shared/sources.ts";
import { type Chosen, chooseRelease, type Wanted, wantedRelease } from "./choose-release.ts";
import { Comparison } from "./compare.ts";
import { FirstSeen } from "./first-seen.ts";
import { type OurAmounts, ourAmounts, type PaymentTrack } from "./our-amounts.ts";
import { MOST_PROBLEMS, type PaymentLine, PaymentReader, wholeLines } from "./payment-lines.ts";
import { publishedName } from "./published-name.ts";
import type { ReleasesAtHand } from "./releases-at-hand.ts";
import { unlistedRows } from "./unlisted.ts";

/** How to compare a file. */
export interface ConformanceOptions {
  /** Release that the file belongs to, instead of what its name says. */
  readonly release?: string | undefined;
  /** Track that it was made for, instead of what its name says. */
  readonly track?: PaymentTrack | undefined;
  /** Told how many bytes of the file have been read. */
  readonly onProgress?: ((bytes: number) => void) | undefined;
}

async function* textOf(file: PublishedFile, onPiece: (piece: Uint8Array) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const piece of file.pieces()) {
    onPiece(piece);
    yield decoder.decode(piece, { stream: true });
  }
}

async function yearOfFirstRecord(file: PublishedFile): Promise<string | undefined> {
  const reader = new PaymentReader(file.shown, []);
  for await (const block of wholeLines(textOf(file, () => {}))) {
    const [first] = reader.read(block);
    if (first !== undefined || reader.counts.records > 0) return first?.row.year;
  }
  return undefined;
}

async function wantedOf(file: PublishedFile, given: string | undefined): Promise<Wanted> {
  if (given !== undefined) return { release: given, because: "--release" };
  const name = publishedName(file.path);
  return wantedRelease(file.shown, name, name.year === undefined ? await yearOfFirstRecord(file) : undefined);
}

function trackOf(file: PublishedFile, given: PaymentTrack | undefined): PaymentTrack {
  return given ?? (publishedName(file.path).qualifying ? "qualifying-apm" : "usual");
}

function requireAmounts(ours: OurAmounts | undefined, file: string, release: string, track: PaymentTrack): OurAmounts {
  if (ours !== undefined) return ours;
  const message = `${release} has no amounts of the track ${track}`;
  throw fault(
    "published.track",
    { file },
    message,
    "Leave --track out: there are two conversion factors since 2026 only",
  );
}

function wrongYear(file: string, { line, row }: PaymentLine, release: string): Error {
  const message = `the record is for ${row.year}, expected the year of release ${release}`;
  const cure = "Name the release that the file belongs to with --release";
  return fault("payment.year", { file, row: line, column: "A" }, message, cure);
}

/** Everything that is kept while the lines of one file go by. */
interface Run {
  readonly file: PublishedFile;
  readonly release: string;
  readonly ours: OurAmounts;
  readonly comparison: Comparison;
  readonly seen: FirstSeen;
  readonly reader: PaymentReader;
  readonly problems: Problem[];
}

function compareLine({ file, release, ours, comparison, seen, problems }: Run, line: PaymentLine): void {
  const { row } = line;
  if (!release.startsWith(row.year)) throw wrongYear(file.shown, line, release);
  const found = ours.find(row.mac, row.locality, row.hcpcs, row.modifier);
  const contradiction = seen.note(row, line.line, typeof found === "string" ? -1 : found.place);
  comparison.compare(line, found);
  if (contradiction === undefined) return;
  const { firstLine, field, before, after } = contradiction;
  problems.push({
    code: "payment.contradiction",
    place: { file: file.shown, row: line.line, key: `${row.mac}${row.locality} ${row.hcpcs} ${row.modifier}`.trim() },
    message: `line ${firstLine} has the same code and place with other figures: ${field} ${centsText(before)} there, ${centsText(after)} here`,
    cure: "Download the file again; if CMS prints both, ask which one is paid",
  });
}

function refuseMany({ file, problems }: Run): void {
  if (problems.length < MOST_PROBLEMS) return;
  const message = `${problems.length} problems so far: this is not the payment amount file that it should be`;
  throw fault("payment.stopped", { file: file.shown }, message, "Correct --published");
}

/** Reads the file to its end, or until it is clear that it is none. */
async function compareAll(run: Run, onPiece: (piece: Uint8Array) => void): Promise<void> {
  const { file, reader, problems } = run;
  await collecting(problems, async () => {
    for await (const block of wholeLines(textOf(file, onPiece))) {
      for (const line of reader.read(block)) compareLine(run, line);
      refuseMany(run);
    }
    if (reader.counts.records > 0) return;
    throw fault("payment.empty", { file: file.shown }, "no line of it is a record", "Download the file again");
  });
}

function result(run: Run, wanted: Wanted, { release, fallback }: Chosen, sha256: string): PaymentConformance {
  const { file, ours, comparison, seen, reader, problems } = run;
  const { records, ...passedOver } = reader.counts;
  const { pfs, gpci } = ours;
  const inputs = [pfs.file, gpci.file];
  return {
    file: file.shown,
    sha256,
    release,
    fallback,
    releaseBecause: wanted.because,
    conversionFactor: { value: factorText(pfs.factor), track: pfs.track ?? null },
    inputs: inputs.map((each) => ({ name: each.table.file, sha256: each.sha256, origin: originOf(each) })),
    rows: records,
    passedOver,
    columns: comparison.columns,
    flatVisitFees: comparison.flatVisitFees,
    unlisted: unlistedRows(ours, seen),
    differenceCount: comparison.differenceCount,
    differences: comparison.differences,
    problems,
  };
}

/**
 * Compares one payment amount file of CMS's with our amounts, row by row, to the cent.
 *
 * @param releases where the relative value files lie that the amounts are computed from
 * @returns what was compared, what differs and why; what is wrong with the file's lines is in `problems`
 * @throws InputFault when it cannot be said which release the file belongs to, or none of its year is at hand
 */
export async function conformanceOf(
  file: PublishedFile,
  releases: ReleasesAtHand,
  options: ConformanceOptions = {},
): Promise<PaymentConformance> {
  const wanted = await wantedOf(file, options.release);
  const chosen = await chooseRelease(wanted.release, releases);
  const track = trackOf(file, options.track);
  const amounts = ourAmounts(await releases.book(chosen.release), track);
  const ours = requireAmounts(amounts, file.shown, chosen.release, track);
  const day = windowOf(releaseName(wanted.release)).from;
  const therapy = therapyReductions().reductions.find(({ from, to }) => from <= day && day <= to);
  const problems: Problem[] = [];
  const run = {
    file,
    release: chosen.release,
    ours,
    comparison: new Comparison(ours, therapy),
    seen: new FirstSeen(ours.full.cents.length / 2),
    reader: new PaymentReader(file.shown, problems),
    problems,
  };
  const hash = new RunningSha256();
  let bytes = 0;
  await compareAll(run, (piece) => {
    hash.add(piece);
    bytes += piece.length;
    options.onProgress?.(bytes);
  });
  return result(run, wanted, chosen, hash.digest());
}
