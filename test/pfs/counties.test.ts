import { describe, expect, it } from "vitest";
import { countyList } from "../../pipelines/schedules/pfs/county-list.ts";
import { buildEdited, FILES_2025A, replaceOnce } from "../support/excerpt-copy.ts";

const NONE = { counties: [], except: [], elsewhere: [] };
const names = (cell: string): readonly string[] | undefined => countyList(cell)?.counties;

describe(countyList, () => {
  it("knows a whole state from the rest of one, and what is left out", () => {
    expect(countyList("ALL COUNTIES ")).toEqual({ ...NONE, coverage: "all" });
    expect(countyList("ALL COUNTY EQUIVALENTS")).toEqual({ ...NONE, coverage: "all" });
    expect(countyList("ALL OTHER COUNTIES")).toEqual({ ...NONE, coverage: "all-other" });
    expect(countyList("ALL OTHER COUNTIES EXCEPT MONTGOMERY AND PRINCE GEORGE'S")).toEqual({
      ...NONE,
      coverage: "all-other",
      except: ["MONTGOMERY", "PRINCE GEORGE'S"],
    });
    expect(
      countyList("ALL COUNTIES, EXCEPT ALEXANDRIA CITY, ARLINGTON, FAIRFAX, FAIRFAX CITY, AND FALLS CHURCH CITY"),
    ).toMatchObject({ coverage: "all", except: { length: 5, 4: "FALLS CHURCH CITY" } });
  });

  it("takes lists apart at commas, slashes and the last AND, and keeps CMS's spelling", () => {
    expect(names("JEFFERSON, ST. CHARLES, ST. LOUIS AND ST. LOUIS CITY")).toEqual([
      "JEFFERSON",
      "ST. CHARLES",
      "ST. LOUIS",
      "ST. LOUIS CITY",
    ]);
    expect(names("MARIN, NAPA, AND SOLANO")).toEqual(["MARIN", "NAPA", "SOLANO"]);
    expect(names("LOS ANGELES /ORAGNGE CNTY")).toEqual(["LOS ANGELES", "ORAGNGE CNTY"]);
    expect(names("NEW YORK ")).toEqual(["NEW YORK"]);
  });

  it("sees which of Washington's counties lie in another state", () => {
    const cell =
      "DISTRICT OF COLUMBIA; ALEXANDRIA CITY, ARLINGTON, FAIRFAX, FAIRFAX CITY, FALLS CHURCH CITY IN VIRGINIA; MONTGOMERY AND PRINCE GEORGE'S IN MARYLAND";
    expect(countyList(cell)).toEqual({
      coverage: "listed",
      counties: ["DISTRICT OF COLUMBIA"],
      except: [],
      elsewhere: [
        {
          state: "VIRGINIA",
          counties: ["ALEXANDRIA CITY", "ARLINGTON", "FAIRFAX", "FAIRFAX CITY", "FALLS CHURCH CITY"],
        },
        { state: "MARYLAND", counties: ["MONTGOMERY", "PRINCE GEORGE'S"] },
      ],
    });
  });

  it("takes no rule that it does not know for a county", () => {
    expect(countyList("REST OF STATE")).toBeUndefined();
    expect(countyList("ALL REMAINING COUNTIES")).toBeUndefined();
  });
});

describe("counties of an excerpt", () => {
  it("carries the state down its block and takes the star off the area", async () => {
    const { book } = await buildEdited("2025A", {});
    const at = (locality: string) => book.counties?.find((each) => each.locality === locality);
    expect(at("0111252")).toMatchObject({ state: "CALIFORNIA", counties: ["MARIN"], twoCarriers: false });
    expect(at("0111275")).toMatchObject({ area: "REST OF STATE", twoCarriers: true, coverage: "all-other" });
    expect(at("1320203")).toMatchObject({ state: "NEW YORK", area: "POUGHKPSIE/N NYC SUBURBS" });
  });

  it("refuses a block without a state rather than give it the state above", async () => {
    const edit = replaceOnce('2102,1,"ALASKA "', "2102,1,");
    const { problems } = await buildEdited("2025A", { [FILES_2025A.counties]: edit });
    expect(problems).toMatchObject([{ code: "counties.no-state", place: { file: "25LOCCO.csv", key: "0210201" } }]);
  });

  it("reports a cell of counties that it cannot take apart", async () => {
    const edit = replaceOnce(",NAPA,NAPA", ",NAPA,HALF OF THE STATE");
    const { problems } = await buildEdited("2025A", { [FILES_2025A.counties]: edit });
    expect(problems).toMatchObject([
      { code: "counties.not-understood", message: expect.stringContaining("HALF OF THE STATE") },
    ]);
  });
});
