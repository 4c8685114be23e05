import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { useRegistry } from "../../pipelines/sources/read-source.ts";
import type { RefreshDocument } from "../../schemas/out/refresh.ts";
import { PublicationEntry } from "../../schemas/source/publication.ts";
import { ratebookHere } from "../support/in-process.ts";
import { ADD_ON_ROWS, addOnText, mueText } from "../support/ncci-files.ts";
import { ptpFiles, ptpParts } from "../support/ptp-files.ts";
import { ascArchive, filesBelow, RefreshDesk } from "../support/refresh-desk.ts";
import { COMMITTER } from "../support/repository-copy.ts";
import { zipOf } from "../support/zips.ts";

const ADD_ONS = "AOC_V2039Q1-MCR.csv";
const NEXT_ADD_ONS = "AOC_V2039Q2-MCR.csv";
const MUE = "MCR_MUE_PractitionerServices_Eff_01-01-2039.csv";
const NCCI = ["--families", "ncci,ncci-ptp"];
const ENTRY = "publications/ncci/2039Q1.json";

afterEach(() => {
  useRegistry(undefined);
  vi.unstubAllEnvs();
});

/** A desk with January 2039's add-on code edits and medically unlikely edits among the downloads. */
function deskOfJanuary(): RefreshDesk {
  const desk = new RefreshDesk();
  desk.download(ADD_ONS, addOnText());
  desk.download(MUE, mueText("practitioner"));
  return desk;
}

/** The same once January is registered: its files are no longer among the downloads. */
async function deskAfterJanuary(): Promise<RefreshDesk> {
  const desk = deskOfJanuary();
  expect((await desk.apply(...NCCI)).report?.state).toBe("applied");
  for (const name of [ADD_ONS, MUE]) rmSync(join(desk.from, name));
  return desk;
}

const entryOf = (desk: RefreshDesk): PublicationEntry => PublicationEntry.parse(desk.registered(ENTRY));

function findingsOf(report: RefreshDocument | undefined): string[] {
  return report?.releases.flatMap(({ findings }) => findings.map(({ check, key }) => `${check}:${key}`)) ?? [];
}

describe("an unregistered quarter of NCCI edits", () => {
  it("is in the report with its counts, and what its nearest registered quarter has and it lacks", async () => {
    const desk = deskOfJanuary();
    const { stdout } = await ratebookHere("refresh", ...desk.options, "--from", desk.from, "--json");
    const report = JSON.parse(stdout) as RefreshDocument;
    expect([report.state, report.problems]).toEqual(["to-review", []]);
    expect(report.releases).toMatchObject([
      {
        title: "NCCI edits 2039Q1",
        window: { from: "2039-01-01", to: "2039-03-31" },
        state: "to-accept",
        publications: [{ family: "ncci", kind: "new" }],
        compared: null,
      },
    ]);
    expect(report.releases[0]?.facts.map(({ fact, value, certainty }) => [fact, value, certainty])).toEqual([
      ["NCCI edits 2039Q1: days in force", "2039-01-01 to 2039-03-31", "guess"],
      // Of five edits one ended in 2024, and 22512 has two.
      ["NCCI add-on code edits", "5 edits; 4 of 3 add-on codes are in force on 2039-01-01", "computed"],
      ["NCCI MUE, practitioner", "3 codes; 1 of them with the value 0", "computed"],
      ["NCCI edits 2039Q1: day on which CMS posted it", null, "unknown"],
      ["NCCI edits 2039Q1: address", null, "unknown"],
    ]);
    const keys = ["ncci-addon", "ncci-mue-practitioner"].map((role) => `cross.continuity:${role}.missing`);
    expect(findingsOf(report)).toEqual(keys);
    expect(existsSync(desk.registry)).toBe(false);
  });

  it("is registered on a branch of its own, with nothing built, and is not new after that", async () => {
    for (const [name, value] of Object.entries(COMMITTER)) vi.stubEnv(name, value);
    const desk = deskOfJanuary();
    mkdirSync(desk.registry);
    writeFileSync(join(desk.registry, "notes.md"), "ours");
    const git = (...args: readonly string[]): string => {
      const { status, stdout, stderr } = spawnSync("git", ["-C", desk.registry, ...args], { encoding: "utf8" });
      expect([status, stderr]).toEqual([0, expect.anything()]);
      return stdout.trim();
    };
    git("init", "-q", "-b", "main");
    git("add", "-A");
    git("commit", "-qm", "begin");
    expect(await desk.apply(...NCCI)).toMatchObject({ status: 0, report: { state: "applied" } });
    expect(git("diff", "--name-only", "main", "refresh/2039A").split("\n")).toEqual([
      "exceptions.json",
      "profiles/ncci/2039Q1.json",
      ENTRY,
    ]);
    const message = git("log", "-1", "--format=%B", "refresh/2039A");
    expect(message).toMatch(/^Add NCCI edits 2039Q1\n[\s\S]*every check of NCCI edits 2039Q1 holds/);
    expect(filesBelow(desk.out)).toEqual({});
    git("merge", "-q", "refresh/2039A");
    expect(await desk.refresh(...NCCI)).toMatchObject({ status: 0, report: { state: "nothing-new" } });
  });

  it("is compared with the registered quarter before, row by row", async () => {
    const desk = await deskAfterJanuary();
    const [first, ...others] = ADD_ON_ROWS;
    const changed = [first.replace("2015001,,", "2015001,2038365,"), ...others, "1,22515,,22514,,2015001,,"];
    desk.download(NEXT_ADD_ONS, addOnText(changed));
    const { status, report } = await desk.refresh(...NCCI);
    expect([status, report?.releases[0]?.state, findingsOf(report)]).toEqual([4, "ready", []]);
    expect(report?.releases[0]?.continuity).toMatchObject([
      {
        table: "ncci-addon",
        rows: 6,
        beside: { publication: "NCCI edits 2039Q1", rows: 5, gone: { number: 0 }, fresh: { number: 1 } },
      },
    ]);
    const text = await ratebookHere("refresh", ...desk.options, ...NCCI, "--from", desk.from);
    expect(text.stdout).toMatch(/ncci-addon \| NCCI edits 2039Q1 \| 0 +\| 1 +\|/);
    expect(text.stdout).toContain("## NCCI edits 2039Q2\n");
    const headline = ["NCCI add-on code edits: 6 rows; 1 changed, 1 new, 0 gone."];
    expect(report?.releases[0]?.compared).toEqual({ with: "NCCI edits 2039Q1", headline });
    expect(report?.releases[0]?.rows).toEqual([{ table: "ncci-addon", rows: 6, before: 5 }]);
  });

  it("says so where no row differs: the file may be that of the quarter before under another name", async () => {
    const desk = await deskAfterJanuary();
    desk.download(NEXT_ADD_ONS, addOnText());
    const { report } = await desk.refresh(...NCCI);
    expect(report?.releases[0]?.compared?.headline).toEqual(["NCCI add-on code edits: all 5 rows are as before."]);
  });

  it("is not registered with rows missing before a person says that CMS took them away", async () => {
    const desk = await deskAfterJanuary();
    desk.download(NEXT_ADD_ONS, addOnText(ADD_ON_ROWS.slice(0, 2)));
    const { report } = await desk.refresh(...NCCI);
    expect(findingsOf(report)).toEqual(["cross.continuity:ncci-addon.missing"]);
    const [finding] = report?.releases[0]?.findings ?? [];
    expect(finding?.message).toMatch(/^3 of 5 rows of NCCI edits 2039Q1 are not here \(.*22515 22513 2015-01-01.*\)/);
    expect(finding?.message).toContain("is not known");
    expect((await desk.refresh(...NCCI, "--apply")).error?.code).toBe("refresh.not-ready");
    expect((await desk.apply(...NCCI)).report?.releases[0]?.accepted).toMatchObject([{ key: "ncci-addon.missing" }]);
  });

  it("gains tables that came later, and its next revision keeps those that CMS did not post again", async () => {
    const desk = await deskAfterJanuary();
    desk.download("MCR_MUE_DMESupplierServices_Eff_01-01-2039.csv", mueText("dme"));
    const completed = await desk.apply(...NCCI);
    expect(completed.report?.releases[0]?.publications).toMatchObject([{ kind: "completed", revision: 1 }]);
    desk.download(ADD_ONS, addOnText(ADD_ON_ROWS.slice(0, 4)));
    const revised = await desk.apply(...NCCI);
    expect(revised.report?.releases[0]?.publications).toMatchObject([{ kind: "revision", revision: 2 }]);
    const { revisions } = entryOf(desk);
    const roles = ["ncci-addon", "ncci-mue-practitioner", "ncci-mue-dme"];
    expect(revisions.map(({ files }) => files.map(({ role }) => role))).toEqual([roles, roles]);
    expect(revised.report?.releases[0]?.compared?.with).toBe("NCCI edits 2039Q1 as it was");
    expect(revisions[1]?.note).toBe(
      "What differs from the revision before. NCCI add-on code edits gone: 99998 99997 2014-01-01",
    );
    expect(revisions[1]?.files[1]).toEqual(revisions[0]?.files[1]);
  });

  it("is recognised by the members of an archive with a name of the browser's", async () => {
    const desk = new RefreshDesk();
    desk.download(
      "download (1).zip",
      await zipOf({ "AOC_V2039Q1-MCR.csv": addOnText(), "AOC_V2039Q1-F-MCR.txt": "x" }),
    );
    const { report } = await desk.refresh(...NCCI);
    expect(report?.releases[0]?.publications).toMatchObject([{ files: [{ role: "ncci-addon" }] }]);
    expect(report?.releases[0]?.publications[0]?.files).toHaveLength(1);
  });

  it("is tried apart from the fee schedules of its quarter", async () => {
    const desk = deskOfJanuary();
    desk.download("january-2039-asc-addenda.zip", await ascArchive("2039"));
    const { report } = await desk.refresh("--families", "asc,ncci");
    expect(report?.releases.map(({ publications }) => publications.map(({ family }) => family))).toEqual([
      ["asc"],
      ["ncci"],
    ]);
    expect(report?.releases[1]?.facts.map(({ fact }) => fact)).not.toContain("conversion factor, ASC");
    expect((await desk.apply("--families", "asc,ncci")).report?.state).toBe("applied");
    const registered = Object.keys(filesBelow(join(desk.registry, "publications")));
    expect(registered).toEqual(["asc/2039Q1.json", "ncci/2039Q1.json"]);
    const built = Object.keys(filesBelow(desk.out, (path) => path.endsWith("manifest.json")));
    expect(built).toEqual(["2039A/manifest.json"]);
  });

  it("has procedure-to-procedure edits in four files, of which the report counts the edits", async () => {
    const desk = new RefreshDesk();
    for (const [name, text] of Object.entries(ptpFiles("ccipra-v450r0", ptpParts("20390101")))) {
      const part = name.replace(".txt", "");
      desk.download(`medicare-ncci-2039q1-practitioner-ptp-edits-${part}.zip`, await zipOf({ [name]: text }));
    }
    const { report } = await desk.refresh(...NCCI);
    expect(report?.releases).toMatchObject([{ state: "ready", title: "NCCI PTP edits 2039Q1" }]);
    // Of eleven edits four have a last day.
    const [, edits] = report?.releases[0]?.facts ?? [];
    expect([edits?.fact, edits?.value]).toEqual(["NCCI PTP edits, practitioner", "11 edits; 7 have no last day"]);
    expect(report?.releases[0]?.rows).toEqual([{ table: "ncci-ptp-practitioner", rows: 11, before: null }]);
    expect((await desk.apply(...NCCI)).report?.state).toBe("applied");
    expect(desk.registered("publications/ncci-ptp/2039Q1.json")).toMatchObject({ revisions: [{ url: null }] });
    expect((await desk.refresh(...NCCI)).report?.state).toBe("nothing-new");
  });

  it("lacks a part, and is broken", async () => {
    const desk = new RefreshDesk();
    for (const [name, text] of Object.entries(ptpFiles("ccipra-v450r0", ptpParts("20390101"))).slice(1))
      desk.download(name, text);
    const { status, report } = await desk.refresh(...NCCI);
    expect([status, report?.releases[0]?.state]).toEqual([1, "broken"]);
  });

  it("is registered by `register` without the other files of its release", async () => {
    const desk = deskOfJanuary();
    const register = ["register", "--registry", desk.registry, "--from", desk.from, "--release", "2039A"];
    const refused = await ratebookHere(...register, "--family", "ncci");
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining("ncci-addon.missing")]);
    const accepted = "cross.continuity:ncci-addon.missing,ncci-mue-practitioner.missing=a few rows";
    const { status, stdout } = await ratebookHere(
      ...[...register, "--family", "ncci", "--accept", accepted, "--source", "a test"],
    );
    expect([status, stdout]).toEqual([0, expect.stringContaining("NCCI edits 2039Q1: new")]);
    expect(entryOf(desk).window).toEqual({ from: "2039-01-01", to: "2039-03-31" });
  });
});

describe("lists of CMS's that are no tables of Medicare's edits", () => {
  it.each([
    "medicare-ncci-2039q1-practitioner-quarterly-additions-deletions-revisions-ptp.zip",
    "medicaid-ncci-2039-q1-ptp-edits-practitioner-services.zip",
    "MCD_MUE_PractitionerServices_Eff_01-01-2039.csv",
    // Without headings
    "AOC_V2039Q1-F-MCR.txt",
  ])("are not registered: %s", async (name) => {
    const desk = new RefreshDesk();
    desk.download(name, name.endsWith(".zip") ? await zipOf({ "list.csv": "x" }) : mueText("practitioner"));
    const { report } = await desk.refresh(...NCCI);
    expect([report?.state, report?.looked.notRecognised]).toEqual(["nothing-new", [name]]);
  });
});
