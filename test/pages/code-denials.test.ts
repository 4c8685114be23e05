import { expect, it } from "vitest";
import { denialsSection } from "../../pipelines/reports/views/code-denials.ts";
import { Traced } from "../../pipelines/reports/views/traced.ts";
import type { Block, Content, TableBlock } from "../../pipelines/reports/views/view.ts";
import type { PairEdit } from "../../schemas/out/ncci-answers.ts";
import { committedSources } from "../support/code-pages.ts";

const CELLS = { file: "ccipra-v311r0-f3.txt", origin: "cms", row: 9, columns: [{ column: "A", heading: "Column 1" }] };

function edit(column1: string, column2: string, modifierIndicator: PairEdit["modifierIndicator"]): PairEdit {
  const days = { effective: "2015-01-01", deletion: null, rationale: "", cells: CELLS as PairEdit["cells"] };
  return { setting: "practitioner", column1, column2, modifierIndicator, meaning: "", modifiers: [], ...days };
}

/** The texts of a block, without where they come from. */
function textOf(content: Content): string {
  if (typeof content === "string" || typeof content === "number") return String(content);
  if (Array.isArray(content)) return content.map(textOf).join("");
  if (typeof content !== "object" || content === null) return "";
  if ("text" in content) return content.text;
  return "content" in content ? textOf(content.content) : "";
}

const isTable = (block: Block): block is TableBlock => typeof block === "object" && block?.kind === "table";

function section(edits: readonly PairEdit[], hcpcs = "22511") {
  const { document, together } = committedSources(hcpcs, "2025A");
  const found = denialsSection(new Traced(document), { ...together, edits: [...edits] });
  const tables = (found?.blocks ?? []).filter(isTable);
  const lists = (found?.blocks ?? []).flatMap((each) => (each && each.kind === "list" ? each.items.map(textOf) : []));
  return { rows: tables.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(textOf))), lists };
}

it("has the edits of a code by kind, direction and indicator, and no other ones", () => {
  const { rows } = section([
    edit("22511", "77002", "1"),
    edit("22511", "20225", "1"),
    edit("22511", "77012", "1"),
    edit("22511", "36005", "1"),
    edit("22511", "22510", "0"),
    edit("22325", "22511", "0"),
  ]);
  expect(rows.map((row) => row.slice(0, 4))).toEqual([
    ["bones, joints and muscles", "22510", "practitioner, ASC", "they are not paid beside 22511, with no modifier"],
    ["bones, joints and muscles", "20225", "practitioner, ASC", expect.stringContaining("but with an NCCI-associated")],
    ["imaging and radiology", "77002, 77012", "practitioner, ASC", expect.stringContaining("they are not paid")],
    ["lungs, heart, vessels and blood", "36005", "practitioner, ASC", expect.stringContaining("they are not paid")],
    ["bones, joints and muscles", "22325", "practitioner, ASC", "22511 is not paid beside them, with no modifier"],
  ]);
  // What the data does not have is not said: sedation is not denied beside 22511.
  expect(rows.flat().join(" ")).not.toContain("99152");
});

it("has the modifiers that the row's indicators exclude, and the settings without pay", () => {
  const { lists } = section([]);
  expect(lists).toEqual(
    expect.arrayContaining([
      "With modifier 62: the indicator of the row does not permit it, by Co-surgeons 0.",
      "With modifier 80, 81, 82, AS: may not be paid, by law, by Assistant at surgery 1.",
    ]),
  );
  // 22512 is packaged in both facilities, which is no denial.
  expect(section([], "22512").lists.filter((each) => each.startsWith("In "))).toEqual([]);
});
