import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { discoverEntries } from "../../pipelines/inputs/discover-release.ts";
import type { Download } from "../../pipelines/inputs/downloads.ts";
import { locateInputs } from "../../pipelines/inputs/locate.ts";
import { registeredRelease } from "../../pipelines/inputs/registry.ts";
import { Problems } from "../../pipelines/problems/problems.ts";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import { embeddedFolder, releaseIn } from "../../pipelines/sources/excerpts.ts";

import type { Release } from "../../schemas/source/release.ts";
import { FILES_2025A } from "../support/excerpt-copy.ts";
import { zipOf } from "../support/zips.ts";

const text = (name: string): string => readFileSync(join(embeddedFolder("2025A"), name), "utf8");

function download(path: string, bytes: Uint8Array): Download {
  return { path, bytes: bytes.length, read: () => bytes };
}

/** The relative value archive with three tables, of which the registry lists one, and the registry's pin of it. */
async function archiveOf(pinned: (zip: Uint8Array) => string): Promise<{ release: Release; downloads: Download[] }> {
  const names = [FILES_2025A.rvu, FILES_2025A.gpci, FILES_2025A.anesthesia];
  const zip = await zipOf(Object.fromEntries(names.map((name) => [name, text(name)])));
  const release = releaseIn(embeddedFolder("2025A"));
  const publications = release.publications
    .filter((each) => each.family === "pfs")
    .map((each) => ({
      ...each,
      archive: { name: "RVU25A.zip", sha256: pinned(zip), bytes: null },
      files: each.files.filter((file) => file.role === "rvu"),
    }));
  const missing: Release["missing"] = [{ source: "gpci", reason: "no file of this kind is registered for RVU25A" }];
  return { release: { ...release, publications, missing }, downloads: [download("RVU25A.zip", zip)] };
}

describe("members that the registry does not list", () => {
  it("are read from a pinned archive, whose hash vouches for them", async () => {
    const { release, downloads } = await archiveOf(sha256);
    const problems = new Problems();
    const inputs = await locateInputs(release, downloads, { allowChanged: false }, problems);
    expect(problems.list).toEqual([]);
    expect(inputs.located.map(({ entry, changed }) => [entry.role, changed])).toEqual([
      ["rvu", false],
      ["gpci", false],
      ["anesthesia", false],
    ]);
    expect(inputs.located[1]?.entry.note).toMatch(/hash of its archive vouches/);
    expect(inputs.missing).toEqual([]);
  });

  it("stay unread in an archive that is not the pinned one", async () => {
    const { release, downloads } = await archiveOf(() => "0".repeat(64));
    const inputs = await locateInputs(release, downloads, { allowChanged: true }, new Problems());
    expect(inputs.located.map(({ entry }) => entry.role)).toEqual(["rvu"]);
    expect(inputs.missing.map(({ source }) => source)).toEqual(["gpci"]);
  });
});

describe("a registered publication of which no file is at hand", () => {
  const original = download("January_Web_2024_Addendum_B.04.24.24.csv", Buffer.from(text(FILES_2025A.opps)));

  it("gives way to a file that is named like it, which is not registered", async () => {
    const entries = await discoverEntries("2024A", [original]);
    const opps = entries.find(({ entry }) => entry.family === "opps");
    expect([opps?.registered, opps?.entry.revisions[0]?.files[0]?.name]).toEqual([false, original.path]);
  });

  it("gives way to other bytes under its registered name where changed files are allowed, and the entry says so", async () => {
    const copy = download("opps/2024Q1-edited/ADD_B.csv", original.read());
    const oppsOf = async (allowChanged: boolean) =>
      (await discoverEntries("2024A", [copy], { allowChanged })).find(({ entry }) => entry.family === "opps");
    expect((await oppsOf(false))?.registered).toBe(true);
    const opps = await oppsOf(true);
    expect(opps?.registered).toBe(false);
    expect(opps?.entry.revisions[0]).toMatchObject({
      origin: "unverified",
      originNote: /registry knows .* other bytes/,
    });
  });
});

describe("files of which only the hash was recorded", () => {
  it("are registered, so that the archives of 2026 are read whole when they are at hand", () => {
    const files = registeredRelease("2026D").publications.find((each) => each.family === "pfs")?.files;
    expect(files?.map(({ role, bytes }) => [role, bytes])).toEqual([
      ["rvu", null],
      ["rvu-qpp", null],
      ["gpci", 5957],
      ["counties", null],
    ]);
  });
});
