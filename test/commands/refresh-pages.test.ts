import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useRegistry } from "../../pipelines/sources/read-source.ts";
import { PublicationEntry } from "../../schemas/source/publication.ts";
import { ImitationCms } from "../support/cms/imitation.ts";
import { filePath, LANDING, type Posting } from "../support/cms/postings.ts";
import { madeUpArchives } from "../support/made-up-quarter.ts";
import { ascArchive, corrected22310, filesBelow, RefreshDesk } from "../support/refresh-desk.ts";

const PFS: Posting = {
  family: "pfs",
  id: "RVU39A",
  label: "RVU39A",
  name: "rvu39a-updated-12-21-2038.zip",
  bytes: (await madeUpArchives("2039")).pfs,
  gated: false,
};
const ASC: Posting = {
  family: "asc",
  id: "2039Q1",
  label: "January 2039 ASC Addenda",
  name: "january-2039-asc-addenda.zip",
  bytes: await ascArchive("2039"),
  gated: true,
};
const ADDRESS = `https://www.cms.gov${filePath(ASC)}`;
const WHO = "an analyst of ours";
const ACCEPTED = ["--accept-ama-license", WHO];
const OPEN = { ...ASC, gated: false };

let cms: ImitationCms;
let desk: RefreshDesk;

beforeEach(async () => {
  cms = new ImitationCms([PFS, ASC]);
  await cms.start();
  vi.stubEnv("RATEBOOK_CMS", cms.origin);
  desk = new RefreshDesk();
});
afterEach(async () => {
  useRegistry(undefined);
  vi.unstubAllEnvs();
  await cms.stop();
});

const ascAlone = ["--families", "asc"];
const codesOf = (report: Awaited<ReturnType<RefreshDesk["ask"]>>["report"]): string[] =>
  report?.problems.map(({ code }) => code) ?? [];

describe("refresh, from CMS's pages", () => {
  it("never says that nothing is new where CMS does not let it look", async () => {
    for (const family of ["pfs", "asc"] as const) cms.fault(LANDING[family], "status 403");
    const blocked = await desk.ask();
    expect([blocked.status, blocked.report?.state]).toEqual([1, "failed"]);
    expect(codesOf(blocked.report)).toEqual(["fetch.blocked", "fetch.blocked"]);
    expect(blocked.report?.gone).toEqual([]);
    expect(await desk.ask("--apply")).toMatchObject({ status: 1, report: { state: "failed" } });
  });

  it("fails on pages without any file, and on pages that are not those of the releases", async () => {
    cms.withdraw(PFS.name);
    cms.withdraw(ASC.name);
    const empty = await desk.ask();
    expect([empty.status, empty.report?.state]).toEqual([1, "failed"]);
    cms.serve(LANDING.pfs, "<html><title>Welcome</title><body><a href='/medicare'>Medicare</a></body></html>");
    const other = await desk.ask("--families", "pfs");
    expect([other.status, codesOf(other.report)]).toEqual([1, ["pages.unrecognised"]]);
  });

  it("fails where a release is overdue and on no page, and applies nothing beside that", async () => {
    cms.withdraw(PFS.name);
    cms.post({ ...PFS, id: "RVU38D", label: "RVU38D", name: "rvu38d.zip" });
    cms.fault("/files/zip/rvu38d.zip", "truncated zip");
    const { status, report } = await desk.ask(...ACCEPTED);
    expect([status, report?.state]).toEqual([1, "failed"]);
    expect(codesOf(report)).toEqual(["pages.nothing-found-but-due", "fetch.damaged-zip"]);
    expect(report?.problems[0]?.message).toContain("RVU39A");
    expect(report?.releases.map(({ release }) => release)).toEqual(["2039A"]);
    const refused = await desk.ask(...ACCEPTED, "--apply");
    expect(refused.error).toMatchObject({ code: "refresh.not-ready", message: expect.stringContaining("RVU39A") });
  });

  it("lists a file behind the licence page, and asks neither for the file nor for the page", async () => {
    const { status, report } = await desk.ask(...ascAlone);
    expect([status, report?.state, report?.releases]).toEqual([4, "to-review", []]);
    expect(report?.gated).toEqual([
      {
        family: "asc",
        id: "2039Q1",
        address: ADDRESS,
        licence: `https://www.cms.gov/license/ama?file=${filePath(ASC)}`,
      },
    ]);
    expect(cms.asked).toEqual(["/robots.txt", LANDING.asc]);
  });

  it("takes such a file from a folder, whatever its name, and does not list it again", async () => {
    desk.download("download (1)", ASC.bytes);
    const own = await desk.refresh();
    expect(own.report?.releases[0]?.publications).toMatchObject([{ label: "ASC addenda 2039Q1", kind: "new" }]);
  });

  it("registers who accepted the licence and when; only other bytes under the address are new after that", async () => {
    const first = await desk.applyFromPages(...ascAlone, ...ACCEPTED);
    expect([first.status, first.report?.state, first.report?.gated]).toEqual([0, "applied", []]);
    const licence = { by: WHO, on: "2039-01-02" };
    const facts = first.report?.releases[0]?.facts.map(({ fact, value, certainty }) => [fact, value, certainty]);
    expect(facts).toContainEqual(["ASC addenda 2039Q1: address", ADDRESS, "observed"]);
    expect(facts).toContainEqual(["ASC addenda 2039Q1: licence", `accepted by ${WHO} on 2039-01-02`, "stated"]);
    const entry = () => PublicationEntry.parse(desk.registered("publications/asc/2039Q1.json"));
    expect(entry().revisions).toMatchObject([{ url: ADDRESS, licence }]);
    for (const path of Object.keys(filesBelow(desk.out)))
      expect(readFileSync(join(desk.out, path), "latin1")).not.toContain(WHO);

    cms.requests.length = 0;
    expect(await desk.ask(...ascAlone, ...ACCEPTED)).toMatchObject({ status: 0, report: { state: "nothing-new" } });
    const asked = cms.requests.filter(({ path }) => path.startsWith("/files/"));
    expect(asked.map(({ headers }) => headers["if-none-match"])).toEqual([expect.stringMatching(/^"/)]);
    const unasked = await desk.ask(...ascAlone);
    expect([unasked.status, unasked.report?.notes.join()]).toEqual([
      0,
      expect.stringContaining("1 file behind CMS's licence page came in an earlier run"),
    ]);

    cms.post({ ...ASC, bytes: await ascArchive("2039", corrected22310) });
    expect((await desk.applyFromPages(...ascAlone, ...ACCEPTED)).status).toBe(0);
    const hashes = new Set(entry().revisions.map(({ archive }) => archive?.sha256));
    expect(entry().revisions).toMatchObject([{ url: ADDRESS }, { url: ADDRESS, licence, note: expect.any(String) }]);
    expect(hashes.size).toBe(2);
  });

  it("is not in doubt about a file that CMS replaced, or moved, before anybody registered it", async () => {
    cms.post(OPEN);
    expect((await desk.ask(...ascAlone)).report?.problems).toEqual([]);
    const corrected = await ascArchive("2039", corrected22310);
    cms.post({ ...OPEN, bytes: corrected });
    const replaced = await desk.ask(...ascAlone);
    expect([replaced.report?.problems, replaced.report?.releases.length]).toEqual([[], 1]);
    cms.withdraw(ASC.name);
    cms.post({ ...OPEN, name: "january-2039-asc-addenda-updated-01/05/2039.zip" });
    const moved = await desk.ask(...ascAlone);
    expect([moved.report?.problems, moved.report?.releases.length]).toEqual([[], 1]);
    expect(Object.keys(filesBelow(join(desk.store, "sha256")))).toHaveLength(2);
  });
});
