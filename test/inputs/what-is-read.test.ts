import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type BuiltRelease, buildRelease } from "../../pipelines/build-release.ts";
import { discoverEntries } from "../../pipelines/inputs/discover-release.ts";
import { listDownloads } from "../../pipelines/inputs/downloads.ts";
import { assembleRelease } from "../../pipelines/inputs/registry.ts";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import { embeddedFolder, releaseIn } from "../../pipelines/sources/excerpts.ts";
import { completeness } from "../../pipelines/sources/sources.ts";
import type { Attestation } from "../../schemas/out/attestation.ts";
import type { Manifest } from "../../schemas/out/manifest.ts";
import type { SourceName } from "../../schemas/source/release.ts";
import { build } from "../../scripts/commands/build.ts";
import { buildEdited, copyExcerpt, FILES_2025A, replaceOnce, temporaryFolder } from "../support/excerpt-copy.ts";
import { fakeTerminal } from "../support/fake-terminal.ts";
import { zipOf } from "../support/zips.ts";

function documentOf<Document>({ outputs }: BuiltRelease, path: string): Document {
  let text = "null";
  for (const each of outputs) if (each.path === path) text = Buffer.from(each.bytes).toString();
  return JSON.parse(text) as Document;
}

const manifestOf = (built: BuiltRelease): Manifest => documentOf<Manifest>(built, "manifest.json");

/** What CMS prints above the factors of a year, and what it may never print. */
const NO_FACTOR = replaceOnce("National Anes CF of 20.3178", "Something else");

describe("a table beside the main ones that cannot be read", () => {
  it("does not take the release down, which says what is wrong with it", async () => {
    const built = await buildEdited("2025A", { [FILES_2025A.anesthesia]: NO_FACTOR });
    expect(built.problems).toEqual([]);
    expect(built.book.unreadableBecause).toMatchObject([{ code: "heading.missing", place: { file: "ANES2025.csv" } }]);
    expect(manifestOf(built).missing).toContainEqual({
      source: "anesthesia",
      kind: "unreadable",
      reason: expect.stringMatching(/^could not be read: ANES2025\.csv row 1: no column has the heading "ANES CF"/),
    });
  });

  it("takes the release down when it is one of the main ones", async () => {
    const { problems } = await buildEdited("2025A", { [FILES_2025A.gpci]: replaceOnce("2025 PE GPCI", "PE") });
    expect(problems).toMatchObject([{ code: "heading.missing", place: { file: "GPCI2025.csv" } }]);
  });

  it("is written, reported with its whole problem, and exits 1", async () => {
    const from = copyExcerpt("2025A", { [FILES_2025A.anesthesia]: NO_FACTOR });
    const [out, terminal] = [temporaryFolder(), fakeTerminal()];
    expect(await build({ from, out, codes: "22511", allowUnregistered: true, allowChanged: true }, terminal)).toBe(1);
    expect(terminal.notes.join("\n")).toMatch(/heading\.missing[\s\S]*ANES2025[\s\S]*--without anesthesia/);
    const manifest = JSON.parse(readFileSync(join(out, "2025A/manifest.json"), "utf8")) as Manifest;
    expect(manifest.rows.tables.anesthesia).toBe(0);
  });

  it("is left out on demand, which exits 0", async () => {
    const from = copyExcerpt("2025A", { [FILES_2025A.anesthesia]: NO_FACTOR });
    const [out, terminal] = [temporaryFolder(), fakeTerminal()];
    const options = { from, out, codes: "22511", allowUnregistered: true, allowChanged: true, without: ["anesthesia"] };
    expect(await build(options, terminal)).toBe(0);
    expect(terminal.results.join("\n")).toMatch(/ANESTHESIA +missing: left out by --without anesthesia/);
  });
});

const excerpt = (name: string): string => readFileSync(join(embeddedFolder("2025A"), name), "utf8");

/** The indices of the excerpt as CMS's text prints them. */
function printed(gpci: string): string {
  const rows = gpci.split("\n").filter((line) => /^\d{5},/.test(line));
  const fixed = (index = ""): string => Number(index).toFixed(3);
  const banner =
    "ADDENDUM E. FINAL CY 2025 GEOGRAPHIC PRACTICE COST INDICES (GPCIs) BY STATE AND MEDICARE LOCALITY\n\n";
  const lines = rows
    .map((line) => {
      const [mac, state, locality, ...rest] = line.trim().split(",");
      const [mp, pe, work] = rest.reverse();
      return `${mac}  ${state}  ${locality}  LOCALITY  ${fixed(work)}  ${fixed(pe)}  ${fixed(mp)}`;
    })
    .join("\n");
  return banner + lines;
}

const APRIL = {
  "PPRRVU25_APR.csv": excerpt(FILES_2025A.rvu).replace("January Release", "April Release"),
  "GPCI2025.csv": excerpt(FILES_2025A.gpci),
};

/** A table of some rows stands in for a whole one of CMS's. */
const FEW_ROWS = [
  ...completeness().landmarks.codes.map((key) => ({ check: "pfs.landmark-codes", key })),
  ...["rows", "gone", "hole"].map((measure) => ({ check: "cross.continuity", key: `rvu.${measure}` })),
].map((each) => ({ ...each, reason: "a made-up file of some rows" }));

/** An unregistered release out of one archive. */
async function buildArchive(
  members: Readonly<Record<string, string>>,
  without: readonly SourceName[] = ["wage-index"],
): Promise<BuiltRelease> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "rvu25b.zip"), await zipOf(members));
  const downloads = listDownloads(folder);
  const release = assembleRelease("2025B", await discoverEntries("2025B", downloads));
  const options = { chooseCodes: () => ["22511"], required: [], allowChanged: true, folder, accepted: FEW_ROWS };
  return await buildRelease(release, downloads, { ...options, without });
}

describe("a table that cannot be read in one format", () => {
  it("is read from the next, which is reported", async () => {
    const broken = { ...APRIL, "GPCI2025.csv": APRIL["GPCI2025.csv"].replace("2025 PE GPCI", "PE") };
    const built = await buildArchive({ ...broken, "GPCI2025.txt": printed(APRIL["GPCI2025.csv"]) });
    expect(built.problems).toEqual([]);
    expect(built.book.tables.gpci?.format).toBe("txt");
    expect(manifestOf(built).skipped).toEqual([
      {
        file: "rvu25b.zip > GPCI2025.csv",
        reason: expect.stringMatching(/^could not be read: .*PE GPCI.*; rvu25b\.zip > GPCI2025\.txt is read instead$/),
      },
    ]);
  });
});

describe("a registered table that cannot be read in one format", () => {
  const csv = APRIL["GPCI2025.csv"].replace("2025 PE GPCI", "PE");
  const txt = printed(APRIL["GPCI2025.csv"]);

  /** The excerpt with both formats of its GPCI file, the broken one pinned as it is. */
  async function buildBoth(pinnedText: string): Promise<BuiltRelease> {
    const entry = (name: string, content: string) => ({
      role: "gpci" as const,
      name,
      bytes: content.length,
      sha256: sha256(Buffer.from(content)),
    });
    const release = releaseIn(embeddedFolder("2025A"));
    const publications = release.publications.map((each) => {
      const others = each.files.filter(({ role }) => role !== "gpci");
      const both = [entry("GPCI2025.csv", csv), entry("GPCI2025.txt", pinnedText)];
      return each.family === "pfs" ? { ...each, files: [...others, ...both] } : each;
    });
    const folder = copyExcerpt("2025A", { "GPCI2025.csv": () => csv });
    writeFileSync(join(folder, "GPCI2025.txt"), txt);
    const options = { chooseCodes: () => ["22511"], required: [], allowChanged: false };
    return await buildRelease({ ...release, publications }, listDownloads(folder), options);
  }

  it("is read from the next when that is the registered one", async () => {
    const { problems, book } = await buildBoth(txt);
    expect([problems, book.tables.gpci?.format]).toEqual([[], "txt"]);
  });

  it("is not read from one that was changed, unless that is allowed", async () => {
    const { problems } = await buildBoth(`${txt}\n`);
    expect(problems).toMatchObject([{ code: "heading.missing", place: { file: "GPCI2025.csv" } }]);
  });
});

describe("a release without a table that is registered of it", () => {
  it("is not built, and the message has the option that builds it", async () => {
    const { problems } = await buildArchive(APRIL, []);
    expect(problems).toMatchObject([
      {
        code: "source.not-found",
        message: expect.stringMatching(/wage-index: no file has the sha256 or the name of 2025-wage_index\.txt/),
        cure: expect.stringMatching(/--without wage-index$/),
      },
    ]);
  });

  it("is partial when it is built without", async () => {
    const manifest = manifestOf(await buildArchive(APRIL));
    expect(manifest.coverage).toBe("partial");
    expect(manifest.missing).toContainEqual({
      source: "wage-index",
      kind: "left-out",
      reason: "left out by --without wage-index",
    });
  });

  it("leaves out what belongs to a source", async () => {
    const from = copyExcerpt("2025A");
    const [out, terminal] = [temporaryFolder(), fakeTerminal()];
    expect(await build({ from, out, codes: "22511", without: ["2025A:asc", "2026A:pfs"] }, terminal)).toBe(0);
    const manifest = JSON.parse(readFileSync(join(out, "2025A/manifest.json"), "utf8")) as Manifest;
    expect([manifest.rows.asc, manifest.rows.tables.ascDeviceOffsets]).toEqual([{}, 0]);
    expect(manifest.rows.localities).toBeGreaterThan(0);
  });
});

describe("what the manifest and the attestation say was read", () => {
  it("is the archive that was opened, with its own hash, and no pin where none is registered", async () => {
    const built = await buildArchive(APRIL);
    const [pfs] = manifestOf(built).publications;
    expect(pfs?.archive).toMatchObject({ name: "rvu25b.zip", pinned: null, changed: false });
    expect(pfs?.files.map(({ archive, pinned }) => [archive, pinned])).toEqual([
      ["rvu25b.zip", null],
      ["rvu25b.zip", null],
    ]);
  });

  it("is no archive where a file was read outside of one; where CMS ships it stands in a field of its own", async () => {
    const archive = { name: "RVU25A.zip", sha256: "a".repeat(64), bytes: 1 };
    const built = await buildEdited("2025A", {}, (release) => ({
      ...release,
      publications: release.publications.map((each) => (each.family === "pfs" ? { ...each, archive } : each)),
    }));
    const read = { ...built, outputs: Array.from(built.outputs, (file) => ({ ...file, bytes: file.bytes.slice() })) };
    const [pfs] = manifestOf(read).publications;
    expect(pfs?.archive).toBeNull();
    expect(pfs?.expectedArchive).toEqual({ name: "RVU25A.zip", sha256: "a".repeat(64) });
    expect(pfs?.files.map((each) => each.archive)).toEqual([null, null, null, null]);
    const attestation = documentOf<Attestation>(read, "attestation.intoto.json");
    const { resolvedDependencies } = attestation.predicate.buildDefinition;
    expect(resolvedDependencies.map(({ name }) => name)).toContain("PPRRVU25_JAN.csv");
    expect(JSON.stringify(resolvedDependencies)).not.toContain('RVU25A.zip","sha256');
  });

  it("gives bytes that failed their pin no label, address or day of CMS's", async () => {
    const edit = replaceOnce("10112,AL,00,ALABAMA,1,", "10112,AL,00,ALABAMA,1.000,");
    const { publications } = manifestOf(await buildEdited("2025A", { [FILES_2025A.gpci]: edit }));
    const [registered, other] = publications;
    expect(registered?.files.map(({ id }) => id)).toEqual(["rvu", "anesthesia", "counties"]);
    expect(other).toMatchObject({
      label: "RVU25A, other bytes",
      registered: false,
      origin: "unverified",
      posted: null,
      url: null,
      archive: null,
      files: [{ id: "gpci", changed: true, archive: null }],
    });
  });
});

describe("a release that is there", () => {
  const into = async (out: string, options: object) => {
    const terminal = fakeTerminal();
    const status = await build(
      { out, codes: "22511", allowUnregistered: true, allowChanged: true, from: "", ...options },
      terminal,
    );
    return { status, said: [...terminal.notes, ...terminal.results].join("\n") };
  };

  it("is not replaced by one with fewer tables or rows, unless that is asked for", async () => {
    const [from, out] = [copyExcerpt("2025A"), temporaryFolder()];
    expect(await into(out, { from })).toMatchObject({ status: 0 });
    const before = readFileSync(join(out, "2025A/manifest.json"), "utf8");
    const fewer = await into(out, { from, without: ["opps"] });
    expect(fewer.status).toBe(1);
    expect(fewer.said).toMatch(/output\.fewer-rows[\s\S]*addendum-b has 16 rows, the new one 0[\s\S]*--overwrite/);
    expect(readFileSync(join(out, "2025A/manifest.json"), "utf8")).toBe(before);
    expect(await into(out, { from, without: ["opps"], overwrite: true })).toMatchObject({ status: 0 });
    expect(await into(out, { from })).toMatchObject({ status: 0 });
    const cut = copyExcerpt("2025A", { [FILES_2025A.opps]: (text) => text.replace(/^22862,.*\n/m, "") });
    expect((await into(out, { from: cut })).said).toMatch(/addendum-b has 16 rows, the new one 15/);
  });
});
