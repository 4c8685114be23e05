import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ownRelease } from "../../pipelines/inputs/own-entry.ts";
import { InputFault } from "../../pipelines/problems/problems.ts";
import { Release } from "../../schemas/source/release.ts";
import { copyExcerpt } from "../support/excerpt-copy.ts";

function copyWith(change: (release: Release) => object): string {
  const folder = copyExcerpt("2025A");
  const path = join(folder, "release.json");
  writeFileSync(path, JSON.stringify(change(Release.parse(JSON.parse(readFileSync(path, "utf8"))))));
  return folder;
}

function codeOf(folder: string, allowUnregistered: boolean): string {
  try {
    return ownRelease(folder, allowUnregistered).release;
  } catch (error) {
    return error instanceof InputFault ? error.problem.code : String(error);
  }
}

/** The folder's own word that its files are CMS's. */
const claimed = (release: Release): object => ({ ...release, title: "January 2025 as I say" });

describe(ownRelease, () => {
  it("is what ratebook ships when it says the same, word for word", () => {
    const { publications } = ownRelease(copyExcerpt("2025A"), false);
    expect(publications.every(({ registered }) => registered)).toBe(true);
  });

  it("needs the flag when it says anything else", () => {
    expect(codeOf(copyWith(claimed), false)).toBe("release.not-registered");
    expect(codeOf(copyWith(claimed), true)).toBe("2025A");
  });

  it("never makes a file CMS's own, nor a publication registered, whatever it says", () => {
    for (const publication of ownRelease(copyWith(claimed), true).publications)
      expect(publication).toMatchObject({ registered: false, origin: "unverified", posted: null, url: null });
  });

  it("is refused where it contradicts a pin: an invented hash of a registered archive, or of a file", () => {
    const archive = { name: "RVU25A.zip", sha256: "ab".repeat(32), bytes: 1 };
    const withArchive = copyWith((release) => ({
      ...release,
      publications: release.publications.map((each) => (each.family === "pfs" ? { ...each, archive } : each)),
    }));
    expect(codeOf(withArchive, true)).toBe("release.contradicts-registry");
    const whole = copyWith((release) => ({
      ...release,
      publications: release.publications.map(({ files, ...each }) => ({
        ...each,
        files: files.map(({ excerptOf: _, ...file }) => file),
      })),
    }));
    expect(codeOf(whole, true)).toBe("release.contradicts-registry");
  });
});
