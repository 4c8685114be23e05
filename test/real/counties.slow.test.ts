import { expect, it } from "vitest";
import { listDownloads } from "../../pipelines/inputs/downloads.ts";
import type { Format } from "../../pipelines/inputs/formats.ts";
import { locateInputs } from "../../pipelines/inputs/locate.ts";
import { registeredRelease } from "../../pipelines/inputs/registry.ts";
import { Problems } from "../../pipelines/problems/problems.ts";
import type { CountiesOfLocality } from "../../pipelines/schedules/pfs/counties.ts";
import { readRelease } from "../../pipelines/schedules/read-release.ts";
import { countyCatalogue } from "../../pipelines/sources/counties.ts";
import { countyAreas } from "../../pipelines/sources/county-areas.ts";
import { readSource } from "../../pipelines/sources/read-source.ts";
import { Counties, CountyNames } from "../../schemas/source/counties.ts";
import { CMS_FOLDER, describeWithRealFiles } from "../support/real.ts";

/** Every release whose county file is at hand, and the states of which it gives a county to two carriers' localities. */
const RELEASES: readonly (readonly [string, readonly string[]])[] = [
  ["2009A", ["CA", "MO"]],
  ["2013A", ["CA"]],
  ...["2018A", "2020A", "2022A", "2023A", "2024A", "2025A", "2025D"].map((id) => [id, []] as const),
];
const FORMATS = RELEASES.flatMap(([id]) =>
  (["csv", "txt", "xlsx"] as const)
    .filter((format) => id !== "2009A" || format !== "xlsx")
    .map((format) => [id, format] as const),
);

async function countyFile(id: string, format: Format): Promise<readonly CountiesOfLocality[]> {
  const problems = new Problems();
  const release = registeredRelease(id);
  const inputs = await locateInputs(release, listDownloads(CMS_FOLDER), { allowChanged: false, format }, problems);
  const located = inputs.located.filter(({ entry }) => entry.role === "counties");
  const book = await readRelease(release, { ...inputs, located }, problems);
  expect(problems.list).toEqual([]);
  expect(located[0]?.format).toBe(format);
  return book.counties ?? [];
}

/** Territories that CMS's county files do not speak of; its ZIP5 file does. */
const UNLISTED = ["AS", "MP"];
const listable = readSource("counties.json", Counties)
  .states.filter(({ state }) => !UNLISTED.includes(state))
  .flatMap((state) => countyCatalogue().countiesOf(state));

describeWithRealFiles("every county file that is at hand", () => {
  it.each(RELEASES)(
    "%s gives every county that exists to a locality, and to one alone but in %j",
    async (id, states) => {
      const { rows, unknown } = countyAreas(countyCatalogue(), await countyFile(id, "csv"));
      const localities = (code: string): string[] => [...new Set(rows.get(code)?.map(({ locality }) => locality))];
      expect(unknown).toEqual([]);
      expect([...rows.keys()].sort()).toEqual(listable.map(({ code }) => code).sort());
      const several = listable.filter(({ code }) => localities(code).length > 1);
      expect([...new Set(several.map(({ state }) => state))]).toEqual(states);
      for (const { code } of several)
        expect(localities(code).map((locality) => locality.slice(-2))).toEqual(["99", "99"]);
    },
  );

  it.each(FORMATS)(
    "%s names in its %s no county that does not exist, but where the text is cut",
    async (id, format) => {
      const file = await countyFile(id, format);
      const { unknown } = countyAreas(countyCatalogue(), file);
      expect(unknown.filter(({ row }) => !row.cutShort)).toEqual([]);
      expect(new Set(unknown.map(({ row }) => row))).toEqual(new Set(file.filter(({ cutShort }) => cutShort)));
    },
  );

  it("needs every misprint that is listed", async () => {
    const files = await Promise.all(RELEASES.map(([id]) => countyFile(id, "csv")));
    const printed = new Set(files.flat().flatMap(({ counties }) => counties));
    const { misprints } = readSource("county-names.json", CountyNames);
    expect(misprints.filter((each) => !printed.has(each.printed))).toEqual([]);
  });
});
