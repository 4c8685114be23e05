import { expect, it } from "vitest";
import { listDownloads } from "../../pipelines/inputs/downloads.ts";
import { unpackTable } from "../../pipelines/schedules/continuity/packed.ts";
import { profilesOf } from "../../pipelines/sources/profiles.ts";
import { completeness, continuityBounds } from "../../pipelines/sources/sources.ts";
import type { Profile } from "../../schemas/source/profile.ts";
import { Family } from "../../schemas/source/release.ts";
import { allProfiles } from "../../tools/profiles/all-profiles.ts";
import { measureAll } from "../../tools/profiles/measure-pairs.ts";
import { CMS_FOLDER, describeWithRealFiles } from "../support/real.ts";

/** Compressed texts may differ from one version of zlib to the next; what they say may not. */
function unpacked(profiles: readonly Profile[]): unknown {
  const tables = ({ tables: packed }: Profile) => packed.map(unpackTable);
  return profiles
    .map((profile) => ({ ...profile, tables: tables(profile) }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
}

describeWithRealFiles("sources/profiles", () => {
  it("is what CMS's files look like", async () => {
    const made = await allProfiles(listDownloads(CMS_FOLDER));
    expect(made.length).toBe(34);
    const labels = new Set(made.map(({ label }) => label));
    const kept = Family.options.flatMap(profilesOf).filter(({ label }) => labels.has(label));
    expect(unpacked(made)).toEqual(unpacked(kept));
  });

  it("has bounds that no two neighbouring tables go beyond", () => {
    const { bounds } = continuityBounds();
    for (const measured of measureAll(Family.options.map(profilesOf))) {
      const { role, measure, field } = measured;
      const bound = bounds.find((each) => each.role === role && each.measure === measure && each.field === field);
      for (const regime of ["sameYear", "eachYear"] as const)
        expect(measured[regime]?.seen ?? 0).toBeLessThanOrEqual(bound?.[regime]?.seen ?? 0);
    }
  });

  it("has every landmark in every relative value file", () => {
    const { codes, levels } = completeness().landmarks;
    expect(codes).toEqual(expect.arrayContaining(levels.flat()));
    const files = profilesOf("pfs").flatMap(({ tables }) => tables.filter(({ role }) => role === "rvu"));
    expect(files.length).toBeGreaterThanOrEqual(11);
    for (const file of files) expect(unpackTable(file).keys).toEqual(expect.arrayContaining(codes));
  });

  it("holds no descriptor: letters are short, and names are left out", () => {
    const letters = Family.options
      .flatMap(profilesOf)
      .flatMap(({ tables }) => tables.flatMap(({ columns }) => columns.flatMap((column) => column.letters ?? [])));
    expect(letters.filter((letter) => letter.length > 16)).toEqual([]);
    expect(letters.length).toBeGreaterThan(1000);
  });
});
