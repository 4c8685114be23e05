import { type BuiltRelease, buildRelease } from "../../pipelines/build-release.ts";
import { listDownloads } from "../../pipelines/inputs/downloads.ts";
import { type AboutPosting, entriesWith, type Registration, registrations } from "../../pipelines/inputs/register.ts";
import { assembleRelease, releaseName } from "../../pipelines/inputs/registry.ts";
import type { ReleaseName } from "../../pipelines/inputs/release-id.ts";
import { withRegistration, withRelease } from "../../pipelines/inputs/source-edits.ts";
import { sourceFiles } from "../../pipelines/schedules/book.ts";
import { exceptionEntries } from "../../pipelines/schedules/checks/exception-entries.ts";
import { acceptedIn } from "../../pipelines/schedules/checks/run-checks.ts";
import { profileOf } from "../../pipelines/schedules/continuity/profile.ts";
import { profilePath } from "../../pipelines/sources/profiles.ts";
import { Calendar } from "../../schemas/source/calendar.ts";
import { type Exception, Exceptions } from "../../schemas/source/parameters.ts";
import { Profile } from "../../schemas/source/profile.ts";
import { PublicationEntry } from "../../schemas/source/publication.ts";
import { Family, Origin } from "../../schemas/source/release.ts";
import { Day } from "../../schemas/text.ts";
import { acceptedFindings } from "../build/accepted-findings.ts";
import { sourceAsItStands, sourceText, writeSource } from "../out/source-files.ts";
import { problemLines } from "../print/problem-report.ts";
import { coloursFor, type Terminal } from "../print/terminal.ts";
import { UsageError } from "../program/usage-error.ts";

/** Options of `ratebook register` as commander hands them over. */
export interface RegisterArguments {
  readonly from: string;
  readonly release: string;
  readonly family?: string;
  readonly posted?: string;
  readonly url?: string;
  readonly origin?: string;
  readonly originNote?: string;
  readonly note?: string;
  readonly accept?: string;
  readonly source?: string;
  readonly acceptFinding?: readonly string[];
  readonly pick?: readonly string[];
}

function familiesOf(text: string | undefined): readonly Family[] {
  if (text === undefined) return Family.options;
  const parsed = Family.safeParse(text);
  if (parsed.success) return [parsed.data];
  throw new UsageError(`--family: "${text}" is none; families are ${Family.options.join(", ")}`);
}

function originOf(text: string | undefined): Origin | undefined {
  if (text === undefined) return undefined;
  const parsed = Origin.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new UsageError(`--origin: "${text}" is none; origins are ${Origin.options.join(", ")}`);
}

/** A finding that is accepted by its name has its own reason, and may say who accepts it. */
function refuseHalfAccepted({ accept, acceptFinding, source }: RegisterArguments): void {
  const named = accept ?? acceptFinding;
  if ((accept === undefined || source !== undefined) && (source === undefined || named !== undefined)) return;
  throw new UsageError("--accept and --source go together: the reason, and who says so");
}

function aboutOf(options: RegisterArguments): AboutPosting {
  const { posted, url, originNote, note } = options;
  const origin = originOf(options.origin);
  if (posted !== undefined && !Day.safeParse(posted).success)
    throw new UsageError(`--posted: "${posted}" is no day; write it as year-month-day`);
  if (url !== undefined && !URL.canParse(url)) throw new UsageError(`--url: "${url}" is no address`);
  if (origin !== undefined && origin !== "cms" && originNote === undefined)
    throw new UsageError(`--origin ${origin} needs --origin-note: what was done to CMS's file, and by whom`);
  refuseHalfAccepted(options);
  return { posted, url, origin, originNote, note };
}

/** What is said of one posting must not be written into another one. */
function refuseSeveral(fresh: readonly Registration[], about: AboutPosting): void {
  const names = fresh.map(({ entry }) => `${entry.family} (${entry.label})`);
  const said = Object.values(about).some((each) => each !== undefined);
  if (!said || fresh.length <= 1) return;
  throw new UsageError(`${names.join(", ")} are new; say which one the options are about with --family`);
}

async function prove(
  name: ReleaseName,
  fresh: readonly Registration[],
  { from, acceptFinding }: RegisterArguments,
): Promise<BuiltRelease> {
  const release = assembleRelease(name.base, entriesWith(name, fresh));
  return await buildRelease(release, listDownloads(from), {
    chooseCodes: () => [],
    required: [],
    allowUnpinned: false,
    accepted: acceptedFindings(acceptFinding),
  });
}

/** A relative value release goes into CMS's calendar too, which says what is in force on a day. */
function writeCalendar(name: ReleaseName, fresh: readonly Registration[]): string[] {
  const before = sourceAsItStands("calendar.json", Calendar);
  const releases = withRelease(before?.releases ?? [], name, fresh);
  return releases === undefined ? [] : [writeSource("calendar.json", { ...before, releases })];
}

function writePublications(fresh: readonly Registration[]): string[] {
  return fresh.map((registration) => {
    const name = `publications/${registration.entry.family}/${registration.entry.id}.json`;
    return writeSource(name, withRegistration(sourceAsItStands(name, PublicationEntry), registration));
  });
}

/** What the new files look like, beside what is known of the publication's other tables. */
function writeProfiles(fresh: readonly Registration[], { book }: BuiltRelease): string[] {
  return fresh.flatMap(({ entry }) => {
    const publication = book.release.publications.find(({ label }) => label === entry.label);
    const profile = publication && profileOf(entry.id, publication, sourceFiles(book));
    if (profile === undefined) return [];
    const name = profilePath(entry.family, entry.id);
    const before = sourceAsItStands(name, Profile)?.tables ?? [];
    const kept = before.filter(({ role }) => !profile.tables.some((table) => table.role === role));
    return [writeSource(name, { ...profile, tables: [...kept, ...profile.tables] })];
  });
}

function writeExceptions(accepted: readonly Exception[]): string[] {
  if (accepted.length === 0) return [];
  const before = sourceAsItStands("exceptions.json", Exceptions);
  return [writeSource("exceptions.json", { ...before, exceptions: [...(before?.exceptions ?? []), ...accepted] })];
}

const KINDS: Readonly<Record<Registration["kind"], string>> = {
  new: "new",
  revision: "another posting",
  completed: "more files of a registered posting",
};

function registrationLines(fresh: readonly Registration[]): string[] {
  const colours = coloursFor(process.stdout);
  return fresh.flatMap(({ kind, entry, revision }) => {
    const { posted = null, files = [] } = entry.revisions[revision - 1] ?? {};
    const head = `${colours.bold(entry.label)}: ${KINDS[kind]}, posted ${posted ?? "on a day not recorded"}`;
    return [head, ...files.map(({ role, name, sha256 }) => `  ${role.padEnd(12)} ${name}  ${colours.dim(sha256)}`)];
  });
}

function refuseUnreviewed(entries: readonly Exception[], built: BuiltRelease, terminal: Terminal): void {
  terminal.note(problemLines(built.report.unreviewed).join("\n"));
  terminal.note(
    "Nothing was written. Look at these rows in CMS's file. If CMS is wrong there, run the command again with",
  );
  terminal.note('  --accept "why CMS\'s figures break the rule" --source "who says so"');
  terminal.note("or put these entries into sources/exceptions.json, with the reason in figures:");
  terminal.note(sourceText(entries).trimEnd());
}

function nextLine({ base }: ReleaseName, from: string): string {
  return `Next: ratebook build --from ${from} --release ${base}`;
}

/**
 * Registers the publications of a release that lie among the downloads: builds it, and writes what is new when every
 * check holds. What is registered is never overwritten.
 *
 * @returns the exit code: 0 when something was written, 1 when the release has problems or rows to review
 */
export async function register(options: RegisterArguments, terminal: Terminal): Promise<number> {
  const about = aboutOf(options);
  const name = releaseName(options.release);
  const families = familiesOf(options.family);
  const fresh = await registrations(name, families, listDownloads(options.from), options.pick ?? [], about);
  if (fresh.length === 0)
    throw new UsageError(
      `nothing of ${name.base} in ${options.from} is new: all that is there is registered, or none is`,
    );
  refuseSeveral(fresh, about);
  const built = await prove(name, fresh, options);
  if (built.problems.length > 0) {
    terminal.note(problemLines(built.problems).join("\n"));
    terminal.note(`${name.base} does not build, so nothing was written`);
    return 1;
  }
  const source = options.source ?? "CMS's file; name who has looked at the row";
  const entries = exceptionEntries(built.book, built.report.unreviewed, options.accept, source);
  if (entries.length > 0 && options.accept === undefined) {
    refuseUnreviewed(entries, built, terminal);
    return 1;
  }
  const named = acceptedIn(built.report).map((each) => ({ ...each, source: options.source ?? each.source }));
  const written = [
    ...writePublications(fresh),
    ...writeProfiles(fresh, built),
    ...writeCalendar(name, fresh),
    ...writeExceptions([...entries, ...named]),
  ];
  terminal.result([...registrationLines(fresh), ...written.map((path) => `wrote ${path}`)].join("\n"));
  terminal.result(nextLine(name, options.from));
  return 0;
}
