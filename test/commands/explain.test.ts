import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type ExplainArguments, explain } from "../../scripts/commands/explain.ts";
import { fakeTerminal } from "../support/fake-terminal.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));

async function said(code: string, figure: string, options: Partial<ExplainArguments> = {}): Promise<string> {
  const terminal = fakeTerminal();
  await explain(code, figure, { out: OUT, modifier: "", release: "2025A", ...options }, terminal);
  return terminal.results.join("\n");
}

describe(explain, () => {
  it("leads from the office amount to four cells, with their rows in CMS's whole file", async () => {
    const text = await said("22511", "office");
    expect(text).toMatch(/office +\$1,676\.52/);
    expect(text).toMatch(/pfs\.national-amount: \(work RVU \+ PE RVU \+ MP RVU\) x conversion factor/);
    expect(text).toMatch(/42 USC 1395w-4/);
    expect(text).toMatch(/work +7\.33 +PPRRVU25_JAN\.csv +F14 "7\.33" under WORK RVU, row \d+ of CMS's whole file/);
    expect(text).toMatch(/conversionFactor +32\.3465/);
  });

  it("leads through a sum to both of its parts", async () => {
    const text = await said("22511", "asc-total");
    // 1579.16 + 393.66
    expect(text).toMatch(/asc-total +\$1,972\.82/);
    expect(text).toMatch(/ascRate +\$1,579\.16.*G8 "\$1,579\.16"/);
    expect(text).toMatch(/facility +\$393\.66/);
  });

  it("explains one locality by its three GPCIs", async () => {
    const text = await said("22511", "facility", { locality: "0111205" });
    expect(text).toMatch(/facility in 0111205/);
    expect(text).toMatch(/workGpci +1\.\d{3} +GPCI2025\.csv/);
  });

  it("finds the locality by its name, as rate does", async () => {
    const named = await said("22511", "office", { locality: "manhattan" });
    expect(named).toBe(await said("22511", "office", { locality: "1320201" }));
  });

  it("shows what a limiting charge is rounded from, and the four cells behind it", async () => {
    const text = await said("22512", "/pfs/0/national/limitingCharge/facility", { release: "2026A" });
    // (3.90 + 0.81 + 0.72) x 33.4009 x 1.0925, and of the rounded 181.37 it would be 198.15
    expect(text).toMatch(/facility +\$198\.14 {2}rounded from \$198\.1433240475/);
    expect(text).toMatch(/pe +0\.81 .*conversionFactor +33\.4009 /s);
  });

  it("says why there is no amount, in words and as data, also of a locality", async () => {
    expect(await said("22512", "hopd")).toMatch(/hopd +none \(packaged\)\n {2}the payment is packaged into/);
    const data = { value: null, reason: "packaged", reasons: { packaged: expect.stringContaining("another service") } };
    expect(JSON.parse(await said("22512", "hopd", { json: true }))).toMatchObject(data);
    expect(await said("22899", "office", { locality: "0111205" })).toMatch(
      /none \(contractor priced\)\n {2}the Medicare contractor \(MAC\) sets the price.*\n {2}status +C /,
    );
  });

  it("makes the document of a code that has none of its own, with every cell", async () => {
    const text = await said("77012", "facility");
    expect(text).toMatch(/facility +\$66\.63 {2}of 77012-26, the professional component/);
    expect(text).toMatch(/work +1\.50 +PPRRVU25_JAN\.csv +F\d+ "1\.50" under WORK RVU, row \d+ of CMS's whole file/);
    expect(await said("77012", "office", { locality: "0111205" })).toMatch(
      /peGpci +1\.419 +GPCI2025\.csv +F\d+ "1\.419"/,
    );
  });

  it("takes a pointer, and the latest release when none is named", async () => {
    const terminal = fakeTerminal();
    await explain("22511", "/pfs/0/rvus/work", { out: OUT, modifier: "" }, terminal);
    expect(terminal.results.join("\n")).toMatch(/22511 in 2026A[\s\S]*7\.15/);
  });

  it("prints the same as JSON", async () => {
    const derivation = JSON.parse(await said("22511", "office", { json: true })) as {
      value: string;
      inputs: unknown[];
    };
    expect(derivation).toMatchObject({ value: "1676.52" });
    expect(derivation.inputs).toHaveLength(4);
  });

  it.each([
    ["99999", "office", {}, /no source of 2025A, built from an excerpt only, has the code/],
    ["22516", "office", {}, /has the code; similar codes are 22510, 22511/],
    ["../manifest", "office", {}, /"..\/manifest" is not a HCPCS code/],
    ["22511", "price", {}, /"price" is not a figure; figures are office, facility/],
    ["22511", "/pfs/9/rvus/work", {}, /is not a figure of 22511 in 2025A/],
    ["22511", "office", { locality: "9999999" }, /"9999999" is not a locality of 2025A/],
    ["22511", "office", { modifier: "26" }, /no row with modifier "26" in 2025A; modifiers are none/],
    ["22511", "asc", { locality: "0111205" }, /"asc" has no place and no --modifier; only office and facility have/],
  ])("explain %s %s %o says what is wrong", async (code, figure, options, message) => {
    await expect(said(code, figure, options)).rejects.toThrow(message);
  });
});
