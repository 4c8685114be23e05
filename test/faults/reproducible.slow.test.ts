import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { BlobReader, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import { embeddedFolder, releaseIn } from "../../pipelines/sources/excerpts.ts";
import { ratebook, type Surroundings } from "../support/command.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { CMS_FOLDER, describeWithRealFiles } from "../support/real.ts";
import { zipOf } from "../support/zips.ts";

const REVERSED = fileURLToPath(new URL("../support/reversed-listing.mjs", import.meta.url));

/** Another time zone, language, working folder, mask of rights and order of listing. */
function elsewhere(): Surroundings {
  const env = { TZ: "Pacific/Auckland", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", NO_COLOR: "1" };
  return { env, cwd: temporaryFolder(), imports: [REVERSED] };
}

/** Path and hash of every file below a folder. */
function contentOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${path.slice(folder.length)} ${sha256(readFileSync(path))}`)
    .sort();
}

/** What says of a release which files were opened, and of those that say so which bytes they have. */
const ABOUT_FILES = /(manifest|index|attestation\.intoto|datapackage)\.json$/;

/** The documents below a folder, with files named as if they had been in no archive. */
function figuresOf(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).filter((path) => !ABOUT_FILES.test(path));
  const named = (text: string): string => text.replaceAll(/"[^"]+\.zip > /g, '"').replaceAll(/[0-9a-f]{64}/g, "HASH");
  return Object.fromEntries(
    paths.sort().map((path) => [path.slice(folder.length), sha256(Buffer.from(named(readFileSync(path, "utf8"))))]),
  );
}

/** Builds here and elsewhere, and expects the same files with the same bytes. */
function expectSame(
  here: readonly string[],
  there: readonly string[],
  of: (folder: string) => object = contentOf,
): void {
  const [first, second] = [join(temporaryFolder(), "out"), join(temporaryFolder(), "a folder elsewhere")];
  expect(ratebook([...here, "--out", first, "--quiet"])).toMatchObject({ status: 0, stderr: "" });
  const mask = process.umask(0o077);
  try {
    expect(ratebook([...there, "--out", second, "--quiet"], elsewhere())).toMatchObject({ status: 0, stderr: "" });
  } finally {
    process.umask(mask);
  }
  expect(contentOf(first).length).toBeGreaterThan(15);
  expect(of(second)).toEqual(of(first));
}

/** January 2025 as CMS ships it: the relative value files in an archive that is pinned, or the same files beside it. */
async function archived(): Promise<{ zipped: string; loose: string }> {
  const source = embeddedFolder("2025A");
  const release = releaseIn(source);
  const pfs = release.publications.find(({ family }) => family === "pfs");
  const names = pfs?.files.map(({ name }) => name) ?? [];
  const texts = Object.fromEntries(names.map((name) => [name, readFileSync(join(source, name), "utf8")]));
  const zip = await zipOf(texts);
  const archive = { name: "excerpt.zip", bytes: zip.length, sha256: sha256(zip) };
  const publications = release.publications.map((each) => (each === pfs ? { ...each, archive } : each));
  const [zipped, loose] = [join(temporaryFolder(), "2025A"), join(temporaryFolder(), "2025A")];
  for (const folder of [zipped, loose]) {
    cpSync(source, folder, { recursive: true });
    writeFileSync(join(folder, "release.json"), JSON.stringify({ ...release, publications }));
  }
  for (const name of names) rmSync(join(zipped, name));
  writeFileSync(join(zipped, "excerpt.zip"), zip);
  return { zipped, loose };
}

async function unzip(archive: string, folder: string): Promise<void> {
  const reader = new ZipReader(new BlobReader(new Blob([readFileSync(archive)])));
  for (const entry of await reader.getEntries()) {
    if (!entry.directory)
      writeFileSync(join(folder, basename(entry.filename)), await entry.getData(new Uint8ArrayWriter()));
  }
}

describe("the same input gives the same bytes", () => {
  it("in another time zone, language, folder, with another umask and order of listing, by one process or by two", () => {
    expectSame(["--jobs", "1"], ["--jobs", "2"]);
  });

  it("from an archive and from the files that were in it, but for what was opened", async () => {
    const { zipped, loose } = await archived();
    expectSame(["--from", zipped, "--allow-unregistered"], ["--from", loose, "--allow-unregistered"], figuresOf);
  });
});

describeWithRealFiles("the same input gives the same bytes, CMS's own files", () => {
  it("from the archives of two releases and from their members, by one process or by two, but for what was opened", async () => {
    const [zipped, loose] = [temporaryFolder(), temporaryFolder()];
    for (const name of ["RVU24A", "RVU25A"]) {
      cpSync(join(CMS_FOLDER, "pfs", `${name}.zip`), join(zipped, `${name}.zip`));
      mkdirSync(join(loose, name));
      await unzip(join(CMS_FOLDER, "pfs", `${name}.zip`), join(loose, name));
    }
    const releases = ["--release", "2024A,2025A", "--without", "opps,asc,wage-index"];
    expectSame(
      ["--from", zipped, ...releases, "--jobs", "1"],
      ["--from", loose, ...releases, "--jobs", "2"],
      figuresOf,
    );
  });
});
