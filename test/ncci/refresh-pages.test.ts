import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useRegistry } from "../../pipelines/sources/read-source.ts";
import { PublicationEntry } from "../../schemas/source/publication.ts";
import { ImitationCms } from "../support/cms/imitation.ts";
import { ADD_ON_PAGE, filePath, LANDING, type Posting } from "../support/cms/postings.ts";
import { addOnText, MUE_ROWS, mueText } from "../support/ncci-files.ts";
import { ptpFiles, ptpParts } from "../support/ptp-files.ts";
import { RefreshDesk } from "../support/refresh-desk.ts";
import { zipOf } from "../support/zips.ts";

/** Enough rows for an archive as long as an honest one. */
const CODES = Array.from({ length: 300 }, (_, at) => `${10_000 + at * 7},${at % 9},1 Line Edit,CMS Policy`);

const MUE: Posting = {
  family: "ncci",
  id: "2039Q1",
  label: "Practitioner Services MUE Table - Effective January 1, 2039",
  name: "medicare-ncci-2039-q1-practitioner-services-mue-table.zip",
  bytes: await zipOf({
    "MCR_MUE_PractitionerServices_Eff_01-01-2039.csv": mueText("practitioner", [...CODES, ...MUE_ROWS]),
  }),
  gated: false,
};
const EDITS = Array.from({ length: 300 }, (_, at) => `1,${10_000 + at * 7},,${20_000 + at * 11},,2015001,,`);
const ADD_ONS: Posting = {
  family: "ncci",
  id: "2039Q1",
  label: "Add-On Code Edits for Medicare Effective 01012039",
  name: "add-code-edits-medicare-effective-01012039.zip",
  bytes: await zipOf({ "AOC_V2039Q1-MCR.csv": addOnText(EDITS) }),
  gated: false,
};
const PTP = await Promise.all(
  Object.entries(ptpFiles("ccipra-v450r0", ptpParts("20390101"))).map(
    async ([name, text], at): Promise<Posting> => ({
      family: "ncci-ptp",
      id: "2039Q1",
      label: `2039Q1 Practitioner PTP Edits v450r0 f${at + 1}`,
      name: `medicare-ncci-2039q1-practitioner-ptp-edits-${name.replace(".txt", ".zip")}`,
      // CMS's archives are longer than any that a client takes for a page of an error.
      bytes: await zipOf({ [name.toUpperCase()]: text, "notice.pdf": CODES.join() }),
      gated: true,
    }),
  ),
);
const NCCI = ["--families", "ncci,ncci-ptp"];
const WHO = "an analyst of ours";

let cms: ImitationCms;
let desk: RefreshDesk;

beforeEach(async () => {
  cms = new ImitationCms([MUE, ADD_ONS, ...PTP]);
  await cms.start();
  vi.stubEnv("RATEBOOK_CMS", cms.origin);
  desk = new RefreshDesk();
});
afterEach(async () => {
  useRegistry(undefined);
  vi.unstubAllEnvs();
  await cms.stop();
});

describe("NCCI edits on CMS's pages", () => {
  it("are found on the page of each kind; those behind the licence page are listed and not asked for", async () => {
    const { status, report } = await desk.ask(...NCCI);
    expect([status, report?.problems]).toEqual([4, []]);
    expect(report?.releases.map(({ title }) => title)).toEqual(["NCCI edits 2039Q1"]);
    const roles = report?.releases[0]?.publications[0]?.files.map(({ role }) => role);
    expect(roles).toEqual(["ncci-addon", "ncci-mue-practitioner"]);
    expect(report?.gated.map(({ family, id, address }) => [family, id, address])).toEqual(
      PTP.map((posting) => ["ncci-ptp", "2039Q1", `https://www.cms.gov${filePath(posting)}`]),
    );
    expect(cms.asked.filter((path) => path !== "/robots.txt").sort()).toEqual(
      [ADD_ON_PAGE, LANDING.ncci, LANDING["ncci-ptp"], filePath(MUE), filePath(ADD_ONS)].sort(),
    );
  });

  it("are registered with who accepted the licence, and are neither new nor listed after that", async () => {
    const first = await desk.applyFromPages(...NCCI, "--accept-ama-license", WHO);
    expect([first.report?.state, first.report?.gated]).toEqual(["applied", []]);
    const ptp = PublicationEntry.parse(desk.registered("publications/ncci-ptp/2039Q1.json"));
    expect(ptp.revisions).toMatchObject([{ url: null, licence: { by: WHO, on: "2039-01-02" } }]);
    expect(PublicationEntry.parse(desk.registered("publications/ncci/2039Q1.json")).revisions[0]?.licence).toBe(
      undefined,
    );
    const again = await desk.ask(...NCCI);
    expect([again.status, again.report?.state, again.report?.gated]).toEqual([0, "nothing-new", []]);
  });

  it("are a problem where a page has none of them, and the others are still read", async () => {
    cms.withdraw(MUE.name);
    const { status, report } = await desk.ask(...NCCI);
    expect([status, report?.problems.map(({ code, place }) => [code, place.file])]).toEqual([
      1,
      [["pages.unrecognised", `https://www.cms.gov${LANDING.ncci}`]],
    ]);
    expect(report?.releases[0]?.publications[0]?.files).toHaveLength(1);
  });
});
