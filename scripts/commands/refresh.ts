import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { factorEntry } from "../../pipelines/inputs/factor-entries.ts";
import { isStore } from "../../pipelines/inputs/store.ts";
import { fault, Problems } from "../../pipelines/problems/problems.ts";
import { refreshReport } from "../../pipelines/reports/views/refresh-report.ts";
import { counted } from "../../pipelines/words/money-text.ts";
import type { RefreshDocument } from "../../schemas/out/refresh.ts";
import { Family } from "../../schemas/source/release.ts";
import { acceptedFindings } from "../build/accepted-findings.ts";
import { sourcesLeftOut } from "../build/build-arguments.ts";
import { downloadDisplayFor } from "../print/download-progress.ts";
import { jsonText, TERMINAL, type Terminal } from "../print/terminal.ts";
import { reportMarkdown } from "../print/view-markdown.ts";
import { dayOption } from "../program/day-option.ts";
import { EXIT, exitWith } from "../program/exit-codes.ts";
import { helpEnd } from "../program/help.ts";
import { collect, collectList, oneOf } from "../program/option-values.ts";
import { UsageError } from "../program/usage-error.ts";
import { applyRefresh } from "../refresh/apply.ts";
import { currentDownloads } from "../refresh/current.ts";
import { type DryRun, dryRun } from "../refresh/dry-run.ts";
import { type Gathered, gatherFolder, keepDownloads, originsIn } from "../refresh/gather.ts";
import { nextCommand, TO_WRITE } from "../refresh/next-command.ts";
import { publishedAmong } from "../refresh/published.ts";
import { OPTIONS, optionName, type RefreshArguments } from "../refresh/refresh-options.ts";
import { refuseOtherFolder } from "../refresh/reports-folder.ts";
import { Staging } from "../refresh/staging.ts";
import { finishInterrupted } from "../refresh/target.ts";
import { defaultStore, Store } from "../store/store.ts";

function familiesNamed(names: readonly string[] | undefined): Family[] | undefined {
  return names?.map((name) => oneOf("--families", ["a family", "families"], Family.options, name));
}

function exitCode({ state }: RefreshDocument): number {
  if (state === "failed") return EXIT.problems;
  return state === "to-review" ? EXIT.review : EXIT.done;
}

/** The folder's files, kept in the store, which also has those of earlier refreshes. */
function fromStore(gathered: Gathered, store: Store, day: string, problems: Problems): Gathered {
  const { from } = gathered;
  const kept = resolve(from) === store.folder ? 0 : keepDownloads(gathered.downloads, store, day, problems);
  const are = kept === 1 ? "is" : "are";
  const notes = kept === 0 ? [] : [`${counted(kept, "file")} of ${from} ${are} kept in ${store.folder}`];
  const named = new Set(gathered.downloads.flatMap(({ sha256 }) => sha256 ?? []));
  const downloads = currentDownloads(store, resolve(from) === store.folder ? {} : { named });
  return { ...gathered, from: store.folder, downloads, ...originsIn(store), notes: [...gathered.notes, ...notes] };
}

async function apply(
  run: DryRun,
  staging: Staging,
  { from, downloads, work }: Pick<Gathered, "from" | "downloads"> & { readonly work: string },
  options: RefreshArguments,
  terminal: Terminal,
): Promise<RefreshDocument> {
  const { out, to } = options;
  const published = publishedAmong(options.from, from, work);
  const { document, done } = await applyRefresh(run, staging, { from, downloads, out, to, published, terminal });
  if (options.json !== true) terminal.result(done.join("\n"));
  return document;
}

function show(run: DryRun, options: RefreshArguments, terminal: Terminal): void {
  if (options.json === true) return;
  const { report, tried } = run;
  terminal.result(reportMarkdown(refreshReport(report)));
  if (report.state === "to-review" && tried.length > 0 && options.apply !== true)
    terminal.note(`\nIf the report is right:\n  ${nextCommand(run, options)}`);
}

/** Nothing is applied beside a problem or with a finding left, and new factors need the place where CMS has them. */
function refuseUnready({ report, tried }: DryRun, { cite }: RefreshArguments): void {
  const file = "--apply";
  const [problem] = report.problems;
  if (problem !== undefined) {
    const message = `nothing was applied: the report has problems, such as ${problem.place.file}: ${problem.message}`;
    const cure = "Solve them, or name only families that have none: --families pfs,asc";
    throw fault("refresh.not-ready", { file }, message, cure);
  }
  const waiting = tried.filter(({ report: { state } }) => state !== "ready").map(({ name }) => name.base);
  if (waiting.length > 0) {
    const message = `${waiting.join(", ")} cannot be applied: findings or problems are left`;
    throw fault("refresh.not-ready", { file }, message, "Read the report, then accept each finding by its key");
  }
  const factors = tried.flatMap(({ newFactors }) => newFactors);
  if (factors.length === 0 || cite !== undefined) return;
  const cure = 'Compare them with the final rule, then name it: --cite "CY 2027 PFS final rule"';
  const message = `these factors are not recorded yet: ${factors.join(", ")}`;
  throw fault("refresh.cite-needed", { file: "--cite" }, message, cure);
}

/** What there is: in a folder of the user's, or on CMS's pages. */
async function gather(
  options: RefreshArguments,
  how: { day: string; families: readonly Family[] },
  problems: Problems,
): Promise<Gathered> {
  const { from } = options;
  const folder = from !== undefined && isStore(from) ? from : (options.store ?? defaultStore());
  if (from !== undefined) {
    return fromStore(gatherFolder(from, folder), Store.open(folder, { create: true }), how.day, problems);
  }
  const display = downloadDisplayFor(process.stderr, options.json === true);
  try {
    const store = Store.open(folder, { create: true });
    const { contact, acceptAmaLicense: licenceAcceptedBy } = options;
    const origin = process.env["RATEBOOK_CMS"];
    // The client and the reader of pages are loaded only here.
    const { gatherPages } = await import("../refresh/gather-pages.ts");
    return await gatherPages(
      {
        ...how,
        store,
        licenceAcceptedBy,
        onProgress: display.show,
        ...(contact === undefined ? {} : { contact }),
        ...(origin === undefined ? {} : { origin }),
      },
      problems,
    );
  } finally {
    display.close();
  }
}

/** What a person has to write, and has not. */
function unwritten({ accept = [], source, cite, acceptAmaLicense }: RefreshArguments): string | undefined {
  const reasons = acceptedFindings(accept).map(({ reason }) => reason);
  if (reasons.includes(TO_WRITE.reason)) return "--accept: write why CMS's figures are so, for each finding";
  if (source === TO_WRITE.source) return "--source: write who gives the reasons";
  if (cite === TO_WRITE.cite) return "--cite: write where CMS published the factors";
  if (acceptAmaLicense?.trim() === "") return "--accept-ama-license: write the name of the person who accepts";
  return undefined;
}

/** Refuses what could only fail after minutes of work. */
function refuseWrongOptions(options: RefreshArguments, day: string): void {
  const { accept, source, factor = [], without, apply: isApplied, to } = options;
  if (accept !== undefined && source === undefined)
    throw new UsageError("--accept needs --source: a reason, and who gives it");
  const missing = unwritten(options);
  if (missing !== undefined) throw new UsageError(missing);
  for (const text of factor) factorEntry(text, { from: day, to: day }, "");
  sourcesLeftOut(without);
  if (isApplied === true) refuseOtherFolder(to);
}

async function refresh(options: RefreshArguments, terminal: Terminal): Promise<number> {
  await finishInterrupted(terminal);
  const problems = new Problems();
  const { factor: factors = [], pick: picks = [], accept, source, without, cite, note, out } = options;
  const day = dayOption(options.on);
  const families = familiesNamed(options.families) ?? Family.options;
  refuseWrongOptions(options, day);
  const staging = options.apply === true ? new Staging({ without, terminal }) : undefined;
  const work = mkdtempSync(join(tmpdir(), "ratebook-refresh-"));
  try {
    const gathered = await gather(options, { day, families }, problems);
    const how = { day, out, work, picks, families, accept, source, without, cite, note, factors, staging };
    const run = await dryRun(gathered, how, problems, terminal);
    show(run, options, terminal);
    if (staging === undefined || run.tried.length === 0) {
      if (options.json === true) terminal.result(jsonText(run.report));
      return exitCode(run.report);
    }
    refuseUnready(run, options);
    const document = await apply(run, staging, { ...gathered, work }, options, terminal);
    if (options.json === true) terminal.result(jsonText(document));
    return exitCode(document);
  } finally {
    rmSync(work, { recursive: true, force: true });
    await staging?.close();
  }
}

const EXAMPLES = [
  helpEnd([
    ["ratebook refresh", "reads CMS's pages, and reports what is not registered"],
    ["ratebook refresh --from ~/cms", "the same for a folder of files that you downloaded"],
    ['ratebook refresh --from ~/cms --apply --cite "CY 2027 PFS final rule"', "when the report is right"],
  ]),
  "  4 something waits for you: a review, a finding to accept, a licence to read",
].join("\n");

function addOption(command: Command, option: (typeof OPTIONS)[number]): void {
  const { kind, value, says } = option;
  const flags = kind === "flag" ? optionName(option) : `${optionName(option)} <${value}>`;
  if (kind === "list") command.option(flags, says, collectList);
  else if (kind === "repeatable") command.option(flags, says, collect);
  else command.option(flags, says, "default" in option ? option.default : undefined);
}

export function addRefresh(program: Command): void {
  const command = program
    .command("refresh")
    .helpGroup("Registry")
    .summary("find what CMS has posted, review it, apply it")
    .description("Reports what CMS has posted that is not registered, with everything that a person needs to say yes.");
  for (const option of OPTIONS) addOption(command, option);
  command
    .addHelpText("after", EXAMPLES)
    .action(async (options: RefreshArguments) => exitWith(await refresh(options, TERMINAL)));
}
