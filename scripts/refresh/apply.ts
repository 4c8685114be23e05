import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { openFolder } from "../../pipelines/documents/release-folder.ts";
import { preferStandIn } from "../../pipelines/inputs/available.ts";
import type { Download } from "../../pipelines/inputs/downloads.ts";
import { registeredRelease } from "../../pipelines/inputs/registry.ts";
import { fault } from "../../pipelines/problems/problems.ts";
import type { OutputFile } from "../../pipelines/publish/json.ts";
import { refreshReport } from "../../pipelines/reports/views/refresh-report.ts";
import type { RefreshDocument, ReleaseReport } from "../../schemas/out/refresh.ts";
import type { Problem } from "../../schemas/place.ts";
import { recover } from "../out/leftovers.ts";
import { lockFolder, waitingFor } from "../out/lock.ts";
import { writeRelease } from "../out/out-folder.ts";
import { prepareOut } from "../out/out-guard.ts";
import { writeIndex } from "../out/out-index.ts";
import { jsonText, type Terminal } from "../print/terminal.ts";
import { reportMarkdown } from "../print/view-markdown.ts";
import { registryShown } from "../program/registry-folder.ts";
import { allToTheEnd, runStep, type StepProgram } from "./child.ts";
import { writeCompared } from "./compared.ts";
import type { DryRun } from "./dry-run.ts";
import { releaseCells, rowsOfManifest, withReleases } from "./release-table.ts";
import { placeReports, REPORT, refuseOtherFolder } from "./reports-folder.ts";
import type { Staging } from "./staging.ts";
import { refuseUnappliable } from "./target.ts";
import type { TriedRelease } from "./trial.ts";
import { registryState, withRegistry } from "./trial-registry.ts";
import { PLACE_OF_REPORTS } from "./work-folder.ts";

/** How a refresh is applied. */
export interface ApplyOptions {
  /** Folder of the downloads. */
  readonly from: string;
  readonly downloads: readonly Download[];
  readonly out: string;
  /** Folder for the report, the diff, the review and the tables. */
  readonly to: string;
  /** Files of amounts that CMS published, which conformance compares with. */
  readonly published: readonly string[];
  readonly terminal: Terminal;
}

/** A release while it is applied: where its reports go, and what the pull request says of its proof. */
interface Applied {
  readonly release: string;
  readonly diff: string;
  readonly proof: readonly string[];
}

/** Folders of the run: releases, what a reviewer reads, and the registry of both. */
interface Staged {
  readonly built: string;
  readonly reports: string;
  readonly registry: string;
}

/** Problems that `verify` has with one release, or with the index. */
function problemsOf(release: string, findings: readonly Problem[]): Problem[] {
  return findings.filter(({ place }) => place.file.startsWith(`${release}/`) || place.file === "index.json");
}

async function verified(release: string, program: StepProgram, out: string): Promise<string> {
  const printed = await runStep(program, ["verify", out, "--release", release, "--json", "--quiet"]);
  const { findings } = JSON.parse(printed) as { findings: Problem[] };
  const [own] = problemsOf(release, findings);
  if (own === undefined) return `\`verify\` holds for ${release}: every file has its hash and its shape`;
  throw fault("refresh.not-verified", own.place, own.message, own.cure);
}

/** Payment amounts that CMS published for a release: PFREV26B belongs to 2026B. */
function publishedFor(release: string, { published }: ApplyOptions): string[] {
  const named = new RegExp(`^pf(?:all|rev)${release.slice(2)}(?![a-z0-9])`, "i");
  return published.filter((path) => named.test(basename(path)));
}

async function conforms(release: string, program: StepProgram, options: ApplyOptions): Promise<string[]> {
  const files = publishedFor(release, options);
  if (files.length === 0) return [`no payment amounts that CMS published for ${release} are available`];
  const named = files.flatMap((path) => ["--published", path]);
  await runStep(program, ["conformance", "--from", options.from, "--release", release, ...named]);
  return [`\`conformance\`: every amount of ${files.map((path) => basename(path)).join(", ")} is equal`];
}

/** The branch that is made, where git keeps the registry. */
function branchOf({ report: { releases } }: DryRun): string {
  return `refresh/${[...new Set(releases.map(({ release }) => release))].join("-")}`;
}

/** The releases that are built: what is registered beside them is proved, and in none. */
function builtIn(releases: readonly ReleaseReport[]): string[] {
  return releases.filter(({ isBeside }) => !isBeside).map(({ release }) => release);
}

/** Proves one built release, and writes what a reviewer reads. */
async function applyRelease(
  { report: { release, isBeside, title }, before }: TriedRelease,
  program: StepProgram,
  { built, reports, registry }: Staged,
  options: ApplyOptions,
): Promise<Applied> {
  if (isBeside) return { release, diff: "", proof: [`every check of ${title} holds; no release is built with it`] };
  options.terminal.note(`ratebook: ${release}: verify, tables, diff and review`);
  const tables = join(reports, "tables");
  const [shape, amounts, , diff] = await allToTheEnd(
    verified(release, program, built),
    conforms(release, program, options),
    runStep(program, ["export", "--out", built, "--release", release, "--to", tables, "--overwrite"]),
    before === undefined ? "" : writeCompared({ before, after: join(built, release), registry }, release, reports),
  );
  return { release, diff, proof: [shape, ...amounts] };
}

async function applyInTurn({ tried }: DryRun, ...how: [StepProgram, Staged, ApplyOptions]): Promise<Applied[]> {
  const applied: Applied[] = [];
  for (const each of tried) applied.push(await applyRelease(each, ...how));
  return applied;
}

function nameOfReport({ release, title, isBeside }: ReleaseReport): string {
  return isBeside ? title : `${title} (${release})`;
}

function titleOf({ report: { releases } }: DryRun): string {
  return `Add ${releases.map(nameOfReport).join(", ")}`;
}

/** The text of the pull request: the report as it was reviewed, the proof, the diff. */
function pullRequest(document: RefreshDocument, applied: readonly Applied[]): string {
  const proof = applied.flatMap((each) => each.proof.map((line) => `- ${line}`));
  const diffs = applied
    .filter(({ diff }) => diff !== "")
    .map(({ release, diff }) => `<details><summary>Diff of ${release}</summary>\n\n${diff.trim()}\n\n</details>`);
  return `${[reportMarkdown(refreshReport(document)), "## Proof", proof.join("\n"), ...diffs].join("\n\n")}\n`;
}

function commitMessage(run: DryRun, applied: readonly Applied[]): string {
  const lines = run.report.releases.flatMap(({ release, publications, compared }) => [
    `${release}: ${publications.map(({ label, kind }) => `${label} (${kind})`).join(", ")}`,
    ...(compared?.headline ?? []),
  ]);
  const proof = applied.flatMap((each) => each.proof).map((line) => line.replaceAll("`", ""));
  return [titleOf(run), "", ...lines, "", ...proof].join("\n");
}

/** Adds these releases to the table of a checkout's `docs/releases.md`. */
function addToTable(checkout: string, ids: readonly string[], { built }: Staged, { downloads }: ApplyOptions): void {
  const path = join(checkout, "docs/releases.md");
  const rows = ids.map((id) => {
    const { manifest } = openFolder(join(built, id));
    return releaseCells(registeredRelease(id, preferStandIn(downloads)), rowsOfManifest(manifest));
  });
  writeFileSync(path, withReleases(readFileSync(path, "utf8"), rows));
}

/** Files of a checkout that follow from `sources/`: the embedded releases and the table of releases. */
async function updateCheckout(
  checkout: string,
  program: StepProgram,
  run: DryRun,
  staged: Staged,
  options: ApplyOptions,
): Promise<void> {
  options.terminal.note("ratebook: embedded releases, table of releases");
  const embedded = runStep(program, ["build", "--quiet"]);
  const ids = builtIn(run.report.releases);
  const table = async (): Promise<void> =>
    withRegistry(staged.registry, () => addToTable(checkout, ids, staged, options));
  await allToTheEnd(embedded, table());
}

/** Files of a built release, in the order of their names. */
function* filesOf(release: string): Generator<OutputFile> {
  const entries = readdirSync(release, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.sort())
    yield { path: relative(release, path).split(sep).join("/"), bytes: readFileSync(path) };
}

/** Puts finished releases into the output folder, each whole, as a build does. */
async function placeReleases(built: string, ids: readonly string[], { out, terminal }: ApplyOptions): Promise<void> {
  const lock = await lockFolder(out, (holder) => terminal.note(waitingFor(holder, out)));
  try {
    recover(out, "everybody");
    for (const id of ids) await writeRelease(out, id, filesOf(join(built, id)));
    writeIndex(out);
  } finally {
    lock.release();
  }
}

/** Refuses a report that somebody has overtaken: it would undo what they did. */
function refuseOvertaken({ state }: DryRun): void {
  if (registryState() === state) return;
  const message = "the registry has changed since the report was made";
  throw fault("refresh.overtaken", { file: registryShown() }, message, "Run the command again");
}

function writeReports(run: DryRun, applied: readonly Applied[], reports: string): RefreshDocument {
  const document: RefreshDocument = { ...run.report, state: "applied" };
  writeFileSync(join(reports, REPORT), `${jsonText(document)}\n`);
  writeFileSync(join(reports, "title.txt"), `${titleOf(run)}\n`);
  writeFileSync(join(reports, "pull-request.md"), pullRequest(document, applied));
  return document;
}

/** Does everything in the folder of the run, then puts it in place: the registry, or its branch, after the releases. */
async function stageAndPlace(
  run: DryRun,
  staging: Staging,
  options: ApplyOptions,
): Promise<{ document: RefreshDocument; done: string[] }> {
  const { to, from } = options;
  const { run: folder, target, built, reports } = await staging.open();
  const [ids, registry] = [builtIn(run.report.releases), run.registry ?? ""];
  for (const id of ids) await staging.build(id, from, registry);
  const { program } = await staging.install(registry);
  const staged = { built, reports, registry };
  const [, applied] = await allToTheEnd(
    target.checkout === undefined ? undefined : updateCheckout(target.checkout, program, run, staged, options),
    applyInTurn(run, program, staged, options),
  );
  const document = writeReports(run, applied, reports);
  writeFileSync(join(folder, PLACE_OF_REPORTS), resolve(to));
  target.seal(commitMessage(run, applied));
  if (ids.length > 0) await placeReleases(built, ids, options);
  const done = target.finish(branchOf(run), join(reports, "changes.bundle"));
  placeReports(reports, to);
  return { document, done: [done, `${to}/pull-request.md has the text of the pull request`] };
}

/**
 * Applies a dry run whose releases are all ready: registers, builds, proves, and leaves a branch with a commit, or the
 * user's registry, and the folder of reports. What an interrupt leaves is removed by the next run; nothing of it is used.
 *
 * @returns the document that was written, and what was done, in sentences
 * @throws InputFault when a step fails; then nothing is in place, or whole releases in the output folder alone
 */
export async function applyRefresh(
  run: DryRun,
  staging: Staging,
  options: ApplyOptions,
): ReturnType<typeof stageAndPlace> {
  const { to, out, from } = options;
  refuseOtherFolder(to);
  refuseUnappliable();
  staging.plan.refuseBranch(branchOf(run));
  const prepared = prepareOut(out, builtIn(run.report.releases), from);
  try {
    await staging.open();
    refuseOvertaken(run);
    return await stageAndPlace(run, staging, options);
  } finally {
    prepared.undo();
  }
}
