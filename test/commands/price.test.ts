import { describe, expect, it } from "vitest";
import { PriceDocument } from "../../schemas/out/price.ts";
import { ratebookHere } from "../support/in-process.ts";

const run = (...words: readonly string[]) => ratebookHere("price", ...words, "--out", "out");

async function asked(...words: readonly string[]): Promise<PriceDocument> {
  const { stdout, status } = await run(...words, "--json");
  expect(status).toBe(0);
  return PriceDocument.parse(JSON.parse(stdout));
}

describe("ratebook price", () => {
  it("has what CMS pays a hospital for two levels on one day, each step with its rule and its cells", async () => {
    const { settings, rules, notConsidered } = await asked("22511,22512", "--setting", "hopd", "--on", "2025-02-01");
    // Addendum J 2025: 22511 with 22512 goes to APC 5114; Addendum B of January 2025: APC 5114 is 7,143.73.
    expect(settings).toMatchObject([
      {
        setting: "hopd",
        facility: {
          lines: [
            {
              hcpcs: "22511",
              alone: { value: "3244.61" },
              paid: { value: "7143.73", rule: "opps.complexity-adjustment" },
            },
            { hcpcs: "22512", alone: { reason: "packaged" }, paid: { value: "0.00", rule: "opps.packaged" } },
          ],
          total: { value: "7143.73", without: [], doubtful: [] },
        },
      },
    ]);
    const [setting] = settings;
    expect(setting?.facility?.lines[0]?.paid).toMatchObject({ cells: [{ row: 4 }, { row: 7 }] });
    // PPRRVU25_JAN: 22511 facility 12.17 RVU x 32.3465 = 393.656905; 22512 6.16 x 32.3465 = 199.25444
    expect(setting?.physician.total).toEqual({ value: "592.91", without: [], doubtful: [] });
    expect(setting?.total).toEqual({ value: "7736.64", without: [], doubtful: [] });
    expect(Object.keys(rules)).toEqual(
      expect.arrayContaining(["opps.complexity-adjustment", "opps.packaged", "pfs.national-amount"]),
    );
    expect(notConsidered.map(({ what }) => what)).toContain("outliers");
  });

  it("says that a pair does not qualify, by CMS's figures", async () => {
    const { settings } = await asked("22514", "22515x2", "--setting", "hopd", "--release", "2025A");
    expect(settings[0]?.facility?.lines[0]).toMatchObject({
      paid: { value: "7143.73", rule: "opps.comprehensive-apc" },
      why: expect.stringContaining("866 claims, cost $11,152.62 and threshold $11,232.49"),
    });
  });

  it("answers for every setting, in text that a person reads", async () => {
    const { stdout } = await run("22511-54", "22512x2", "--release", "2025A");
    expect(stdout).toMatch(/^One claim in 2025A: 22511-54, 22512 x 2\n/);
    for (const setting of ["office", "hospital outpatient", "ambulatory surgical center"])
      expect(stdout).toContain(`\n${setting}\n`);
    // 1,676.52 x 0.90 = 1,508.868
    expect(stdout).toMatch(/1 {2}22511-54 +\$1,508\.87 +\$1,508\.87 +pfs\.surgical-care-only/);
    expect(stdout).toMatch(/not considered\n[\s\S]*read from\n[\s\S]*rules\n[\s\S]*caveats\n/);
  });

  it("prices the physician at a place, and adds no national rate to that", async () => {
    const { settings, place } = await asked("22511", "--locality", "0111205", "--release", "2026A");
    expect(place?.locality).toBe("0111205");
    // 2,390.80: San Francisco, test/rate
    expect(settings.map(({ physician }) => physician.total.value)[0]).toBe("2390.80");
    expect(settings.map(({ total }) => total)).toEqual([null, null, null]);
    expect(settings[1]?.facility?.total.value).toBe("3342.87");
  });

  it.each([
    [["2251"], 2, '"2251" is not a line of a claim; write a HCPCS code, its modifiers and its units'],
    [["22511x0"], 2, '"22511x0" is not a line'],
    [["77012-26-TC"], 2, '"77012-26-TC" has modifiers 26 and TC'],
    [["22511-5"], 2, '"22511-5" is not a line'],
    [[","], 2, "name the lines of the claim"],
    [Array<string>(451).fill("22511"), 2, "451 lines; a claim has at most 450"],
    [["22511", "--setting", "home"], 2, '--setting: "home" is not a setting'],
    [["22511", "--on", "2026-02-01", "--release", "2026A"], 2, "give only one of --on and --release"],
    [["22511", "--zip", "94110", "--locality", "0111205"], 2, "give only one of"],
    [["22511 99999"], 3, "no source of 2026A, built from an excerpt only, has the code"],
  ])("refuses %j", async (words, status, message) => {
    const refused = await run(...words);
    expect([refused.status, refused.stdout]).toEqual([status, ""]);
    expect(refused.stderr.replace(/\s+/g, " ")).toContain(message);
  });
});
