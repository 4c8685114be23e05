import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { expect, it } from "vitest";
import { buildRelease } from "../../pipelines/build-release.ts";
import { listDownloads } from "../../pipelines/inputs/downloads.ts";
import { registeredRelease } from "../../pipelines/inputs/registry.ts";
import { rowKey } from "../../pipelines/pfs/amounts.ts";
import { formatScaled } from "../../schemas/scaled.ts";
import { CMS_FOLDER, describeWithRealFiles, ORACLES_FOLDER } from "../support/real.ts";

/** One record of CMS's payment amount file: quoted, no heading, amounts with leading zeros (PF25PD.pdf). */
interface Published {
  readonly locality: string;
  readonly key: string;
  readonly nonFacility: string;
  readonly facility: string;
  /** "1" for services that the OPPS cap on imaging is for, otherwise "9". */
  readonly oppsIndicator: string;
  readonly oppsNonFacility: string;
  readonly oppsFacility: string;
}

const withoutZeros = (amount: string): string => amount.replace(/^0+(?=\d)/, "");

function readPublished(path: string): Published[] {
  const { data } = Papa.parse<string[]>(readFileSync(path, "latin1"), { skipEmptyLines: true });
  const records = data.filter((cells) => cells.length > 1);
  return records.map((cells) => {
    const [, mac = "", locality = "", hcpcs = "", modifier = "", nonFacility = "", facility = ""] = cells;
    const [oppsIndicator = "", oppsNonFacility = "", oppsFacility = ""] = cells.slice(13);
    return {
      locality: mac + locality,
      key: rowKey(hcpcs, modifier.trim()),
      nonFacility: withoutZeros(nonFacility),
      facility: withoutZeros(facility),
      oppsIndicator,
      oppsNonFacility: withoutZeros(oppsNonFacility),
      oppsFacility: withoutZeros(oppsFacility),
    };
  });
}

type Amounts = Pick<Published, "nonFacility" | "facility">;

/** Our amounts of a published row, uncapped and, for rows under the OPPS cap, capped. */
async function ourAmounts(): Promise<(published: Published) => { full?: Amounts; capped?: Amounts }> {
  const options = { chooseCodes: () => [], required: ["pfs", "gpci"] as const, allowUnpinned: false };
  const { book, problems } = await buildRelease(registeredRelease("2025D"), listDownloads(CMS_FOLDER), options);
  expect(problems).toEqual([]);
  const localities = book.amounts?.localities ?? [];
  const position = new Map(localities.map((each, index) => [each.key, index]));
  const amountsAt = (cents: Int32Array | undefined, row: number | undefined, locality: string): Amounts | undefined => {
    const at = ((row ?? -1) * localities.length + (position.get(locality) ?? Number.NaN)) * 2;
    if (row === undefined || cents?.[at] === undefined) return undefined;
    return { nonFacility: formatScaled(cents[at] ?? 0, 2), facility: formatScaled(cents[at + 1] ?? 0, 2) };
  };
  return ({ key, locality }) => {
    const index = book.pfs?.byKey.get(key) ?? -1;
    const full = amountsAt(book.amounts?.cents, book.pfs?.pricedAt[index], locality);
    const capped = amountsAt(book.oppsCap?.amounts?.cents, book.oppsCap?.at.get(index), locality);
    return { ...(full && { full }), ...(capped && { capped }) };
  };
}

describeWithRealFiles("payment amounts that CMS published", () => {
  it.each([
    ["PFREV25C/PFREV25C.txt", 109],
    ["PFREV25D/PFREV4.txt", 1526],
  ])("%s: every amount equals ours to the cent", async (path, count) => {
    const published = readPublished(join(ORACLES_FOLDER, path));
    expect(published).toHaveLength(count);
    const ours = await ourAmounts();
    const differing = published.filter((each) => {
      const { full } = ours(each);
      return full?.nonFacility !== each.nonFacility || full.facility !== each.facility;
    });
    expect(differing).toEqual([]);
    // None of these files' rows is for the cap today: CMS's indicator is 9, its amounts are zero, and we have none.
    const capped = published.filter((each) => {
      const amounts = ours(each).capped ?? { nonFacility: "0.00", facility: "0.00" };
      return amounts.nonFacility !== each.oppsNonFacility || amounts.facility !== each.oppsFacility;
    });
    expect(capped).toEqual([]);
    expect(published.filter((each) => (each.oppsIndicator === "1") !== (ours(each).capped !== undefined))).toEqual([]);
  });
});
