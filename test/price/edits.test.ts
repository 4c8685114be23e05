import { expect, it } from "vitest";
import { claimLines } from "../../pipelines/answers/price/claim-lines.ts";
import { claimEdits } from "../../pipelines/answers/price/edits.ts";
import { madeDocuments } from "../support/made-documents.ts";

const days = { effective: "2020-01-01", deletion: null };
const addOn = (code: string, primary: string | null, type: string) => ({ addOn: code, primary, type, ...days });
const pair = (column1: string, column2: string, modifierIndicator: string, deletion: string | null = null) => ({
  ...{ column1, column2, modifierIndicator, rationale: "", part: 1, effective: "2020-01-01", deletion },
});
const slices = [
  pair("22511", "77002", "1"),
  pair("22511", "22510", "0"),
  pair("22511", "36005", "9"),
  pair("22511", "75872", "1", "2024-12-31"),
  pair("22514", "22511", "1"),
];
const documents = madeDocuments(
  {
    "ncci-addon": {
      file: "ncci-addon",
      rows: [addOn("22512", "22510", "1"), addOn("22512", "22511", "1"), addOn("0001T", null, "2")],
    },
    "ncci-mue-practitioner": {
      file: "ncci-mue-practitioner",
      rows: [
        {
          hcpcs: "22512",
          value: 3,
          adjudicationIndicator: "3",
          adjudication: "Date of Service Edit: Clinical",
          rationale: "",
        },
        { hcpcs: "82374", value: 2, adjudicationIndicator: "1", adjudication: "Line Edit", rationale: "" },
      ],
    },
  },
  { "practitioner 22511": slices },
);

function found(text: string, of: "practitioner" | "hospital" = "practitioner") {
  return claimEdits({ documents, lines: claimLines([text]), place: undefined, day: "2025-02-01" }, of);
}

const editsOf = (text: string, of?: "practitioner" | "hospital") =>
  found(text, of).map(({ lines, denies }) => [lines, denies]);
const doubtsOf = (text: string) => found(text).flatMap(({ doubts }) => (doubts.length === 0 ? [] : [doubts]));

it("denies the code of column 2, in whatever order the lines are", () => {
  expect(editsOf("22511 77002")).toEqual([[[1, 2], [2]]]);
  expect(editsOf("77002 22511")).toEqual([[[2, 1], [1]]]);
  expect(editsOf("22511 22510")).toEqual([[[1, 2], [2]]]);
});

it("lets a modifier count with indicator 1 only, on either line", () => {
  expect(editsOf("22511 77002-59")).toEqual([[[1, 2], []]]);
  expect(editsOf("22511-XS 77002")).toEqual([[[1, 2], []]]);
  expect(editsOf("22511 77002-26")).toEqual([[[1, 2], [2]]]);
  expect(editsOf("22511 22510-59")).toEqual([[[1, 2], [2]]]);
});

it("knows no edit of another day, another setting, or one that never was in force", () => {
  expect(editsOf("22511 36005")).toEqual([]);
  expect(editsOf("22511 75872")).toEqual([]);
  expect(editsOf("22511 77002", "hospital")).toEqual([]);
});

it("denies an add-on code without a primary code, where the list is closed", () => {
  expect(editsOf("22512 22511")).toEqual([]);
  expect(editsOf("22512 22513")).toEqual([[[1], [1]]]);
  expect(editsOf("0001T 22511")).toEqual([[[1], []]]);
});

it("leaves more units than are allowed in doubt, by the day or by the line", () => {
  expect(editsOf("22511 22512x3")).toEqual([]);
  expect(doubtsOf("22511 22512x2 22512x2")).toEqual([[2, 3]]);
  expect(doubtsOf("82374x2 82374x2")).toEqual([]);
  expect(doubtsOf("82374x2 82374x3")).toEqual([[2]]);
});

it("takes a denied code for no primary code, and what it would deny for in doubt", () => {
  // 22514 denies 22511, so that 22512 has no primary code
  expect(editsOf("22514 22511 22512")).toEqual([
    [[1, 2], [2]],
    [[3], [3]],
  ]);
  // 22511 would deny 77002, and is denied itself
  expect(editsOf("22514 22511 77002")).toEqual([
    [[1, 2], [2]],
    [[2, 3], []],
  ]);
  expect(doubtsOf("22514 22511 77002")).toEqual([[3]]);
});
