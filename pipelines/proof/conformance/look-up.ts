import type { LookUpConformance } from "../../../schemas/out/conformance.ts";
import type { Problem } from "../../../schemas/place.ts";
import { parseScaled } from "../../../schemas/scaled.ts";
import { type ConversionFactor, equal, ofUnit, SCALE } from "../../../schemas/units.ts";
import type { PublishedFile } from "../../inputs/published-files.ts";
import { releaseName, windowOf } from "../../inputs/registry.ts";
import { pfsId } from "../../inputs/release-id.ts";
import { fault, Problems } from "../../problems/problems.ts";
import { RunningSha256 } from "../../problems/sha256.ts";
import { calendar } from "../../sources/calendar.ts";
import { type ExpectedFactor, expectedFactors } from "../../sources/factors.ts";
import { explainedDifferences } from "../../sources/sources.ts";
import type { AvailableReleases } from "./available-releases.ts";
import { comparableRelease } from "./choose-release.ts";
import type { ConformanceOptions } from "./conformance.ts";
import { LookUpComparison } from "./look-up-compare.ts";
import { type LookUpLine, readLookUp, wholeBytes } from "./look-up-reader.ts";
import { comparedInputs, type OurAmounts, ourAmounts, type PaymentTrack } from "./our-amounts.ts";

/** A release that an export is compared with, and the result. */
interface Compared {
  readonly release: string;
  readonly ours: OurAmounts;
  readonly found: ReturnType<LookUpComparison["compare"]>;
}

/** What the law or CMS's file sets as the factors of a release. */
function factorsOf(id: string): ExpectedFactor[] {
  const name = releaseName(id);
  return expectedFactors("pfs", { label: pfsId(name), window: windowOf(name) });
}

function trackOfFactor(id: string, factor: string): PaymentTrack | undefined {
  const value = ofUnit<ConversionFactor>(parseScaled(factor, SCALE.factor) ?? 0);
  const track = factorsOf(id).find((each) => equal(each.value, value))?.entry.track;
  return track === undefined || track === "qualifying-apm" ? track : "usual";
}

async function thoseOf(ids: readonly string[], test: (id: string) => Promise<boolean>): Promise<string[]> {
  const found: string[] = [];
  for (const id of ids) if (await test(id)) found.push(id);
  return found;
}

/** Releases there with an export's factor, oldest first; where none is whole, those whose problems the user must see. */
async function candidates(factor: string, releases: AvailableReleases): Promise<string[]> {
  const bases = new Set(releases.candidates().map((id) => releaseName(id).base));
  const ids = [...bases].filter((id) => trackOfFactor(id, factor) !== undefined);
  const whole = await thoseOf(ids, (id) => releases.has(id));
  return whole.length > 0 ? whole : await thoseOf(ids, (id) => releases.isBroken(id));
}

function noneOf(factor: string, releases: AvailableReleases): string {
  const ofFactor = calendar().releases.filter(({ release }) => trackOfFactor(release, factor) !== undefined);
  const named = ofFactor.filter(({ release }) => releases.isNamed(release)).map(({ label }) => label);
  const cure = named.length === 0 ? "" : `; ${named.join(", ")} there is not registered: --allow-unregistered reads it`;
  return `no release there has its conversion factor, ${factor}${cure}`;
}

async function given(release: string, releases: AvailableReleases): Promise<string> {
  const { fallback } = await comparableRelease(release, releases);
  if (fallback === null) return release;
  const cure = "Put its relative value archive into the folder that --from names, or leave --release out";
  throw fault(
    "release.not-available",
    { file: releases.folder },
    `${fallback.reason}; --release says ${release}`,
    cure,
  );
}

function refuseTrack(file: string, { track: option }: ConformanceOptions, found: PaymentTrack, factor: string): void {
  if (option === undefined || option === found) return;
  const message = `--track says ${option}, but its conversion factor is ${factor}`;
  throw fault("published.track-contradicted", { file }, message, "Leave --track out");
}

async function comparedWith(
  release: string,
  lines: readonly LookUpLine[],
  track: PaymentTrack,
  releases: AvailableReleases,
): Promise<Compared | undefined> {
  const ours = ourAmounts(await releases.book(release), track);
  if (ours === undefined) return undefined;
  const explanations = explainedDifferences().differences.filter((each) => each.releases.includes(release));
  return { release, ours, found: new LookUpComparison(explanations).compare(lines, ours) };
}

/** The first release without a difference, else the one with the fewest: an export belongs to the release of its day. */
async function bestOf(
  ids: readonly string[],
  lines: readonly LookUpLine[],
  track: PaymentTrack,
  releases: AvailableReleases,
): Promise<Compared | undefined> {
  let best: Compared | undefined;
  for (const id of ids) {
    const each = await comparedWith(id, lines, track, releases);
    if (each === undefined) continue;
    if (best === undefined || each.found.differenceCount < best.found.differenceCount) best = each;
    if (best.found.differenceCount === 0) break;
  }
  return best;
}

/** What an export was compared with, and the evidence. */
interface Chosen {
  readonly best: Compared | undefined;
  readonly because: string;
}

async function chosenFor(
  file: string,
  lines: readonly LookUpLine[],
  factor: string,
  releases: AvailableReleases,
  options: ConformanceOptions,
): Promise<Chosen> {
  const { release } = options;
  const ids = release === undefined ? await candidates(factor, releases) : [await given(release, releases)];
  const [first] = ids;
  if (first === undefined) return { best: undefined, because: noneOf(factor, releases) };
  const track = trackOfFactor(first, factor) ?? "usual";
  refuseTrack(file, options, track, factor);
  const figures = ids.length > 1 ? ` and, of ${ids.join(", ")}, its figures` : "";
  const because = release === undefined ? `its conversion factor, ${factor}${figures}` : "--release";
  return { best: await bestOf(ids, lines, track, releases), because };
}

function empty(file: string): Problem {
  const cure = "Export it again from CMS's Physician Fee Schedule Look-Up Tool";
  return { code: "look-up.empty", place: { file }, message: "it has headings but no row", cure };
}

async function linesOf(
  file: PublishedFile,
  problems: Problems,
  hash: RunningSha256,
  { onProgress }: ConformanceOptions,
): Promise<LookUpLine[]> {
  let read = 0;
  const lines = await problems.attempt(async () => {
    const bytes = await wholeBytes(file, (piece) => {
      hash.add(piece);
      read += piece.length;
      onProgress?.(read);
    });
    return await readLookUp(bytes, file.shown, problems);
  });
  if (lines?.length === 0 && !problems.any) problems.add(empty(file.shown));
  return lines ?? [];
}

/**
 * Compares an export of CMS's Physician Fee Schedule Look-Up Tool, cell by cell, with the release of its day: prices,
 * limiting charges, marks, indices, RVUs and indicators. Where no release of its conversion factor is there, its prices
 * and limiting charges are still compared with the products of its own figures.
 *
 * @param releases the relative value files that our figures come from
 * @returns what was compared, what differs, and what of that is explained; what cannot be read is in `problems`
 * @throws InputFault when an option contradicts the file
 */
export async function lookUpConformanceOf(
  file: PublishedFile,
  releases: AvailableReleases,
  options: ConformanceOptions = {},
): Promise<LookUpConformance> {
  const problems = new Problems();
  const hash = new RunningSha256();
  const lines = await linesOf(file, problems, hash, options);
  const factor = lines[0]?.row.conversionFactor;
  const { best, because } =
    factor === undefined
      ? { best: undefined, because: "no row of it could be read" }
      : await chosenFor(file.shown, lines, factor, releases, options);
  const found = best?.found ?? new LookUpComparison([]).compare(lines, undefined);
  return {
    file: file.shown,
    sha256: hash.digest(),
    release: best?.release ?? null,
    releaseBecause: because,
    conversionFactor: factor === undefined ? null : { value: factor, track: best?.ours.pfs.track ?? null },
    inputs: best === undefined ? [] : comparedInputs(best.ours),
    rows: lines.length,
    ...found,
    problems: [...problems.list],
  };
}
