import { diff as diffOf } from "../../pipelines/answers/diff/diff.ts";
import { readSide, type Side } from "../../pipelines/answers/diff/side.ts";
import type { BuiltRelease } from "../../pipelines/build-release.ts";
import type { Download } from "../../pipelines/inputs/downloads.ts";
import { factorEntry, withFactors } from "../../pipelines/inputs/factor-entries.ts";
import type { Registration } from "../../pipelines/inputs/register.ts";
import { windowOf } from "../../pipelines/inputs/registry.ts";
import type { ReleaseName } from "../../pipelines/inputs/release-id.ts";
import { InputFault } from "../../pipelines/problems/problems.ts";
import { besideFacts } from "../../pipelines/refresh/beside-facts.ts";
import { factsOf, rowCounts } from "../../pipelines/refresh/facts.ts";
import { draftNote, headlineOf } from "../../pipelines/refresh/headline.ts";
import { NOTE_TO_DRAFT, type ReleaseNews } from "../../pipelines/refresh/news.ts";
import { factorsSeen, type SeenFactor } from "../../pipelines/refresh/proposed-factors.ts";
import { acceptedIn } from "../../pipelines/schedules/checks/run-checks.ts";
import { continuityReport } from "../../pipelines/schedules/continuity/report.ts";
import type { Accepted, NewPublication, ReleaseReport, ToAccept } from "../../schemas/out/refresh.ts";
import type { Problem } from "../../schemas/place.ts";
import { type ConversionFactorEntry, ConversionFactors } from "../../schemas/source/parameters.ts";
import { acceptableChecks } from "../build/accepted-findings.ts";
import { proveRegistration, writePublications, writeRegistration } from "../build/registration.ts";
import { currentSource, writeSource } from "../out/source-files.ts";
import type { QuarterBefore } from "./quarter-before.ts";

/** What a trial may assume, and where it works. */
export interface TrialOptions {
  /** Folder of the downloads. */
  readonly from: string;
  readonly downloads: readonly Download[];
  readonly accept: readonly string[] | undefined;
  readonly source: string | undefined;
  readonly without: readonly string[] | undefined;
  /** Where CMS published new factors; undefined while that is not known. */
  readonly cite: string | undefined;
  /** Factors that a person states, such as "pfs-qualifying=34.1825". */
  readonly factors: readonly string[];
  /** What CMS changed in another revision, instead of a draft. */
  readonly note: string | undefined;
  /**
   * Builds a release with the registry of the trial; returns its folder, or undefined when it could not be built.
   *
   * @param isReady whether nothing of it waits for a person
   */
  readonly build: (release: string, isReady: boolean) => Promise<string | undefined>;
  /** Folder of a built release to compare with; undefined when none is available. */
  readonly before: (name: ReleaseName, fresh: readonly Registration[]) => Promise<string | undefined>;
  /** NCCI edits that were built by themselves, beside those of the registered quarter before. */
  readonly quarterBefore: (fresh: readonly Registration[], built: BuiltRelease) => Promise<QuarterBefore | undefined>;
}

/** A release that was tried, with what is new of it as it will be registered. */
export interface TriedRelease {
  readonly name: ReleaseName;
  readonly fresh: readonly Registration[];
  readonly report: ReleaseReport;
  /** Folder of the built release that it was compared with. */
  readonly before: string | undefined;
  /** Conversion factors that nobody had recorded, such as "pfs=34.0125". */
  readonly newFactors: readonly string[];
}

const FACTORS = "parameters/conversion-factors.json";
/** Stands where the citation goes while it is not known where CMS published a factor. */
const NOT_CITED = "proposed from CMS's file by ratebook refresh; nobody has named the rule yet";

function isSameFactor(one: ConversionFactorEntry, other: ConversionFactorEntry): boolean {
  const isSame = one.schedule === other.schedule && one.track === other.track && one.value === other.value;
  return isSame && one.from <= other.from && other.to <= one.to;
}

/**
 * Records factors of a year that are not recorded yet: those of CMS's files, and those that a person states.
 *
 * @returns those that were recorded
 */
function recordFactors({ year }: ReleaseName, seen: readonly SeenFactor[], { cite, factors }: TrialOptions): string[] {
  const stated = new Set(factors.map((text) => text.split("=")[0]));
  const missing = seen.filter(({ recorded, name }) => recorded.length === 0 && !stated.has(name));
  const window = { from: `${year}-01-01`, to: `${year}-12-31` };
  const before = currentSource(FACTORS, ConversionFactors);
  const known = before?.factors ?? [];
  const fresh = [...missing.map(({ name, value }) => `${name}=${value}`), ...factors]
    .map((text) => ({ text, entry: factorEntry(text, window, cite ?? NOT_CITED) }))
    // An earlier release of the same refresh may have recorded it.
    .filter(({ entry }) => !known.some((each) => isSameFactor(each, entry)));
  if (fresh.length === 0) return [];
  const all = withFactors(
    known,
    fresh.map(({ entry }) => entry),
  );
  writeSource(FACTORS, { ...before, factors: all });
  return fresh.map(({ text }) => text);
}

function publicationsOf(fresh: readonly Registration[]): NewPublication[] {
  return fresh.map(({ kind, entry, revision }) => {
    const { note = null, files = [] } = entry.revisions[revision - 1] ?? {};
    const { family, label } = entry;
    const shown = files.map(({ role, name, bytes, sha256 }) => ({ role, name, bytes, sha256 }));
    return { family, label, kind, revision, note, files: shown };
  });
}

/** A factor that no file of the release has is given to the refresh itself. */
function withOption(problem: Problem): Problem {
  const [, name] = /no conversion factor (\S+) is recorded/.exec(problem.message) ?? [];
  if (name === undefined) return problem;
  const message = `no file of the release has the conversion factor ${name}, and the registry does not know it`;
  return { ...problem, message, cure: `Take it from the final rule, and give it: --factor ${name}=DOLLARS` };
}

/** Problems by whether a person may accept them: what may be is found in a whole table, or breaks a rule that CMS has broken. */
function splitProblems({ built }: Proved): { findings: ToAccept[]; problems: readonly Problem[] } {
  const acceptable = new Set(acceptableChecks());
  const isFinding = ({ code, place }: Problem): boolean => acceptable.has(code) && place.key !== undefined;
  const all = [...built.problems, ...built.book.unreadableBecause];
  const waiting = [...all.filter(isFinding), ...built.report.unreviewed];
  const findings = waiting.map(({ code, place, message }) => ({ check: code, key: place.key ?? "", message, place }));
  return { findings, problems: all.filter((each) => !isFinding(each)).map(withOption) };
}

function checksOf({ report }: BuiltRelease): ReleaseReport["checks"] {
  return report.results
    .filter(({ ran }) => ran)
    .map(({ id: check, publications, checked, held, excepted }) => {
      return { check, publications: [...publications], checked, held, excepted };
    });
}

function acceptedOf({ report }: BuiltRelease, source: string | undefined): Accepted[] {
  const all = acceptedIn(report);
  return all.map(({ check, key, reason, source: by }) => ({ check, key, reason, source: source ?? by }));
}

/** Gives other revisions the note that a person wrote, or the draft. */
function withNote(fresh: readonly Registration[], note: string): Registration[] {
  return fresh.map((each) => {
    if (each.kind !== "revision") return each;
    const revisions = each.entry.revisions.map((one) => (one.note === NOTE_TO_DRAFT ? { ...one, note } : one));
    return { ...each, entry: { ...each.entry, revisions } };
  });
}

/** Rows of each table of a built release. */
function tableRows({ manifest }: Side): ReadonlyMap<string, number> {
  const files = manifest.publications.flatMap((publication) => publication.files);
  return new Map(files.map(({ id, rows }) => [id, rows.data]));
}

/** What a proof of a release found: nothing to build while it has problems or findings. */
interface Proved {
  readonly built: BuiltRelease;
  readonly factors: readonly SeenFactor[];
  readonly newFactors: readonly string[];
}

async function prove({ name, fresh, isBeside }: ReleaseNews, options: TrialOptions): Promise<Proved> {
  const once = () => proveRegistration(name, fresh, options.downloads, options);
  const first = await once();
  if (isBeside) return { built: first, factors: [], newFactors: [] };
  const factors = factorsSeen(first.book);
  const newFactors = recordFactors(name, factors, options);
  return { built: newFactors.length > 0 ? await once() : first, factors, newFactors };
}

function stateOf({ findings, problems }: ReturnType<typeof splitProblems>): ReleaseReport["state"] {
  if (problems.length > 0) return "broken";
  return findings.length > 0 ? "to-accept" : "ready";
}

/** What waits for a person is accepted inside the trial, so that the report has the comparison too. */
async function proveWith(
  findings: readonly ToAccept[],
  { name, fresh }: ReleaseNews,
  { built }: Proved,
  options: TrialOptions,
): Promise<BuiltRelease> {
  if (findings.length === 0) return built;
  const waiting = findings.map(({ check, key }) => `${check}:${key}=waits for a person`);
  const accept = [...(options.accept ?? []), ...waiting];
  return await proveRegistration(name, fresh, options.downloads, { ...options, accept });
}

/** A release beside the one before, where there is one. */
interface ComparedRelease {
  readonly fresh: readonly Registration[];
  readonly compared: ReleaseReport["compared"];
  /** Folder of the release before. */
  readonly before?: string;
  /** Rows of its tables. */
  readonly rows?: ReadonlyMap<string, number>;
}

/** The note of other files of what is registered beside the releases: no diff drafts one. */
const NOT_DRAFTED = "CMS replaced files. Their rows are not compared with those of the revision before";

/** Registers what is proved by itself in the registry of the trial, and compares NCCI edits with the quarter before. */
async function compareBeside(
  name: ReleaseName,
  fresh: readonly Registration[],
  built: BuiltRelease,
  options: TrialOptions,
): Promise<ComparedRelease> {
  const before = await options.quarterBefore(fresh, built);
  const document = before && diffOf(...before.sides, { localities: false });
  const noted = withNote(fresh, options.note ?? (document === undefined ? NOT_DRAFTED : draftNote(document)));
  writeRegistration(name, noted, built, options.source);
  if (before === undefined || document === undefined) return { fresh: noted, compared: null };
  const isAgain = fresh.some(({ entry }) => entry.label === before.label);
  const other = isAgain ? `${before.label} as it was` : before.label;
  return { fresh: noted, compared: { with: other, headline: headlineOf(document) }, rows: tableRows(before.sides[0]) };
}

/** Registers a proved release in the registry of the trial, builds it, and compares it with the one before. */
async function compare(
  { name, fresh: found, isBeside }: ReleaseNews,
  built: BuiltRelease,
  isReady: boolean,
  options: TrialOptions,
): Promise<ComparedRelease> {
  if (isBeside) return await compareBeside(name, found, built, options);
  const fresh = options.note === undefined ? found : withNote(found, options.note);
  const before = await options.before(name, fresh);
  writeRegistration(name, fresh, built, options.source);
  const folder = await options.build(name.base, isReady);
  if (folder === undefined || before === undefined) return { fresh, compared: null };
  const sides = [readSide(before), readSide(folder)] as const;
  const document = diffOf(...sides, { localities: false });
  const noted = withNote(fresh, draftNote(document));
  writePublications(noted);
  const { release } = sides[0].manifest;
  const other = release === name.base ? `${release} as it was` : release;
  return { fresh: noted, compared: { with: other, headline: headlineOf(document) }, before, rows: tableRows(sides[0]) };
}

/** Name and days of a release; of what is registered beside the releases those of its publications. */
function commonOf({
  name,
  fresh,
  isBeside,
}: ReleaseNews): Pick<ReleaseReport, "release" | "title" | "window" | "isBeside"> {
  const [first] = fresh;
  if (first === undefined || !isBeside)
    return { release: name.base, title: name.base, window: windowOf(name), isBeside };
  const title = fresh.map(({ entry }) => entry.label).join(", ");
  return { release: name.base, title, window: first.entry.window, isBeside };
}

/**
 * Proves one new release with the registry in use, which the trial may write into: every check of files that nobody
 * has registered, the factors of CMS's own files, the comparison with the release before.
 */
export async function tryRelease(news: ReleaseNews, options: TrialOptions): Promise<TriedRelease> {
  const { name, isBeside } = news;
  const common = commonOf(news);
  const proved = await prove(news, options).catch((error: unknown) => {
    if (error instanceof InputFault) return error.problem;
    throw error;
  });
  if ("code" in proved) {
    const empty = { facts: [], rows: [], checks: [], continuity: [], findings: [], accepted: [], compared: null };
    const publications = publicationsOf(news.fresh);
    const report = { ...common, ...empty, state: "broken" as const, publications, problems: [proved] };
    return { name, fresh: news.fresh, report, before: undefined, newFactors: [] };
  }
  const { built, factors, newFactors } = proved;
  const { findings, problems } = splitProblems(proved);
  const state = stateOf({ findings, problems });
  const done =
    state === "broken"
      ? undefined
      : await compare(news, await proveWith(findings, news, proved, options), state === "ready", options);
  const fresh = done?.fresh ?? news.fresh;
  const report: ReleaseReport = {
    ...common,
    title: isBeside ? common.title : built.book.release.title,
    state,
    publications: publicationsOf(fresh),
    facts: isBeside ? besideFacts(fresh, built.book) : factsOf(name, fresh, factors, options.factors, built.book),
    rows: rowCounts(built.book, done?.rows ?? new Map()),
    checks: checksOf(built),
    continuity: continuityReport(built.book),
    findings,
    accepted: acceptedOf(built, options.source),
    problems: [...problems],
    compared: done?.compared ?? null,
  };
  return { name, fresh, report, before: done?.before, newFactors };
}
