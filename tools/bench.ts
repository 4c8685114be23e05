import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Command } from "commander";
import { listDownloads } from "../pipelines/inputs/downloads.ts";
import { locateInputs } from "../pipelines/inputs/locate.ts";
import { registeredRelease } from "../pipelines/inputs/registry.ts";
import { Problems } from "../pipelines/problems/problems.ts";
import type { Manifest } from "../schemas/out/manifest.ts";
import { exactScaled } from "../schemas/scaled.ts";
import { SCALE } from "../schemas/units.ts";
import { type Align, textTable } from "../scripts/print/columns.ts";
import { applyLines } from "./bench/apply.ts";
import { auditBenchLines } from "./bench/audit.ts";
import { claimsLine } from "./bench/claims.ts";
import { DIFF_SIDES, diffLines } from "./bench/diff.ts";
import { lookUpTimes } from "./bench/look-ups.ts";
import { ownSiteLine } from "./bench/own-site.ts";
import { pageLines } from "./bench/pages.ts";
import { parquetLines } from "./bench/parquet.ts";
import { type BuildRun, buildArchive, timeBuild } from "./bench/ratebook.ts";
import { readerLines } from "./bench/reader.ts";
import { refreshLine } from "./bench/refresh.ts";
import { median, type Run, timed } from "./bench/run.ts";
import { siteLines } from "./bench/site.ts";

/**
 * Measures whole builds, diffs, the kernel's first call, the reader, and DuckDB with only the arithmetic on the same csv. All take turns
 * in one run, so that their ratio is valid on a machine whose speed changes.
 */

const RUNS = 5;
/** Targets on a machine with two processors. */
const TARGETS = { csvMs: 1500, csvMb: 300, workbookMs: 3000, archiveMs: 25_000, archiveMb: 1000, kernelMs: 60 };
const ms = (value: number): string => `${Math.round(value)} ms`;

interface Rival extends Run {
  readonly ms: number;
  readonly amounts: number;
  readonly cents: number;
  readonly peakMb: number;
}

/** Unpacks the csv files for DuckDB, which does not read zips. */
async function unpack(from: string, folder: string): Promise<{ rvu: string; gpci: string }> {
  const { located } = await locateInputs(
    registeredRelease("2025A"),
    listDownloads(from),
    { allowChanged: false },
    new Problems(),
  );
  const paths = { rvu: join(folder, "rvu.csv"), gpci: join(folder, "gpci.csv") };
  for (const role of ["rvu", "gpci"] as const) {
    const found = located.find((each) => each.entry.role === role);
    if (found === undefined) throw new Error(`RVU25A.zip is not in ${from}`);
    writeFileSync(paths[role], found.bytes);
  }
  return paths;
}

function duckdb(csv: { rvu: string; gpci: string }): Rival {
  const done = timed(["--import", "tsx", "tools/bench/duckdb.ts", csv.rvu, csv.gpci, "32.3465"]);
  return { ...done, ...(JSON.parse(done.stdout) as Omit<Rival, keyof Run>) };
}

function kernel(): number {
  return (JSON.parse(timed(["--import", "tsx", "tools/bench/kernel.ts"]).stdout) as { ms: number }).ms;
}

/** Number and sum of all amounts of a built release, in cents. */
function builtAmounts(out: string): { amounts: number; cents: number } {
  const manifest = JSON.parse(readFileSync(join(out, "2025A", "manifest.json"), "utf8")) as Manifest;
  const [fees] = manifest.localityAmounts;
  if (fees === undefined) throw new Error("2025A has no amounts by locality");
  const cents = [fees.nonFacilitySum, fees.facilitySum].map((sum) => exactScaled(sum, SCALE.cents));
  return { amounts: fees.rows * fees.localities * 2, cents: cents.reduce((sum, each) => sum + each) };
}

function buildRow(name: string, runs: readonly BuildRun[], target: string): string[] {
  const stage = (key: string): string => ms(median(runs.map((each) => each.timings.stagesMs[key] ?? 0)));
  const [locate, read, check, publish] = ["locate", "read and price", "check", "publish"].map(stage);
  const start = ms(median(runs.map((each) => each.timings.startMs)));
  const wall = ms(median(runs.map((each) => each.wallMs)));
  const peak = `${median(runs.map((each) => each.timings.peakMb))} MB`;
  return [name, start, locate ?? "", read ?? "", check ?? "", publish ?? "", wall, peak, target];
}

/** Stages of parallel processes add up to more than the wall time. One run, because it takes long. */
function archiveLine(from: string, out: string): string {
  const { wallMs, timings } = buildArchive(from, out);
  const releases = readdirSync(out, { withFileTypes: true }).filter((entry) => entry.isDirectory()).length;
  const target = `target ${TARGETS.archiveMs} ms, ${TARGETS.archiveMb} MB`;
  return `--all-releases, ${releases} releases: wall ${ms(wallMs)}, peak of all processes ${timings.peakMb} MB (${target})`;
}

const HEADINGS = ["median", "start", "locate", "read, price", "check", "publish", "wall", "peak", "target"];
const ALIGNS: Align[] = ["left", ...Array.from({ length: 7 }, (): Align => "right"), "left"];

function report(csv: readonly BuildRun[], workbook: readonly BuildRun[], rivals: readonly Rival[]): string[] {
  const rows = [
    buildRow("2025A, csv", csv, `${TARGETS.csvMs} ms, ${TARGETS.csvMb} MB`),
    buildRow("2023A, workbook", workbook, `${TARGETS.workbookMs} ms`),
  ];
  const ratios = csv.map((each, index) => each.wallMs / (rivals[index]?.wallMs ?? Number.NaN));
  const wall = ms(median(rivals.map((each) => each.wallMs)));
  const peak = `${median(rivals.map((each) => each.peakMb))} MB`;
  return [
    ...textTable([HEADINGS, ...rows], ALIGNS),
    "",
    `DuckDB, only the arithmetic of 2025A from unpacked csv: wall ${wall}, query ${ms(median(rivals.map((each) => each.ms)))}, peak ${peak}`,
    `ratio of our whole build to DuckDB's arithmetic, pair by pair: ${median(ratios).toFixed(2)}`,
  ];
}

async function bench(from: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "ratebook-bench-"));
  try {
    const csv = await unpack(from, folder);
    const out = join(folder, "out");
    timeBuild(from, "2025A", out);
    const pairs = Array.from({ length: RUNS }, () => ({ ours: timeBuild(from, "2025A", out), rival: duckdb(csv) }));
    const workbook = Array.from({ length: RUNS }, () => timeBuild(from, "2023A", out));
    const lines = report(
      pairs.map((pair) => pair.ours),
      workbook,
      pairs.map((pair) => pair.rival),
    );
    const first = Array.from({ length: RUNS }, kernel);
    const ours = builtAmounts(out);
    const same = pairs.every(({ rival }) => rival.cents === ours.cents && rival.amounts === ours.amounts);
    const sides = join(folder, "sides");
    for (const release of DIFF_SIDES) timeBuild(from, release, sides);
    const unitMs = median(pairs.map(({ rival }) => rival.wallMs));
    lines.push(
      ...diffLines(sides, RUNS),
      ...auditBenchLines(sides, unitMs, RUNS),
      ...parquetLines(sides, unitMs, RUNS),
      ...pageLines(join(folder, "pages"), RUNS),
      ...readerLines(join(out, "2025A"), RUNS),
      ...lookUpTimes(out, "2025A", RUNS),
      await claimsLine(sides),
      refreshLine(from, join(folder, "refresh"), RUNS),
      ...applyLines(from, join(folder, "apply"), RUNS),
      archiveLine(from, join(folder, "archive")),
      ...(await siteLines(join(folder, "archive"), join(folder, "site"), unitMs, RUNS)),
      await ownSiteLine(from, join(folder, "own"), RUNS),
      `kernel, first call, 19,356 rows x 109 localities x 2: ${ms(median(first))} (target ${TARGETS.kernelMs} ms)`,
      `sum of ${ours.amounts} amounts: ours and DuckDB's are ${same ? "equal" : "NOT EQUAL"}`,
      `Node ${process.versions.node}, ${cpus().length} processors, medians of ${RUNS} runs, each a fresh process`,
    );
    process.stdout.write(`${lines.join("\n")}\n`);
    if (!same) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const program = new Command("bench")
  .description("compare the time of whole builds with DuckDB's arithmetic, in fresh processes")
  .option(
    "--from <folder>",
    "folder with RVU25A.zip and the other files of 2025A, 2023A, 2025D and 2026C",
    "../shared/cms",
  )
  .parse();
const from = resolve(program.opts<{ from: string }>().from);
await bench(from);
