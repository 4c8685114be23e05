import { describe, expect, it } from "vitest";
import type { Format } from "../../pipelines/inputs/formats.ts";
import { openTable } from "../../pipelines/inputs/open-table.ts";
import { Problems } from "../../pipelines/problems/problems.ts";
import { tableKind } from "../../pipelines/schedules/table-rows.ts";
import { readTable, rowsOf, type TableKind } from "../../pipelines/tables/table.ts";

import type { Publication, Role } from "../../schemas/source/release.ts";
import { type Scaled, scaledInteger } from "../../schemas/units.ts";
import { workbook } from "../support/workbooks.ts";

/**
 * Headings and quirks of years whose files are not at hand, as those who have them describe them; codes and figures are
 * made up, descriptor cells are blank.
 */
const FILES: readonly { title: string; role: Role; year: string; text: string; first: object; name?: string }[] = [
  {
    title: "Addendum B 2019: the deductible's heading, a tab before each descriptor, padded codes",
    role: "addendum-b",
    year: "2019",
    text: `,Addendum B.-Final OPPS Payment by HCPCS Code for CY 2019
,CPT codes
HCPCS Code,Short Descriptor,SI,APC ,Relative Weight,Payment Rate ,National Unadjusted Copayment ,Minimum Unadjusted Copayment ,"Note: Actual copayments would be lower due to the cap on copayments at the Inpatient Deductible of $1,364.00",* Indicates a Change 
Q5111\u00a0\u00a0,\t,K ,1844,,$22.955,.,$4.59,,*
`,
    first: { hcpcs: "Q5111", statusIndicator: "K", apc: "1844", relativeWeight: null, oppsRate: 229_550 },
  },
  {
    title: "Addendum B 2026: capital P in IRA Coinsurance Percentage, five banner rows",
    role: "addendum-b",
    year: "2026",
    text: `,Addendum B.-- OPPS Payment by HCPCS Code for CY 2026
,a
,b
,c
,d
HCPCS Code,Short Descriptor,SI,APC,Relative Weight,Payment Rate,National Unadjusted Copayment, Minimum Unadjusted Copayment,IRA Coinsurance Percentage,Adjusted Beneficiary Copayment,Drug and Device Pass-Through Expiration during Calendar Year,Note,* Indicates a Change
22511,,J1,5113,36.5681,"$3,342.87",.,$668.58,,$668.58,,,
`,
    first: { hcpcs: "22511", relativeWeight: 365_681, oppsRate: 33_428_700, nationalCopayment: null },
  },
  {
    title: "Addendum AA 2021Q1: a comment indicator, CY instead of a month, two empty columns",
    role: "asc-aa",
    year: "2021",
    text: `Addendum AA -- Final ASC Covered Surgical Procedures for CY 2021,,,,,,,,,
HCPCS Code,,Short Descriptor,Subject to Multiple Procedure Discounting,CY 2021 Comment Indicator, CY 2021 Payment Indicator, CY 2021 Payment Weight  , CY 2021 Payment Rate ,,
22511, *,,Y,,G2,28.0000,"$1,370.66 ",,
`,
    first: { hcpcs: "22511", mark: "*", paymentIndicator: "G2", paymentWeight: 280_000, ascRate: 137_066 },
  },
  {
    title: "Addendum BB 2021Q1: Final CY 2021",
    role: "asc-bb",
    year: "2021",
    text: `HCPCS Code,,Short Descriptor,CY 2021 Comment Indicator,Drug Pass-Through Expiration during Calendar Year,Final CY 2021 Payment Indicator,Final CY 2021 Payment Weight  ,Final CY 2021 Payment Rate 
J0178,,,,,K2,,$930.11 
`,
    first: { hcpcs: "J0178", paymentIndicator: "K2", ascRate: 93_011 },
  },
  {
    title: "Addendum AA of March 9, 2024: a day in the heading",
    role: "asc-aa",
    year: "2024",
    text: `HCPCS Code,,Short Descriptor,Subject to Multiple Procedure Discounting,"March 9, 2024 Payment Indicator","March 9, 2024 Payment Weight  ","March 9, 2024 Payment Rate "
22511,,,Y,G2,28.3836,"$1,518.92"
`,
    first: { hcpcs: "22511", ascRate: 151_892 },
  },
  {
    title: "Addendum FF 2022Q1: Device Portion alone",
    role: "asc-ff",
    year: "2022",
    text: `HCPCS Code,,Short Descriptor, Jan 2022 Payment Indicator,Jan 2022 APC,Jan 2022 OPPS Payment Rate,Jan 2022 Device Offset Percentage,Jan 2022 Device Portion
22511,,,G2,5113,"$2,684.96",0.00%,$0.00
`,
    first: { hcpcs: "22511", apc: "5113", oppsRate: 268_496, deviceOffset: 0, devicePortion: 0 },
  },
  {
    title: "GPCI 2011: two years side by side, the file's own is read",
    role: "gpci",
    year: "2011",
    text: `Contractor,Locality,Locality name, 2010    Work      GPCI 1, 2010           PE      GPCI 2 , 2010      MP    GPCI , 2011    Work      GPCI1 , 2011           PE      GPCI 2 , 2011      MP    GPCI 
10102,00,Alabama,0.980,0.850,0.490,0.981,0.851,0.491
`,
    first: { mac: "10102", workGpciUnstated: 981, peGpci: 851, mpGpci: 491 },
  },
  {
    title: "GPCI 2017: two rows of headings",
    role: "gpci",
    year: "2017",
    text: `ADDENDUM E
Medicare Administrative Contractor,Locality Number,Locality Name,2017,,
,,,PW GPCI ,PE GPCI,MP GPCI
10102,00,ALABAMA,1.000,0.890,0.492
`,
    first: { mac: "10102", workGpciUnstated: 1000, peGpci: 890 },
  },
  {
    title: "OPPSCAP 2011: the modifier glued to the code",
    role: "opps-cap",
    year: "2011",
    text: `HCPCS,PROCSTAT,CARRIER,LOCALITY,NON-FACILITY CAPPED AMOUNT,FACILITY CAPPED AMOUNT
G0120TC,A,1112,5,128.1,128.1
`,
    first: { hcpcs: "G0120", modifier: "TC", mac: "01112", locality: "05", facilityPrice: 12_810 },
  },
  {
    title: "OPPSCAP with other misprints",
    role: "opps-cap",
    year: "2016",
    text: `HCPCS,MOD,PROCSTAT,CARRIERR,LOCALITY,FACLITY PRICE,NON-FACILTIY PRICE
G0120,TC,A,01112,05,128.18,128.18
`,
    first: { hcpcs: "G0120", mac: "01112", nonFacilityPrice: 12_818 },
  },
  {
    title: "OPPSCAP 2014: AMOUNT for PRICE, and misprinted",
    role: "opps-cap",
    year: "2014",
    text: `HCPCS,MOD,PROCSTAT,CARRIER,LOCALITY,FACLITY AMOUNT,NON-FACILTIY AMOUNT
G0120,TC,A,01112,05,128.18,128.18
`,
    first: { hcpcs: "G0120", facilityPrice: 12_818, nonFacilityPrice: 12_818 },
  },
  {
    title: "GPCI 2014: State/County over the names, RVU over the indices",
    role: "gpci",
    year: "2014",
    text: `Contractor,Locality,State/County,Work RVU,PE RVU,MP RVU
10102,00,ALABAMA,1.000,0.890,0.492
`,
    first: { mac: "10102", localityName: "ALABAMA", workGpciUnstated: 1000, peGpci: 890, mpGpci: 492 },
  },
  {
    title: "Addendum AA of July 2022: 0100T, K5, says nothing of the discount",
    role: "asc-aa",
    year: "2022",
    text: `HCPCS Code,,Short Descriptor,Subject to Multiple Procedure Discounting,Jul 2022 Payment Indicator,Jul 2022 Payment Weight,Jul 2022 Payment Rate
0100T,,,,K5,,
`,
    first: { hcpcs: "0100T", multipleProcedureDiscount: null, paymentIndicator: "K5", ascRate: null },
  },
  {
    title: "ANES 2011, 2012 and 2014: Anes. with a point",
    role: "anesthesia",
    year: "2011",
    text: `Contractor,Locality,Locality Name,2011 Anes. Conversion Factor
10102,00,ALABAMA,20.57
`,
    first: { mac: "10102", anesthesiaFactor: 2057 },
  },
  {
    title: "ANES 2014: cents without a point",
    role: "anesthesia",
    year: "2014",
    text: `Contractor,Locality,Locality Name,2014 Anesthesia Conversion Factor
10102,00,ALABAMA,2141
`,
    first: { mac: "10102", anesthesiaFactor: 2141 },
  },
  {
    title: "ANES 2015A: no heading at all",
    role: "anesthesia",
    year: "2015",
    text: `10102,00,ALABAMA,2141
02102,01,ALASKA,3112
`,
    first: { mac: "10102", locality: "00", anesthesiaFactor: 2141 },
  },
  {
    title: "ANES 2026: a factor for each track",
    role: "anesthesia",
    year: "2026",
    text: `Contractor,Locality,Locality Name,Qualifying APM National Anes CF (with 2.5% statutory increase) of 20.599835,Non-Qualifying APM National Anes CF (with 2.5% Statutory increase)  of 20.49754
10112 ,00 ,ALABAMA,19.58 ,19.48 
`,
    first: { anesthesiaFactor: 1948, anesthesiaFactorQualifyingApm: 1958 },
  },
  {
    title: "LOCCO 2014: leading zeros lost",
    role: "counties",
    year: "2014",
    text: `COUNTIES INCLUDED IN 2014 LOCALITIES,,,,
Carrier Number,Locality Number,State ,Fee Schedule Area ,Counties
,,,,
2102,1,ALASKA ,STATEWIDE ,ALL COUNTIES 
`,
    first: { mac: "02102", locality: "01", counties: "ALL COUNTIES" },
  },
  {
    title: "base units: stacked headings, zeros lost",
    role: "anesthesia-base-units",
    year: "2013",
    text: `2013 ANESTHESIA BASE UNITS,
,BASE
CODE,UNIT
100,5
`,
    first: { hcpcs: "00100", baseUnits: "5" },
  },
];

function publication(year: string): Publication {
  const window = { from: `${year}-01-01`, to: `${year}-03-31` };
  return { window } as Publication;
}

/** Opaque units as plain integers, so that figures can be written down. */
function plain(row: object, wanted: object): object {
  const fields = row as Record<string, unknown>;
  return Object.fromEntries(
    Object.keys(wanted).map((field) => {
      const value = fields[field];
      return [field, typeof value === "object" && value !== null ? scaledInteger(value as Scaled<string>) : value];
    }),
  );
}

const formatOf = (name: string): Format => (name.endsWith(".xlsx") ? "xlsx" : name.endsWith(".txt") ? "txt" : "csv");

async function read(role: Role, year: string, text: string | Uint8Array, name = "file.csv") {
  const problems = new Problems();
  const kind = tableKind(role) as unknown as TableKind<object>;
  const bytes = new Uint8Array(Buffer.from(text));
  const entry = { role, name, bytes: bytes.length, sha256: "" };
  const format = formatOf(name);
  const located = {
    publication: publication(year),
    entry,
    format,
    bytes,
    shown: name,
    archive: null,
    sha256: "",
    changed: false,
  };
  const source = await openTable(located, kind.layout, new Map());
  const table = readTable(source, name, kind, problems, year);
  return { table, problems: problems.list, rows: table === undefined ? [] : rowsOf(table) };
}

describe("files of other years are read by their headings", () => {
  it("ANES 2016 as a workbook: more decimals stored than displayed, and cents without a point", async () => {
    const bytes = await workbook([
      ["Contractor", "Locality", "Locality Name", "2016 Anesthesia Conversion Factor"],
      ["10102", "00", "ALABAMA", 21.076942881],
      ["02102", "01", "ALASKA", 3112],
    ]);
    const { rows, problems } = await read("anesthesia", "2016", bytes, "ANES2016.xlsx");
    expect(problems).toEqual([]);
    // CMS's csv of the same table prints 21.08
    expect(rows.map((row) => plain(row, { anesthesiaFactor: 0 }))).toEqual([
      { anesthesiaFactor: 2108 },
      { anesthesiaFactor: 3112 },
    ]);
  });

  it.each(FILES)("$title", async ({ role, year, text, first, name }) => {
    const { rows, problems } = await read(role, year, text, name);
    expect(problems).toEqual([]);
    expect(plain(rows[0] ?? {}, first)).toEqual(first);
  });

  it("reads line ends of CR alone, as RVU25C has them", async () => {
    const { text, first } = FILES[0] as (typeof FILES)[number];
    const { rows, problems } = await read("addendum-b", "2019", text.replaceAll("\n", "\r"));
    expect(problems).toEqual([]);
    expect(plain(rows[0] ?? {}, first)).toEqual(first);
  });

  it("gives back the zeros that a spreadsheet ate from codes and indicators, as in RVU17A, and counts them", async () => {
    const heading =
      "HCPCS,MOD,DESCRIPTION,STATUS CODE,NOT USED FOR MEDICARE PAYMENT,WORK RVU,NON-FAC PE RVU,NON-FAC NA INDICATOR,FACILITY PE RVU,FACILITY NA INDICATOR,MP RVU,NON-FACILITY TOTAL,FACILITY TOTAL,PCTC IND,GLOB DAYS,PRE OP,INTRA OP,POST OP,MULT PROC,BILAT SURG,ASST SURG,CO-SURG,TEAM SURG,ENDO BASE,CONV FACTOR,PHYSICIAN SUPERVISION OF DIAGNOSTIC PROCEDURES,CALCULATION FLAG,DIAGNOSTIC IMAGING FAMILY INDICATOR,NON-FACILITY PE USED FOR OPPS PAYMENT AMOUNT,FACILITY PE USED FOR OPPS PAYMENT AMOUNT,MP USED FOR OPPS PAYMENT AMOUNT";
    const row = "100,,,J,,0,0,,0,,0,0,0,9,10,0.1,0.8,0.1,9,9,9,9,9,,35.8887,9,0,99,0,0,0";
    const { table, rows, problems } = await read("rvu", "2017", `${heading}\n${row}\n`);
    expect(problems).toEqual([]);
    expect(rows[0]).toMatchObject({ hcpcs: "00100", globalDays: "010", physicianSupervision: "09" });
    expect(table?.restoredCells).toBe(3);
  });

  it("refuses a file without headings whose columns could be anything", async () => {
    await expect(read("opps-cap", "2015", "G0120,TC,A,01112,05,128.18,128.18\n")).rejects.toThrow(/heading/);
    await expect(read("anesthesia", "2015", "10102,00,ALABAMA\n")).rejects.toThrow(/heading/);
  });

  it("refuses printed localities with two work indices, which the text does not tell apart", async () => {
    const line = "10112           AL      00   ALABAMA        0.988       1.000       0.875       0.566\n";
    await expect(read("gpci", "2026", line, "GPCI2026.txt")).rejects.toThrow(/matches neither/);
  });
});
