import { describe, expect, it } from "vitest";
import { NA_LEGEND } from "../../pipelines/words/na.ts";
import { headline, pageOf, rows, type Sources, texts } from "../support/edited-page.ts";

describe("a site that CMS marks NA", () => {
  const officeNa = ({ document, history }: Sources): void => {
    const [row] = document.pfs;
    if (row !== undefined) row.nonFacilityNa = true;
    Object.assign(document.siteOfService.office.nonFacility, { na: true });
    for (const { release, national } of history)
      if (release === "2026A" && national !== undefined) national.nonFacilityNa = true;
  };
  const facilityNa = ({ document }: Sources): void => {
    const [row] = document.pfs;
    if (row !== undefined) row.facilityNa = true;
    for (const site of ["hopd", "asc"] as const) Object.assign(document.siteOfService[site].facility, { na: true });
  };
  const page = pageOf("22511", "2026A", officeNa);

  it("has its amounts marked as the other commands mark them, and says what that means", () => {
    expect(headline(page, "Office").slice(0, 2)).toEqual([
      "NA $1,773.92",
      `${NA_LEGEND}; the amount is computed from the file's RVUs`,
    ]);
    for (const line of ["National amount", "Limiting charge, derived", "Amount for qualifying APM participants"])
      expect(rows(page, line)[0]?.map((cell) => cell.startsWith("NA $"))).toEqual([true, false]);
    expect(rows(page, "ALABAMA")[0]?.slice(2, 4)).toEqual([
      expect.stringMatching(/^NA \$/),
      expect.stringMatching(/^\$/),
    ]);
    expect(page.querySelector("main")?.textContent).toContain("rarely or never done outside a facility");
  });

  it("is explained by what CMS's files show and no more: nothing says that such an amount is not paid", () => {
    // In all 165,547 such rows of 41 RVU files the two practice expenses are the same; CMS's payment files print the amount.
    const explained = `${NA_LEGEND}. The file repeats the other setting's practice expense there, and the amount shown is computed from those RVUs; no chart or sum contains it.`;
    const said = texts(page, "main p.small");
    expect(said.filter((each) => each === explained)).toHaveLength(3);
    expect(said).toContain(`${explained} Marked here: office.`);
    // The practice expenses of 22511, 44.89 and 2.60, are not the same.
    expect(said).toContain(
      "NA: CMS marks the service as rarely or never done outside a facility. The file has RVUs there, and the amount shown is computed from those RVUs; no chart or sum contains it.",
    );
    expect(page.body.textContent).not.toMatch(/payable (one|amount)/);
  });

  it("has its total of units in the headline marked so too", () => {
    expect(headline(pageOf("22511", "2026A"), "Total RVUs").slice(0, 2)).toEqual(["53.11", "10.82 in a facility"]);
    expect(headline(page, "Total RVUs").slice(0, 2)).toEqual(["10.82", "in a facility; NA in an office"]);
    const other = pageOf("22511", "2026A", facilityNa);
    expect(headline(other, "Total RVUs").slice(0, 2)).toEqual(["53.11", "NA in a facility"]);
    const both = pageOf("22511", "2026A", (sources) => {
      officeNa(sources);
      facilityNa(sources);
    });
    expect(headline(both, "Total RVUs")[1]).toBe("NA in an office and in a facility");
  });

  it("is neither summed nor drawn", () => {
    expect(rows(page, "Office")[0]).toEqual(["none", "NA $1,773.92", "none: NA"]);
    expect(rows(page, "Hospital")[0]).toEqual(["$3,342.87", "$361.40", "$3,704.27"]);
    expect(page.querySelector("#sites-chart-wide-description")?.textContent).toMatch(
      /^Office: no sum, NA; Hospital: \$3,704/,
    );
    const drawn = [...page.querySelectorAll("svg [data-source]")].map((each) => each.getAttribute("data-source"));
    expect(drawn.filter((each) => each?.startsWith("Office, "))).toEqual([]);
    expect(page.querySelector("#distribution-wide-description")?.textContent).toContain(
      "The national amount is $361.40",
    );
  });

  it("is not drawn or summed in a facility either", () => {
    const other = pageOf("22511", "2026A", facilityNa);
    expect(rows(other, "Hospital")[0]).toEqual(["$3,342.87", "NA $361.40", "none: NA"]);
    expect(rows(other, "Surgical center")[0]).toEqual(["$1,644.87", "NA $361.40", "none: NA"]);
    expect(rows(other, "Office")[0]).toEqual(["none", "$1,773.92", "$1,773.92"]);
    const drawn = [...other.querySelectorAll("svg [data-source]")].map((each) => each.getAttribute("data-source"));
    expect(drawn.filter((each) => /^(Hospital|Surgical center), physician/.test(each ?? ""))).toEqual([]);
  });

  it("leaves charts of localities out where both settings are marked", () => {
    const both = pageOf("22511", "2026A", (sources) => {
      officeNa(sources);
      facilityNa(sources);
    });
    expect(texts(both, "#localities ~ figure")).toEqual([]);
    expect(rows(both, "ALABAMA")[0]?.filter((cell) => cell.startsWith("NA $"))).toHaveLength(2);
  });

  it("is a gap in the history, which shows the setting that is paid", () => {
    const of2026 = rows(page, "2026A")[0] ?? [];
    expect(of2026.filter((cell) => cell.startsWith("NA "))).toEqual(["NA $1,773.92"]);
    expect(page.querySelector("#history-chart-1-wide-description")?.textContent).toMatch(
      /^Physician in a facility: \$393\.66 in 2025A, \$361\.40 in 2026A\./,
    );
    const office = pageOf("22511", "2025A", (sources) => {
      for (const { release, national } of sources.history)
        if (release === "2026A" && national !== undefined) national.nonFacilityNa = true;
    });
    expect(office.querySelector("#history-chart-1-wide-description")?.textContent).toBe(
      "Physician in an office: $1,676.52 in 2025A.",
    );
    expect(office.querySelector("#history")?.closest("section")?.textContent).toContain(
      "Not drawn, because NA: 2026A.",
    );
    const drawn = [...office.querySelectorAll("svg [data-source]")].map((each) => each.getAttribute("data-source"));
    expect(drawn.filter((each) => each?.startsWith("Physician in an office, 2026A"))).toEqual([]);
  });
});

it("says of a release that it was in force only where it was, and was not replaced on its days", () => {
  const lead = (standing?: Sources["manifest"]["standing"]): string =>
    texts(
      pageOf("22511", "2026A", ({ manifest }) => void Object.assign(manifest, standing && { standing })),
      ".lead",
    )[0] ?? "";
  expect(lead()).toContain(": in force 2026-01-01 to 2026-03-31.");
  expect(lead({ neverInForce: false, supersededBy: "2026AR" })).toContain(
    ": posted for 2026-01-01 to 2026-03-31, replaced by 2026AR.",
  );
  expect(lead({ neverInForce: true, supersededBy: null })).toContain(
    ": posted for 2026-01-01 to 2026-03-31, never in force.",
  );
});
