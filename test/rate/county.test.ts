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
  row("0920220", "PUERTO RICO", "all"),
  row("0920250", "VIRGIN ISLANDS", "all"),
  row("0230201", "OREGON", "listed", ["LANE"]),
  row("0230202", "OREGON", "listed", ["LANE"]),
  row("1310200", "CONNECTICUT", "all"),
  row("0210201", "ALASKA", "all"),
  row("0720201", "LOUISIANA", "listed", ["JEFFERSON", "ORLEANS"]),
  row("0720299", "LOUISIANA", "all-other"),
  row("1320201", "NEW YORK", "listed", ["NEW YORK"]),
  row("1320202", "NEW YORK", "listed", ["BRONX", "KINGS"]),
  row("1328299", "NEW YORK", "all-other"),
  row("0610216", "ILLINOIS", "listed", ["COOK"]),
  row("0610299", "ILLINOIS", "all-other"),
  { ...row("0111251", "CALIFORNIA", "listed", ["NAPA"]), area: "NAPA VALLEY" },
  row("0441209", "TEXAS", "listed", ["BRAZORIA", "HARRI"], { cutShort: true }),
  row("0441299", "TEXAS", "all-other"),
  row("1130200", "VIRGINIA", "all", [], { except: ["ALEXANDRIA CITY", "FAIRFAX", "FAIRFAX CITY"] }),
];

const noZip = () => undefined;
const localityOf = (text: string): string => rowOfCounty(ROWS, text, noZip).row.locality;

describe(rowOfCounty, () => {
  it.each([
    ["Marin, CA", "0111252"],
    ["Marin County, California", "0111252"],
    ["contra costa, ca", "0111205"],
    ["Mono, CA", "0111275"],
    ["San Benito, CA", "0111275"],
    ["Jefferson, AL", "1011200"],
    ["De Kalb, AL", "1011200"],
    ["Saint Louis City, MO", "0530201"],
    ["Boone, Missouri", "0530299"],
    ["Maui, HI", "0121201"],
    ["Guam, Guam", "0121201"],
    ["Fairfax, VA", "1220201"],
    ["Fairfax City, VA", "1220201"],
    ["Alexandria, VA", "1220201"],
    ["Richmond, VA", "1130200"],
    ["Charles City, VA", "1130200"],
    ["Montgomery, VA", "1130200"],
    ["Montgomery, MD", "1220201"],
    ["Garrett, MD", "1230299"],
    ["Prince Georges, MD", "1220201"],
    ["Brazoria, TX", "0441209"],
    ["Orange, CA", "0118218"],
    ["Miami-Dade, FL", "0910204"],
    ["Dade, FL", "0910204"],
    ["Lower Connecticut River Valley, CT", "1310200"],
    ["District of Columbia, DC", "1220201"],
    ["Orleans Parish, LA", "0720201"],
    ["St. John the Baptist Parish, LA", "0720299"],
    ["Kodiak Island Borough, AK", "0210201"],
    ["Chugach Census Area, AK", "0210201"],
    ["Mayaguez Municipio, PR", "0920220"],
    ["St. Croix, Virgin Islands", "0920250"],
  ])("finds %s in %s", (text, locality) => {
    expect(localityOf(text)).toBe(locality);
  });

  it.each([
    ["Foobar, NY", '"Foobar" is not a county of New York'],
    ["Orange Grove, CA", '"Orange Grove" is not a county of California'],
    ["Marinn, CA", '"Marinn" is not a county of California; did you mean "Marin"?'],
    ["Alexandria County, VA", '"Alexandria County" is not a county of Virginia'],
    ["Brooklyn, NY", "it is a city or borough in Kings, NY (1320202 AREA 1320202)"],
    ["Brooklyn Borough, NY", "it is a city or borough in Kings, NY (1320202 AREA 1320202)"],
    [
      "New York City, NY",
      "in Bronx, NY (1320202 AREA 1320202); Kings, NY (1320202 AREA 1320202); New York, NY (1320201",
    ],
    ["Chicago, IL", "it is a city or borough in Cook, IL (0610216 AREA 0610216)"],
    ["Seattle, WA", /it is a city or borough in King, WA(?!u)/],
    ["Napa Valley, CA", "CMS's locality of that name, 0111251 NAPA VALLEY, lists NAPA"],
  ])("takes %s for no county, whatever the rest of the state is", (text, message) => {
    expect(() => localityOf(text)).toThrow(message);
  });

  it("names a ZIP code for a city where CMS's file proves it, and none where it does not", () => {
    const asked = (locality: string) => () => rowOfCounty(ROWS, "Brooklyn, NY", () => ({ locality, row: 7 }));
    expect(asked("1320202")).toThrow(
      '--county "Kings, NY" for an address there, or with --zip: 11201 is in that locality by row 7',
    );
    expect(asked("1320299")).toThrow("with --zip and the ZIP code of the address");
  });

  it("asks which is meant where a county is far from the city of its name", () => {
    expect(() => localityOf("Houston, TX")).toThrow('"Houston, TX" is a county, and a city in Harris County');
    expect(() => localityOf("Houston County, TX")).toThrow(/0441209 .* or in 0441299 .*"HARRI"/);
  });

  it("never takes a county for one of all others while a listed name is cut short or no county", () => {
    expect(() => localityOf("Harris, TX")).toThrow(/0441209 .* or in 0441299 .*cut short/);
    const misprinted = [row("0520201", "OHIO", "listed", ["CUYAHOGO"]), row("0520299", "OHIO", "all-other")];
    expect(() => rowOfCounty(misprinted, "Cuyahoga, OH", noZip)).toThrow(/0520201 .* or in 0520299 .*"CUYAHOGO"/);
  });

  it("refuses a county that several localities share", () => {
    expect(() => localityOf("Kern, OR")).toThrow('"Kern" is not a county of Oregon');
    expect(() => localityOf("Lane, OR")).toThrow(/"Lane, OR" could be in 0230201 .* or in 0230202/);
  });

  it("says what it does not understand, and what no row is for", () => {
    expect(() => localityOf("Marin")).toThrow(/has no state/);
    expect(() => localityOf("Marin, Calif.")).toThrow('"Calif." is not a state or territory');
    expect(() => localityOf("Saipan, MP")).toThrow("no row of the county file has Saipan, MP (FIPS 69110)");
  });
});
