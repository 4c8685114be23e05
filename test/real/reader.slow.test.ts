import { expect, it } from "vitest";
import { chooseRelease } from "../../pipelines/answers/rate/choose-release.ts";
import { rateOf } from "../../pipelines/answers/rate/rate.ts";
import { buildRelease } from "../../pipelines/build-release.ts";
import { openOutput } from "../../pipelines/documents/output.ts";
import { listDownloads } from "../../pipelines/inputs/downloads.ts";
import { registeredRelease } from "../../pipelines/inputs/registry.ts";
import { openRelease } from "../../pipelines/read/index.ts";
import { RATE_SETTINGS } from "../../schemas/names.ts";
import { builtWhole } from "../support/built-whole.ts";
import { compareAmounts, compareRate, readerOfBuild, readerSites, siteTexts } from "../support/reader-answers.ts";
import { CMS_FOLDER, describeWithRealFiles } from "../support/real.ts";

/** The nation, Manhattan, San Francisco and Alabama: the highest indices, the floor of the work GPCI, and low ones. */
const PLACES = ["national", "1320201", "0111205", "1011200"];

describeWithRealFiles("the reader of a whole release", () => {
  it.each([
    // Rows with amounts x (109 localities and the nation) x 2 settings, of each track, and of the rows under a cap
    ["2025A", 2_238_060],
    ["2026B", 4_418_480],
  ])("%s has every amount that the build computes, of both tracks and of the OPPS cap", async (id, count) => {
    const options = { chooseCodes: () => [], required: [], allowChanged: false };
    const { book, outputs, problems } = await buildRelease(registeredRelease(id), listDownloads(CMS_FOLDER), options);
    expect(problems).toEqual([]);
    const counts = [book.amounts, book.oppsCap?.amounts, book.qualifying?.amounts].map((each) => each?.count ?? 0);
    const national = [book.pfs, book.oppsCap, book.qualifying?.pfs].map((each) => each?.national.count ?? 0);
    const { amounts, differ } = compareAmounts(book, await readerOfBuild(outputs));
    expect(differ).toEqual([]);
    expect(amounts).toBe([...counts, ...national].reduce((sum, each) => sum + each, 0));
    expect(amounts).toBe(count);
  });

  it.each(["2025A", "2026B"])(
    "%s answers every tenth code as `ratebook rate` does, nationally or in a place",
    async (id) => {
      const out = await builtWhole(id);
      const output = openOutput(out);
      const chosen = chooseRelease({ release: id }, output.releases, out);
      const documents = output.open(chosen.built);
      const release = await openRelease(`${out}/${id}`);
      const codes = release.codes.filter((_, at) => at % 10 === 0);
      const compared = codes.map((code, at) => {
        const locality = PLACES[at % PLACES.length] as string;
        const modifier = at % 5 === 0 ? [...release.rows(code)].at(-1)?.modifier : undefined;
        const place = locality === "national" ? {} : { locality };
        const document = rateOf(documents, chosen, { hcpcs: code, modifier, settings: RATE_SETTINGS, ...place });
        return compareRate(document, release, { code, modifier, locality });
      });
      expect(compared.flatMap(({ differ }) => differ).slice(0, 10)).toEqual([]);
      expect(compared.reduce((sum, { amounts }) => sum + amounts, 0)).toBeGreaterThan(20_000);
    },
  );

  it.each(["2025A", "2026B"])("%s has the site of service of every code", async (id) => {
    const out = await builtWhole(id);
    const output = openOutput(out);
    const documents = output.open(chooseRelease({ release: id }, output.releases, out).built);
    const release = await openRelease(`${out}/${id}`);
    const rows = documents.table("site-of-service")?.allRows() ?? [];
    expect(rows.map(({ hcpcs }) => hcpcs)).toEqual(release.codes);
    const differ = rows.filter((row) => {
      const [ours, theirs] = [readerSites(release.siteOfService(row.hcpcs)), siteTexts(row)];
      return JSON.stringify(ours) !== JSON.stringify(theirs);
    });
    expect(differ.slice(0, 10)).toEqual([]);
    expect(rows.length).toBeGreaterThan(19_000);
  });
});
