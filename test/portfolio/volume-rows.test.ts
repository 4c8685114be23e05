import { describe, expect, it } from "vitest";
import { readVolumes } from "../../pipelines/answers/portfolio/volume-rows.ts";

const HEADING = "code,modifier,setting,locality,count\n";
const problemsOf = (text: string) =>
  readVolumes(text, "v.csv").problems.map(({ code, place, message }) => [code, place.row, place.column, message]);

describe("a file of volumes", () => {
  it("is read by its headings, in any order, with the words that people use", () => {
    const text =
      "\uFEFFCount, Setting ,code,modifier,locality\r\n120,office,22511,,0111205\r\n\r\n30,OPPS,22511,,us\r\n";
    const both = { code: "22511", modifier: "" };
    expect(readVolumes(text, "v.csv")).toMatchObject({
      problems: [],
      rows: [
        { ...both, row: 2, setting: "nonFacility", locality: "0111205", count: 120 },
        { ...both, row: 4, setting: "hopd", locality: null, count: 30 },
      ],
    });
  });

  it("gets back the zeros that a spreadsheet took away", () => {
    const { rows } = readVolumes(`${HEADING}100,,facility,111205,1\n0446t,,asc,,0\n`, "v.csv");
    expect(rows.map(({ code, locality }) => [code, locality])).toEqual([
      ["00100", "0111205"],
      ["0446T", null],
    ]);
  });

  it("has all of its problems reported at once, with cell, what was seen and what was expected", () => {
    expect(problemsOf(`${HEADING}2251,27,offce,05,"1,000"\n22511,,office,,1,2\n22511,,office,,\n22511\n`)).toEqual([
      ["volumes.modifier", 2, "B", '"27" is not blank, 26, TC or 53'],
      ["volumes.setting", 2, "C", '"offce" is not one of office, non-facility, nonfacility, facility, hopd, opps, asc'],
      ["volumes.count", 2, "E", '"1,000" is not a whole number of services without commas, such as 120'],
      ["volumes.width", 3, undefined, "the row has 6 cells, the heading has 5"],
      ["volumes.count", 4, "E", '"" is not a whole number of services without commas, such as 120'],
      ["volumes.width", 5, undefined, "the row has 1 cells, the heading has 5"],
    ]);
  });

  it("must have every heading once and no other: a misspelled one would be a blank column", () => {
    expect(problemsOf("code,modifier,setting,localty,count,count\n22511,,office,0111205,1,1\n")).toEqual([
      ["volumes.heading", 1, "D", '"localty" is not a heading of volumes; did you mean "locality"?'],
      ["volumes.heading", 1, "F", '"count" is there twice'],
      ["volumes.heading", 1, undefined, 'no column is headed "locality"'],
    ]);
  });

  it("must be csv, and have a row", () => {
    expect(problemsOf(HEADING)).toEqual([["volumes.empty", undefined, undefined, "there is no row below the heading"]]);
    expect(problemsOf("")).toHaveLength(5);
    expect(problemsOf(`${HEADING}"22511,,office,,1\n`)[0]?.[0]).toBe("volumes.malformed");
  });
});
