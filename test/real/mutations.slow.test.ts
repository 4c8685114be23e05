import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { markdownTable } from "../../scripts/print/marked.ts";
import { TABLE_DAMAGES } from "../../tools/mutations/damages.ts";
import { cmsFiles } from "../../tools/mutations/folder.ts";
import { rowOfDamage } from "../../tools/mutations/page.ts";
import { faultsOf } from "../../tools/mutations/report.ts";
import { runAll } from "../../tools/mutations/run.ts";
import { CMS_FOLDER, describeWithRealFiles } from "../support/real.ts";

/** All of them take a fifth of the time of all tests: `npm run mutations` runs them. */
const EVERY = 3;

/** A row of a table, however wide its columns are. */
const narrow = (row: string): string => row.replace(/\s+/g, " ").trim();

describeWithRealFiles("docs/mutations.md", () => {
  it("says of every third damage what comes out today, and none passes without a reason", async () => {
    const some = TABLE_DAMAGES.filter((_, at) => at % EVERY === 0);
    const results = await runAll(some, await cmsFiles(CMS_FOLDER));
    expect(faultsOf(results)).toEqual([]);
    const page = readFileSync(new URL("../../docs/mutations.md", import.meta.url), "utf8");
    const rows = new Set(page.split("\n").map(narrow));
    const expected = results.map((result) =>
      narrow(markdownTable(["", "", "", ""], [rowOfDamage(result)]).split("\n")[2] ?? ""),
    );
    expect(expected.length).toBeGreaterThan(40);
    expect(expected.filter((row) => !rows.has(row))).toEqual([]);
  });
});
