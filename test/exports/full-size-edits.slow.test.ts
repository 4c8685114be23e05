import { join } from "node:path";
import { expect, it } from "vitest";
import { ratebook } from "../support/command.ts";
import { texts } from "../support/duckdb.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { folderOfApril, writeApril } from "../support/ncci-build.ts";
import { addOnText, mueText } from "../support/ncci-files.ts";
import { FULL_COLUMN_2, FULL_SIZE, writeFullSetting } from "../support/ptp-files.ts";

/** Megabytes for objects: 2.6 million rows as objects take several times as many. */
const HEAP = 100;

it("2.6 million edits become sorted row groups within 100 MB of objects", { timeout: 300_000 }, async () => {
  const [out, to] = [temporaryFolder(), temporaryFolder()];
  const cms = folderOfApril({
    "AOC_V2025Q2-MCR.csv": addOnText(),
    "MCR_MUE_PractitionerServices_Eff_04-01-2025.csv": mueText("practitioner"),
  });
  writeFullSetting(cms);
  await writeApril(out, cms, FULL_COLUMN_2);
  const env = { NODE_OPTIONS: `--max-old-space-size=${HEAP}` };
  const { status, stderr } = ratebook(["export", "--out", out, "--to", to, "--tables", "ncci_ptp"], { env });
  expect([status, stderr]).toEqual([0, ""]);
  const file = join(to, "year=2025/release=2025B/ncci_ptp.parquet");
  const [counted] = await texts(`SELECT count(*) AS n, count(*) FILTER (WHERE deletion IS NULL) AS active,
    count(*) FILTER (WHERE key < before) AS unsorted
    FROM (SELECT *, (column1, column2, effective) AS key, lag((column1, column2, effective)) OVER (ORDER BY file_row_number) AS before
      FROM read_parquet('${file}', file_row_number = true))`);
  expect(counted).toEqual({ n: String(FULL_SIZE.edits), active: String(FULL_SIZE.active), unsorted: "0" });
  const groups = `SELECT row_group_id, row_group_num_rows, stats_min_value AS first, stats_max_value AS last
    FROM parquet_metadata('${file}') WHERE path_in_schema = 'column1'`;
  const [grouped] = await texts(`SELECT count(*) AS n, max(row_group_num_rows) AS largest,
    count(*) FILTER (WHERE first < before) AS overlapping
    FROM (SELECT *, lag(last) OVER (ORDER BY row_group_id) AS before FROM (${groups}))`);
  // 2,637,645 rows, 100,000 in each but the last
  expect(grouped).toEqual({ n: "27", largest: "100000", overlapping: "0" });
});
