import { describe, expect, it } from "vitest";
import { TogetherDocument } from "../../schemas/out/together.ts";
import { ratebookHere } from "../support/in-process.ts";

async function asked(...words: readonly string[]): Promise<TogetherDocument> {
  const { stdout, status } = await ratebookHere("together", ...words, "--out", "out", "--json");
  expect(status).toBe(0);
  return TogetherDocument.parse(JSON.parse(stdout));
}

async function said(...words: readonly string[]): Promise<string> {
  return (await ratebookHere("together", ...words, "--out", "out")).stdout;
}

describe("ratebook together", () => {
  it("has the pairs of a code with what a hospital is paid, each figure with its cells", async () => {
    const { pairs, missing, combinations } = await asked("22511", "--release", "2025A");
    // Addendum J 2025: 22511 with 22512 goes to APC 5114, 22514 with 22511 to APC 5115.
    expect(pairs.filter(({ qualifies }) => qualifies)).toMatchObject([
      {
        ...{ primary: "22511", secondary: "22512", primaryApc: "5113", adjustedApc: "5114" },
        ...{ alone: { value: "3244.61" }, oppsRate: { value: "7143.73" } },
        evaluation: { frequency: 132, geometricMeanCost: "6143.64", costThreshold: "4833.88" },
      },
      { primary: "22514", secondary: "22511", adjustedApc: "5115", oppsRate: { value: "12866.82" } },
    ]);
    const [first] = pairs;
    expect(first?.oppsRate).toMatchObject({
      cells: [
        { row: 4, columns: [{ heading: "Complexity Adjusted APC Assignment" }] },
        { row: 7, columns: [{ heading: "Payment Rate" }] },
      ],
    });
    expect(missing[0]).toMatchObject({
      what: "other pairs of Addendum J",
      message: expect.stringContaining("excerpt"),
    });
    expect(combinations).toEqual([]);
  });

  it("says of two codes that they do not qualify, with CMS's figures", async () => {
    const text = await said("22515", "22514", "--release", "2025A");
    expect(text).toMatch(
      /22514 +22515 +\$7,143\.73 +no adjustment +5114 +866 +\$11,152\.62 +\$11,232\.49 +cost too low/,
    );
    expect(text).toContain("CMS evaluated the pair, and it does not qualify");
  });

  it.each([
    // 22511 is J1, 77002 packaged; neither 22512 nor 77002 is J1; of two J1 codes the rank decides (1827 before 1839).
    ["77002", "22511", "22511 (J1) is paid as if alone; 77002 is part of that payment"],
    ["22512", "77002", "Neither code has a comprehensive APC (J1)"],
    ["22510", "22505", "22510 has the lower rank and is paid as if alone; 22505 is part of that payment."],
  ])("says of %s with %s, which Addendum J does not list, what decides", async (one, other, said) => {
    const { verdict, pairs } = await asked(one, other, "--release", "2025A");
    expect([pairs, verdict]).toEqual([[], expect.stringContaining(said)]);
  });

  it("answers for a code twice on one claim, and for nothing else about it", async () => {
    const { pairs, combinations } = await asked("22511", "22511", "--release", "2025A");
    expect(pairs).toMatchObject([{ primary: "22511", secondary: "22511", qualifies: false }]);
    expect(combinations).toEqual([]);
  });

  it("says what is not known without an Addendum J of the year", async () => {
    const { pairs, missing } = await asked("22511", "--on", "2026-02-14");
    expect([pairs, missing[0]?.what]).toEqual([[], "OPPS Addendum J"]);
    expect((await said("22511", "--release", "2026A")).replace(/\s+/g, " ")).toContain(
      "built without Addendum J of its year's OPPS rule: no opps-rule publication of 2026 is registered",
    );
  });

  it("names the successor of a deleted code, and the day", async () => {
    const { stderr, status } = await ratebookHere("rate", "22521", "--out", "out", "--release", "2026A");
    expect(status).toBe(3);
    expect(stderr.replace(/\s+/g, " ")).toContain(
      "22511 succeeded 22521 on 2015-01-01 (not like for like: imaging guidance is part of the new code)",
    );
  });

  it("exits 3 for a code that no source has, and 2 for a wrong one", async () => {
    expect((await ratebookHere("together", "22511", "99999", "--out", "out")).status).toBe(3);
    expect((await ratebookHere("together", "2251", "--out", "out")).status).toBe(2);
    expect((await ratebookHere("together", "22511-26", "--out", "out")).status).toBe(2);
    expect((await ratebookHere("together", "22511", "--on", "2026-02-14", "--release", "2026A")).status).toBe(2);
  });
});
