import { withoutCopies } from "../../pipelines/inputs/published-copies.ts";
import { type PublishedFile, publishedFiles } from "../../pipelines/inputs/published-files.ts";
import { releaseName } from "../../pipelines/inputs/registry.ts";
import { fault } from "../../pipelines/problems/problems.ts";
import { conformanceOf } from "../../pipelines/proof/conformance/conformance.ts";
import { lookUpConformanceOf } from "../../pipelines/proof/conformance/look-up.ts";
import { oppsCapConformanceOf, releasesWithOppsCap } from "../../pipelines/proof/conformance/opps-cap-prices.ts";
import type { PaymentTrack } from "../../pipelines/proof/conformance/our-amounts.ts";
import { ReleasesAtHand } from "../../pipelines/proof/conformance/releases-at-hand.ts";
import {
  ConformanceDocument,
  type LookUpConformance,
  type OppsCapConformance,
  type PaymentConformance,
} from "../../schemas/out/conformance.ts";
import { SCHEMA_VERSION } from "../../schemas/version.ts";
import { conformanceLines } from "../print/conformance-lines.ts";
import { problemLines } from "../print/problem-report.ts";
import { type ReadingProgress, readingProgressFor } from "../print/reading-progress.ts";
import { coloursFor, jsonText, type Terminal } from "../print/terminal.ts";
import { UsageError } from "../program/usage-error.ts";

/** Options of `ratebook conformance` as commander hands them over. */
export interface ConformanceArguments {
  readonly from: string;
  readonly published?: readonly string[];
  readonly oppsCap?: boolean;
  readonly release?: string;
  readonly track?: string;
  readonly allowUnpinned?: boolean;
  readonly pick?: readonly string[];
  readonly json?: boolean;
}

const TRACKS: readonly PaymentTrack[] = ["usual", "qualifying-apm"];

function trackOf(text: string | undefined): PaymentTrack | undefined {
  const track = TRACKS.find((each) => each === text);
  if (text === undefined || track !== undefined) return track;
  throw new UsageError(`--track: "${text}" is no track; tracks are ${TRACKS.join(", ")}`);
}

async function payments(
  files: readonly PublishedFile[],
  releases: ReleasesAtHand,
  options: ConformanceArguments,
  progress: ReadingProgress,
): Promise<PaymentConformance[]> {
  const track = trackOf(options.track);
  const found: PaymentConformance[] = [];
  for (const file of files) {
    progress.start(file.shown, file.bytes);
    const { release } = options;
    found.push(await conformanceOf(file, releases, { release, track, onProgress: progress.update }));
  }
  return found;
}

async function lookUpsOf(
  files: readonly PublishedFile[],
  releases: ReleasesAtHand,
  options: ConformanceArguments,
  progress: ReadingProgress,
): Promise<LookUpConformance[]> {
  const track = trackOf(options.track);
  const found: LookUpConformance[] = [];
  for (const file of files) {
    progress.start(file.shown, file.bytes);
    const { release } = options;
    found.push(await lookUpConformanceOf(file, releases, { release, track, onProgress: progress.update }));
  }
  return found;
}

async function prices(
  releases: ReleasesAtHand,
  { release, from }: ConformanceArguments,
  progress: ReadingProgress,
): Promise<OppsCapConformance[]> {
  const all = await releasesWithOppsCap(releases);
  const ids = all.filter((id) => release === undefined || id === release);
  if (ids.length === 0) {
    const message = `${release ?? "no release there"} has no OPPSCAP file with its relative value and GPCI files`;
    throw fault(
      "opps-cap.not-found",
      { file: from },
      message,
      "Name a payment amount file with --published, or correct --from",
    );
  }
  const found: OppsCapConformance[] = [];
  for (const [index, id] of ids.entries()) {
    progress.start(`OPPSCAP of ${id}, ${index + 1} of ${ids.length}`, 0);
    found.push(await oppsCapConformanceOf(id, releases));
  }
  return found;
}

function isEqual(each: PaymentConformance | LookUpConformance | OppsCapConformance): boolean {
  return each.differenceCount === 0 && each.problems.length === 0;
}

async function compared(options: ConformanceArguments, progress: ReadingProgress): Promise<ConformanceDocument> {
  const { from, published = [], allowUnpinned, pick, release } = options;
  if (release !== undefined) releaseName(release);
  const releases = new ReleasesAtHand(from, { allowUnpinned, pick });
  const { files: named, notRead } = await publishedFiles(...published);
  const { files, copies } = await withoutCopies(named);
  const ofKind = (kind: PublishedFile["kind"]): PublishedFile[] => files.filter((each) => each.kind === kind);
  const ofPayments = await payments(ofKind("payments"), releases, options, progress);
  const lookUps = await lookUpsOf(ofKind("look-up"), releases, options, progress);
  const ofPrices = published.length === 0 || options.oppsCap === true ? await prices(releases, options, progress) : [];
  const matched = [...ofPayments, ...lookUps, ...ofPrices].every(isEqual);
  return ConformanceDocument.parse({
    schema: "ratebook/conformance",
    schemaVersion: SCHEMA_VERSION,
    matched,
    payments: ofPayments,
    lookUps,
    copies,
    notRead,
    oppsCap: ofPrices,
  });
}

function print(document: ConformanceDocument, terminal: Terminal): void {
  const problems = [...document.payments, ...document.lookUps].flatMap((each) => each.problems);
  terminal.result(conformanceLines(document, coloursFor(process.stdout)).join("\n"));
  if (problems.length > 0) terminal.note(problemLines(problems).join("\n"));
}

/**
 * Compares what CMS has published with our amounts and prints what came of it.
 *
 * @returns the exit code: 0 when everything is equal, 1 when something differs or could not be read
 * @throws UsageError or InputFault when the command cannot be carried out as it was given
 */
export async function conformance(options: ConformanceArguments, terminal: Terminal): Promise<number> {
  const progress = await readingProgressFor(terminal, options.json === true);
  try {
    const document = await compared(options, progress);
    progress.close();
    if (options.json === true) terminal.result(jsonText(document));
    else print(document, terminal);
    return document.matched ? 0 : 1;
  } finally {
    progress.close();
  }
}
