import type { PfsRvuRow } from "../../schemas/row/pfs-rvu.ts";
import type { Track } from "../../schemas/source/parameters.ts";
import { factorText, rvuText } from "../../schemas/unit-text.ts";
import { equal } from "../../schemas/units.ts";
import { type Check, type Findings, together } from "../shared/check.ts";
import { expectedFactors } from "../shared/factors.ts";
import { checkRows, type RowFault } from "../shared/row-check.ts";
import type { SourceFile } from "../shared/source-file.ts";
import { keyOfRow } from "./amounts.ts";
import type { PfsBooks } from "./books.ts";
import { UNIT_FIELDS } from "./unit-columns.ts";

/** Every row of a file against the factor expected for one of the tracks. */
function checkFactor(file: SourceFile<PfsRvuRow>, isFor: (track: Track | undefined) => boolean): Findings {
  const expected = expectedFactors("pfs", file.publication).filter(({ entry }) => isFor(entry.track));
  const first = file.table.rows[0]?.conversionFactor;
  const allowed = expected.filter(({ value }) => first !== undefined && equal(value, first));
  const words = expected.map(({ entry }) => entry.value).join(" or ") || "none recorded";
  return checkRows(file, keyOfRow, (row) => {
    if (allowed.some(({ value }) => equal(value, row.conversionFactor))) return null;
    const seen = factorText(row.conversionFactor);
    return { fields: ["conversionFactor"], message: `the conversion factor is ${seen}, expected ${words}` };
  });
}

/** One factor a file, and the right one. */
export const conversionFactor: Check<PfsBooks> = {
  id: "pfs.conversion-factor",
  title: "Every row carries the one conversion factor that is expected for the release and, since 2026, for the track",
  invariants: ["P4"],
  scope: "row",
  severity: "error",
  cites: [{ title: "42 CFR 414.28-414.30; one conversion factor per file in every release since 2009" }],
  cure: "If the factor changed by law, add it to sources/parameters/conversion-factors.json with its citation",
  run: ({ pfs, tables }) => {
    const qpp = tables["rvu-qpp"];
    const isQualifying = (track: Track | undefined): boolean => track === "qualifying-apm";
    return together([
      pfs && checkFactor(pfs.file, (track) => !isQualifying(track)),
      qpp && checkFactor(qpp, isQualifying),
    ]);
  },
};

function unitsFault(row: PfsRvuRow, other: PfsRvuRow | undefined): RowFault | null {
  if (other === undefined) return { fields: ["hcpcs"], message: "the file for the other track has no such row" };
  const field = UNIT_FIELDS.find((name) => !equal(row[name], other[name]));
  if (field === undefined) return null;
  return {
    fields: [field],
    message: `${rvuText(row[field])} here, ${rvuText(other[field])} in the file for the other track`,
  };
}

/** The two files of 2026 differ in the factor alone. */
export const qppUnitsEqual: Check<PfsBooks> = {
  id: "pfs.qpp-units-equal",
  title: "Every row of the QPP file has the relative value units of the same row of the nonQPP file",
  invariants: ["P19"],
  scope: "row",
  severity: "error",
  cites: [
    { title: "42 USC 1395w-4(d): since 2026 the conversion factor differs by track, the relative values do not" },
  ],
  cure: "The two files are not of the same posting, or a column moved: download both again",
  run: ({ pfs, tables }) => {
    const file = tables["rvu-qpp"];
    if (pfs === undefined || file === undefined) return undefined;
    const { rows } = pfs.file.table;
    return checkRows(file, keyOfRow, (row) => unitsFault(row, rows[pfs.byKey.get(keyOfRow(row)) ?? -1]));
  },
};

const FIRST_YEAR = "2026";

/** CMS's txt has the character since 2013 and has filled it since 2026. */
function hasIndicator({ publication, table }: SourceFile<PfsRvuRow>): boolean {
  if (!table.columns.byField.has("pricingIndicator")) return false;
  return publication.window.from >= FIRST_YEAR || table.rows.some((row) => row.pricingIndicator !== "");
}

/** PRIC IND by file: "1 = QPP indicator applies to qualifying providers, 9 = concept does not apply". */
function checkIndicator(file: SourceFile<PfsRvuRow>, expected: "1" | "9"): Findings | undefined {
  if (!hasIndicator(file)) return undefined;
  return checkRows(file, keyOfRow, ({ pricingIndicator }) => {
    if (pricingIndicator === expected) return null;
    const message = `the pricing indicator is "${pricingIndicator ?? ""}", expected ${expected} in this file`;
    return { fields: ["pricingIndicator"], message };
  });
}

/** The pricing indicator tells the two files of 2026 apart. */
export const pricingIndicator: Check<PfsBooks> = {
  id: "pfs.pricing-indicator",
  title: "PRIC IND is 1 in every row of the QPP file and 9 in every row of the nonQPP file",
  invariants: [],
  scope: "row",
  severity: "review",
  cites: [{ title: "CMS record layout of the relative value file (RVU26B.pdf), pricing indicator" }],
  cure: "The file may be the other track's under a wrong name: compare its factor and name with CMS's; if CMS is wrong, list the row in sources/exceptions.json with its source",
  run: ({ pfs, tables }) => {
    const qpp = tables["rvu-qpp"];
    return together([pfs && checkIndicator(pfs.file, "9"), qpp && checkIndicator(qpp, "1")]);
  },
};
