import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { registeredReleases } from "../../pipelines/inputs/registered-releases.ts";
import { registeredRelease } from "../../pipelines/inputs/registry.ts";
import { CHECKS } from "../../pipelines/schedules/checks/all-checks.ts";
import { regionOf } from "../../pipelines/schedules/site/region.ts";
import { embeddedFolder, embeddedReleases, releaseIn } from "../../pipelines/sources/excerpts.ts";
import {
  conversionFactors,
  exceptions,
  indicatorsOf,
  knownFigures,
  layoutOf,
  regions,
  therapyReductions,
} from "../../pipelines/sources/sources.ts";

const registered = registeredReleases().map((id) => registeredRelease(id));
const embedded = embeddedReleases().map((id) => releaseIn(embeddedFolder(id)));

describe("the registry", () => {
  it("has the releases the README names, each under its own name", () => {
    expect(registered.map((release) => release.release)).toEqual(registeredReleases());
    expect(registeredReleases()).toEqual(expect.arrayContaining(["2022A", "2023A", "2025A", "2026B"]));
    expect(embedded.map((release) => release.release)).toEqual(["2025A", "2026A"]);
  });

  it.each([...registered, ...embedded].map((release) => [`${release.release} ${release.coverage}`, release] as const))(
    "%s has every source once, or says why not",
    (_, release) => {
      const files = release.publications.flatMap((publication) => publication.files);
      const roles = files.map((file) => file.role);
      const kinds = files.map((file) => `${file.role} ${file.name.split(".").at(-1)}`);
      expect(new Set(kinds).size).toBe(kinds.length);
      const missing = release.missing.map(({ source }) => source);
      const sources = { pfs: "rvu", gpci: "gpci", opps: "addendum-b", asc: "asc-aa" } as const;
      for (const [source, role] of Object.entries(sources)) {
        expect([source, roles.includes(role) !== missing.includes(source as "pfs")]).toEqual([source, true]);
      }
      expect(release.publications.every((each) => each.window.from <= each.window.to)).toBe(true);
    },
  );

  it("gives a release the ZIP code file of its quarter, else the nearest of its year, and says which", () => {
    const zipOf = (id: string) => registeredRelease(id).publications.find(({ family }) => family === "zip");
    const told = ["2025A", "2025D", "2026A", "2026C"].map((id) => [zipOf(id)?.label, zipOf(id)?.standsInFor]);
    expect(told).toEqual([
      ["ZIP5 2025Q4", "2025Q1"],
      ["ZIP5 2025Q4", undefined],
      ["ZIP5 2026Q1", undefined],
      ["ZIP5 2026Q1", "2026Q3"],
    ]);
    const { publications, missing } = registeredRelease("2024A");
    expect(publications.map(({ family }) => family)).not.toContain("zip");
    expect(missing).toContainEqual({ source: "zip", reason: "no zip publication of 2024 is registered" });
  });

  it("says of every file that is not CMS's own what was done to it", () => {
    const publications = registered.flatMap((release) => release.publications);
    expect(publications.filter((each) => each.origin !== "cms" && each.originNote === undefined)).toEqual([]);
  });
});

describe("parameters", () => {
  it("has one therapy reduction for each day since 2011", () => {
    const { reductions } = therapyReductions();
    expect(reductions.map(({ from, to }) => [from, to])).toEqual([
      ["2011-01-01", "2013-03-31"],
      ["2013-04-01", "2099-12-31"],
    ]);
  });

  it("has no two factors of one schedule and track for the same day", () => {
    const { factors } = conversionFactors();
    for (const [index, one] of factors.entries()) {
      const same = (two: typeof one): boolean =>
        two.schedule === one.schedule && two.track === one.track && two.publication === one.publication;
      const rivals = factors.slice(index + 1).filter(same);
      expect(rivals.filter((two) => one.from <= two.to && two.from <= one.to)).toEqual([]);
    }
  });

  it("expects the two factors of 2026 by name", () => {
    const tracks = conversionFactors().factors.filter((each) => each.schedule === "pfs" && each.from === "2026-01-01");
    expect(tracks.map(({ track, value }) => [track, value])).toEqual([
      ["non-qualifying-apm", "33.4009"],
      ["qualifying-apm", "33.5675"],
    ]);
  });

  it("names each indicator once", () => {
    for (const name of ["pfs-status", "opps-status", "asc-payment"] as const) {
      const codes = indicatorsOf(name).indicators.map((each) => each.code);
      expect(new Set(codes).size).toBe(codes.length);
    }
  });

  it("excepts rows of registered publications from checks that exist, each once", () => {
    const labels = new Set(registered.flatMap((release) => release.publications.map((each) => each.label)));
    const ids = new Set(CHECKS.map((check) => check.id));
    const listed = exceptions().exceptions;
    expect(listed.filter((each) => !ids.has(each.check))).toEqual([]);
    const unknown = listed.filter((each) => !each.publication.endsWith("*") && !labels.has(each.publication));
    // Files that the rules dossier has compared and that are not registered, because they are not at hand.
    const compared = /^(ASC addenda (2021Q[1-4]|2025Q[34])|RVU19A|RVU21[ABD]|RVU23D|RVU24C)$/;
    expect(unknown.filter((each) => !compared.test(each.publication))).toEqual([]);
    const keys = listed.map((each) => `${each.check} ${each.publication} ${each.key}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("knows the mission's own figures of January 2026", () => {
    // 7.15 + 44.89 + 1.07 = 53.11; x 33.4009 = 1773.921799; 7.15 + 2.60 + 1.07 = 10.82; x 33.4009 = 361.397738
    expect(knownFigures().figures.find((each) => each.release === "2026A" && each.hcpcs === "22511")).toMatchObject({
      totalRvu: "53.11",
      nonFacility: "1773.92",
      oppsRate: "3342.87",
      ascRate: "1644.87",
      facility: "361.40",
    });
    expect(knownFigures().figures).toHaveLength(12);
  });
});

describe("layouts", () => {
  const ids = readdirSync(new URL("../../sources/layouts", import.meta.url)).map((name) => name.replace(".json", ""));

  it.each(ids)("%s carries its own name and its key column", (id) => {
    const layout = layoutOf(id);
    expect(layout.id).toBe(id);
    expect(layout.columns.map((column) => column.field)).toContain(layout.key);
    expect(() => new RegExp(layout.member) && new RegExp(layout.keyPattern)).not.toThrow();
  });
});

describe(regionOf, () => {
  it("puts 22511 into the spine", () => {
    expect(regionOf("22511")).toMatchObject({ region: "Spine", system: "Musculoskeletal system" });
  });

  it("knows the ends of a range and nothing outside the surgical codes", () => {
    expect([regionOf("22010")?.region, regionOf("22899")?.region, regionOf("22900")?.region]).toEqual([
      "Spine",
      "Spine",
      "Abdomen",
    ]);
    expect([regionOf("99213"), regionOf("0001F"), regionOf("G0463"), regionOf("77002")]).toEqual(
      Array.from({ length: 4 }, () => undefined),
    );
  });

  it("has ranges in order that never overlap, each with a source that is listed", () => {
    const { ranges, sources } = regions();
    const bounds = ranges.flatMap((range) => [range.from, range.to]);
    expect([...bounds].sort()).toEqual(bounds);
    expect(ranges.every((range) => sources.some((source) => source.id === range.source))).toBe(true);
  });
});
