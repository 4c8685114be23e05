import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { INDEX_FILE } from "../../pipelines/documents/release-index.ts";
import { withCompanions } from "../../pipelines/inputs/companions.ts";
import { FORMATS, type Format } from "../../pipelines/inputs/formats.ts";
import type { AcceptedFinding } from "../../pipelines/schedules/checks/run-checks.ts";
import { isPreview } from "../../pipelines/sources/calendar.ts";
import { OnRequest, SourceName } from "../../schemas/source/release.ts";
import { PREVIEWS } from "../out/previews.ts";
import { oneOf } from "../program/option-values.ts";
import { IS_PACKED } from "../program/packed.ts";
import { UsageError } from "../program/usage-error.ts";
import { acceptedFindings } from "./accepted-findings.ts";
import { parseCodes, type WantedCodes } from "./code-selection.ts";

/** The arguments that select releases. */
export interface JobArguments {
  readonly from?: string;
  readonly release?: readonly string[];
  readonly allReleases?: boolean;
  readonly allowUnregistered?: boolean;
  readonly allowChanged?: boolean;
  readonly pick?: readonly string[];
  /** Sources on request, by name. */
  readonly with?: readonly string[];
}

/** Options of `ratebook build`. Plain values, so that they can be sent to a worker. */
export interface BuildArguments extends JobArguments {
  readonly out?: string;
  readonly codes: string;
  readonly require?: string;
  readonly without?: readonly string[];
  readonly overwrite?: boolean;
  readonly format?: string;
  readonly accept?: readonly string[];
  readonly jobs?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly timings?: boolean;
}

/** Settings for every release of a run. */
export interface BuildSettings {
  readonly codes: WantedCodes;
  readonly required: readonly SourceName[];
  /** Sources that a release is built without. */
  readonly without: (release: string) => readonly SourceName[];
  /** Families that are read only on request. */
  readonly asked: readonly OnRequest[];
  readonly format: Format | undefined;
  readonly accepted: readonly AcceptedFinding[];
}

function sourceNamed(option: string, name: string): SourceName {
  return oneOf(option, ["a source", "sources"], SourceName.options, name);
}

function requiredSources(text: string | undefined): SourceName[] {
  const names = (text ?? "").split(",").filter((name) => name !== "");
  return names.map((name) => sourceNamed("--require", name));
}

/** Sources of every release: what is read on request is left out by not asking for it. */
const EVERYWHERE = SourceName.exclude(OnRequest.options).options;

/** Leaves "pfs" out of every release, "2026A:pfs" out of one. */
export function sourcesLeftOut(words: readonly string[] | undefined): BuildSettings["without"] {
  const parsed = (words ?? []).map((word) => {
    const [name = "", release] = word.split(":").reverse();
    return { source: oneOf("--without", ["a source", "sources"], EVERYWHERE, name), release };
  });
  return (id) =>
    withCompanions(parsed.filter(({ release }) => release === undefined || release === id).map(({ source }) => source));
}

/** The families of `--with`; throws UsageError for another name. */
export function familiesAsked({ with: names = [] }: Pick<JobArguments, "with">): OnRequest[] {
  return names.map((name) => oneOf("--with", ["a source on request", "sources on request"], OnRequest.options, name));
}

/** What is not asked for is not looked for, so that it could never be found missing. */
function refuseNotAsked(required: readonly SourceName[], asked: readonly OnRequest[]): void {
  const lacking = OnRequest.options.find((each) => required.includes(each) && !asked.includes(each));
  if (lacking === undefined) return;
  throw new UsageError(`--require: ${lacking} is read only on request; add --with ${lacking}`);
}

function parseFormat(text: string | undefined): Format | undefined {
  return text === undefined ? undefined : oneOf("--format", ["a format", "formats"], FORMATS, text);
}

/**
 * Reads the arguments that are the same for every release.
 *
 * @throws UsageError that names the invalid one
 */
export function parseSettings({ codes, require, without, format, accept, ...about }: BuildArguments): BuildSettings {
  const [asked, required] = [familiesAsked(about), requiredSources(require)];
  refuseNotAsked(required, asked);
  return {
    codes: parseCodes(codes),
    required,
    without: sourcesLeftOut(without),
    asked,
    format: parseFormat(format),
    accepted: acceptedFindings(accept),
  };
}

/**
 * How many releases are built at a time. The embedded ones take less time than starting a second process.
 *
 * @param releases number of releases to build
 */
export function parallelJobs({ jobs, from }: BuildArguments, releases: number): number {
  if (jobs === undefined) return from === undefined ? 1 : Math.min(availableParallelism(), releases);
  if (/^[1-9]\d{0,2}$/.test(jobs)) return Math.min(Number(jobs), releases);
  throw new UsageError(
    `--jobs: "${jobs}" is not a number from 1 to 999; give the number of releases to build at a time, such as 2`,
  );
}

/** The folder as a user types it here. */
function typed(folder: string): string {
  const near = relative(process.cwd(), folder);
  return near.startsWith("..") || near === "" ? folder : near;
}

/** A checkout's own `out/`, which is committed; never a folder of an installed package. */
function embeddedOut(): string {
  return IS_PACKED ? "out" : fileURLToPath(new URL("../../out", import.meta.url));
}

/** Previews and releases are never in one folder. */
function refuseMixed(releases: readonly string[], out: string): void {
  const hasIndex = existsSync(join(out, INDEX_FILE));
  if (releases.every(isPreview) && !hasIndex) return;
  const why = hasIndex ? `${out}/ has releases` : "releases and previews of rules are built apart";
  throw new UsageError(
    `${releases.join(", ")}: ${why}; build previews into a folder of their own, such as ${PREVIEWS}`,
  );
}

/**
 * Where to write: `out/` for the embedded releases, `out-local/`, which git ignores, for whole ones, `out-previews/` for
 * previews of rules.
 */
export function outFolder({ out, from, release = [] }: BuildArguments): string {
  const hasPreview = release.some(isPreview);
  const folder = typed(out ?? (hasPreview ? PREVIEWS : from === undefined ? embeddedOut() : "out-local"));
  if (hasPreview) refuseMixed(release, folder);
  return folder;
}
