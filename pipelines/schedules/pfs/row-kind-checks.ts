import { MODIFIERS } from "../../../schemas/names.ts";
import { type Check, compareWithCms, together } from "../../rules/check.ts";
import { checkKnown, indicatorKnown } from "../../rules/indicator-states.ts";
import { checkRows } from "../../rules/row-check.ts";
import { CONTRACTOR_PRICED } from "../../rules/states.ts";
import { completeness } from "../../sources/sources.ts";
import type { PfsBooks } from "./books.ts";
import { hasRvus } from "./rvu-columns.ts";

const RECORD_LAYOUT = "CMS record layout of the relative value file (RVU26B.pdf)";

const statusKnown = indicatorKnown<PfsBooks>("pfs-status", {
  id: "pfs.status-known",
  invariants: [],
  run: ({ pfs, tables }) =>
    together([pfs?.rvu.file, tables["rvu-qpp"]].map((file) => file && checkKnown("pfs-status", file, "status"))),
});

const KNOWN_MODIFIERS: ReadonlySet<string> = new Set(MODIFIERS);

const modifierKnown: Check<PfsBooks> = {
  id: "pfs.modifier-known",
  invariants: ["P11"],
  title: "A row's modifier is 26, TC, 53 or none",
  scope: "row",
  severity: "error",
  cites: [{ title: `${RECORD_LAYOUT}, modifier; every row since 2009` }],
  cure: "Look the modifier up in the release's record layout: it must be known what such a row is paid",
  run: ({ pfs, tables }) =>
    together(
      [pfs?.rvu.file, tables["rvu-qpp"]].map(
        (file) =>
          file &&
          checkRows(file, ({ modifier }) => (row) => {
            if (KNOWN_MODIFIERS.has(modifier.at(row))) return null;
            return { fields: ["modifier"], message: `modifier ${modifier.at(row)} is not one that CMS has defined` };
          }),
      ),
    ),
};

const DISCONTINUED = "53";

const discontinuedProcedure: Check<PfsBooks> = {
  id: "pfs.discontinued-procedure",
  invariants: ["P11"],
  title: "Only four colonoscopies have a row with modifier 53",
  scope: "row",
  // CMS itself has extended the list since RVU13A.
  severity: "review",
  cites: [
    { title: "Medicare Claims Processing Manual, chapter 12, section 30.1: incomplete colonoscopies, modifier 53" },
    { title: "Rows of modifier 53 in every relative value file from RVU09A to RVU26C" },
  ],
  cure: "If CMS now prices another discontinued procedure, add it to sources/parameters/completeness.json; otherwise the row is damaged",
  run: ({ pfs }) => {
    const { codes } = completeness().discontinued;
    return (
      pfs &&
      checkRows(pfs.rvu.file, ({ hcpcs, modifier }) => (row) => {
        if (modifier.at(row) !== DISCONTINUED) return undefined;
        const code = hcpcs.at(row);
        if (codes.includes(code)) return null;
        return {
          fields: ["hcpcs", "modifier"],
          message: `modifier ${DISCONTINUED} on ${code}, expected only on ${codes.join(", ")}`,
        };
      })
    );
  },
};

const restrictedByUnits: Check<PfsBooks> = {
  id: "pfs.restricted-by-units",
  invariants: ["P6"],
  title: "A row of status R is priced when it has RVUs, and by contractors when it has none",
  scope: "row",
  // It compares our own state with the row, so CMS cannot break it.
  severity: "error",
  cites: [{ title: `${RECORD_LAYOUT}, Attachment A, status R: if no RVUs are shown, carrier priced` }],
  cure: `${compareWithCms("the row")}; if the RVUs are right, pipelines/schedules/pfs/price-state.ts gives the wrong state`,
  run: ({ pfs }) => {
    if (pfs === undefined) return undefined;
    const { file, states } = pfs.rvu;
    return checkRows(file, (columns) => (row) => {
      if (columns.status.at(row) !== "R") return undefined;
      const [expected, words] = hasRvus(columns, row) ? ["priced", "RVUs"] : [CONTRACTOR_PRICED, "no RVUs"];
      const state = states[row] ?? "unknown";
      if (state === expected) return null;
      return {
        fields: ["status", "facilityTotal"],
        message: `status R with ${words} has the state ${state}, expected ${expected}`,
      };
    });
  },
};

/** Checks of a row's status indicator and modifier. */
export const PFS_ROW_CHECKS: readonly Check<PfsBooks>[] = [
  statusKnown,
  modifierKnown,
  discontinuedProcedure,
  restrictedByUnits,
];
