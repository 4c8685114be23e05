import type { Command } from "commander";
import { areSideTables } from "../../pipelines/inputs/beside-releases.ts";
import { type Download, listDownloads } from "../../pipelines/inputs/downloads.ts";
import { seenNotUsed } from "../../pipelines/inputs/not-used.ts";
import { type AboutRevision, type Registration, registrations } from "../../pipelines/inputs/register.ts";
import { assembleRelease, registeredEntries, releaseName } from "../../pipelines/inputs/registry.ts";
import type { ReleaseName } from "../../pipelines/inputs/release-id.ts";
import { fault } from "../../pipelines/problems/problems.ts";
import type { Problem } from "../../schemas/place.ts";
import { Family, Origin, UsualFamily } from "../../schemas/source/release.ts";
import { Day } from "../../schemas/text.ts";
import { proveRegistration, writeRegistration } from "../build/registration.ts";
import { shellQuoted } from "../print/next-steps.ts";
import { problemLines } from "../print/problem-report.ts";
import { coloursFor, TERMINAL, type Terminal } from "../print/terminal.ts";
import { EXIT, exitCodeOf, exitWith } from "../program/exit-codes.ts";
import { helpEnd } from "../program/help.ts";
import { collect, collectList, oneOf } from "../program/option-values.ts";
import { STARTED_AS } from "../program/packed.ts";
import { registryArguments } from "../program/registry-folder.ts";
import { UsageError } from "../program/usage-error.ts";

interface RegisterArguments {
  readonly from: string;
  readonly release: string;
  readonly family?: string;
  readonly posted?: string;
  readonly url?: string;
  readonly origin?: string;
  readonly originNote?: string;
  readonly note?: string;
  readonly accept?: readonly string[];
  readonly source?: string;
  readonly without?: readonly string[];
  readonly pick?: readonly string[];
}

function familiesOf(text: string | undefined): readonly Family[] {
  return text === undefined ? UsualFamily.options : [oneOf("--family", ["a family", "families"], Family.options, text)];
}

function originOf(text: string | undefined): Origin | undefined {
  return text === undefined ? undefined : oneOf("--origin", ["an origin", "origins"], Origin.options, text);
}

function refuseHalfAccepted({ accept, source }: RegisterArguments): void {
  if ((accept === undefined) === (source === undefined)) return;
  throw new UsageError("--accept needs --source, and --source needs --accept: a reason, and who gives it");
}

function aboutOf(options: RegisterArguments): AboutRevision {
  const { posted, url, originNote, note } = options;
  const origin = originOf(options.origin);
  if (posted !== undefined && !Day.safeParse(posted).success)
    throw new UsageError(`--posted: "${posted}" is not a day; write it as year-month-day`);
  if (url !== undefined && !URL.canParse(url)) throw new UsageError(`--url: "${url}" is not a URL`);
  if (origin !== undefined && origin !== "cms" && originNote === undefined)
    throw new UsageError(`--origin ${origin} needs --origin-note: who changed CMS's file, and how`);
  refuseHalfAccepted(options);
  return { posted, url, origin, originNote, note };
}

/** Options about one revision must not be written into another one. */
function refuseSeveral(fresh: readonly Registration[], about: AboutRevision): void {
  const names = fresh.map(({ entry }) => `${entry.family} (${entry.label})`);
  const said = Object.values(about).some((each) => each !== undefined);
  if (!said || fresh.length <= 1) return;
  throw new UsageError(`${names.join(", ")} are new, and the options describe only one; name it with --family`);
}

const KINDS: Readonly<Record<Registration["kind"], string>> = {
  new: "new",
  revision: "another revision",
  completed: "more files of a registered revision",
};

function registrationLines(fresh: readonly Registration[]): string[] {
  const colours = coloursFor(process.stdout);
  return fresh.flatMap(({ kind, entry, revision }) => {
    const { posted = null, files = [] } = entry.revisions[revision - 1] ?? {};
    const head = `${colours.bold(entry.label)}: ${KINDS[kind]}, posted ${posted ?? "on an unknown day"}`;
    return [head, ...files.map(({ role, name, sha256 }) => `  ${role.padEnd(12)} ${name}  ${colours.dim(sha256)}`)];
  });
}

function keysByCheck(rows: readonly { check: string; key: string }[]): Map<string, Set<string>> {
  const keys = new Map<string, Set<string>>();
  for (const { check, key } of rows) keys.set(check, (keys.get(check) ?? new Set()).add(key));
  return keys;
}

/** How many exceptions there are of each check: 520 do not look like 15. */
function countsByCheck(rows: readonly { check: string; key: string }[]): string {
  return [...keysByCheck(rows)].map(([check, keys]) => `${keys.size} of ${check}`).join(", ");
}

/** Every row is accepted by its key; the reason is for a person to give. */
function refuseUnreviewed(unreviewed: readonly Problem[], terminal: Terminal): void {
  const rows = unreviewed.map(({ code, place }) => ({ check: code, key: place.key ?? "" }));
  terminal.note(problemLines(unreviewed).join("\n"));
  terminal.note(`Nothing was written. Exceptions needed: ${countsByCheck(rows)}`);
  terminal.note("Compare these rows with CMS's file. If CMS's figures are so, run the command again with");
  for (const [check, keys] of keysByCheck(rows)) {
    terminal.note(`  --accept "${check}:${[...keys].join(",")}=why CMS's figures break the rule"`);
  }
  terminal.note('  --source "who says so"');
}

function nothingNew(name: ReleaseName, from: string, downloads: readonly Download[]): Error {
  const { base } = name;
  const known = assembleRelease(base, registeredEntries(name)).publications;
  const notUsed = seenNotUsed(downloads, known, base);
  const message = `the folder has no new files of ${base}: they are missing, or already registered${notUsed}`;
  return fault("register.nothing-new", { file: from }, message, "`ratebook releases` lists the registered releases");
}

/** Returns the exit code. Never overwrites a registered file. */
async function register(options: RegisterArguments, terminal: Terminal): Promise<number> {
  const about = aboutOf(options);
  const name = releaseName(options.release);
  const families = familiesOf(options.family);
  const downloads = listDownloads(options.from);
  const fresh = await registrations(name, families, downloads, options.pick ?? [], about);
  if (fresh.length === 0) throw nothingNew(name, options.from, downloads);
  refuseSeveral(fresh, about);
  const built = await proveRegistration(name, fresh, downloads, options);
  const problems = [...built.problems, ...built.book.unreadableBecause];
  if (problems.length > 0) {
    terminal.note(problemLines(problems).join("\n"));
    terminal.note(`${name.base} cannot be built whole, so nothing was written`);
    return exitCodeOf(problems);
  }
  if (built.report.unreviewed.length > 0) {
    refuseUnreviewed(built.report.unreviewed, terminal);
    return EXIT.problems;
  }
  const { files, exceptions } = writeRegistration(name, fresh, built, options.source);
  terminal.result([...registrationLines(fresh), ...files.map((path) => `wrote ${path}`)].join("\n"));
  if (exceptions.length > 0) terminal.result(`wrote exceptions: ${countsByCheck(exceptions)}`);
  if (areSideTables(fresh)) return EXIT.done;
  const registry = registryArguments().map(shellQuoted).join(" ");
  const next = `${STARTED_AS} build --from ${shellQuoted(options.from)} --release ${name.base}`;
  terminal.result(`Next: ${registry === "" ? next : `${next} ${registry}`}`);
  return EXIT.done;
}

const EXAMPLES = helpEnd(
  [
    ["ratebook register --from ~/cms --release 2026D"],
    [
      "ratebook register --from ~/cms --release 2026D --family pfs \\\n    --url https://www.cms.gov/files/zip/rvu26d.zip",
    ],
    ['ratebook register --from ~/cms --release 2022D --family opps \\\n    --note "A9607 is corrected"'],
  ],
  "rows break a check and need review",
);

export function addRegister(program: Command): void {
  program
    .command("register")
    .helpGroup("Registry")
    .summary("add new downloads to the registry")
    .description(
      "Builds a release from downloads and, when every check holds, adds the new files to sources/, or to the registry.",
    )
    .requiredOption("--from <folder>", "folder of CMS's files")
    .requiredOption("--release <id>", "release by CMS's letter, such as 2026D")
    .option(
      "--family <family>",
      "only one of pfs, opps, asc, opps-rule, ncci, ncci-ptp, wage-index, zip (default: all but ncci and ncci-ptp)",
    )
    .option("--posted <day>", "day on which CMS posted it (default: from the name of the archive or the URL)")
    .option("--url <address>", "URL of the download")
    .option("--origin <origin>", "cms, edited, reconstructed or transcribed (default: cms)")
    .option("--origin-note <text>", "who changed CMS's file, and how")
    .option("--note <text>", "what CMS changed, for another revision of a registered publication")
    .option("--accept <check:key=reason>", "add what breaks a check to the exceptions, by its key; repeatable", collect)
    .option("--source <text>", "who gives the reason of --accept")
    .option(
      "--without <sources>",
      "registered sources of the release that the folder does not have: opps,asc",
      collectList,
    )
    .option("--pick <part>", "part of the path of the right file, where several fit", collect)
    .addHelpText("after", EXAMPLES)
    .action(async (options: RegisterArguments) => {
      exitWith(await register(options, TERMINAL));
    });
}
