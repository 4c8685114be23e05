import { describe, expect, it } from "vitest";
import { timeline as timelineOf } from "../../pipelines/answers/timeline/timeline.ts";
import type { ReleaseDocuments } from "../../pipelines/documents/release-documents.ts";
import { TimelineDocument } from "../../schemas/out/timeline.ts";
import { feesIn } from "../support/decimal-amounts.ts";
import { altered, as, built, changed, OUT, posted, type Table, withTables } from "../support/timeline-releases.ts";

const WHOLE = { modifier: undefined, locality: undefined };
const [A, B] = [built("2025A"), built("2026A")];
const pointOf = (document: TimelineDocument, release: string) =>
  document.points.find((point) => point.release === release);

const originsOf = (document: TimelineDocument, release: string): Record<string, string> =>
  Object.fromEntries(Object.entries(pointOf(document, release)?.files ?? {}).map(([id, { origin }]) => [id, origin]));

/** A table that was read from bytes which the registry does not pin. */
function unverified(table: Table): Table {
  const files = Object.entries(table?.head.files ?? {}).map(([id, file]) => [id, { ...file, origin: "unverified" }]);
  return table && altered(table, { head: { ...table.head, files: Object.fromEntries(files) } });
}

describe("the timeline of 22511", () => {
  const document = timelineOf([B, A], { hcpcs: "22511", ...WHOLE });

  it("fits its schema and goes by days of service", () => {
    expect(TimelineDocument.safeParse(document).error).toBeUndefined();
    expect(document.points.map(({ release }) => release)).toEqual(["2025A", "2026A"]);
    expect(document.notBuilt).toEqual(["2025B", "2025C", "2025D"]);
  });

  it("has units, factor, amounts and letters as CMS prints them", () => {
    expect(pointOf(document, "2025A")).toMatchObject({
      standing: "in-force",
      conversionFactor: { value: "32.3465" },
      rvus: [{ status: "A", workRvu: "7.33", nonFacilityPeRvu: "43.46", mpRvu: "1.04", nonFacilityTotal: "51.83" }],
      opps: { statusIndicator: "J1", apc: "5113" },
      asc: { paymentIndicator: "G2", paymentWeight: "28.7670" },
      nonFacility: { value: "1676.52", reason: null, modifier: "", change: null },
      facility: { value: "393.66" },
      oppsRate: { value: "3244.61" },
      ascRate: { value: "1579.16" },
    });
  });

  it("says what moved each amount since the release before", () => {
    const point = pointOf(document, "2026A");
    // Worked out by hand in effects.test.ts and diff.test.ts.
    expect(point?.nonFacility.change).toMatchObject({
      since: "2025A",
      change: "97.40",
      effects: { work: "-5.92", pe: "47.01", mp: "0.99", factor: "55.32", rounding: "0.00" },
      explained: { work: "efficiency-adjustment-2026", factor: "conversion-factor-pfs-2025A-2026A" },
    });
    expect(point?.ascRate.change).toMatchObject({ change: "65.71", effects: { weight: "24.34", factor: "41.36" } });
    // 3,342.87 - 3,244.61, of which 3.03 percent.
    expect(point?.oppsRate.change).toMatchObject({ change: "98.26", percent: "3.03" });
    expect(Object.keys(document.rules)).toContain("conversion-factor-pfs-2025A-2026A");
  });

  it("takes a locality's amounts as they were published, with its indices", () => {
    const there = timelineOf([A, B], { hcpcs: "22511", modifier: undefined, locality: "0111205" });
    for (const release of ["2025A", "2026A"]) {
      const published = feesIn(`${OUT}/${release}`)("22511", "", "nonFacility").get("0111205");
      expect(pointOf(there, release)?.nonFacility.value).toBe(published);
    }
    expect(there.locality).toMatchObject({ locality: "0111205" });
    const effects = pointOf(there, "2026A")?.nonFacility.change?.effects ?? {};
    expect(Object.keys(effects)).toContain("peGpci");
    const cents = Object.values(effects).reduce((sum, each) => sum + Number(each.replace(".", "")), 0);
    expect(cents).toBe(Number(pointOf(there, "2026A")?.nonFacility.change?.change?.replace(".", "")));
  });
});

describe("what goes with a figure", () => {
  const document = timelineOf([A, B], { hcpcs: "22511", ...WHOLE });

  it("is the files it stands on, and what each is", () => {
    expect(pointOf(document, "2026A")?.coverage).toBe("excerpt");
    // As sources/ and the manifests of both releases say of the copies that were at hand.
    expect(originsOf(document, "2025A")).toMatchObject({ rvu: "cms", "addendum-b": "edited", "asc-aa": "cms" });
    expect(originsOf(document, "2026A")).toMatchObject({ rvu: "transcribed", "addendum-b": "reconstructed" });
    const { publications } = A.manifest;
    const pinned = publications.flatMap(({ files }) => files.map(({ id, sha256 }) => [id, sha256]));
    for (const [id, { sha256 }] of Object.entries(pointOf(document, "2025A")?.files ?? {}))
      expect(pinned).toContainEqual([id, sha256]);
  });

  it("says unverified of a file whose bytes nobody vouched for", () => {
    const edited = timelineOf([withTables(A, unverified), B], { hcpcs: "22511", ...WHOLE });
    expect(originsOf(edited, "2025A")["rvu"]).toBe("unverified");
    expect(pointOf(edited, "2025A")?.nonFacility.cells[0]?.origin).toBe("unverified");
  });

  it("is its rule and its cells, or the cell that CMS prints it in", () => {
    const point = pointOf(document, "2026A");
    expect(point?.nonFacility).toMatchObject({ rule: "pfs.national-amount", cells: [{ origin: "transcribed" }] });
    expect(Object.keys(document.amountRules)).toEqual(["pfs.national-amount"]);
    expect(point?.oppsRate).toMatchObject({ rule: null, cells: [{ columns: [{ heading: "Payment Rate" }] }] });
    expect(point?.rvus[0]?.source.columns["workRvu"]?.heading).toBe("WORK RVU");
    expect(point?.files).toHaveProperty([point?.rvus[0]?.source.file ?? ""]);
  });

  it("is the track it is for, and since 2026 the amounts of the other", () => {
    const [before, after] = ["2025A", "2026A"].map((release) => pointOf(document, release));
    expect([before?.conversionFactor?.track, after?.conversionFactor?.track]).toEqual([
      "all-clinicians",
      "non-qualifying-apm",
    ]);
    expect(before?.qualifyingApm).toBeNull();
    expect(after?.qualifyingApm?.conversionFactor).toEqual({ value: "33.5675", track: "qualifying-apm" });
    // 53.11 x 33.5675 = 1782.769925, 10.82 x 33.5675 = 363.20035.
    expect(after?.nonFacility.qualifyingApm).toMatchObject({ value: "1782.77" });
    expect(after?.facility.qualifyingApm).toMatchObject({ value: "363.20" });
  });

  it("is CMS's NA, at the setting that has it", () => {
    const point = pointOf(timelineOf([A, B], { hcpcs: "22505", ...WHOLE }), "2026A");
    expect([point?.nonFacility.na, point?.facility.na]).toEqual([true, undefined]);
    expect(point?.nonFacility.value).toBe("153.64");
  });

  it("is the OPPS cap on imaging, and what is payable under it", () => {
    // 70496 in 2025A: $272.36, at the cap $257.80; the excerpt holds no such row, so 77012 has its amounts here.
    const rvus = { workRvu: "1.75", nonFacilityPeRvu: "6.11", facilityPeRvu: "6.11", mpRvu: "0.11" };
    const capped = { nonFacility: "272.36", oppsCap: { nonFacility: "257.80", facility: "257.80", ...rvus } };
    const imaging = withTables(A, (table) => changed(table, "", capped));
    const point = pointOf(timelineOf([imaging, B], { hcpcs: "77012", ...WHOLE }), "2025A");
    expect(point?.nonFacility).toMatchObject({
      value: "272.36",
      oppsCap: { value: "257.80" },
      payable: { value: "257.80" },
    });
    expect(point?.facility.modifier).toBe("26");
  });
});

describe("releases that were not in force", () => {
  it("stand in the timeline, and nothing is compared with them", () => {
    // 2018A was replaced by 2018AR for the same days, RVU13A before its first day; 2025A-asc2 is another posting.
    const others = [
      as(A, "2013A", "2013-01-01", "2013-03-31"),
      as(A, "2018A", "2018-01-01", "2018-03-31"),
      as(A, "2025A-asc2", "2025-01-01", "2025-03-31"),
    ];
    const document = timelineOf([...others, A, B], { hcpcs: "22511", ...WHOLE });
    expect(document.points.map(({ release, standing }) => [release, standing])).toEqual([
      ["2013A", "never-in-force"],
      ["2018A", "superseded"],
      ["2025A", "in-force"],
      ["2025A-asc2", "other-revision"],
      ["2026A", "in-force"],
    ]);
    expect(document.points.map(({ nonFacility }) => nonFacility.change?.since ?? null)).toEqual([
      null,
      null,
      null,
      null,
      "2025A",
    ]);
    // CMS replaced 2018A by 2018AR and that by 2018AR1, all for the same days.
    expect(pointOf(document, "2018A")?.replacedBy).toBe("2018AR1");
  });

  it("stand as CMS posted them, before and after the one that answers for the days", () => {
    // Addendum B of January 2020 is built with its second posting, the ASC addenda of January 2025 with their first.
    const postings = [
      posted(as(A, "2025A-asc2", "2025-01-01", "2025-03-31"), "asc", 2),
      A,
      posted(as(A, "2020A", "2020-01-01", "2020-03-31"), "opps", 2),
      posted(as(A, "2020A-opps1", "2020-01-01", "2020-03-31"), "opps", 1),
    ];
    for (const releases of [postings, postings.toReversed()]) {
      const { points } = timelineOf(releases, { hcpcs: "22511", ...WHOLE });
      expect(points.map(({ release }) => release)).toEqual(["2020A-opps1", "2020A", "2025A", "2025A-asc2"]);
      // Another posting is compared with the release before, as the one in force is, and never with that.
      expect(points.map(({ nonFacility }) => nonFacility.change?.since ?? null)).toEqual([
        null,
        null,
        "2020A",
        "2020A",
      ]);
    }
  });
});

describe("what a release lacks", () => {
  const without = (documents: ReleaseDocuments, ...names: readonly string[]): ReleaseDocuments =>
    withTables(documents, (table, name) => (names.includes(name) ? undefined : table));

  it("is passed over: the next figure is compared with the last one that was read", () => {
    const middle = without(as(A, "2025D", "2025-10-01", "2025-12-31"), "opps", "asc");
    const document = timelineOf([A, middle, B], { hcpcs: "22511", ...WHOLE });
    expect(pointOf(document, "2025D")?.oppsRate).toEqual({
      value: null,
      reason: "source-missing",
      rule: null,
      cells: [],
      change: null,
    });
    expect(pointOf(document, "2025D")?.ascRate.reason).toBe("source-missing");
    expect(pointOf(document, "2026A")?.oppsRate.change?.since).toBe("2025A");
    expect(pointOf(document, "2026A")?.nonFacility.change?.since).toBe("2025D");
  });

  it("says of an excerpt that the code is not in it, and of a whole release that it is not listed", () => {
    const one = withTables(without(A, "site-of-service", "opps", "asc"), emptied);
    const whole = altered(one, { manifest: { ...one.manifest, coverage: "whole" } });
    const reason = (first: ReleaseDocuments) =>
      pointOf(timelineOf([first, B], { hcpcs: "22511", ...WHOLE }), "2025A")?.nonFacility.reason;
    expect([reason(one), reason(whole)]).toEqual(["not-in-excerpt", "not-in-fee-schedule"]);
    const added = pointOf(timelineOf([whole, B], { hcpcs: "22511", ...WHOLE }), "2026A")?.nonFacility.change;
    expect(added).toMatchObject({ since: "2025A", from: null, to: "1773.92", change: null });
  });

  it("is refused when no release has it", () => {
    const ask = (wanted: object) => () => timelineOf([A, B], { hcpcs: "22511", ...WHOLE, ...wanted });
    expect(ask({ hcpcs: "99999" })).toThrow(/99999.*no source of 2025A, 2026A has the code\. /);
    expect(ask({ hcpcs: "22519" })).toThrow(/has the code; similar codes are 22510, .*, 22515\. /);
    expect(ask({ modifier: "26" })).toThrow(/22511 has no row with "26"/);
    expect(ask({ locality: "0000000" })).toThrow(/"0000000" is not a locality/);
  });
});

function emptied(table: Table): Table {
  return table && altered(table, { rowsOf: () => [] });
}
