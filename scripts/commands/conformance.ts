import type { Command } from "commander";
import { withoutCopies } from "../../pipelines/inputs/published-copies.ts";
import { type PublishedFile, publishedFiles } from "../../pipelines/inputs/published-files.ts";
import { releaseName } from "../../pipelines/inputs/registry.ts";
import { fault } from "../../pipelines/problems/problems.ts";
import { AvailableReleases } from "../../pipelines/proof/conformance/available-releases.ts";
import { conformanceOf } from "../../pipelines/proof/conformance/conformance.ts";
import { lookUpConformanceOf } from "../../pipelines/proof/conformance/look-up.ts";
import { oppsCapConformanceOf, releasesWithOppsCap } from "../../pipelines/proof/conformance/opps-cap-prices.ts";
import type { PaymentTrack } from "../../pipelines/proof/conformance/our-amounts.ts";
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
import { coloursFor, jsonText, TERMINAL, type Terminal } from "../print/terminal.ts";
import { EXIT, exitWith } from "../program/exit-codes.ts";
import { helpEnd } from "../program/help.ts";
import { collect, oneOf, releaseAsTyped } from "../program/option-values.ts";

export interface ConformanceArguments {
  readonly from: string;
  readonly published?: readonly string[];
  readonly oppsCap?: boolean;
  readonly release?: string;
  readonly track?: string;
  readonly allowUnregistered?: boolean;
  readonly allowChanged?: boolean;
  readonly pick?: readonly string[];
  readonly json?: boolean;
}

const TRACKS: readonly PaymentTrack[] = ["usual", "qualifying-apm"];

/** The release and track that the user named, and where progress is reported. */
interface FileOptions {
  readonly release: string | undefined;
  readonly track: PaymentTrack | undefined;
  readonly onProgress: (bytes: number) => void;
}

async function comparedEach<Conformance>(
  files: readonly PublishedFile[],
  how: Pick<FileOptions, "release" | "track">,
  progress: ReadingProgress,
  compare: (file: PublishedFile, options: FileOptions) => Promise<Conformance>,
): Promise<Conformance[]> {
  const found: Conformance[] = [];
  for (const file of files) {
    progress.start(file.shown, file.bytes);
    found.push(await compare(file, { ...how, onProgress: progress.update }));
  }
  return found;
}

async function prices(
  releases: AvailableReleases,
  { release, from }: ConformanceArguments,
  progress: ReadingProgress,
): Promise<OppsCapConformance[]> {
  const all = await releasesWithOppsCap(releases);
  const ids = all.filter((id) => release === undefined || id === release);
  if (ids.length === 0) {
    const message =
      release === undefined
        ? "no release has an OPPSCAP file together with its relative value and GPCI files"
        : `${release} has no OPPSCAP file together with its relative value and GPCI files`;
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
  const { from, published = [], allowUnregistered, allowChanged, pick, release } = options;
  if (release !== undefined) releaseName(release);
  const track =
    options.track === undefined ? undefined : oneOf("--track", ["a track", "tracks"], TRACKS, options.track);
  const how = { release, track };
  const releases = new AvailableReleases(from, { allowUnregistered, allowChanged, pick });
  const { files: named, notRead } = await publishedFiles(...published);
  const { files, copies } = await withoutCopies(named);
  const ofKind = (kind: PublishedFile["kind"]): PublishedFile[] => files.filter((each) => each.kind === kind);
  const ofPayments = await comparedEach(ofKind("payments"), how, progress, (file, each) =>
    conformanceOf(file, releases, each),
  );
  const lookUps = await comparedEach(ofKind("look-up"), how, progress, (file, each) =>
    lookUpConformanceOf(file, releases, each),
  );
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

/** Returns the exit code. */
export async function conformance(options: ConformanceArguments, terminal: Terminal): Promise<number> {
  const progress = await readingProgressFor(terminal, options.json === true);
  try {
    const document = await compared(options, progress);
    progress.close();
    if (options.json === true) terminal.result(jsonText(document));
    else print(document, terminal);
    return document.matched ? EXIT.done : EXIT.problems;
  } finally {
    progress.close();
  }
}

const EXAMPLES = helpEnd(
  [
    ["ratebook conformance --from ~/cms", "the prices in every OPPSCAP file"],
    ["ratebook conformance --from ~/cms --published PFREV25D.zip", "every amount of a payment amount file"],
    ["ratebook conformance --from ~/cms --published ~/pfall --opps-cap", "every file in a folder, and OPPSCAP"],
    ["ratebook conformance --from ~/cms --published pfrev26b.zip", "both tracks, each with its own conversion factor"],
    ["ratebook conformance --from ~/cms --published all_macs.csv", "an export of CMS's Look-Up Tool"],
  ],
  "an amount differs",
);

export function addConformance(program: Command): void {
  program
    .command("conformance")
    .helpGroup("Compare")
    .summary("compare our amounts with those that CMS publishes")
    .description("Compares our locality amounts, row by row, with the payment amounts that CMS publishes.")
    .requiredOption("--from <folder>", "folder of CMS's files, with the relative value files")
    .option(
      "--published <path>",
      "payment amount file (PFALL, PFREV) or its zip, export of CMS's Look-Up Tool, or folder; may be repeated",
      collect,
    )
    .option("--opps-cap", "also compare the prices in OPPSCAP; the default without --published")
    .option("--release <id>", "release of the files (default: from their names, folders or figures)", releaseAsTyped)
    .option("--track <track>", "usual or qualifying-apm, since 2026 (default: from the amounts)")
    .option("--allow-unregistered", "also read releases that are not registered")
    .option("--allow-changed", "also read files whose bytes are not the registered ones")
    .option("--pick <part>", "part of the path of the right file, where several unregistered files fit", collect)
    .option("--json", "print the result as JSON: schemas/json/conformance.schema.json")
    .addHelpText("after", EXAMPLES)
    .action(async (options: ConformanceArguments) => exitWith(await conformance(options, TERMINAL)));
}
