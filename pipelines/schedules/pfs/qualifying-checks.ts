import type { PfsRvuRow } from "../../../schemas/row/pfs-rvu.ts";
import type { Track } from "../../../schemas/source/parameters.ts";
import { factorText, rvuText } from "../../../schemas/unit-text.ts";
import { equal } from "../../../schemas/units.ts";
import { type Check, type Findings, together } from "../../rules/check.ts";
import { checkRows, type RowTest } from "../../rules/row-check.ts";
import { expectedFactors } from "../../sources/factors.ts";
import type { SourceFile } from "../../tables/source-file.ts";
import type { PfsBooks } from "./books.ts";
import { ALL_RVU_FIELDS } from "./rvu-columns.ts";
import { type RvuFile, type RvuFileColumns, rowWith } from "./rvu-file.ts";

/** One finding about a whole file, in the place of one for each of its rows. */
function ofWholeFile({ table, publication }: SourceFile<PfsRvuRow>, message: string): Findings {
  const place = { file: table.file, row: table.rowNumbers[0] ?? 1 };
  return {
    checked: 1,
    violations: [{ key: "*", publication: publication.label, place, message }],
    publications: [publication.label],
    compared: (key) => key === "*",
  };
}

function notRecorded(file: SourceFile<PfsRvuRow>, name: string): Findings {
  const { from } = file.publication.window;
  const printed = file.table.columns.conversionFactor.values[0];
  const seen = printed === undefined || name !== "pfs" ? "DOLLARS" : factorText(printed);
  const command = `ratebook factor ${name}=${seen} --year ${from.slice(0, 4)} --cite "CY ${from.slice(0, 4)} PFS final rule"`;
  return ofWholeFile(
    file,
    `no conversion factor ${name} is recorded for ${from}; record the one of the final rule: ${command}`,
  );
}

/** Since there are two tracks, both factors are recorded: without the second one its amounts would be missing unsaid. */
function qualifyingRecorded(file: SourceFile<PfsRvuRow>): Findings | undefined {
  const tracks = expectedFactors("pfs", file.publication).map(({ entry }) => entry.track);
  const lacks = tracks.includes("non-qualifying-apm") && !tracks.includes("qualifying-apm");
  return lacks ? notRecorded(file, "pfs-qualifying") : undefined;
}

/** Compares every row of a file with the expected factors of its track. */
function checkFactor(file: SourceFile<PfsRvuRow>, isFor: (track: Track | undefined) => boolean): Findings {
  const expected = expectedFactors("pfs", file.publication).filter(({ entry }) => isFor(entry.track));
  if (expected.length === 0) return notRecorded(file, isFor("qualifying-apm") ? "pfs-qualifying" : "pfs");
  const [first] = file.table.columns.conversionFactor.values;
  const allowed = expected.filter(({ value }) => first !== undefined && equal(value, first));
  const words = expected.map(({ entry }) => entry.value).join(" or ");
  return checkRows(file, ({ conversionFactor: column }) => {
    const isAllowed = column.map((seen) => allowed.some(({ value }) => equal(value, seen)));
    return (row) => {
      if (isAllowed.at(row)) return null;
      const seen = factorText(column.at(row));
      return { fields: ["conversionFactor"], message: `the conversion factor is ${seen}, expected ${words}` };
    };
  });
}

/** Every file has one factor, the expected one. */
export const conversionFactor: Check<PfsBooks> = {
  id: "pfs.conversion-factor",
  title: "Every row has the conversion factor that is expected for the release and, since 2026, for the track",
  invariants: ["P4"],
  scope: "row",
  severity: "error",
  cites: [{ title: "42 CFR 414.28-414.30; one conversion factor per file in every release since 2009" }],
  cure: "If the factor changed by law, add it to sources/parameters/conversion-factors.json with its citation",
  run: ({ pfs, tables }) => {
    const qpp = tables["rvu-qpp"];
    const isQualifying = (track: Track | undefined): boolean => track === "qualifying-apm";
    return together([
      pfs && checkFactor(pfs.rvu.file, (track) => !isQualifying(track)),
      qpp === undefined ? pfs && qualifyingRecorded(pfs.rvu.file) : checkFactor(qpp, isQualifying),
    ]);
  },
};

/** Compares a row's RVUs with those of the same row in the file for the other track. */
function rvusTest(columns: RvuFileColumns, other: RvuFile): RowTest {
  return (row) => {
    const same = rowWith(other, columns.hcpcs.at(row), columns.modifier.at(row));
    if (same === undefined)
      return { fields: ["hcpcs"], message: "the file for the other track does not have this row" };
    const field = ALL_RVU_FIELDS.find((name) => !equal(columns[name].at(row), other.columns[name].at(same)));
    if (field === undefined) return null;
    const [here, there] = [columns[field].at(row), other.columns[field].at(same)].map(rvuText);
    return { fields: [field], message: `${here} here, ${there} in the file for the other track` };
  };
}

/** The two files of 2026 differ in the factor only. */
export const qppUnitsEqual: Check<PfsBooks> = {
  id: "pfs.qpp-units-equal",
  title: "Every row of the QPP file has the same RVUs as in the nonQPP file",
  invariants: ["P19"],
  scope: "row",
  severity: "error",
  cites: [
    { title: "42 USC 1395w-4(d): since 2026 the conversion factor differs by track, the relative values do not" },
  ],
  cure: "The two files are not of the same revision, or a column moved: download both again",
  run: ({ pfs, tables }) => {
    const file = tables["rvu-qpp"];
    if (pfs === undefined || file === undefined) return undefined;
    return checkRows(file, (columns) => rvusTest(columns, pfs.rvu));
  },
};

const FIRST_YEAR = "2026";

/** CMS's txt has the column since 2013 and has filled it since 2026. */
function hasIndicator({ publication, table }: SourceFile<PfsRvuRow>): boolean {
  const { ref, values } = table.columns.pricingIndicator;
  return ref !== undefined && (publication.window.from >= FIRST_YEAR || values.some((value) => value !== ""));
}

/** PRIC IND by file: "1 = QPP indicator applies to qualifying providers, 9 = concept does not apply". */
function checkIndicator(file: SourceFile<PfsRvuRow>, expected: "1" | "9"): Findings | undefined {
  if (!hasIndicator(file)) return undefined;
  return checkRows(file, ({ pricingIndicator }) => (row) => {
    const seen = pricingIndicator.at(row) ?? "";
    if (seen === expected) return null;
    const message = `the pricing indicator is "${seen}", expected ${expected} in this file`;
    return { fields: ["pricingIndicator"], message };
  });
}

/** The pricing indicator differs between the two files of 2026. */
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
    return together([pfs && checkIndicator(pfs.rvu.file, "9"), qpp && checkIndicator(qpp, "1")]);
  },
};
