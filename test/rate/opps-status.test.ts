import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { writeRelease } from "../../scripts/out/out-folder.ts";
import { writeIndex } from "../../scripts/out/out-index.ts";
import { buildEdited, temporaryFolder } from "../support/excerpt-copy.ts";
import { ratebookHere } from "../support/in-process.ts";
import { answer, said } from "../support/rate-answers.ts";
import { STATUSES } from "../support/rule-tables.ts";

/** The excerpt of 2025A with an Addendum D1 of made-up words. */
async function builtWith(addendumD1: typeof STATUSES): Promise<string> {
  const out = temporaryFolder();
  const { outputs, problems } = await buildEdited("2025A", {}, undefined, {
    added: [addendumD1],
    codes: ["22511", "22512"],
  });
  await writeRelease(out, "2025A", outputs);
  expect(problems).toEqual([]);
  writeIndex(out);
  return out;
}

const inOneLine = (text: string): string => text.replace(/\s+/g, " ");

describe("a status indicator in the words of Addendum D1", () => {
  it("is quoted by rate with its cells, for a question about a hospital", async () => {
    const out = await builtWith(STATUSES);
    expect(answer("22511", { out }).oppsStatus).toEqual({
      indicator: "J1",
      service: "Items of J1",
      definition: "Paid as CMS has it",
      cells: [
        expect.objectContaining({ columns: [expect.objectContaining({ heading: "SI" })] }),
        expect.objectContaining({ file: "2025 NFRM Addendum D1.csv", row: 7 }),
      ],
    });
    const text = said("22512", { out });
    expect(text).toMatch(/^OPPS status indicator N \(read from \d+ \d+\): Items of N\. Paid as CMS has it$/m);
    expect(text).toMatch(/2025 NFRM Addendum D1\.csv.*\n +B9 Item\/Code\/Service, C9 OPPS Payment Status/);
    expect(answer("22511", { out, setting: "office" })).not.toHaveProperty("oppsStatus");
    expect(answer("22511-50", { out })).not.toHaveProperty("oppsStatus");
    expect(answer("77002", { out, modifier: "26" })).not.toHaveProperty("oppsStatus");
  });

  it("is below the indicator that decides a rate, in explain, and said once", async () => {
    const out = await builtWith(STATUSES);
    const { stdout } = await ratebookHere("explain", "22512", "hopd", "--out", out);
    expect(stdout).toMatch(/statusIndicator +N .*"N" under SI.*\n +service +Items of N .* B9 "Items of N" under Item/);
    expect(stdout).toMatch(/\n +definition +Paid as CMS has it .* C9/);
    const long = `${"word ".repeat(8)}end`;
    const { name, text, ...file } = STATUSES;
    const spoken = await builtWith({ ...file, name, text: text.replaceAll("Items of N", long) });
    const explained = await ratebookHere("explain", "22512", "hopd", "--out", spoken);
    expect(explained.stdout.split(long)).toHaveLength(2);
  });

  it("is on the page of a code, beside our own words and with its cells", async () => {
    const out = await builtWith(STATUSES);
    const pages = temporaryFolder();
    const { status, stdout } = await ratebookHere("page", "22512", "--out", out, "--pages", pages);
    expect(status).toBe(0);
    const page = inOneLine(readFileSync(stdout.trim(), "utf8"));
    expect(page).toContain("CMS, Addendum D1: Items of N. Paid as CMS has it");
    expect(page).toContain("service Items of N (B9), definition Paid as CMS has it (C9) in 2025 NFRM Addendum D1.csv");
  });

  it("is nothing where Addendum D1 was not read", async () => {
    expect(answer("22511", { release: "2025A" })).not.toHaveProperty("oppsStatus");
    expect((await ratebookHere("explain", "22512", "hopd", "--release", "2025A")).stdout).not.toContain("definition");
  });
});
