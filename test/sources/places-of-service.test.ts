import { describe, expect, it } from "vitest";
import { placesOfService } from "../../pipelines/sources/places-of-service.ts";
import { validateLookUpSources } from "../../pipelines/sources/sources.ts";

const FACILITIES = ["02", "19", "21", "22", "23", "24", "26", "31", "34", "41", "42", "51", "52", "53", "56", "61"];

describe("places of service", () => {
  it("have the facility's fee in the settings that the manual lists, and nowhere else", () => {
    validateLookUpSources();
    const facilities = placesOfService().filter(({ setting }) => setting === "facility");
    expect(facilities.map(({ pos }) => pos)).toEqual(FACILITIES);
  });

  it("are in order, each once, and outside a facility all are like an office", () => {
    const places = placesOfService();
    const codes = places.map(({ pos }) => pos);
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(places.filter(({ setting, site }) => (setting === "nonFacility") !== (site === "office"))).toEqual([]);
  });
});
