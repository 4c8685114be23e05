import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { embeddedFolder } from "../../pipelines/shared/sources.ts";
import { ConformanceDocument } from "../../schemas/out/conformance.ts";
import { conformance } from "../../scripts/commands/conformance.ts";
import { copyExcerpt, FILES_2025A, temporaryFolder } from "../support/excerpt-copy.ts";
import { fakeTerminal } from "../support/fake-terminal.ts";
import { CAP_77012 } from "../support/more-files.ts";
import { lines, record } from "../support/payment-file.ts";
import { replaceBytes, storedZipOf, zipOf } from "../support/zips.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
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
      published: [written("PFALL25A.txt", lines(ALABAMA, SAN_FRANCISCO))],
    });
    expect(exitCode).toBe(0);
    expect(text).toMatch(/compared with 2025A by its name, conversion factor 32\.3465/);
    expect(text).toMatch(/non-facility +2 of 2\n/);
    expect(text).toMatch(/not in this file: rows at the OPPS cap, therapy rows\n/);
    expect(text.endsWith("1 file, 2 rows: every amount that was compared equals CMS's to the cent")).toBe(true);
    expect(notes).toMatch(/^comparing .*PFALL25A\.txt$/);
  });

  it("reads a zip, and every file below a folder", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "PFREV25A"));
    writeFileSync(join(folder, "PFREV25A", "PFREV1.txt"), lines(ALABAMA));
    writeFileSync(
      join(folder, "pfrev25c.zip"),
      await zipOf({ "PFALL25C.txt": lines(SAN_FRANCISCO), "PF25PC.pdf": "" }),
    );
    writeFileSync(join(folder, "notes.txt"), "not CMS's");
    const { exitCode, text } = await run({ published: [folder] });
    expect(exitCode).toBe(0);
    expect(text).toMatch(/^PFREV25A\/PFREV1\.txt$/m);
    expect(text).toMatch(/^pfrev25c\.zip > PFALL25C\.txt$/m);
    expect(text).toMatch(
      /! by its name it belongs to 2025C, but RVU25C is not among the downloads\. Compared with 2025A/,
    );
  });

  it("shows each difference with its arithmetic and its cells, and exits 1", async () => {
    const wrong = ALABAMA.replace("1478.06", "1478.07");
    const { exitCode, text } = await run({ published: [written("PFALL25A.txt", lines(wrong, SAN_FRANCISCO))] });
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

  it("exits 1 with the problem of a line that it cannot read", async () => {
    const { exitCode, text, notes } = await run({ published: [written("PFALL25A.txt", lines(ALABAMA, "2025,10112"))] });
    expect(exitCode).toBe(1);
    expect(text).toMatch(/0 differences, 1 problem$/);
    expect(notes).toMatch(
      /payment\.layout\n .*PFALL25A\.txt row 2\n +the line has 2 fields, saw "2025,10112"; the lines before it have 16/,
    );
  });

  it("says which files our amounts come from when they are not those that the registry pins", async () => {
    const from = copyExcerpt("2025A", { [FILES_2025A.rvu]: CAP_77012 });
    const terminal = fakeTerminal();
    const published = [written("PFALL25A.txt", lines(ALABAMA))];
    expect(await conformance({ from, published, allowUnpinned: true }, terminal)).toBe(0);
    expect(terminal.results.join("\n")).toMatch(/! our amounts come from PPRRVU25_JAN\.csv, which is unverified\n/);
  });

  it("believes nothing that came out of a damaged archive", async () => {
    const zip = replaceBytes(await storedZipOf({ "PFALL25A.txt": lines(ALABAMA) }), "1478.06", "1478.07");
    const { exitCode, text, notes } = await run({ published: [written("pfrev25a.zip", zip)] });
    expect(exitCode).toBe(1);
    expect(text).toMatch(/1 file, 0 rows: 0 differences, 1 problem$/);
    expect(notes).toMatch(/zip\.damaged-member\n .*pfrev25a\.zip > PFALL25A\.txt/);
  });

  it("gives a file up after a thousand problems", async () => {
    const { exitCode, notes } = await run({ published: [written("PFALL25A.txt", "<p>a page</p>\n".repeat(200_000))] });
    expect(exitCode).toBe(1);
    expect(notes).toMatch(/the line has 1 field, saw "<p>a page<\/p>"\n/);
    expect(notes).toMatch(/\.\.\. and 995 more like these\n +layouts have 16 \(since/);
    expect(notes).toMatch(/payment\.stopped/);
  });

  it("prints JSON of its published shape and nothing else", () => {
    const path = written("PFALL25A.txt", lines(ALABAMA));
    const args = ["scripts/ratebook.mjs", "conformance", "--from", FROM, "--published", path, "--json"];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
    const document = ConformanceDocument.parse(JSON.parse(stdout));
    expect(document).toMatchObject({ matched: true, payments: [{ rows: 1, columns: { facility: { matched: 1 } } }] });
  });

  it.each([
    [["--from", FROM], /has no OPPSCAP file with its relative value and GPCI files/],
    [["--published", "nowhere.txt", "--from", FROM], /published\.not-found.*nothing is there/s],
    [["--published", ".ci", "--from", FROM], /no file there or below is named PFALL or PFREV/],
    [["--published", "nowhere.txt"], /required option '--from <folder>' not specified/],
    [["--published", "LICENSE", "--from", FROM, "--release", "26A"], /"26A" is no name of a release/],
    [
      ["--published", "LICENSE", "--from", FROM, "--track", "qpp"],
      /"qpp" is no track; tracks are usual, qualifying-apm/,
    ],
    [["--published", "LICENSE", "--from", FROM, "--release", "2031A"], /no release of 2031 has its relative value/],
  ])("exits 2 for %j", (args, message) => {
    const all = ["scripts/ratebook.mjs", "conformance", ...args];
    const { status, stderr } = spawnSync(process.execPath, all, { cwd: ROOT, encoding: "utf8" });
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });
});
