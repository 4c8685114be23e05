import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DIFF_SIDES } from "./diff.ts";
import { median, timed } from "./run.ts";

/** Targets: times DuckDB's arithmetic of 2025A in the same run, and memory. */
const TARGETS = { ratio: 1.5, peakMb: 200 };

const PEAK = `data:text/javascript,${encodeURIComponent(
  'process.on("exit", () => process.stderr.write(String(Math.round(process.resourceUsage().maxRSS / 1024))));',
)}`;

/** DuckDB writes the rows of a Parquet file into another one. */
function copied(file: string, to: string): string[] {
  const program = `
    const { DuckDBInstance } = await import("@duckdb/node-api");
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    await connection.run("COPY (FROM '${file}') TO '${to}' (FORMAT parquet, ROW_GROUP_SIZE 100000)");`;
  return ["--input-type=module", "-e", program];
}

/**
 * Times the export of one release's amounts of both tracks in every locality, and beside it DuckDB, which only writes
 * the same rows again.
 *
 * @param out folder with the release
 * @param unitMs what DuckDB needs for its arithmetic of 2025A in the same run
 */
export function parquetLines(out: string, unitMs: number, runs: number): string[] {
  const release = DIFF_SIDES[1] ?? "";
  const to = join(out, "parquet");
  mkdirSync(to, { recursive: true });
  const file = join(to, `year=${release.slice(0, 4)}`, `release=${release}`, "locality_amounts.parquet");
  const asked = ["--out", out, "--release", release, "--tables", "locality_amounts", "--to", to, "--overwrite"];
  const pairs = Array.from({ length: runs }, () => {
    const ours = timed(["--import", PEAK, "scripts/ratebook.mjs", "export", ...asked]);
    return { ours, rival: timed(copied(file, join(to, "copied.parquet"))) };
  });
  const [ours, rival] = [median(pairs.map((each) => each.ours.wallMs)), median(pairs.map((each) => each.rival.wallMs))];
  const peak = median(pairs.map((each) => Number(each.ours.stderr)));
  const target = `target ${TARGETS.ratio} and ${TARGETS.peakMb} MB`;
  return [
    `Parquet of ${release}, both tracks: wall ${Math.round(ours)} ms, ${(ours / unitMs).toFixed(2)} x DuckDB's arithmetic, peak ${peak} MB (${target})`,
    `DuckDB writing the rows of that file again: wall ${Math.round(rival)} ms`,
  ];
}
