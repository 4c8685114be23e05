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
}

function readPublished(path: string): Published[] {
  const { data } = Papa.parse<string[]>(readFileSync(path, "latin1"), { skipEmptyLines: true });
  const records = data.filter((cells) => cells.length > 1);
  return records.map(([, mac = "", locality = "", hcpcs = "", modifier = "", nonFacility = "", facility = ""]) => ({
    locality: mac + locality,
    key: rowKey(hcpcs, modifier.trim()),
    nonFacility: nonFacility.replace(/^0+(?=\d)/, ""),
    facility: facility.replace(/^0+(?=\d)/, ""),
  }));
}

async function ourAmounts(): Promise<
  (published: Published) => Pick<Published, "nonFacility" | "facility"> | undefined
> {
  const options = { chooseCodes: () => [], required: ["pfs", "gpci"] as const, allowUnpinned: false };
  const { book, problems } = await buildRelease(registeredRelease("2025D"), listDownloads(CMS_FOLDER), options);
  expect(problems).toEqual([]);
  const localities = book.amounts?.localities ?? [];
  const position = new Map(localities.map((each, index) => [each.key, index]));
  return ({ key, locality }) => {
    const priced = book.pfs?.pricedAt[book.pfs.byKey.get(key) ?? -1] ?? -1;
    const at = (priced * localities.length + (position.get(locality) ?? Number.NaN)) * 2;
    const cents = book.amounts?.cents;
    if (priced < 0 || cents?.[at] === undefined) return undefined;
    return { nonFacility: formatScaled(cents[at] ?? 0, 2), facility: formatScaled(cents[at + 1] ?? 0, 2) };
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
      const amounts = ours(each);
      return amounts?.nonFacility !== each.nonFacility || amounts.facility !== each.facility;
    });
    expect(differing).toEqual([]);
  });
});
