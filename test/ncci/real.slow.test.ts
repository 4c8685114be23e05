import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { buildRelease } from "../../pipelines/build-release.ts";
import { listDownloads } from "../../pipelines/inputs/downloads.ts";
import { registeredRelease } from "../../pipelines/inputs/registry.ts";
import { successionsThat } from "../../pipelines/sources/successions.ts";
import { dayAfter } from "../../schemas/day.ts";
import { NcciAddOnDocument, NcciMuePractitionerDocument } from "../../schemas/out/ncci.ts";
import { documentsOf } from "../support/ncci-build.ts";
import { describeWithNcci, FOUND_NCCI_FOLDER, SHARED_FOLDER } from "../support/real.ts";

/** April 2026 with CMS's own NCCI files, MUE from one format. */
async function april(format: "csv" | "xlsx") {
  const release = registeredRelease("2026B", undefined, ["ncci"]);
  const ncci = release.publications.filter(({ family }) => family === "ncci");
  const alone = { ...release, publications: ncci };
  const options = { chooseCodes: () => [], required: [], allowChanged: false, sideTablesAlone: true, format };
  const built = await buildRelease(alone, listDownloads(SHARED_FOLDER), { ...options, asked: ["ncci"] });
  expect(built.problems).toEqual([]);
  expect(built.report.results.every((each) => each.checked === each.held)).toBe(true);
  const documents = documentsOf(built);
  return {
    addOns: NcciAddOnDocument.parse(documents.get("ncci-addon.json")).rows,
    mue: NcciMuePractitionerDocument.parse(documents.get("ncci-mue-practitioner.json")).rows,
    text: JSON.stringify([...documents].filter(([path]) => path.startsWith("ncci"))),
  };
}

/** How many rows have each value of a field. */
function counts<Row>(rows: readonly Row[], field: keyof Row): Record<string, number> {
  const found = new Map<string, number>();
  for (const row of rows) found.set(String(row[field]), (found.get(String(row[field])) ?? 0) + 1);
  return Object.fromEntries(found);
}

describeWithNcci("CMS's NCCI files of April 2026", () => {
  // Counted in CMS's workbook with openpyxl: rows by the first column, distinct second column, rows with CCCCC.
  it("have 9,000 add-on code edits of 830 codes, 723 of them active", async () => {
    const { addOns } = await april("csv");
    expect(counts(addOns, "type")).toEqual({ 1: 8293, 2: 47, 3: 660 });
    expect(new Set(addOns.map(({ addOn }) => addOn)).size).toBe(830);
    const isActive = ({ deletion }: (typeof addOns)[number]): boolean => deletion === null || deletion >= "2026-04-01";
    expect(new Set(addOns.filter(isActive).map(({ addOn }) => addOn)).size).toBe(723);
    expect(
      addOns
        .filter(({ primary }) => primary === null)
        .map(({ type }) => type)
        .sort()
        .join(""),
    ).toBe(`${"2".repeat(47)}${"3".repeat(8)}`);
    const ofFamily = addOns.filter(({ addOn }) => ["22512", "22515"].includes(addOn));
    expect(ofFamily.map(({ addOn, primary, effective }) => `${addOn} ${primary} ${effective}`)).toEqual([
      "22512 22510 2015-01-01",
      "22512 22511 2015-01-01",
      "22515 22513 2015-01-01",
      "22515 22514 2015-01-01",
    ]);
  });

  it("end each deleted code on the day before the first day of the code that succeeded it", async () => {
    const { addOns } = await april("csv");
    const { successions = [] } = successionsThat(() => true) ?? {};
    expect(successions).toHaveLength(6);
    for (const { deleted, successor, on } of successions) {
      const lastDays = addOns.flatMap((row) => [
        ...(row.addOn === deleted ? [row.addOnDeleted] : []),
        ...(row.primary === deleted ? [row.primaryDeleted] : []),
      ]);
      expect(lastDays.length).toBeGreaterThan(0);
      expect(lastDays.filter((day) => day === null || dayAfter(day) !== on)).toEqual([]);
      const own = addOns.filter(({ addOn, primary }) => [addOn, primary].includes(successor));
      expect([deleted, own.map(({ effective }) => effective).sort()[0]]).toEqual([deleted, on]);
    }
  });

  it("have 15,095 medically unlikely edits, equal in csv and workbook", async () => {
    const [csv, xlsx] = [await april("csv"), await april("xlsx")];
    expect(csv.mue).toHaveLength(15_095);
    expect(xlsx.mue).toEqual(csv.mue);
    // Counted with `cut` and `grep -c` in CMS's csv.
    expect(counts(csv.mue, "adjudicationIndicator")).toEqual({ 1: 41, 2: 5417, 3: 9637 });
    expect(csv.mue.filter(({ value }) => value === 0)).toHaveLength(2642);
    const family = csv.mue.filter(({ hcpcs }) => /^2251[0-5]$/.test(hcpcs));
    expect(family.map(({ value, adjudicationIndicator }) => `${value}/${adjudicationIndicator}`)).toEqual([
      "1/2",
      "1/2",
      "3/3",
      "1/2",
      "1/2",
      "4/3",
    ]);
  });

  it("bring neither notice nor descriptor into a document", async () => {
    const { text } = await april("csv");
    const notice = readFileSync(join(FOUND_NCCI_FOLDER, "MCR_MUE_PractitionerServices_Eff_04-01-2026.csv"), "latin1");
    expect(notice).toContain("American Medical Association");
    expect(text).not.toMatch(/American Medical|copyright|FARS|trademark/i);
  });
});
