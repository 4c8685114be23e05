import { describe, expect, it } from "vitest";
import { rowOfCounty } from "../../pipelines/answers/rate/county.ts";
import type { CountiesOut } from "../../schemas/out/places.ts";

type More = Pick<CountiesOut, "except" | "elsewhere" | "cutShort">;

function row(
  locality: string,
  state: string,
  coverage: CountiesOut["coverage"],
  counties: string[] = [],
  more: More = {},
): CountiesOut {
  const area = `AREA ${locality}`;
  return { locality, state, area, twoCarriers: false, coverage, counties, row: Number(locality.slice(-2)), ...more };
}

const SUBURBS = [
  { state: "VIRGINIA", counties: ["ALEXANDRIA CITY", "FAIRFAX", "FAIRFAX CITY"] },
  { state: "MARYLAND", counties: ["MONTGOMERY", "PRINCE GEORGE'S"] },
];

/** As CMS's county files say it, misprint of Orange County included. */
const ROWS: readonly CountiesOut[] = [
  row("1011200", "ALABAMA", "all"),
  row("0118218", "CALIFORNIA", "listed", ["LOS ANGELES", "ORAGNGE CNTY"]),
  row("0111252", "CALIFORNIA", "listed", ["MARIN"]),
  row("0111205", "CALIFORNIA", "listed", ["SAN FRANCISCO", "ALAMEDA", "CONTRA COSTA", "SAN MATEO"]),
  row("0111275", "CALIFORNIA", "all-other"),
  row("1220201", "DISTRICT OF COLUMBIA", "listed", ["DISTRICT OF COLUMBIA"], { elsewhere: SUBURBS }),
  row("0910204", "FLORIDA", "listed", ["DADE", "MONROE"]),
  row("0910299", "FLORIDA", "all-other"),
  row("0121201", "HAWAII/GUAM", "all"),
  row("1230299", "MARYLAND", "all-other", [], { except: ["MONTGOMERY", "PRINCE GEORGE'S"] }),
  row("0530201", "MISSOURI", "listed", ["ST. LOUIS", "ST. LOUIS CITY"]),
  row("0530299", "MISSOURI", "all-other"),
  row("0530299", "MISSOURI", "all-other"),
  row("0920201", "PUERTO RICO", "listed", ["SHARED"]),
  row("0920202", "PUERTO RICO", "listed", ["SHARED"]),
  row("0441209", "TEXAS", "listed", ["BRAZORIA"], { cutShort: true }),
  row("0441299", "TEXAS", "all-other"),
  row("1130200", "VIRGINIA", "all", [], { except: ["ALEXANDRIA CITY", "FAIRFAX", "FAIRFAX CITY"] }),
];

describe(rowOfCounty, () => {
  it.each([
    ["Marin, CA", "0111252"],
    ["Marin County, California", "0111252"],
    ["contra costa, ca", "0111205"],
    ["Mono, CA", "0111275"],
    ["Jefferson, AL", "1011200"],
    ["Saint Louis City, MO", "0530201"],
    ["Boone, Missouri", "0530299"],
    ["Maui, HI", "0121201"],
    ["Guam, Guam", "0121201"],
    ["Fairfax, VA", "1220201"],
    ["Alexandria, VA", "1220201"],
    ["Montgomery, VA", "1130200"],
    ["Montgomery, MD", "1220201"],
    ["Garrett, MD", "1230299"],
    ["San Benito, CA", "0111275"],
    ["Brazoria, TX", "0441209"],
  ])("finds %s in %s", (text, locality) => {
    expect(rowOfCounty(ROWS, text).locality).toBe(locality);
  });

  it("never takes a county for one of all others when a listed name is much like it", () => {
    expect(() => rowOfCounty(ROWS, "Orange, CA")).toThrow(/could be in 0118218 AREA .* or in 0111275/);
    expect(() => rowOfCounty(ROWS, "Miami-Dade, FL")).toThrow(/could be in 0910204 AREA .* or in 0910299/);
    expect(() => rowOfCounty(ROWS, "Los Angelas, CA")).toThrow(/0118218/);
  });

  it("never takes a county for one of all others when CMS's text cuts a list short", () => {
    expect(() => rowOfCounty(ROWS, "Harris, TX")).toThrow(/0441209 .* or in 0441299 .*cut short/);
  });

  it("refuses a county that several localities share", () => {
    expect(() => rowOfCounty(ROWS, "Shared, PR")).toThrow(/SHARED could be in 0920201 .* or in 0920202/);
  });

  it("says what it does not understand", () => {
    expect(() => rowOfCounty(ROWS, "Marin")).toThrow(/has no state/);
    expect(() => rowOfCounty(ROWS, "Marin, Calif.")).toThrow(
      /no locality has MARIN in CALIF\.; the county file's states/,
    );
  });
});
