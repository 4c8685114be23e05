import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { embeddedFolder } from "../../pipelines/sources/excerpts.ts";
import { Release } from "../../schemas/source/release.ts";
import { build } from "../../scripts/commands/build.ts";
import { copyExcerpt, type Edits, FILES_2025A, replaceOnce, temporaryFolder } from "../support/excerpt-copy.ts";
import { fakeTerminal } from "../support/fake-terminal.ts";
import { zipOf } from "../support/zips.ts";

const ROW_22511 = "22511,,,A,,7.33,43.46,,3.80,,1.04,51.83,12.17,0,010";

/** Everything under a folder, so that two states of it can be compared. */
function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(path, "utf8")]));
}

/** The good excerpt, built once. */
const GOOD = mkdtempSync(join(tmpdir(), "ratebook-good-"));
let good: number | undefined;
beforeAll(async () => {
  good = await build({ out: GOOD, from: embeddedFolder("2025A"), codes: "22511", quiet: true }, fakeTerminal());
});
afterAll(() => rmSync(GOOD, { recursive: true, force: true }));

/** Builds a bad excerpt over a copy of the good build; returns what was said. */
async function buildOver(from: string, flags: object = { allowUnregistered: true, allowChanged: true }) {
  const out = temporaryFolder();
  cpSync(GOOD, out, { recursive: true });
  const before = contents(out);
  const terminal = fakeTerminal();
  const exitCode = await build({ out, from, codes: "22511", ...flags }, terminal);
  return { exitCode, said: terminal.notes.join("\n"), untouched: contents(out), before };
}

async function expectRefused(from: string, ...words: readonly (string | RegExp)[]): Promise<void> {
  expect(await refusedWith(from, words)).toBe(1);
}

/** The exit code of a build that says these words, and leaves the good one as it was. */
async function refusedWith(from: string, words: readonly (string | RegExp)[]): Promise<number> {
  const { exitCode, said, untouched, before } = await buildOver(from);
  expect(good).toBe(0);
  for (const word of words) expect(said).toMatch(word);
  expect(said).toContain("what to do:");
  expect(untouched).toEqual(before);
  return exitCode;
}

/** Changes the registry entry that lies in a folder. */
function changeRelease(folder: string, change: (release: Release) => Release): void {
  const path = join(folder, "release.json");
  writeFileSync(path, JSON.stringify(change(Release.parse(JSON.parse(readFileSync(path, "utf8"))))));
}

function withoutOpps(): string {
  const folder = copyExcerpt("2025A");
  changeRelease(folder, (release) => ({
    ...release,
    publications: release.publications.filter((each) => each.family !== "opps"),
    missing: [{ source: "opps", reason: "CMS has not posted it yet" }],
  }));
  return folder;
}

/** Puts the PFS files into an archive, so that the registry entry expects a zip. */
async function withArchive(damage: (zip: Uint8Array) => Uint8Array): Promise<string> {
  const folder = copyExcerpt("2025A");
  const members = [FILES_2025A.rvu, FILES_2025A.gpci].map((name) => [name, readFileSync(join(folder, name), "utf8")]);
  writeFileSync(join(folder, "excerpt.zip"), damage(await zipOf(Object.fromEntries(members))));
  const archive = { name: "excerpt.zip", sha256: "0".repeat(64), bytes: null };
  changeRelease(folder, (release) => ({
    ...release,
    publications: release.publications.map((each) =>
      each.family === "pfs"
        ? { ...each, archive, files: each.files.filter(({ role }) => role === "rvu" || role === "gpci") }
        : each,
    ),
  }));
  return folder;
}

const EDITS: Readonly<Record<string, { edits: Edits; says: readonly (string | RegExp)[] }>> = {
  "a cell lost from a row": {
    edits: { [FILES_2025A.rvu]: replaceOnce(ROW_22511, ROW_22511.replace(",,3.80", ",3.80")) },
    says: [/row\.width/, /22511 in PPRRVU25_JAN\.csv row 14/, /has 30 cells, the heading has 31/],
  },
  "a column shifted in every row": {
    edits: {
      [FILES_2025A.rvu]: (text) => text.replace(/^([0-9A-Z]{5},[^,]*),,([A-Z]),,/gm, "$1,$2,,,"),
    },
    says: [
      /cell\.unreadable/,
      /22511 in PPRRVU25_JAN\.csv D14 \(STATUS CODE\)/,
      /expected one letter, such as A, saw ""/,
    ],
  },
  "a missing heading": {
    edits: { [FILES_2025A.gpci]: replaceOnce("2025 PE GPCI", "2025 Practice") },
    says: [/heading\.missing/, /GPCI2025\.csv row 3/, /the nearest is "2025 Practice"/, /sources\/layouts\/gpci\.json/],
  },
  "a code that stands twice": {
    edits: { [FILES_2025A.rvu]: (text) => `${text}${text.split("\n").find((line) => line.startsWith("22511,"))}\n` },
    says: [/pfs\.row-once/, /22511 in PPRRVU25_JAN\.csv A33/, /row 14 has the same key/],
  },
  "a total that does not add up": {
    edits: { [FILES_2025A.rvu]: replaceOnce(ROW_22511, ROW_22511.replace("51.83", "51.38")) },
    says: [/pfs\.non-facility-total/, /22511 in PPRRVU25_JAN\.csv F14:L14/, /= 51\.83, CMS printed 51\.38/],
  },
  "letters where a number belongs": {
    edits: { [FILES_2025A.rvu]: replaceOnce(ROW_22511, ROW_22511.replace("43.46", "43.4G")) },
    says: [/cell\.unreadable/, /22511 in PPRRVU25_JAN\.csv G14 \(NON-FAC PE RVU\)/, /saw "43\.4G"/],
  },
  "an empty file": {
    edits: { [FILES_2025A.opps]: () => "" },
    says: [/csv\.empty/, /January 2025 Web Addendum B/, /the file is empty/],
  },
  "a file that holds its headings only": {
    edits: { [FILES_2025A.gpci]: (text) => text.split("\n").slice(0, 3).join("\n") },
    says: [/table\.empty/, /GPCI2025\.csv/],
  },
  "the wrong quarter's ASC file": {
    edits: { [FILES_2025A.ascAA]: (text) => text.replaceAll("January 2025", "October 2025") },
    says: [/period\.wrong/, /508-Version-Jan-2025-ASC-AA\.csv row 4/, /October 2025/, /from 2025-01-01 to 2025-03-31/],
  },
  "a locality without its work GPCI": {
    edits: { [FILES_2025A.gpci]: (text) => text.replace(/^(10112,AL,00,[^,]*),[\d.]+/m, "$1,") },
    says: [/gpci\.no-work-index/, /1011200 in GPCI2025\.csv E4/],
  },
  "a status letter that CMS has not defined": {
    edits: { [FILES_2025A.rvu]: replaceOnce(ROW_22511, ROW_22511.replace(",A,", ",Z,")) },
    says: [/pfs\.status-known/, /22511 in PPRRVU25_JAN\.csv D14/, /status code Z/],
  },
};

describe("bad input is refused with its place, and the output stays as it was", () => {
  it.each(Object.entries(EDITS))("%s", async (_, { edits, says }) => {
    await expectRefused(copyExcerpt("2025A", edits), ...says);
  });

  it("a truncated zip", async () => {
    const from = await withArchive((zip) => zip.subarray(0, zip.length / 2));
    await expectRefused(from, /zip\.unreadable/, /excerpt\.zip/, /damaged or truncated .*; it has \d+ bytes\n/);
  });

  it("a truncated zip whose size the registry knows", async () => {
    const from = await withArchive((zip) => zip.subarray(0, 700));
    changeRelease(from, (release) => ({
      ...release,
      publications: release.publications.map((each) =>
        each.archive === undefined ? each : { ...each, archive: { ...each.archive, bytes: 4711 } },
      ),
    }));
    await expectRefused(from, /zip\.unreadable[\s\S]*it has 700 bytes, expected 4711/);
  });

  it("an HTML page named .zip", async () => {
    const from = await withArchive(() => Buffer.from("<!DOCTYPE html><html><title>License</title></html>"));
    await expectRefused(from, /zip\.not-a-zip/, /excerpt\.zip/, /HTML page/, /accept the licence/);
  });

  it("a zip without the member", async () => {
    const from = await withArchive((zip) => zip);
    const zip = await zipOf({ "readme.txt": "x", "GPCI2025.csv": "x" });
    writeFileSync(join(from, "excerpt.zip"), zip);
    await expectRefused(from, /zip\.member-not-found/, /no member matches/, /readme\.txt, GPCI2025\.csv/);
  });

  it("reads the archive that is whole", async () => {
    const flags = { allowUnregistered: true, allowChanged: true, overwrite: true };
    const { exitCode, said } = await buildOver(await withArchive((zip) => zip), flags);
    expect(said).not.toMatch(/what to do/);
    expect(exitCode).toBe(0);
  });

  it("bytes that are not the pinned ones, unless they are allowed", async () => {
    const from = copyExcerpt("2025A", { [FILES_2025A.gpci]: (text) => text.replace("ALABAMA", "ALABAMA ") });
    const refused = await buildOver(from, { allowUnregistered: true });
    expect(refused.exitCode).toBe(1);
    expect(refused.said).toMatch(/input\.changed[\s\S]*GPCI2025\.csv[\s\S]*the registry pins[\s\S]*--allow-changed/);
    expect(refused.untouched).toEqual(refused.before);
    expect((await buildOver(from, { allowChanged: true })).exitCode).toBe(0);
  });

  it("a release that is not registered, unless it is allowed", async () => {
    const from = copyExcerpt("2025A");
    changeRelease(from, (release) => ({ ...release, title: "another title" }));
    const refused = await buildOver(from, { allowChanged: true });
    expect(refused.exitCode).toBe(1);
    expect(refused.said).toMatch(/release\.not-registered[\s\S]*--allow-unregistered/);
    expect(refused.untouched).toEqual(refused.before);
    expect((await buildOver(from, { allowUnregistered: true })).exitCode).toBe(0);
  });

  it("a folder without any file of the release", async () => {
    const from = copyExcerpt("2025A");
    for (const name of Object.values(FILES_2025A)) rmSync(join(from, name));
    const words = [/release\.nothing-found[\s\S]*looked for .*PPRRVU25_JAN\.csv.*, January 2025 Web/, from];
    expect(await refusedWith(from, words)).toBe(3);
  });

  it("says which headings were found once for a file, and every field's own cure", async () => {
    const edit = (text: string): string =>
      text.replace("2025 PE GPCI", "Practice").replace("2025 MP GPCI", "Insurance");
    const { exitCode, said } = await buildOver(copyExcerpt("2025A", { [FILES_2025A.gpci]: edit }));
    expect(exitCode).toBe(1);
    expect(said.split("headings found:")).toHaveLength(2);
    expect(said).toMatch(/new heading to peGpci in sources[\s\S]*new heading to mpGpci in sources/);
  });

  it("reports everything that is wrong in one run", async () => {
    const from = copyExcerpt("2025A", {
      [FILES_2025A.rvu]: replaceOnce(ROW_22511, ROW_22511.replace("43.46", "x").replace("1.04", "y")),
      [FILES_2025A.opps]: () => "",
      [FILES_2025A.gpci]: replaceOnce("2025 MP GPCI", "MP"),
    });
    await expectRefused(from, /G14/, /K14/, /csv\.empty/, /heading\.missing/);
  });
});

describe("sources that are not there", () => {
  it("are named with their reason while the rest builds", async () => {
    const terminal = fakeTerminal();
    const from = withoutOpps();
    expect(
      await build(
        { out: temporaryFolder(), from, codes: "22511", allowUnregistered: true, allowChanged: true },
        terminal,
      ),
    ).toBe(0);
    const said = terminal.results.join("\n");
    expect(said).toMatch(/OPPS\s+missing: CMS has not posted it yet/);
    expect(said).toMatch(/22511 +51\.83 +\$1,676\.52 +source-missing +\$1,579\.16 +\$393\.66/);
  });

  it("fail the build when they are required", async () => {
    const { exitCode, said, untouched, before } = await buildOver(withoutOpps(), {
      require: "pfs,opps",
      allowUnregistered: true,
      allowChanged: true,
    });
    expect(exitCode).toBe(1);
    expect(said).toMatch(/source\.required[\s\S]*opps[\s\S]*CMS has not posted it yet/);
    expect(untouched).toEqual(before);
  });
});
