import { beforeAll, expect, it } from "vitest";
import { chooseRelease } from "../../pipelines/answers/rate/choose-release.ts";
import { findPlace } from "../../pipelines/answers/rate/find-place.ts";
import { rateOf } from "../../pipelines/answers/rate/rate.ts";
import { openOutput } from "../../pipelines/documents/output.ts";
import type { ReleaseDocuments } from "../../pipelines/documents/release-documents.ts";
import { countyCatalogue } from "../../pipelines/sources/counties.ts";
import { countyTitle } from "../../pipelines/sources/county-catalogue.ts";
import { readSource } from "../../pipelines/sources/read-source.ts";
import { type City, CountyNames } from "../../schemas/source/counties.ts";
import { builtWhole } from "../support/built-whole.ts";
import { describeWithRealFiles } from "../support/real.ts";

/** 99213 in an office by CMS's ZIP5 file of October 2025, and the county of each city. */
const ANSWERS = [
  ["60601", "Cook, IL", "93.54"],
  ["11201", "Kings, NY", "103.37"],
  ["10001", "New York, NY", "101.06"],
  ["98101", "King, WA", "99.89"],
  ["02108", "Suffolk, MA", "98.98"],
  ["30303", "Fulton, GA", "89.24"],
  ["48201", "Wayne, MI", "90.79"],
  ["77002", "Harris, TX", "91.00"],
  ["07102", "Essex, NJ", "99.26"],
] as const;

const REFUSED = [
  "Foobar, NY",
  "Brooklyn, NY",
  "Manhattan, NY",
  "Chicago, IL",
  "Seattle, WA",
  "Boston, MA",
  "Houston, TX",
];
const ANSWERED = [
  ["Orange, CA", "0118218"],
  ["Miami-Dade, FL", "0910204"],
  ["De Kalb, GA", "1021201"],
  ["Erie, NY", "1328299"],
  ["Fairfax City, VA", "1220201"],
  ["Richmond City, VA", "1130200"],
  ["Prince George's, MD", "1220201"],
  ["Baltimore, MD", "1230201"],
  ["Saint Louis, MO", "0530201"],
  ["Ste. Genevieve, MO", "0530299"],
  ["Orleans Parish, LA", "0720201"],
  ["Anchorage, AK", "0210201"],
  ["District of Columbia, DC", "1220201"],
  ["Mayagüez, PR", "0920220"],
  ["St. Thomas, VI", "0920250"],
  ["Guam, GU", "0121201"],
  ["Naugatuck Valley, CT", "1310200"],
] as const;

const cities = readSource("county-names.json", CountyNames).cities;
const withZip = cities.filter((city): city is City & { zip: string } => city.zip !== undefined);

describeWithRealFiles("places of the release of October 2025", () => {
  let documents: ReleaseDocuments;
  let rate: (place: { zip?: string; county?: string }) => ReturnType<typeof rateOf>;

  beforeAll(async () => {
    const out = await builtWhole("2025D");
    const output = openOutput(out);
    const chosen = chooseRelease({ release: "2025D" }, output.releases, out);
    documents = output.open(chosen.built);
    rate = (place) => rateOf(documents, chosen, { hcpcs: "99213", settings: ["office"], ...place });
  });

  it.each(ANSWERS)("pays %s and %s for 99213 in an office $%s", (zip, county, value) => {
    const [byZip, byCounty] = [rate({ zip }), rate({ county })];
    const fee = ({ settings }: typeof byZip) => settings[0];
    expect([fee(byZip), fee(byCounty)]).toMatchObject([{ nonFacility: { value } }, { nonFacility: { value } }]);
    expect(byCounty.place?.locality).toBe(byZip.place?.locality);
    expect(byZip.notes).toEqual(byCounty.notes);
  });

  it.each(REFUSED)("takes %s for no county", (county) => {
    expect(() => rate({ county })).toThrow(/is not a county of|is a county, and a city in/);
  });

  it.each(ANSWERED)("finds %s in %s", (county, locality) => {
    expect(rate({ county }).place?.locality).toBe(locality);
  });

  it.each(withZip.map((city) => [city.name, city.state, city.zip, city] as const))(
    "has %s, %s in the locality of its ZIP code %s, and says so where it is no county",
    (name, state, zip, { counties }) => {
      const place = findPlace(documents, { zip })?.place;
      const titles = counties.flatMap((code) => countyCatalogue().countyOfCode(code) ?? []).map(countyTitle);
      expect(titles.map((county) => findPlace(documents, { county })?.place.locality)).toEqual([place?.locality]);
      const asked = `${name}, ${state}`;
      if (titles.includes(asked)) return;
      expect(() => findPlace(documents, { county: asked })).toThrow(`"${titles[0]}"`);
    },
  );
});
