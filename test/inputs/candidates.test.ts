import { describe, expect, it } from "vitest";
import { discoverFamily } from "../../pipelines/inputs/discover.ts";
import type { Download } from "../../pipelines/inputs/downloads.ts";
import { locateInputs } from "../../pipelines/inputs/locate.ts";
import { registeredRelease, releaseName } from "../../pipelines/inputs/registry.ts";
import { Problems } from "../../pipelines/problems/problems.ts";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import type { FileEntry, Release } from "../../schemas/source/release.ts";
import { zipOf } from "../support/zips.ts";

function download(path: string, content: string | Uint8Array = path): Download {
  const bytes = typeof content === "string" ? new Uint8Array(Buffer.from(content)) : content;
  return { path, bytes: bytes.length, read: () => bytes };
}

/** October 2026 with its index file alone, pinned as the test says. */
function october({ archive = false, ...pin }: Partial<FileEntry> & { archive?: boolean } = {}): Release {
  const release = registeredRelease("2026D");
  const [pfs] = release.publications.filter(({ family }) => family === "pfs");
  if (pfs === undefined) throw new Error("2026D has no relative value publication");
  const { archive: zip, files, ...rest } = pfs;
  const gpci = files.filter(({ role }) => role === "gpci").map((file) => ({ ...file, ...pin }));
  return { ...release, publications: [{ ...rest, ...(archive && zip && { archive: zip }), files: gpci }] };
}

async function located(release: Release, downloads: readonly Download[]) {
  const problems = new Problems();
  const inputs = await locateInputs(release, downloads, { allowChanged: true }, problems);
  const read = inputs.located.map(({ bytes }) => Buffer.from(bytes).toString());
  return { read, problems: problems.list.map(({ code, message }) => `${code}: ${message}`) };
}

describe("a registered file of which only the name is there", () => {
  it.each([["RVU26C-wip/GPCI2026.csv"], ["GPCI2026.csv"], ["zz/GPCI2026.csv"]])(
    "is the one in the folder of its publication, not %s",
    async (other) => {
      const paths = [other, "RVU26D/GPCI2026.csv"];
      for (const each of [paths, paths.toReversed()]) {
        const found = await located(
          october(),
          each.map((path) => download(path)),
        );
        expect(found).toEqual({ read: ["RVU26D/GPCI2026.csv"], problems: [] });
      }
    },
  );

  it("is never one in the folder of another publication", async () => {
    expect(await located(october(), [download("RVU26C/GPCI2026.csv")])).toEqual({ read: [], problems: [] });
  });

  it("is listed with every other that it could be", async () => {
    const { read, problems } = await located(october(), [download("a/GPCI2026.csv"), download("b/GPCI2026.csv")]);
    expect([read, problems]).toEqual([
      [],
      [expect.stringMatching(/^input\.ambiguous: .*: a\/GPCI.*, b\/GPCI2026\.csv$/)],
    ]);
  });

  it("is read where every other has the same bytes", async () => {
    const twice = [download("a/GPCI2026.csv", "same"), download("b/GPCI2026.csv", "same")];
    expect(await located(october(), twice)).toEqual({ read: ["same"], problems: [] });
  });

  it("gives way to the bytes that the registry pins, whatever their name and with or without a size", async () => {
    for (const bytes of [null, 6]) {
      const release = october({ bytes, sha256: sha256(Buffer.from("pinned")) });
      const files = [download("RVU26D/GPCI2026.csv"), download("x/saved (1).csv", "pinned")];
      expect(await located(release, files)).toEqual({ read: ["pinned"], problems: [] });
    }
  });
});

describe("a registered archive of which only the name is there", () => {
  it("is listed with every other that it could be", async () => {
    const name = "rvu26d-updated-08-26-2026.zip";
    const one = download(`a/${name}`, await zipOf({ "GPCI2026.csv": "1" }));
    const other = download(`b/${name}`, await zipOf({ "GPCI2026.csv": "2" }));
    const { read, problems } = await located(october({ archive: true }), [one, other]);
    expect([read, problems]).toEqual([[], [expect.stringContaining(`a/${name}, b/${name}`)]]);
  });
});

describe("an unregistered file", () => {
  const discover = (...downloads: readonly Download[]) => discoverFamily(releaseName("2039A"), "asc", downloads, []);
  const relativeValues = (picks: readonly string[], ...downloads: readonly Download[]) =>
    discoverFamily(releaseName("2039A"), "pfs", downloads, picks);

  it("is listed with another one in a folder of the same name", async () => {
    await expect(discover(download("a/2039Q1/AA.csv"), download("b/2039Q1/AA.csv"))).rejects.toThrow(
      /several downloads could be it: a\/2039Q1\/AA\.csv, b\/2039Q1\/AA\.csv/,
    );
    const same = await discover(download("a/2039Q1/AA.csv", "same"), download("b/2039Q1/AA.csv", "same"));
    expect(same?.revisions[0]?.files).toHaveLength(1);
  });

  it("is decided by --pick, which takes no other table away", async () => {
    const files = ["PPRRVU2039_Jan_nonQPP.csv", "GPCI2039.csv", "GPCI2039.first.csv"];
    const downloads = files.map((name) => download(`RVU39A/${name}`, name));
    await expect(relativeValues([], ...downloads)).rejects.toThrow(/several downloads could be it/);
    const picked = await relativeValues(["A/GPCI2039.csv"], ...downloads);
    expect(picked?.revisions[0]?.files.map(({ name }) => name)).toEqual(["PPRRVU2039_Jan_nonQPP.csv", "GPCI2039.csv"]);
  });

  it("is listed with the archive beside it that has other bytes, until one is picked", async () => {
    const archive = download("RVU39A.zip", await zipOf({ "GPCI2039.csv": "posted" }));
    const other = download("RVU39A/GPCI2039.csv", "edited");
    await expect(relativeValues([], archive, other)).rejects.toThrow(
      /RVU39A\.zip > GPCI2039\.csv, RVU39A\/GPCI2039\.csv/,
    );
    expect((await relativeValues(["RVU39A/"], archive, other))?.revisions[0]?.archive).toBeUndefined();
    const same = await relativeValues([], archive, download("RVU39A/GPCI2039.csv", "posted"));
    expect(same?.revisions[0]?.archive?.name).toBe("RVU39A.zip");
  });
});
