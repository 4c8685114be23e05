import { describe, expect, it } from "vitest";
import { LANDING_PAGES } from "../../../pipelines/inputs/landing-pages.ts";
import { Problems } from "../../../pipelines/problems/problems.ts";
import { discoverPosted } from "../../../pipelines/refresh/pages/discover-posted.ts";
import type { PostedFile } from "../../../pipelines/refresh/posted.ts";
import type { Family } from "../../../schemas/source/release.ts";
import { processorMilliseconds } from "../../support/processor-time.ts";
import { ascLanding, licencePage, listPage, pagesOf, pfsLanding, sitePage } from "./cms-pages.ts";

const SITE = "https://www.cms.gov";
const PFS = LANDING_PAGES.pfs;
const OPPS = LANDING_PAGES.opps;
const ASC = LANDING_PAGES.asc;
const LICENCE = "/license/ama?file=";

async function discovered(
  families: readonly Family[],
  pages: Readonly<Record<string, string>>,
  since = "2025",
): Promise<{ found: PostedFile[]; asked: string[]; problems: Problems }> {
  const { fetchPage, asked } = pagesOf(pages);
  const problems = new Problems();
  return { found: await discoverPosted(families, fetchPage, problems, { since }), asked, problems };
}

/** "RVU26D by file name". */
const said = (found: readonly PostedFile[]): string[] => found.map(({ id, hint }) => `${id} by ${hint}`);

const OLD_PAGE = `${SITE}/medicaremedicare-fee-service-paymentphysicianfeeschedpfs-relative-value-files/rvu21d`;
const PFS_PAGES = {
  [PFS]: pfsLanding([
    [`${PFS}/rvu26d`, "RVU26D", "2026"],
    ["/medicare/payment/fee-schedules/physician/pfs-relative-value-files/rvu25d-0", "Oct 2025 files", "2025"],
    [`${PFS}/rvu26d`, "RVU26D again", "2026"],
    [OLD_PAGE, "RVU21D", "2021"],
  ]),
  [`${PFS}/rvu26d`]: listPage("RVU26D", [
    ["/files/zip/rvu26d-updated-08-26-2026.zip", "RVU26D (ZIP)"],
    ["https://www.cms.gov/files/zip/rvu26d-updated-08-26-2026.zip#again", "Download"],
    ["/files/document/notes.pdf", "Notes"],
  ]),
  [`${PFS}/rvu25d-0`]: listPage("Files of October", [["/files/zip/k-7.zip", "Download (ZIP)"]]),
  [OLD_PAGE]: listPage("RVU21D", [["/files/zip/rvu21d.zip", "RVU21D (ZIP)"]]),
};

describe("relative value files", () => {
  it("are found from the list to the page of each release to its archive, each once", async () => {
    const { found, asked, problems } = await discovered(["pfs"], PFS_PAGES);
    expect(problems.list).toEqual([]);
    expect(asked).toEqual([PFS, `${PFS}/rvu26d`, `${PFS}/rvu25d-0`]);
    expect(found[0]).toEqual({
      family: "pfs",
      id: "RVU26D",
      release: "2026D",
      hint: "file name",
      text: "RVU26D (ZIP)",
      address: `${SITE}/files/zip/rvu26d-updated-08-26-2026.zip`,
      page: `${PFS}/rvu26d`,
      licence: null,
    });
    expect(said(found)).toEqual(["RVU26D by file name", "RVU25D by page"]);
  });

  it("are found on pages of older addresses when their year is asked for", async () => {
    const { found, asked } = await discovered(["pfs"], PFS_PAGES, "2021");
    expect(asked).toContain(OLD_PAGE);
    expect(found.at(-1)).toMatchObject({ id: "RVU21D", release: "2021D", page: OLD_PAGE });
  });

  it("are named by the link's text where the file's name says too little, and by CMS's names with slashes", async () => {
    const { found } = await discovered(
      ["pfs"],
      {
        [PFS]: pfsLanding([["rvu23a", "RVU23A", "2023"]]),
        [`${SITE}/medicare/payment/fee-schedules/physician/rvu23a`]: listPage("January", [
          ["/files/zip/rvu23a-updated-01/31/2023.zip", "Updated"],
          ["/files/zip/final.zip", "RVU23AR (ZIP)"],
        ]),
      },
      "2023",
    );
    expect(said(found)).toEqual(["RVU23A by file name", "RVU23AR by link text"]);
  });

  it("are a problem when a release's page has no archive; the other pages are read", async () => {
    const pages = { ...PFS_PAGES, [`${PFS}/rvu26d`]: sitePage("RVU26D", "<p>Soon.</p>") };
    const { found, problems } = await discovered(["pfs"], pages);
    expect(said(found)).toEqual(["RVU25D by page"]);
    expect(problems.list).toMatchObject([{ code: "pages.unrecognised", place: { file: `${PFS}/rvu26d` } }]);
  });

  it("are a problem when a release's page cannot be fetched; the other pages are read", async () => {
    const { [`${PFS}/rvu26d`]: _left, ...pages } = PFS_PAGES;
    const { found, problems } = await discovered(["pfs"], pages);
    expect(said(found)).toEqual(["RVU25D by page"]);
    expect(problems.list.map(({ code }) => code)).toEqual(["fetch.not-found"]);
  });
});

describe("Addenda B", () => {
  it("are found behind the licence page, by the texts of links to their pages", async () => {
    const { found, asked, problems } = await discovered(["opps"], {
      [OPPS]: listPage("Addenda", [
        [`${OPPS}/april-2026-addendum`, "April 2026 Addendum A"],
        [`${OPPS}/april-2026-addendum-b`, "April 2026 Addendum B"],
        ["/medicare/regulations", "Rules of April 2026"],
        ["/files/document/april-2026-addenda-notice.pdf", "April 2026 Addenda notice"],
        [`${OPPS}/july-2019-addendum-b`, "July 2019 Addendum B"],
        [`${LICENCE}/files/zip/October-2026-OPPS-Addendum-B.zip`, "October 2026 Addendum B"],
      ]),
      [`${OPPS}/april-2026-addendum-b`]: listPage("April 2026 Addendum B", [
        [`${LICENCE}/files/zip/k-1.zip`, "Download (ZIP)"],
        [`${LICENCE}/files/zip/cy-2026-april-opps-addendum.zip`, "Addendum A (ZIP)"],
      ]),
    });
    expect(problems.list).toEqual([]);
    expect(asked).toEqual([OPPS, `${OPPS}/april-2026-addendum-b`]);
    expect(said(found)).toEqual(["2026Q4 by file name", "2026Q2 by page"]);
    expect(found[1]).toMatchObject({
      release: "2026B",
      address: `${SITE}/files/zip/k-1.zip`,
      licence: `${SITE}${LICENCE}/files/zip/k-1.zip`,
    });
  });
});

describe("Addenda B of pages with others", () => {
  it("are no problem where a release's page has files of other addenda alone", async () => {
    const { found, problems } = await discovered(["opps"], {
      [OPPS]: listPage("Addenda", [
        [`${OPPS}/april-2026-addenda`, "April 2026"],
        [`${OPPS}/restated-2026-addenda`, "2026 restated"],
      ]),
      [`${OPPS}/april-2026-addenda`]: listPage("April 2026", [["/files/zip/april-2026-addendum-a.zip", "Addendum A"]]),
    });
    expect(problems.list).toEqual([]);
    expect(found).toEqual([]);
  });
});

const ASC_PAGES = {
  [ASC]: ascLanding({
    "2026 files": [
      [`${LICENCE}/files/zip/2026-nfrm-addendum-aa-bb-dd1-dd2-ee-ff.zip`, "January 2026 addenda"],
      [`${LICENCE}/files/zip/k-2.zip`, "July ASC addenda"],
      [`/apps/ama/license.asp?file=%2Ffiles%2Fzip%2Fapril-2026-asc-rates-updated-04/07/2026.zip`, "April"],
      ["/files/zip/april-2026-asc-rates-updated-04/07/2026.zip", "April ASC addenda"],
      [`${LICENCE}/files/zip/k-3.zip`, "ASC addenda, corrected"],
      ["/files/zip/wage-index.zip", "ASC wage index"],
      ["/medicare/a-page", "ASC page"],
      ["/files/zip/quality-measures.zip", "Measures"],
    ],
    "2020": [[`${LICENCE}/files/zip/january-2020-asc-addenda.zip`, "January"]],
  }),
};

describe("ASC addenda and wage indices", () => {
  it("are found in the accordion of a year, by file, text and year; a licence on one of two links stands", async () => {
    const { found, asked } = await discovered(["asc", "wage-index"], ASC_PAGES);
    expect(asked).toEqual([ASC]);
    expect(found.map(({ family, id, hint }) => [family, id, hint])).toEqual([
      ["asc", "2026Q1", "file name"],
      ["asc", "2026Q3", "page"],
      ["asc", "2026Q2", "file name"],
      ["asc", undefined, "page"],
      ["wage-index", "2026", "page"],
    ]);
    expect(found[2]?.licence).toMatch(/license\.asp/);
  });

  it("are left out when their own names say an earlier year than the first; the licence stands in either order", async () => {
    const { found } = await discovered(["asc"], {
      [ASC]: ascLanding({
        "2026": [
          ["/files/zip/april-2026-asc-addenda.zip", "April"],
          [`${LICENCE}/files/zip/april-2026-asc-addenda.zip`, "April"],
          [`${LICENCE}/files/zip/october-2024-asc-addenda.zip`, "For comparison"],
        ],
      }),
    });
    expect(found).toMatchObject([{ id: "2026Q2", licence: `${SITE}${LICENCE}/files/zip/april-2026-asc-addenda.zip` }]);
  });

  it("are told apart when one family alone is asked for", async () => {
    const { found } = await discovered(["wage-index"], ASC_PAGES);
    expect(found).toMatchObject([{ family: "wage-index", id: "2026", release: undefined }]);
  });
});

describe("ZIP codes", () => {
  it("are found among other downloads, without a quarter, since CMS names none", async () => {
    const { found } = await discovered(["zip"], {
      [LANDING_PAGES.zip]: listPage("Fee schedules", [
        ["/files/zip/zip-code-carrier-locality-file-revised-08/14/2026.zip", "Zip Code to Carrier Locality File"],
        ["/files/zip/zip-codes-requiring-4-extension.zip", "Zip Codes requiring 4 extension"],
      ]),
    });
    expect(found).toMatchObject([{ family: "zip", id: undefined, release: undefined, hint: "page" }]);
  });
});

describe("a page that is not the one expected", () => {
  it.each(["pfs", "opps", "asc", "wage-index", "zip"] as const)(
    "is a problem with what was found, never nothing new: %s",
    async (family) => {
      const { found, problems } = await discovered([family], { [LANDING_PAGES[family]]: sitePage("New design", "") });
      expect(found).toEqual([]);
      expect(problems.list).toHaveLength(1);
      expect(problems.list[0]).toMatchObject({ code: "pages.unrecognised", place: { file: LANDING_PAGES[family] } });
      expect(problems.list[0]?.message).toMatch(/^the page has the title "New design" and 30 links/);
    },
  );

  it("is named when it is a licence, a notice or an error", async () => {
    const { problems } = await discovered(["pfs", "opps", "asc"], {
      [PFS]: licencePage("/"),
      [OPPS]: "<title>Site maintenance</title>",
      [ASC]: "<h1>Access Denied</h1>",
    });
    expect(problems.list.map(({ code }) => code)).toEqual(["pages.licence", "pages.maintenance", "pages.error"]);
    expect(problems.list[0]?.message).toMatch(/licence page stands there instead/);
  });

  it("is not the list of relative value files when its table has no column of years", async () => {
    const html = sitePage(
      "Files",
      `<table><tr><th>Year</th></tr><tr><td><a href="${PFS}/rvu26d">RVU26D</a></td></tr></table>`,
    );
    expect((await discovered(["pfs"], { [PFS]: html })).problems.any).toBe(true);
  });

  it.each([
    ["pfs", "<table><tr><th>Calendar Year</th></tr><tr><td><a href='/x.pdf'>x</a>"],
    [
      "asc",
      "<div class='cms-accordion--block'><button>2026</button><div class='accordion--content'><a href='/x.pdf'>x</a>",
    ],
  ] as const)("takes no long time when it is nested without an end: %s", async (family, markup) => {
    const before = processorMilliseconds();
    const { problems } = await discovered([family], { [LANDING_PAGES[family]]: markup.repeat(500) });
    expect(problems.list).toMatchObject([{ code: "pages.unrecognised" }]);
    expect(processorMilliseconds() - before).toBeLessThan(5000);
  });
});
