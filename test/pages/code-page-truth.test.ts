import { describe, expect, it } from "vitest";
import { caveats } from "../../pipelines/sources/caveats.ts";
import { policyIndicators } from "../../pipelines/sources/policy.ts";
import type { Origin } from "../../schemas/source/release.ts";
import { headline, type Page, pageOf, rows, type Sources, texts } from "../support/edited-page.ts";

/** As if the relative value file had no row for the code. */
function withoutPhysician({ document }: Sources): void {
  const none = { value: null, reason: "not-in-fee-schedule" };
  document.pfs = [];
  document.localities = [];
  document.siteOfService.office.nonFacility = none;
  for (const site of ["hopd", "asc"] as const)
    Object.assign(document.siteOfService[site], { facility: none, total: none });
}

function allOf(origin: Origin) {
  return ({ document }: Sources): void => {
    for (const file of Object.values(document.files)) file.origin = origin;
  };
}

describe("what the page says its figures were verified against", () => {
  it("says verified of CMS's own files alone, and of each other schedule which copy it is", () => {
    expect(texts(pageOf("22511", "2026A"), ".copies li")).toEqual([
      "Verified against release 2026A: locality indices (GPCIs), surgical center (ASC addenda). Read from rows of CMS's own files, which are pinned by their sha256.",
      expect.stringMatching(
        /^reconstructed copy of release 2026A, not verified against CMS's file: hospital outpatient \(Addendum B\)\. Put together .* no weights, no copayments\.$/,
      ),
      expect.stringMatching(
        /^transcribed from CMS's file of release 2026A and checked against the totals that it prints: physician fee schedule\. Figures transcribed row by row/,
      ),
    ]);
    expect(texts(pageOf("22511", "2025A"), ".copies li")).toEqual([
      expect.stringMatching(/^Verified against release 2025A: physician fee schedule, locality .*, surgical center/),
      expect.stringMatching(/^edited copy of CMS's file of release 2025A: hospital outpatient .* cut the rows above/),
    ]);
  });

  it("marks the headline figures of such a schedule, and no other", () => {
    const page = pageOf("22511", "2026A");
    expect(headline(page, "Office")).toEqual(["$1,773.92", "physician, non-facility rate", "transcribed"]);
    expect(headline(page, "Hospital outpatient").at(-1)).toBe("reconstructed copy");
    expect(headline(page, "Surgical center")).toEqual(["$1,644.87", "Payment indicator G2"]);
    expect(texts(pageOf("22511", "2026A", allOf("cms")), ".copy")).toEqual([]);
  });

  it("says verified of everything where every file is CMS's, and of nothing where none is", () => {
    const own = pageOf("22511", "2026A", (sources) => {
      allOf("cms")(sources);
      sources.manifest.coverage = "whole";
    });
    expect(texts(own, ".copies li")).toEqual([
      "Verified against release 2026A: physician fee schedule, locality indices (GPCIs), hospital outpatient (Addendum B), surgical center (ASC addenda). Read from CMS's own files, which are pinned by their sha256.",
    ]);
    const nobodys = pageOf("22511", "2026A", allOf("unverified"));
    expect(nobodys.querySelector("header")?.textContent).not.toMatch(/Verified/);
    expect(texts(nobodys, ".copies li")[0]).toMatch(
      /^unverified file taken for release 2026A: physician .* are not in the registry/,
    );
    expect(headline(nobodys, "Status").at(-1)).toBe("unverified file");
  });

  it("says that totals were checked only where they were and held", () => {
    const page = pageOf("22511", "2026A", ({ manifest }) => {
      for (const check of manifest.checks) if (check.id === "pfs.facility-total") check.held -= 1;
    });
    expect(texts(page, ".copies li").at(-1)).toMatch(/^transcribed from CMS's file of release 2026A: physician/);
  });

  it("names the schedules that were not read", () => {
    const page = pageOf("22511", "2026A", (sources) => {
      withoutPhysician(sources);
      delete sources.document.files["rvu"];
    });
    expect(texts(page, ".copies li").at(-1)).toBe("Not read for release 2026A: physician fee schedule.");
    expect(texts(page, "#units + p")).toEqual(["The relative value file of this release was not read."]);
  });
});

describe("the history", () => {
  const historyOf = (edit: (sources: Sources) => void): Page => pageOf("22511", "2026A", edit);
  const section = (page: Page): string => page.querySelector("#history")?.parentElement?.textContent ?? "";
  const replaced = ({ history }: Sources): void => {
    const [first] = history;
    if (first !== undefined) history.push({ ...first, release: "2025AR" });
    Object.assign(first ?? {}, { standing: { neverInForce: false, supersededBy: "2025AR" } });
  };

  it("marks a release that was replaced as the timeline does, and draws those in force alone", () => {
    const page = historyOf(replaced);
    expect(rows(page, "2025A")[0]?.[1]).toBe("replaced by 2025AR");
    expect(rows(page, "2025AR")[0]?.[1]).toBe("in force");
    expect(section(page)).toContain("Not drawn: 2025A, replaced by 2025AR.");
    expect(page.querySelector("#history-chart-1-wide-description")?.textContent).toMatch(
      /^Physician in an office: \$1,773\.92 in 2026A, \$1,676\.52 in 2025AR\./,
    );
    expect(section(historyOf(() => undefined))).not.toContain("Not drawn");
  });

  it("marks the page's own release where that was never in force, or is another revision", () => {
    const own = (edit: Partial<Sources["history"][number]>): Page =>
      historyOf(({ history }) => Object.assign(history.at(-1) ?? {}, edit));
    const never = own({ standing: { neverInForce: true, supersededBy: null } });
    expect(rows(never, "2026A")[0]?.[1]).toBe("never in force");
    expect(rows(own({ release: "2026A-pfs1" }), "2026A-pfs1")[0]?.[1]).toBe("another revision");
    expect(never.querySelector("#history-chart-1-wide-description")).toBeNull();
  });

  it("does not say that nothing else is built: a folder may hold releases that are left out of it", () => {
    const alone = section(historyOf(({ history }) => void history.shift()));
    expect(alone).toContain("This folder has no other release that was in force and lists the code.");
  });
});

describe("cells that hold nothing", () => {
  const blank = (origin: Origin): string | undefined =>
    rows(
      pageOf("22511", "2026A", ({ document }) => {
        const file = document.files["addendum-b"];
        if (file !== undefined) file.origin = origin;
        if (origin === "cms") Object.assign(document.opps?.relativeWeight ?? {}, { reason: "blank-in-cms-file" });
      }),
      "Relative weight",
    )[0]?.[0];

  it("are CMS's blanks only in CMS's own file", () => {
    expect(blank("cms")).toBe("blank in CMS file");
    expect(blank("edited")).toBe("blank in this copy");
    expect(blank("reconstructed")).toBe("not in this copy");
    expect(texts(pageOf("22511", "2026A"), "th").filter((each) => each === "The copy has")).toHaveLength(1);
  });

  it("are told apart from who says that nothing is paid: the indicator", () => {
    const page = pageOf("22512", "2026A");
    const [opps, asc] = rows(page, "Payment rate");
    expect(opps).toEqual(["not in this copy", "No rate, by status indicator N: packaged"]);
    expect(asc?.[1]).toBe("No rate, by payment indicator N1: packaged");
  });
});

it("speaks of the wage index only where a rate is adjusted by it", () => {
  const meaning = (indicator: string): string | undefined =>
    rows(
      pageOf("22511", "2026A", ({ document }) => {
        if (document.opps !== null) document.opps.statusIndicator.value = indicator;
      }),
      "Payment rate",
    )[0]?.[1];
  expect(meaning("J1")).toBe("National, before the wage index");
  for (const drug of ["K", "G"]) expect(meaning(drug)).toBe("National");
});

describe("a row that the fee schedule does not price", () => {
  const unpriced = (priceState: string) =>
    pageOf("22511", "2026A", ({ document, history, family }) => {
      const none = { value: null, reason: priceState, because: "/pfs/0/status" };
      const both = { nonFacility: none, facility: none };
      const [row] = document.pfs;
      if (row === undefined) throw new Error("22511 has a row");
      Object.assign(row, { priceState, localityAmounts: null, national: { ...both, limitingCharge: both } });
      Object.assign(row, { qualifyingApm: both, modifiers: [] });
      document.siteOfService.office.nonFacility = none;
      for (const site of ["hopd", "asc"] as const)
        Object.assign(document.siteOfService[site], {
          facility: none,
          total: { ...none, reason: `physician-${priceState}` },
        });
      history.length = 0;
      family.length = 0;
    });

  it.each(["anesthesia", "excluded-by-regulation", "not-covered"])("has no conversion factor: %s", (state) => {
    const page = unpriced(state);
    expect(rows(page, "Total RVUs")[0]).toEqual(["53.11", "10.82"]);
    for (const line of ["Conversion factor", "Limiting charge, derived"]) expect(rows(page, line)).toEqual([]);
    expect(texts(page, "dl.rules dt")).toEqual([]);
  });

  it("is excluded from the fee schedule, and not said to be excluded from all payment", () => {
    // Status E and X; drugs of Part B and laboratory tests have such rows and are paid by other schedules.
    const office = (state: string): string | undefined => headline(unpriced(state), "Office")[0];
    expect(office("excluded-by-regulation")).toBe("not paid under the fee schedule: excluded by regulation");
    expect(office("excluded-by-statute")).toBe("not paid under the fee schedule: excluded by statute");
    expect(office("not-covered")).toBe("not covered");
  });

  it("has bars of the facilities' rates that say so: no sum stands at their end", () => {
    const ends = texts(unpriced("excluded-by-regulation"), "svg[aria-labelledby=sites-chart-wide-title] text").slice(3);
    expect(ends).toEqual(["excluded by regulation", "$3,342.87facility only", "$1,644.87facility only"]);
  });

  it("says what anesthesia is paid by", () => {
    expect(unpriced("anesthesia").querySelector("main")?.textContent).toContain(
      "Anesthesia is paid by base and time units, times the anesthesia conversion factor of the locality",
    );
    expect(rows(unpriced("anesthesia"), "Hospital")[0]?.at(-1)).toBe("physician: paid by base and time units");
  });
});

describe("the rules that are listed", () => {
  const rulesOf = (hcpcs: string, edit?: (sources: Sources) => void): string[] =>
    texts(pageOf(hcpcs, "2026A", edit), "dl.rules dd > code");

  it("are those of figures on the page", () => {
    const [ofModifiers, others] = [0, 5].map((from) => rulesOf("22511").slice(from, from === 0 ? 5 : undefined)) as [
      string[],
      string[],
    ];
    expect(others).toEqual([
      "pfs.national-amount",
      "pfs.locality-amount",
      "pfs.limiting-charge",
      "pfs.qualifying-apm-factor",
      "site.facility-plus-physician",
    ]);
    expect(ofModifiers.map((id) => id.replace("pfs.", ""))).toEqual([
      "bilateral",
      "surgical-care-only",
      "postoperative-care-only",
      "preoperative-care-only",
      "return-to-operating-room",
    ]);
    expect(rulesOf("22512")).not.toContain("site.facility-plus-physician");
  });

  it("name the rule of amounts where related codes alone have one", () => {
    expect(rulesOf("22511", withoutPhysician)).toEqual(["pfs.national-amount"]);
  });
});

it("says of an add-on that CMS prints no indicator of it, and that the global period was read", () => {
  expect(rows(pageOf("22511", "2026A"), "Add-on")[0]?.[0]).toBe("none; global period 010");
  expect(rows(pageOf("22512", "2026A"), "Add-on")[0]?.[0]).toBe("none; global period ZZZ");
  expect(rows(pageOf("22511", "2026A"), "Global period")[0]?.[0]).toBe("010");
});

it("names the amounts of the other factor as its own tables do, wherever it speaks of them", () => {
  const page = pageOf("22511", "2026A");
  expect(rows(page, "Amount for qualifying APM participants")[0]).toEqual(["$1,782.77", "$363.20"]);
  const caveat = caveats().caveats.find(({ id }) => id === "two-factors-2026")?.text;
  expect(caveat).toContain('"for qualifying APM participants" in tables');
});

it("heads the page by what its figures are: fee schedule amounts of a release", () => {
  expect(texts(pageOf("22511", "2026A"), ".eyebrow")).toEqual(["Medicare fee schedule amounts, release 2026A"]);
});

describe("what an indicator does not say", () => {
  const meaning = (field: string, title: string, code: string): string =>
    policyIndicators()
      .indicators.find((each) => each.field === field && each.title === title)
      ?.codes.find((each) => each.code === code)?.meaning ?? "";

  it("is not said: a code outside ZZZ may be an add-on, as 01953, 01968 and 01969 with XXX are", () => {
    expect(meaning("globalDays", "Add-on", "*")).toMatch(/^Not said/);
  });

  it("is that a reduction applies by itself: CMS ties it to another procedure of the day", () => {
    expect(meaning("multipleProcedure", "Multiple procedures", "2")).toMatch(/indicator 1, 2 or 3 on the same day/);
    expect(meaning("multipleProcedure", "Multiple procedures", "3")).toMatch(/^With another endoscopy/);
    expect(meaning("multipleProcedure", "Multiple procedures", "4")).toMatch(/of its family in one session/);
  });
});
