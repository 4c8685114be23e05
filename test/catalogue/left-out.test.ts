import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { layoutOf } from "../../pipelines/sources/sources.ts";
import type { CodeDocument } from "../../schemas/out/code.ts";
import {
  ADDENDUM_J_EVALUATION,
  ADDENDUM_J_EXCLUSIONS,
  ADDENDUM_J_PAIRS,
  ADDENDUM_J_RANKS,
} from "../../schemas/row/addendum-j.ts";
import { ASC_DD1, ASC_EE, ASC_FF } from "../../schemas/row/asc.ts";
import type { Catalogue, Field } from "../../schemas/row/catalogue.ts";
import { NCCI_ADDON, NCCI_MUE, NCCI_PTP } from "../../schemas/row/ncci.ts";
import {
  ADDENDUM_A,
  ADDENDUM_D1,
  ADDENDUM_D2,
  ADDENDUM_E,
  ADDENDUM_M,
  ADDENDUM_P,
} from "../../schemas/row/opps-rule.ts";
import { CATALOGUES } from "../../schemas/row/tables.ts";
import { buildEdited, FILES_2025A, replaceOnce } from "../support/excerpt-copy.ts";

const LAYOUTS = readdirSync(new URL("../../sources/layouts", import.meta.url)).map((name) => name.replace(".json", ""));

const { rvu, ...others } = CATALOGUES;
const CATALOGUE_OF: Readonly<Record<string, Catalogue>> = {
  ...others,
  "pfs-rvu": rvu,
  "asc-ff": ASC_FF,
  "asc-ee": ASC_EE,
  "asc-dd1": ASC_DD1,
  "addendum-a": ADDENDUM_A,
  "addendum-d1": ADDENDUM_D1,
  "addendum-d2": ADDENDUM_D2,
  "addendum-e": ADDENDUM_E,
  "addendum-j-pairs": ADDENDUM_J_PAIRS,
  "addendum-j-evaluation": ADDENDUM_J_EVALUATION,
  "addendum-j-ranks": ADDENDUM_J_RANKS,
  "addendum-j-exclusions": ADDENDUM_J_EXCLUSIONS,
  "addendum-m": ADDENDUM_M,
  "addendum-p": ADDENDUM_P,
  "ncci-addon": NCCI_ADDON,
  "ncci-mue-practitioner": NCCI_MUE,
  "ncci-mue-hospital": NCCI_MUE,
  "ncci-mue-dme": NCCI_MUE,
  "ncci-ptp": NCCI_PTP,
};
/** Columns of tables without a catalogue that a document has; localities by MAC and number, and the quarter in a head. */
const PUBLISHED: Readonly<Record<string, readonly string[]>> = {
  anesthesia: ["mac", "locality", "localityName", "anesthesiaFactor", "anesthesiaFactorQualifyingApm"],
  "anesthesia-base-units": ["hcpcs", "baseUnits"],
  counties: ["mac", "locality", "state", "area", "counties"],
  "wage-index": ["cbsa", "cbsaName", "wageIndex"],
  zip5: ["state", "zip", "mac", "locality", "ruralIndicator", "plusFour", "yearQuarter"],
};

function isPublished(layout: string, field: string): boolean {
  const about: (Field & { readonly where?: string }) | undefined = CATALOGUE_OF[layout]?.[field];
  if (about === undefined) return PUBLISHED[layout]?.includes(field) === true;
  return about.published || about.where?.startsWith("not published") === false;
}

/** The columns of a layout that no document has. */
function leftOut(layout: string): string[] {
  const read = layoutOf(layout).columns.filter(({ descriptor }) => descriptor !== true);
  return read.map(({ field }) => field).filter((field) => !isPublished(layout, field));
}

/** The table of docs/data.md: fields by layout. */
function listed(): Map<string, string[]> {
  const text = readFileSync(new URL("../../docs/data.md", import.meta.url), "utf8");
  const [, section = ""] = text.split("## Columns that are not published");
  const rows = [...(section.split("\n## ")[0] ?? "").matchAll(/^\| `([^`]+)` +\| ([^|]+)\|/gm)];
  return new Map(rows.map(([, layout = "", fields = ""]) => [layout, fields.match(/[\w-]+/g) ?? []]));
}

describe("a column that is read", () => {
  it("is published, or docs/data.md lists it as left out", () => {
    const expected = LAYOUTS.map((layout) => [layout, leftOut(layout).sort()] as const);
    const documented = [...listed()].map(([layout, fields]) => [layout, fields.sort()] as const);
    expect(new Map(documented)).toEqual(new Map(expected.filter(([, fields]) => fields.length > 0)));
  });

  it("is published where it is the mark beside a code of an ASC addendum, with its cell", async () => {
    // As Addendum BB of the corrected January 2025 prints it beside G0130: G0130,**,...
    const edits = { [FILES_2025A.ascBB]: replaceOnce("77002,,", "77002,**,") };
    const { problems, outputs } = await buildEdited("2025A", edits, undefined, { codes: ["77002", "77003"] });
    expect(problems).toEqual([]);
    const texts = new Map(Array.from(outputs, ({ path, bytes }) => [path, Buffer.from(bytes).toString("utf8")]));
    const rows =
      texts
        .get("asc.json")
        ?.match(/^\{"hcpcs":"7700[23]".*\}/gm)
        ?.map((row) => JSON.parse(row)) ?? [];
    expect(rows.map(({ hcpcs, mark }) => [hcpcs, mark])).toEqual([
      ["77002", "**"],
      ["77003", undefined],
    ]);
    const document = JSON.parse(texts.get("codes/77002.json") ?? "") as CodeDocument;
    expect(document.asc?.mark).toMatchObject({ value: "**", cell: { row: 5, column: "B", printed: "**" } });
  });
});
