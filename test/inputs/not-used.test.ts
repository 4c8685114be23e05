import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildRelease } from "../../pipelines/build-release.ts";
import { releasesAmong } from "../../pipelines/inputs/discover.ts";
import { discoverEntries } from "../../pipelines/inputs/discover-release.ts";
import { listDownloads } from "../../pipelines/inputs/downloads.ts";
import { seenNotUsed } from "../../pipelines/inputs/not-used.ts";
import { nothingOfAny } from "../../pipelines/inputs/nothing-found.ts";
import { assembleRelease, registeredRelease } from "../../pipelines/inputs/registry.ts";
import { InputFault } from "../../pipelines/problems/problems.ts";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import { openZip } from "../../pipelines/tables/zip.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { ratebookHere } from "../support/in-process.ts";
import { storedZipOf, zipOf } from "../support/zips.ts";

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

const PINNED = "bytes of a pinned file";
const PUBLICATION = {
  label: "RVU25D",
  files: [{ name: "GPCI2025.csv", bytes: PINNED.length, sha256: sha256(Buffer.from(PINNED)) }],
};

const said = (files: Readonly<Record<string, string | Uint8Array>>, id = "2025D"): string =>
  seenNotUsed(listDownloads(folderWith(files)), [PUBLICATION], id);

describe(seenNotUsed, () => {
  it.each([
    ["PPRRVU2025.xls", "x", "an old binary workbook: save it as xlsx"],
    ["RVU25D.pdf", "x", "a PDF: no table is read from it"],
    ["gpci resaved.csv", "x", "neither its sha256 nor its name fits a wanted file"],
    ["RVU25D.zip.crdownload", "x", "an unfinished download: download it again"],
    ["RVU25D.zip.part", "x", "an unfinished download: download it again"],
    ["letter.docx", "x", "not csv, txt, xlsx or zip"],
    ["broken.zip", "x", "an archive that cannot be listed"],
    ["RVU25D/x.csv", "x", "named for RVU25D, by neither the sha256 nor the name of a registered file"],
  ])("names %s", (file, content, reason) => {
    expect(said({ [file]: content })).toBe(`; seen and not used: ${file} (${reason})`);
  });

  it("says what an archive of another name holds, first of all a pinned file", async () => {
    expect(said({ "my files.zip": await zipOf({ "a.csv": "1", "b.csv": "2", "c.csv": "3", "d.csv": "4" }) })).toBe(
      "; seen and not used: my files.zip (neither its sha256 nor its name is known; it holds a.csv, b.csv, c.csv and 1 more)",
    );
    const reason = "x/saved.csv in it is the pinned GPCI2025.csv of RVU25D: unpack the archive into the folder";
    for (const make of [zipOf, storedZipOf]) {
      const archive = await make({ "other.csv": "x".repeat(PINNED.length), "x/saved.csv": PINNED });
      expect(said({ "my files.zip": archive })).toBe(`; seen and not used: my files.zip (${reason})`);
    }
  });

  it("tells where a file with only a year in its name belongs", () => {
    const to = (folder: string) => `(its name has a year and no quarter: put it into a folder named ${folder})`;
    const names = ["GPCI2039.csv", "ANES2039.csv", "39LOCCO.csv"];
    const files = Object.fromEntries(names.map((name) => [name, "x"]));
    const one = said({ ...files, "PPRRVU2039_Apr_nonQPP.csv": "x" }, "2039B");
    for (const name of names) expect(one).toContain(`${name} ${to("RVU39B")}`);
    expect(said(files, "2039B")).toContain(`GPCI2039.csv ${to("the publication, such as RVU39A")}`);
  });

  it("leaves out what was used, and what is named for another release", () => {
    expect(said({ "any name.csv": PINNED, "RVU24A/x.csv": "x" })).toBe("");
  });

  it("names an empty file, which is not the pinned one of unknown size", () => {
    const unsized = {
      ...PUBLICATION,
      files: [{ ...PUBLICATION.files[0], name: "GPCI2025.csv", bytes: null, sha256: "0" }],
    };
    const downloads = listDownloads(folderWith({ "any name.csv": "" }));
    expect(seenNotUsed(downloads, [unsized], "2025D")).toMatch(/seen and not used: any name\.csv/);
  });

  it("names ten files, the telling ones first, and counts the rest", () => {
    const notes = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`note${at}.docx`, "x"]));
    expect(said({ ...notes, "zz.xls": "x" })).toMatch(
      /^; seen and not used: zz\.xls .*note\d+\.docx \([^)]*\) and 3 more$/,
    );
  });

  it("shows no name that acts on a terminal", () => {
    expect(said({ "a\u001b[2J.csv": "x" })).toContain("a\\u001b[2J.csv");
  });
});

describe("the end of a message that something is missing", () => {
  const xls = { "GPCI.xls": "x" };
  const named = /; seen and not used: GPCI\.xls \(an old binary workbook: save it as xlsx\)/;

  it("of no release at all", () => {
    expect(nothingOfAny("there", listDownloads(folderWith(xls))).message).toMatch(named);
  });

  it("of no main table, of a registered one and of a required one", async () => {
    const options = { chooseCodes: () => [], required: ["opps" as const], allowChanged: false };
    const nothing = listDownloads(folderWith(xls));
    await expect(buildRelease(registeredRelease("2025D"), nothing, options)).rejects.toThrow(named);
    const release = registeredRelease("2025D");
    const made = {
      ...release,
      publications: release.publications.map((each) => ({
        ...each,
        files: each.files.map((file) => (file.role === "gpci" ? { ...file, ...PUBLICATION.files[0] } : file)),
      })),
    };
    const partly = listDownloads(folderWith({ ...xls, "GPCI2025.csv": PINNED }));
    const { problems } = await buildRelease(made, partly, options);
    const messages = problems.filter(({ code }) => code.startsWith("source."));
    expect(messages.map(({ code }) => code)).toEqual(["source.not-found", "source.required"]);
    for (const { message } of messages) expect(message).toMatch(named);
  });

  it("of nothing new to register", async () => {
    const { stderr } = await ratebookHere("register", "--from", folderWith(xls), "--release", "2039A");
    expect(stderr.replaceAll(/\s+/g, " ")).toMatch(named);
  });
});

describe("an archive inside an archive", () => {
  const inner = () => zipOf({ "GPCI2039.csv": "locality" });

  it("is read like one beside it, one level deep", async () => {
    const deeper = await zipOf({ "RVU39B.zip": await inner() });
    const folder = folderWith({
      "cms downloads.zip": await zipOf({ "x/RVU39A.zip": await inner(), "deep.zip": deeper }),
    });
    const downloads = listDownloads(folder);
    expect(releasesAmong(downloads)).toEqual(["2039A"]);
    const [entry] = await discoverEntries("2039A", downloads);
    expect(entry?.entry.revisions[0]).toMatchObject({
      archive: { name: "RVU39A.zip" },
      files: [{ name: "GPCI2039.csv" }],
    });
    expect(assembleRelease("2039A", entry ? [entry] : []).publications).toHaveLength(1);
    expect(seenNotUsed(downloads, [])).toContain("RVU39B.zip is in it, an archive inside two others: unpack it");
  });

  it("has the bytes that it was packed with, stored or deflated", async () => {
    const bytes = await inner();
    const download = listDownloads(folderWith({ "all.zip": await zipOf({ "RVU39A.zip": bytes }) }))[1];
    expect([download?.path, download?.bytes]).toEqual(["all.zip/RVU39A.zip", bytes.length]);
    expect(Buffer.from(download?.read() ?? []).equals(Buffer.from(bytes))).toBe(true);
    expect(await openZip(download?.read() ?? new Uint8Array(), "RVU39A.zip")).toHaveLength(1);
  });

  it("is refused when it is damaged, and not listed under a name that leads elsewhere", async () => {
    const outer = await zipOf({ "RVU39A.zip": await inner() });
    const at = Buffer.from(outer).indexOf("RVU39A.zip") + 20;
    const damaged = outer.map((byte, index) => (index === at ? byte ^ 255 : byte));
    const [, download] = listDownloads(folderWith({ "all.zip": damaged }));
    expect(() => download?.read()).toThrow(InputFault);
    const away = listDownloads(folderWith({ "all.zip": await zipOf({ "../RVU39A.zip": await inner() }) }));
    expect(away.map(({ path }) => path)).toEqual(["all.zip"]);
  });

  it("is meant where the outer one of the same name holds nothing else", async () => {
    const folder = folderWith({ "RVU39A.zip": await zipOf({ "RVU39A.zip": await inner() }) });
    const [entry] = await discoverEntries("2039A", listDownloads(folder));
    expect(entry?.entry.revisions[0]?.files).toHaveLength(1);
  });

  it("is the same archive as one beside it with the same bytes", async () => {
    const bytes = await inner();
    const folder = folderWith({ "all.zip": await zipOf({ "RVU39A.zip": bytes }), "RVU39A.zip": bytes });
    expect(readFileSync(join(folder, "RVU39A.zip")).length).toBe(bytes.length);
    expect(await discoverEntries("2039A", listDownloads(folder))).toHaveLength(1);
  });
});
