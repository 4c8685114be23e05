import { expect, it } from "vitest";
import { buildRelease } from "../../pipelines/build-release.ts";
import { listDownloads } from "../../pipelines/inputs/downloads.ts";
import { registeredRelease } from "../../pipelines/inputs/registry.ts";
import { SETTINGS } from "../../schemas/setting.ts";

import { CMS_FOLDER, describeWithRealFiles } from "../support/real.ts";

/** Releases whose relative value archive CMS shipped in several formats. */
const TXT = ["2009A", "2013A", "2018A", "2020A", "2022A", "2023A", "2024A", "2025A", "2025D", "2026B"];
const XLSX = ["2013A", "2025D"];

const amounts = new Map<string, ReturnType<typeof built>>();

/** Amounts of a release read from files of one format, once for all tests. */
function amountsOf(id: string, format: "csv" | "txt" | "xlsx"): ReturnType<typeof built> {
  const found = amounts.get(`${id} ${format}`) ?? built(id, format);
  amounts.set(`${id} ${format}`, found);
  return found;
}

async function built(id: string, format: "csv" | "txt" | "xlsx") {
  const release = registeredRelease(id);
  const pfs = release.publications.filter((each) => each.family === "pfs");
  const options = { chooseCodes: () => [], required: ["pfs", "gpci"] as const, allowChanged: false, format };
  const { book, problems } = await buildRelease({ ...release, publications: pfs }, listDownloads(CMS_FOLDER), options);
  expect(problems).toEqual([]);
  expect(book.tables.rvu?.format).toBe(format);
  const { amounts } = book;
  return amounts && SETTINGS.flatMap((setting) => [...amounts.rows].flatMap((row) => [...amounts.of(row, setting)]));
}

/** The parity test compares what is read; here every check holds and every amount comes out, whatever the format. */
describeWithRealFiles("whole builds from printed text and workbooks", () => {
  it.each([...TXT.map((id) => [id, "txt"] as const), ...XLSX.map((id) => [id, "xlsx"] as const)])(
    "%s from %s has the amounts of the csv",
    async (id, format) => {
      const [csv, other] = [await amountsOf(id, "csv"), await amountsOf(id, format)];
      expect(csv?.length).toBeGreaterThan(1_000_000);
      expect(csv?.length).toBe(other?.length);
      expect(csv?.findIndex((cents, at) => cents !== other?.[at])).toBe(-1);
    },
  );
});
