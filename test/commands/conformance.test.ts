import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { embeddedFolder } from "../../pipelines/sources/excerpts.ts";
import { ConformanceDocument } from "../../schemas/out/conformance.ts";
import { conformance } from "../../scripts/commands/conformance.ts";
import { copyExcerpt, FILES_2025A, temporaryFolder } from "../support/excerpt-copy.ts";
import { fakeTerminal } from "../support/fake-terminal.ts";
import { ratebookHere } from "../support/in-process.ts";
import { exportOf, IN_2021, lookUpRow, NATIONAL } from "../support/look-up-file.ts";
import { CAP_77012 } from "../support/more-files.ts";
import { fileOf, record } from "../support/payment-file.ts";
import { replaceBytes, storedZipOf, zipOf } from "../support/zips.ts";

const FROM = embeddedFolder("2025A");

// Alabama: (7.33 + 43.46 x 0.869 + 1.04 x 0.575) x 32.3465 = 1478.06490741; facility 363.2576643.
// San Francisco, 01112 05, 1.088, 1.419, 0.445: 2267.73483647 and 447.35338886.
const ALABAMA = record({ hcpcs: "22511", nonFacility: "1478.06", facility: "363.26" });
const SAN_FRANCISCO = record({ hcpcs: "22511", place: "0111205", nonFacility: "2267.73", facility: "447.35" });

function written(name: string, text: string | Uint8Array): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  return path;
}

async function run(options: Omit<Parameters<typeof conformance>[0], "from">) {
  const terminal = fakeTerminal();
  const exitCode = await conformance({ from: FROM, ...options }, terminal);
  return { exitCode, text: terminal.results.join("\n"), notes: terminal.notes.join("\n") };
}

describe("conformance", () => {
  it("says what is equal, file by file, and exits 0", async () => {
    const { exitCode, text, notes } = await run({
      published: [written("PFREV25A.txt", fileOf(ALABAMA, SAN_FRANCISCO))],
    });
    expect(exitCode).toBe(0);
    expect(text).toMatch(/compared with 2025A by the name PFREV25A\.txt, conversion factor 32\.3465/);
    expect(text).toMatch(/non-facility +2 of 2\n/);
    expect(text).toMatch(/not in this file: rows at the OPPS cap, therapy rows\n/);
    expect(text.endsWith("1 file, 2 rows: every compared amount equals CMS's to the cent")).toBe(true);
    expect(notes).toMatch(/^comparing .*PFREV25A\.txt$/);
  });

  it("reads a zip, and every file below a folder", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "PFREV25A"));
    writeFileSync(join(folder, "PFREV25A", "PFREV1.txt"), fileOf(ALABAMA));
    writeFileSync(
      join(folder, "pfrev25c.zip"),
      await zipOf({ "PFREV25C.txt": fileOf(SAN_FRANCISCO), "PF25PC.pdf": "" }),
    );
    writeFileSync(join(folder, "notes.txt"), "not CMS's");
    const { exitCode, text } = await run({ published: [folder] });
    expect(exitCode).toBe(0);
    expect(text).toMatch(/^PFREV25A\/PFREV1\.txt$/m);
    expect(text).toMatch(/^pfrev25c\.zip > PFREV25C\.txt$/m);
    expect(text).toMatch(
      /! 2 files are not read, because the name is not PFALL .*:\s+notes\.txt,\s+pfrev25c\.zip\s+>\s+PF25PC\.pdf\n/,
    );
    expect(text).toMatch(
      /! by the name PFREV25C\.txt the file belongs to 2025C, but RVU25C is not among the downloads\. Compared\s+instead\s+with\s+2025A/,
    );
  });

  it("counts a file once that is given twice, under its own name or another", async () => {
    const path = written("PFREV25A.txt", fileOf(ALABAMA));
    const other = written("PFREV25C.txt", fileOf(ALABAMA));
    const third = written("PFREV25B.txt", fileOf(ALABAMA.replace("1478.06", "1478.07")));
    const { exitCode, text } = await run({ published: [path, path, other] });
    expect(exitCode).toBe(0);
    expect(text.match(/is\s+a\s+copy\s+of\s+\S+PFREV25A\.txt:\s+counted\s+once/g)).toHaveLength(2);
    expect(text).toMatch(/1 file, 1 row: every compared amount/);
    expect((await run({ published: [path, third] })).text).toMatch(/2 files, 2 rows: 1 difference$/);
  });

  it("tells records from copies of them", async () => {
    const { text } = await run({ published: [written("PFREV25A.txt", fileOf(ALABAMA, ALABAMA, SAN_FRANCISCO))] });
    expect(text).toMatch(/^ {2}3 records, 2 distinct; not compared: 1 TRL$/m);
    expect(text).toMatch(/1 file, 3 rows, 2 distinct: every compared amount/);
  });

  it("exits 1 for a file that lost its end, or codes that its name promises", async () => {
    const cut = await run({ published: [written("PFREV25A.txt", `${ALABAMA}\r\n`)] });
    expect([cut.exitCode, cut.notes]).toEqual([1, expect.stringMatching(/payment\.truncated/)]);
    const annual = await run({ published: [written("PFALL25A.txt", fileOf(ALABAMA))] });
    expect([annual.exitCode, annual.notes]).toEqual([1, expect.stringMatching(/payment\.incomplete/)]);
    expect(annual.text).toMatch(/! the file has 1 of the 109 localities; the others are not compared/);
  });

  it("says what flat visit fees it did not compare", async () => {
    const visit = { hcpcs: "77012", modifier: "TC", nonFacility: "48.25", facility: "48.25" };
    const fee = record({ ...visit, pctcIndicator: "1", multipleSurgery: "0", therapy: ["40.82", "0.00"] });
    const { exitCode, text } = await run({ published: [written("PFREV25A.txt", fileOf(fee))] });
    expect(exitCode).toBe(0);
    expect(text).toMatch(/! 1 row with the Primary Care First flat visit fee .* not compared,.*\s.*1 code: 77012 TC$/m);
  });

  it("reads a member in a folder of its archive, and refuses an archive whose names would lead out or steer a terminal", async () => {
    const { exitCode, text } = await run({
      published: [written("pf.zip", await zipOf({ "pf (1)/PFREV25A.txt": fileOf(ALABAMA), "read me.pdf": "" }))],
    });
    expect(exitCode).toBe(0);
    expect(text).toMatch(/compared with 2025A by the name PFREV25A\.txt,/);
    expect(text).toMatch(/not read, because .*:\s+.*pf\.zip >\s+read me\.pdf/);
    for (const name of ["../PFREV25A.txt", "pf\\PFREV25A.txt", "\u001b[31mPFREV25A.txt"]) {
      const odd = written("pf.zip", await zipOf({ [name]: fileOf(ALABAMA) }));
      await expect(run({ published: [odd] })).rejects.toThrow(/zip\.unsafe-name/);
    }
  });

  it("takes a folder for a folder, whatever its name, and says when there is nothing in it", async () => {
    const folder = join(temporaryFolder(), "PFREV25A.txt");
    mkdirSync(folder);
    await expect(run({ published: [folder] })).rejects.toThrow(
      /published\.not-found.*no file there or below is named PFALL or PFREV, .*; the folder is empty/,
    );
    writeFileSync(join(folder, "PFREV1.csv"), fileOf(ALABAMA));
    expect((await run({ published: [folder] })).exitCode).toBe(0);
  });

  it("waits for no pipe", async () => {
    const pipe = join(temporaryFolder(), "PFREV25A.txt");
    spawnSync("mkfifo", [pipe]);
    await expect(run({ published: [pipe] })).rejects.toThrow(/it is neither a file nor a folder/);
  });

  it("holds no line that never ends", async () => {
    const { exitCode, notes } = await run({ published: [written("PFREV25A.txt", "x".repeat(5_000_000))] });
    expect([exitCode, notes]).toEqual([1, expect.stringMatching(/payment\.line-too-long/)]);
  });

  it("shows each difference with its arithmetic and its cells, and exits 1", async () => {
    const wrong = ALABAMA.replace("1478.06", "1478.07");
    const { exitCode, text } = await run({ published: [written("PFREV25A.txt", fileOf(wrong, SAN_FRANCISCO))] });
    expect(exitCode).toBe(1);
    expect(text).toContain(
      [
        "  1 difference",
        "  22511 non-facility in 1011200, line 1",
        "    (7.33 x 1.000 + 43.46 x 0.869 + 1.04 x 0.575) x 32.3465 = 1,478.06490741 -> $1,478.06, CMS published $1,478.07",
        "      PPRRVU25_JAN.csv F14 G14 K14 Y14; GPCI2025.csv E4 F4 G4",
      ].join("\n"),
    );
    expect(text.endsWith("1 file, 2 rows: 1 difference")).toBe(true);
  });

  it("compares exports of the Look-Up Tool beside payment amount files", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "PFREV25A.txt"), fileOf(ALABAMA));
    writeFileSync(join(folder, "2025-all-22511-all_macs.csv"), exportOf(lookUpRow(), lookUpRow(NATIONAL)));
    const { exitCode, text } = await run({ published: [folder] });
    expect(exitCode).toBe(0);
    expect(text).toMatch(/^2025-all-22511-all_macs\.csv\n {2}compared with 2025A by its conversion factor, 32\.3465$/m);
    expect(text).toMatch(/^ {2}limiting charges +4 of 4$/m);
    expect(text).toMatch(/1 file, 1 row; 1 export, 2 rows: every compared amount equals CMS's to the cent$/);
    writeFileSync(join(folder, "2021.csv"), exportOf(lookUpRow({ ...IN_2021, facilityLimit: "$447.91" })));
    const wrong = await run({ published: [folder], json: true });
    expect(wrong.exitCode).toBe(1);
    const { lookUps, matched } = ConformanceDocument.parse(JSON.parse(wrong.text));
    expect([matched, lookUps.map(({ differenceCount }) => differenceCount)]).toEqual([false, [1, 0]]);
    expect((await run({ published: [folder] })).text).toMatch(
      /61888 in 0000000, row 2, Facility Limiting Charge: CMS has 447\.91, we have 447\.92 \(the product of/,
    );
  });

  it("exits 1 with the problem of a line that it cannot read", async () => {
    const { exitCode, text, notes } = await run({
      published: [written("PFREV25A.txt", fileOf(ALABAMA, "2025,10112"))],
    });
    expect(exitCode).toBe(1);
    expect(text).toMatch(/0 differences, 1 problem$/);
    expect(notes).toMatch(
      /payment\.layout\n .*PFREV25A\.txt row 2\n +the line has 2 fields, saw "2025,10112"; the lines before it have 16/,
    );
  });

  it("says which files our amounts come from when they are not those that the registry pins", async () => {
    const from = copyExcerpt("2025A", { [FILES_2025A.rvu]: CAP_77012 });
    const terminal = fakeTerminal();
    const published = [written("PFREV25A.txt", fileOf(ALABAMA))];
    expect(await conformance({ from, published, allowUnregistered: true, allowChanged: true }, terminal)).toBe(0);
    expect(terminal.results.join("\n")).toMatch(/! our amounts come from PPRRVU25_JAN\.csv, which is unverified\n/);
  });

  it("believes nothing that came out of a damaged archive", async () => {
    const zip = replaceBytes(await storedZipOf({ "PFREV25A.txt": fileOf(ALABAMA) }), "1478.06", "1478.07");
    const { exitCode, text, notes } = await run({ published: [written("pfrev25a.zip", zip)] });
    expect(exitCode).toBe(1);
    expect(text).toMatch(/1 file, 0 rows: 0 differences, 1 problem$/);
    expect(notes).toMatch(/zip\.damaged-member\n .*pfrev25a\.zip > PFREV25A\.txt/);
  });

  it("gives a file up after a thousand problems", async () => {
    const { exitCode, notes } = await run({ published: [written("PFREV25A.txt", "<p>a page</p>\n".repeat(200_000))] });
    expect(exitCode).toBe(1);
    expect(notes).toMatch(/the line has 1 field, saw "<p>a page<\/p>"\n/);
    expect(notes).toMatch(/\.\.\. and 995 more like these\n +layouts have 16 \(since/);
    expect(notes).toMatch(/payment\.stopped/);
  });

  it("prints JSON of its published shape and nothing else", async () => {
    const path = written("PFREV25A.txt", fileOf(ALABAMA));
    const args = ["--from", FROM, "--published", path, "--json"];
    const { status, stdout, stderr } = await ratebookHere("conformance", ...args);
    expect([status, stderr]).toEqual([0, ""]);
    const document = ConformanceDocument.parse(JSON.parse(stdout));
    expect(document).toMatchObject({ matched: true, payments: [{ rows: 1, columns: { facility: { matched: 1 } } }] });
  });

  it.each([
    [3, ["--from", FROM], /has an OPPSCAP file together with its relative value and GPCI files/],
    [3, ["--published", "nowhere.txt", "--from", FROM], /published\.not-found.*nothing is there/s],
    [3, ["--published", ".ci", "--from", FROM], /no file there or below is named PFALL or PFREV/],
    [2, ["--published", "nowhere.txt"], /required option '--from <folder>' not specified/],
    [3, ["--published", "LICENSE", "--from", FROM, "--release", "A26"], /"A26" is not a name of a release/],
    [
      2,
      ["--published", "LICENSE", "--from", FROM, "--track", "qpp"],
      /"qpp" is not a track; tracks are usual, qualifying-apm/,
    ],
    [3, ["--published", "LICENSE", "--from", FROM, "--release", "2031A"], /no release of 2031 has its relative value/],
  ])("exits %j for %j", async (exitCode, args, message) => {
    const { status, stderr } = await ratebookHere("conformance", ...args);
    expect(status).toBe(exitCode);
    expect(stderr).toMatch(message);
  });
});
