import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { useRegistry } from "../../pipelines/sources/read-source.ts";
import { PublicationEntry } from "../../schemas/source/publication.ts";
import { applyRefresh } from "../../scripts/refresh/apply.ts";
import { Staging } from "../../scripts/refresh/staging.ts";
import { fakeTerminal } from "../support/fake-terminal.ts";
import { ratebookHere } from "../support/in-process.ts";
import { MADE_UP_FACTOR, madeUpArchives } from "../support/made-up-quarter.ts";
import { acceptingAll, ascArchive, corrected22310, filesBelow, RefreshDesk } from "../support/refresh-desk.ts";
import { inpatientFile } from "../support/rule-tables.ts";
import { zipOf } from "../support/zips.ts";

const { pfs: PFS } = await madeUpArchives("2039");
const ASC = await ascArchive("2039");
const ASC_NAME = "january-2039-asc-addenda.zip";
const CITE = ["--cite", "CY 2039 final rules"];

/** A desk with the ASC addenda of January 2039 among the downloads. */
function ascDesk(): RefreshDesk {
  const desk = new RefreshDesk();
  desk.download(ASC_NAME, ASC);
  return desk;
}

afterEach(() => useRegistry(undefined));

describe("refresh, without --apply", () => {
  it("reports a whole quarter with everything that a person needs, and changes nothing but the store", async () => {
    const desk = ascDesk();
    desk.download("rvu39a-updated-12-21-2038.zip", PFS);
    const { status, report } = await desk.refresh("--factor", "pfs-qualifying=34.1825");
    expect([status, report?.state, report?.problems]).toEqual([4, "to-review", []]);
    expect(report?.releases).toMatchObject([{ release: "2039A", state: "to-accept", accepted: [], compared: null }]);
    const facts = report?.releases[0]?.facts.map(({ fact, value, certainty }) => [fact, value, certainty]);
    expect(facts).toEqual([
      ["conversion factor, PFS", MADE_UP_FACTOR, "printed"],
      ["conversion factor, ASC", "56.322", "computed"],
      ["conversion factor, PFS, qualifying APM participants", "34.1825", "stated"],
      ["RVU39A: day on which CMS posted it", "2038-12-21", "guess"],
      ["RVU39A: address", null, "unknown"],
      ["ASC addenda 2039Q1: day on which CMS posted it", null, "unknown"],
      ["ASC addenda 2039Q1: address", null, "unknown"],
      ["ZIP codes", null, "unknown"],
      ["counties", null, "unknown"],
    ]);
    expect([desk.registry, desk.out, desk.to].map((folder) => existsSync(folder))).toEqual([false, false, false]);
    expect(Object.keys(filesBelow(join(desk.store, "sha256")))).toHaveLength(2);
  });

  it("prints the report as text, and the command that says yes to it", async () => {
    const desk = ascDesk();
    const { status, stdout, stderr } = await ratebookHere("refresh", ...desk.options, "--from", desk.from);
    expect([status, stdout]).toEqual([4, expect.stringContaining("\n### To accept, each by its key\n")]);
    expect(stdout).toMatch(/conversion factor, ASC +\| 56\.322 +\| computed from CMS's figures: rate \/ weight of/);
    const typed = stderr.slice(stderr.indexOf("If the report is right:"));
    for (const option of [`--registry ${desk.registry}`, `--from ${desk.from}`, `--to ${desk.to}`, "--on 2039-01-02"])
      expect(typed).toContain(` ${option} `);
    expect(typed).toMatch(/ --accept "cross\.continuity:asc-aa\.\w+=WHY CMS IS RIGHT" /);
    expect(typed).toMatch(/--source "WHO SAYS SO" \\\n +--cite "[^"]+" \\\n +--apply$/m);
  });

  it("registers the addenda of a rule by themselves, where its year has no release yet", async () => {
    const desk = new RefreshDesk();
    const { name, text } = inpatientFile(["22841", "22862"]);
    desk.download(name.replace("2025", "2039"), text.replaceAll("2025", "2039"));
    const rule = ["--families", "opps-rule"];
    const { report } = await desk.refresh(...rule);
    expect(report?.releases).toMatchObject([
      { title: "OPPS rule addenda 2039", isBeside: true, state: "to-accept", window: { from: "2039-01-01" } },
    ]);
    const [finding, ...others] = report?.releases[0]?.findings ?? [];
    expect([finding?.key, others]).toEqual(["addendum-e.missing", []]);
    expect(finding?.message).toMatch(/^\d+ of \d+ rows of OPPS rule addenda \d{4} are not here .* is not known$/);
    expect(await desk.apply(...rule)).toMatchObject({ status: 0, report: { state: "applied" } });
    expect(desk.registered("publications/opps-rule/2039.json")).toMatchObject({ id: "2039" });
    expect(existsSync(desk.out)).toBe(false);
  });

  it("has nothing new in an empty folder", async () => {
    const looked = { files: 0, notRecognised: [] };
    expect(await new RefreshDesk().refresh()).toMatchObject({ status: 0, report: { state: "nothing-new", looked } });
  });

  it("names the files of which nothing says what they are", async () => {
    const desk = ascDesk();
    desk.download("fees.csv", "a,b\n1,2\n");
    const { report } = await desk.refresh();
    expect(report?.looked).toEqual({ files: 2, notRecognised: ["fees.csv"] });
  });

  it.each([
    ["--accept: write why", ["--accept", "cross.continuity:asc-aa.gone=WHY CMS IS RIGHT", "--source", "me"]],
    ["--source: write who", ["--accept", "cross.continuity:asc-aa.gone=few rows", "--source", "WHO SAYS SO"]],
    ["--cite: write where", ["--cite", "WHERE CMS PUBLISHED IT"]],
    ["--accept-ama-license: write the name", ["--accept-ama-license", " "]],
    ["--without", ["--without", "bogus"]],
  ])("refuses before any work what a person has not written: %s", async (says, options) => {
    const desk = ascDesk();
    const refused = await desk.refresh(...options);
    expect([refused.status, refused.error?.message]).toEqual([2, expect.stringContaining(says)]);
    expect(existsSync(desk.store)).toBe(false);
  });

  it("says what is wrong with a file, does not keep a damaged one, and still reports the rest", async () => {
    const desk = ascDesk();
    desk.download("rvu39a.zip", PFS.subarray(0, PFS.length / 2));
    const damaged = PFS.slice();
    damaged.fill(0, 200, 300);
    desk.download("rvu39b.zip", damaged);
    desk.download("rvu39c.zip", await zipOf({ "PPRRVU2039_Jul_nonQPP.csv": "<html>an error of another site</html>" }));
    const { status, report } = await desk.refresh();
    expect([status, report?.state]).toEqual([1, "failed"]);
    expect(report?.problems.map(({ code, place }) => [code, place.file])).toEqual([
      ["refresh.damaged-archive", "rvu39a.zip"],
      ["zip.damaged-member", expect.stringMatching(/^rvu39b\.zip > /)],
    ]);
    expect(report?.releases.map(({ release, state }) => [release, state])).toEqual([
      ["2039A", "to-accept"],
      ["2039C", "broken"],
    ]);
    expect(report?.releases[1]?.problems[0]?.place.file).toContain("PPRRVU2039_Jul_nonQPP.csv");
    expect(Object.keys(filesBelow(join(desk.store, "sha256")))).toHaveLength(2);
    for (const name of ["rvu39b.zip", "rvu39c.zip"]) rmSync(join(desk.from, name));
    desk.download("rvu39a.zip", PFS);
    const again = await desk.refresh("--families", "pfs", "--factor", "pfs-qualifying=34.1825");
    expect(again.report?.problems).toEqual([]);
    expect(again.report?.releases.map(({ release, state }) => [release, state])).toEqual([
      ["2039A", "to-accept"],
      ["2039C", "broken"],
    ]);
  });

  it.each([
    [["--on", "tomorrow"], /--on: "tomorrow" is not a day/],
    [["--families", "rvu"], /families are pfs, opps, asc, opps-rule, ncci, ncci-ptp, wage-index, zip/],
    [["--accept", "cross.continuity:asc-aa.gone=x"], /--accept needs --source/],
    [["--accept", "cross.continuity:*=x", "--source", "x"], /accept each finding by its key/],
    [["--factor", "gpci=1"], /factors are pfs, pfs-qualifying, opps, asc/],
  ])("exits 2 for %j", async (options, message) => {
    const { status, error } = await new RefreshDesk().refresh(...options);
    expect([status, error?.message]).toEqual([2, expect.stringMatching(message)]);
  });
});

describe("refresh --apply, with a registry in a folder", () => {
  it("refuses what nobody has said yes to, and changes nothing", async () => {
    const desk = ascDesk();
    const { report } = await desk.refresh();
    const yes = acceptingAll(report);
    const refused = async (...options: readonly string[]) => (await desk.refresh(...options, "--apply")).error;
    expect(await refused()).toMatchObject({ code: "refresh.not-ready", message: expect.stringContaining("2039A") });
    expect(await refused(...yes.slice(2), ...CITE)).toMatchObject({ code: "refresh.not-ready" });
    const uncited = { code: "refresh.cite-needed", message: expect.stringContaining("asc=56.322") };
    expect(await refused(...yes)).toMatchObject(uncited);
    desk.download("rvu39a.zip", "no archive");
    expect(await refused(...yes, ...CITE)).toMatchObject({
      code: "refresh.not-ready",
      message: expect.stringContaining("rvu39a.zip"),
    });
    rmSync(join(desk.from, "rvu39a.zip"));
    mkdirSync(desk.to);
    writeFileSync(join(desk.to, "letter.txt"), "somebody else's");
    const other = { code: "refresh.other-folder", message: expect.stringContaining("letter.txt") };
    expect(await refused(...yes, ...CITE)).toMatchObject(other);
    expect(readdirSync(desk.folder).sort()).toEqual(["downloads", "reports", "store"]);
    expect(readdirSync(desk.to)).toEqual(["letter.txt"]);
  });

  it("refuses a report that somebody has overtaken", async () => {
    const desk = ascDesk();
    const { report } = await desk.refresh();
    if (report === undefined) throw new Error("no report");
    const run = { report, tried: [], registry: undefined, state: "of the registry before" };
    const { store: from, out, to } = desk;
    const terminal = fakeTerminal();
    const staging = new Staging({ without: undefined, terminal });
    const applied = applyRefresh(run, staging, { from, downloads: [], out, to, published: [], terminal });
    await expect(applied).rejects.toThrow("refresh.overtaken");
    await staging.close();
    expect(readdirSync(desk.folder).sort()).toEqual(["downloads", "store"]);
  });

  it("finds the registry that a killed refresh left aside, and removes what it left beside it", async () => {
    const desk = ascDesk();
    mkdirSync(join(desk.registry, "parameters"), { recursive: true });
    const aside = join(desk.folder, ".ratebook-registry.old");
    renameSync(desk.registry, aside);
    expect((await ratebookHere("releases", "--registry", desk.registry)).status).toBe(0);
    expect(readdirSync(desk.folder).sort()).toEqual(["downloads", "registry"]);
    mkdirSync(aside);
    mkdirSync(join(desk.folder, ".ratebook-registry.refresh/run-x"), { recursive: true });
    expect((await desk.refresh()).status).toBe(4);
    expect(readdirSync(desk.folder).sort()).toEqual(["downloads", "registry", "store"]);
  });

  it("registers, builds and proves; the next run has nothing new; a correction is another posting", async () => {
    const desk = ascDesk();
    const { status, report } = await desk.apply();
    expect([status, report?.state]).toEqual([0, "applied"]);
    expect(report?.releases[0]?.accepted).not.toEqual([]);
    expect(readdirSync(desk.folder).sort()).toEqual(["downloads", "out", "registry", "reports", "store"]);
    const { factors } = desk.registered("parameters/conversion-factors.json") as { factors: object[] };
    expect(factors).toMatchObject([{ schedule: "asc", value: "56.322", cites: [{ title: "CY 2039 final rules" }] }]);
    expect(readFileSync(join(desk.to, "pull-request.md"), "utf8")).toMatch(
      /### Accepted by a person\n\n- cross\.continuity: a made-up file of some rows \(a test\)\. Keys: asc-aa\./,
    );
    const own = ["--registry", desk.registry];
    expect((await ratebookHere("verify", desk.out, "--from", desk.store, ...own)).status).toBe(0);
    const before = filesBelow(desk.folder);
    expect(await desk.refresh()).toMatchObject({ status: 0, report: { state: "nothing-new", releases: [] } });
    expect(await desk.apply()).toMatchObject({ status: 0, report: { state: "nothing-new" } });
    expect(filesBelow(desk.folder)).toEqual(before);

    desk.download(ASC_NAME, await ascArchive("2039", corrected22310));
    const found = await desk.refresh();
    expect(found.report?.releases).toMatchObject([
      {
        release: "2039A",
        publications: [{ label: "ASC addenda 2039Q1", kind: "revision", revision: 2 }],
        compared: { with: "2039A as it was" },
      },
    ]);
    writeFileSync(join(desk.to, "letter.txt"), "somebody else's");
    expect((await desk.apply()).error).toMatchObject({ code: "refresh.other-folder" });
    rmSync(join(desk.to, "letter.txt"));
    expect((await desk.apply()).status).toBe(0);
    const entry = PublicationEntry.parse(desk.registered("publications/asc/2039Q1.json"));
    expect(entry.revisions.map(({ note }) => note)).toEqual([
      undefined,
      "What differs from the revision before. ASC changed: 22310",
    ]);
    // The trial's build knew no note yet, so that it is not the one that is placed.
    expect((await ratebookHere("verify", desk.out, "--from", desk.store, ...own)).status).toBe(0);
    const { exceptions } = desk.registered("exceptions.json") as { exceptions: { key: string }[] };
    expect(new Set(exceptions.map((each) => JSON.stringify(each))).size).toBe(exceptions.length);
    const rate = await ratebookHere("rate", "22310", "--out", desk.out, "--release", "2039A", "--json");
    expect(rate.stdout).toContain('"140.81"');
    const again = ["build", "--from", desk.store, "--release", "2039A-asc1", "--out", join(desk.folder, "first")];
    expect((await ratebookHere(...again, "--quiet", ...own)).status).toBe(0);
  });
});
