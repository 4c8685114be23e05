import { describe, expect, it } from "vitest";
import { readVolumes, type Volumes } from "../../pipelines/answers/portfolio/volume-rows.ts";
import { volumesIn, volumesText } from "../../pipelines/answers/portfolio/volumes-file.ts";

const HEADING = "code,modifier,setting,locality,count\n";
const ABOUT = { name: "v.csv", sha256: "" };

const readText = (text: string, since = "2025-01-01"): Volumes => readVolumes(volumesText(ABOUT, text), since);
const problemsOf = (text: string) =>
  readText(text).problems.map(({ code, place, message }) => [code, place.row, place.column, message]);
const whyNot = (text: string) => readText(text).notUnderstood.map(({ row, count, why }) => [row, count, why]);

describe("a file of volumes", () => {
  it("is read by its headings, in any order, with the words that people use", () => {
    const text =
      "\uFEFFCount, Setting ,code,modifier,locality\r\n120,office,22511,,0111205\r\n\r\n30,OPPS,22511,,us\r\n";
    const both = { code: "22511", modifiers: [] };
    expect(readText(text)).toMatchObject({
      problems: [],
      rows: [
        { ...both, row: 2, setting: "nonFacility", locality: "0111205", count: 120 },
        { ...both, row: 4, setting: "hopd", locality: null, count: 30 },
      ],
    });
  });

  it("is read as practices export it: a title, other columns, places of service, several modifiers, a total", () => {
    const text = `Charges by CPT;;;;;;\n;;;;;;\nCPT Code;Description;Mod1;Mod2;POS;Units Billed;Charges
22511;"a; quoted";LT;59;11;1,200;9.00\n77012;;26.0;;22 - On Campus;12.0;\n22511;;;;24;-2;\n22511.0;;;;02;(3);\n
CPT Code;Description;Mod1;Mod2;POS;Units Billed;Charges\n99213-25;;;;19;5;\nTotal;;;;;1212;\n\nPrinted 11/29;;;;;;\n`;
    const { rows, skipped, headings, notUnderstood, problems } = readText(text);
    expect([problems, notUnderstood]).toEqual([[], []]);
    expect(rows.map(({ row, code, modifiers, setting, count }) => [row, code, modifiers, setting, count])).toEqual([
      [4, "22511", ["LT", "59"], "nonFacility", 1200],
      [5, "77012", ["26"], "facility", 12],
      [6, "22511", [], "facility", -2],
      [7, "22511", [], "facility", -3],
      [10, "99213", ["25"], "facility", 5],
    ]);
    expect(skipped.map(({ row, kind, units, above }) => [row, kind, units, above])).toEqual([
      [1, "text", undefined, undefined],
      [9, "headings", undefined, undefined],
      [11, "total", 1212, 1212],
      [13, "text", undefined, undefined],
    ]);
    expect(headings.map(({ column, field }) => `${column} ${field}`)).toEqual([
      ...["A code", "B null", "C modifier", "D modifier", "E pos", "F units", "G null"],
    ]);
  });

  it.each([
    ["tabs", "CPT\tMod\tPOS\tQty\n22511\t25 59\t11\t1,200\n"],
    ["bars", "CPT|Mod|POS|Qty\n22511|25,59|11|1200.0\n"],
    ["semicolons", 'CPT;Mod;POS;Qty\n22511;"25;59";11;1200\n'],
    ["commas and quotes", 'HCPCS,Modifiers,Place of Service,Volume\n22511,"25, 59",11,"1,200"\n'],
  ])("may have %s between its cells", (_, text) => {
    expect(readText(text).rows).toMatchObject([{ code: "22511", modifiers: ["25", "59"], count: 1200 }]);
  });

  it("is read from the worksheet with the headings", () => {
    const sheet = (...rows: string[][]) => ({ rows, floats: true });
    const file = volumesIn(ABOUT, [
      sheet(["about"]),
      sheet(["CPT", "POS", "Qty"], ["100", "11", "3"], ["", "", "=SUM(C2)"]),
    ]);
    const { rows, skipped, problems } = readVolumes(file, "2025-01-01");
    expect([rows.map(({ code, count }) => [code, count]), skipped.length, problems]).toEqual([[["00100", 3]], 1, []]);
  });

  it("gets back the zeros that a spreadsheet took away", () => {
    const { rows } = readText(`${HEADING}100,,facility,111205,1\n0446t,,asc,,0\n`);
    expect(rows.map(({ code, locality }) => [code, locality])).toEqual([
      ["00100", "0111205"],
      ["0446T", null],
    ]);
  });

  it("lists rows that it does not understand, with their services", () => {
    const text = "CPT,Mod,Setting,POS,Locality,Units\n";
    const one = (...rows: string[]) => whyNot(text + rows.join("\n")).map(([, , why]) => why);
    expect(whyNot(`${text}NOSHOW,,,11,,7\n`)).toEqual([
      [2, 7, 'code "NOSHOW" is not five digits or capitals, such as G0439'],
    ]);
    expect(one("22511,2X5,,11,,7")).toEqual(['modifier "2X5" is not modifiers of two characters, such as 26 or 25 59']);
    expect(one("22511,,offce,,,7")[0]).toMatch(
      /^setting "offce" is not one of office, .*, or a place of service code$/,
    );
    expect(one("22511,,,88,,7")).toEqual(['place of service "88" is not one that is known, such as 11 or 22']);
    expect(one("22511,,,,,7")).toEqual(["it has neither a setting nor a place of service"]);
    expect(one("22511,,office,22,,7")).toEqual(['setting "office" and place of service "22" are paid differently']);
    expect(one("22511,,asc,24,,7")).toEqual([]);
    expect(one("22511,,hopd,21,,7")).toEqual([]);
    expect(one("22511,,hopd,24,,7")).toEqual(['setting "hopd" and place of service "24" are paid differently']);
    expect(one("22511,,asc,11,,7")).toEqual(['setting "asc" and place of service "11" are paid differently']);
    expect(one("22511,,,11,SF,7")[0]).toMatch(/^locality "SF" is not MAC and locality as seven digits/);
    expect(one("22511,,,11,,7", ",,,,,9")).toEqual(["it has no code"]);
    expect(one("22511,,,11,,", "22511", "22511,,,11,,-")).toEqual(Array(3).fill("it has no units"));
    const { notUnderstood } = readText(`${text}22511,,,10,,7\n`, "2023-01-01");
    expect(notUnderstood[0]?.why).toMatch(/what is paid at 10 is known from 2024-01-01 only$/);
  });

  it("takes a row without a code for a total where it has the sum, or the word, and says when the sum is another", () => {
    const totals = (text: string) =>
      readText(`CPT,POS,Units\n${text}`).skipped.map(({ units, above }) => [units, above]);
    expect(totals("22511,11,5\n,,5\n22513,11,7\nSubtotal,,7\nGrand Total,,12\n")).toEqual([
      [5, 5],
      [7, 7],
      [12, 12],
    ]);
    expect(totals("22511,11,5\nTOTAL,,6\n")).toEqual([[6, 5]]);
  });

  it("has all of its problems reported at once, with cell, what was seen and what was expected", () => {
    const whole = "a whole number of services, such as 120; 1,200 and 12.0 are whole, -2 is a reversal";
    expect(
      problemsOf(`${HEADING}22511,,office,,12.5\n22511,,office,,1,200\n22511,,office,,x\n22511,,asc,,1.200\n`),
    ).toEqual([
      ["volumes.units", 2, "E", `"12.5" is not ${whole}`],
      ["volumes.width", 3, undefined, "the row has 6 cells, the heading has 5"],
      ["volumes.units", 4, "E", `"x" is not ${whole}`],
      ["volumes.units", 5, "E", `"1.200" is not ${whole}`],
    ]);
  });

  it("must have code, units and a place: nothing is guessed, and a misspelled heading is no other column", () => {
    expect(problemsOf("code,modifier,setting,localty,count,count\n22511,,office,0111205,1,1\n")).toEqual([
      ["volumes.heading", 1, "D", '"localty" is not a known heading; did you mean "locality"?'],
      ["volumes.heading", 1, "F", '"count" is there twice'],
    ]);
    expect(problemsOf("CPT,DOS,Fee\n22511,2026-01-01,1\n").map(([, , , message]) => message)).toEqual([
      "no column is headed as how many services (units, count, qty, ...); seen: CPT, DOS, Fee",
      "no column is headed as the setting: office, facility, hopd or asc (setting, site of service, payment setting, ...) or the place of service code (pos, pos code, place of service code, ...); seen: CPT, DOS, Fee",
    ]);
  });

  it("must be csv, and have a row", () => {
    expect(problemsOf(HEADING)).toEqual([
      ["volumes.empty", undefined, undefined, "there is no row with a volume below the heading"],
    ]);
    expect(problemsOf("")).toHaveLength(3);
    expect(problemsOf(`${HEADING}"22511,,office,,1\n`)[0]?.[0]).toBe("volumes.malformed");
  });
});
