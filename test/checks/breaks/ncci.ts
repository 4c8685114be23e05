import { type AddedFile, replaceOnce } from "../../support/excerpt-copy.ts";
import type { Extended } from "../../support/more-files.ts";
import { addOnText, mueText } from "../../support/ncci-files.ts";
import { ptpFiles, ptpNames, ptpParts, ptpRow } from "../../support/ptp-files.ts";
import { type Breaks, repeatLine } from "./break.ts";

const ADD_ONS: AddedFile = { family: "ncci", role: "ncci-addon", name: "AOC_V2025Q1-MCR.csv", text: addOnText() };
const MUE: AddedFile = {
  family: "ncci",
  role: "ncci-mue-practitioner",
  name: "MCR_MUE_PractitionerServices_Eff_01-01-2025.csv",
  text: mueText("practitioner"),
};

const PARTS: readonly AddedFile[] = Object.entries(ptpFiles("ccipra-v310r0", ptpParts("20250101"))).map(
  ([name, text]) => ({ family: "ncci-ptp", role: "ncci-ptp-practitioner", name, text }),
);
const [FIRST, , THIRD, FOURTH] = ptpNames("ccipra-v310r0") as [string, string, string, string];

/** January 2025 with all that NCCI posts. */
export const WITH_NCCI: Extended = { id: "2025A", edits: {}, build: { added: [ADD_ONS, MUE, ...PARTS] } };

function ofAddOns(edit: (text: string) => string, message: RegExp): Breaks[string] {
  return { of: WITH_NCCI, edits: { [ADD_ONS.name]: edit }, message };
}

/** Replaces an edit of a part by another. */
function ofPart(name: string, seen: string, by: string, message: RegExp): Breaks[string] {
  return { of: WITH_NCCI, edits: { [name]: replaceOnce(ptpRow(seen), ptpRow(by)) }, message };
}

/** One break for each check of NCCI edits. */
export const NCCI_BREAKS: Breaks = {
  "ncci.addon-once": ofAddOns(repeatLine("1,22512,,22511,,2015001,"), /row 4 has the same key/),
  "ncci.addon-days": ofAddOns(
    replaceOnce("1,22515,,22513,,2015001,,", "1,22515,,22513,,2015001,2014365,"),
    /^the first day 2015-01-01 is after the last, 2014-12-31$/,
  ),
  // Day 91 of 2025 is 1 April: 31 + 28 + 31 + 1.
  "ncci.addon-in-quarter": ofAddOns(
    replaceOnce("1,22515,,22513,,2015001,,", "1,22515,,22513,,2025091,,"),
    /^begins on 2025-04-01, after 2025-03-31$/,
  ),
  "ncci.addon-deleted-with-code": ofAddOns(
    replaceOnce("1,22515,,22513,,2015001,,", "1,22515,,22513,2024366,2015001,,"),
    /^a code ends on 2024-12-31, the edit does not$/,
  ),
  "ncci.addon-one-type": ofAddOns(replaceOnce("1,22512,,22511,", "3,22512,,22511,"), /^type 3, and 1 above$/),
  "ncci.addon-primary-by-type": ofAddOns(
    replaceOnce("1,22515,,22513,", "2,22515,,22513,"),
    /^an edit of type 2 has the primary code 22513$/,
  ),
  "ncci.mue-once": {
    of: WITH_NCCI,
    edits: { [MUE.name]: repeatLine("22512,") },
    message: /row 4 has the same key/,
  },
  "ncci.ptp-once": ofPart(
    THIRD,
    "22511 20225 20150101 * 1",
    "22511 22510 20150101 * 0",
    /^row 7 of part 3 has the same codes and days$/,
  ),
  "ncci.ptp-days": ofPart(
    FIRST,
    "0001A 0591T 20220101 20231231 1",
    "0001A 0591T 20220101 20211231 1",
    /^the first day 2022-01-01 is after the last day 2021-12-31$/,
  ),
  "ncci.ptp-never-in-force": ofPart(
    FIRST,
    "0001A 90473 20220101 20220101 9",
    "0001A 90473 20220101 20220101 1",
    /^indicator 1 with the first day 2022-01-01 and the last day 2022-01-01$/,
  ),
  "ncci.ptp-in-quarter": ofPart(
    THIRD,
    "22511 20225 20150101 * 1",
    "22511 20225 20250401 * 1",
    /^begins on 2025-04-01, after 2025-03-31$/,
  ),
  "ncci.ptp-of-quarter": {
    ...ofPart(
      FIRST,
      "0001A 36591 20250101 * 0",
      "0001A 36591 20241001 * 0",
      /^no edit begins on 2025-01-01: this may be the table of an earlier quarter$/,
    ),
    ofTable: true,
  },
  "ncci.ptp-parts-in-order": {
    ...ofPart(
      FOURTH,
      "22514 22511 20150101 * 1",
      "13121 22511 20150101 * 1",
      /^column 1 begins with 13121, and part 3 ends with 22511: expected parts in the order of their codes$/,
    ),
    ofTable: true,
  },
};
