import { CONTRACTOR_DEFINED, type NcciAddOnRow, type NcciMueRow } from "../../../schemas/row/ncci.ts";
import { type Check, together } from "../../rules/check.ts";
import { checkRows, checkUnique, type RowFault } from "../../rules/row-check.ts";
import type { SourceFile } from "../../tables/source-file.ts";
import type { ColumnsOf } from "../../tables/table.ts";

/** Tables of medically unlikely edits, one for each setting. */
export const MUE_ROLES = ["ncci-mue-practitioner", "ncci-mue-hospital", "ncci-mue-dme"] as const;
export type MueRole = (typeof MUE_ROLES)[number];

/** The tables of NCCI edits of a quarter; none where the build was not asked for them. */
export interface NcciBooks {
  readonly tables: { readonly "ncci-addon"?: SourceFile<NcciAddOnRow> } & {
    readonly [R in MueRole]?: SourceFile<NcciMueRow>;
  };
}

const AOC = { title: "NCCI add-on code edits" };
const MANUAL = {
  title: "NCCI Policy Manual, chapter I",
  href: "https://www.cms.gov/medicare/coding-billing/national-correct-coding-initiative-ncci-edits/medicare-ncci-policy-manual",
};
const AGAIN =
  "Download the file again. If CMS's file is so, list the row in sources/exceptions.json with what CMS says of it";

type AddOnColumns = ColumnsOf<NcciAddOnRow>;
type AddOnTest = (
  columns: AddOnColumns,
  file: SourceFile<NcciAddOnRow>,
) => (row: number) => RowFault | null | undefined;

/** A check of the rows of the add-on code edits. */
function ofAddOns(about: Pick<Check<NcciBooks>, "id" | "title" | "severity">, test: AddOnTest): Check<NcciBooks> {
  return {
    ...about,
    invariants: [],
    scope: "row",
    cites: [AOC],
    cure: AGAIN,
    run: ({ tables }) => {
      const file = tables["ncci-addon"];
      return file && checkRows(file, (columns) => test(columns, file));
    },
  };
}

const addOnOnce: Check<NcciBooks> = {
  id: "ncci.addon-once",
  title: "Add-on code, primary code and first day name one add-on code edit",
  invariants: [],
  scope: "row",
  severity: "error",
  cites: [AOC],
  cure: "Download the file again; an edit that stands twice has two last days",
  run: ({ tables }) => tables["ncci-addon"] && checkUnique(tables["ncci-addon"], "addOn"),
};

const addOnDays = ofAddOns(
  { id: "ncci.addon-days", title: "The last day of an add-on code edit is not before its first", severity: "error" },
  ({ effective, deletion }) =>
    (row) => {
      const last = deletion.at(row);
      if (last === null) return undefined;
      if (effective.at(row) <= last) return null;
      return {
        fields: ["effective", "deletion"],
        message: `the first day ${effective.at(row)} is after the last, ${last}`,
      };
    },
);

const addOnInQuarter = ofAddOns(
  {
    id: "ncci.addon-in-quarter",
    title: "No add-on code edit begins after the quarter that CMS posted the file for",
    severity: "error",
  },
  ({ effective }, { publication: { window } }) =>
    (row) => {
      const first = effective.at(row);
      return first <= window.to ? null : { fields: ["effective"], message: `begins on ${first}, after ${window.to}` };
    },
);

const addOnDeleted = ofAddOns(
  {
    id: "ncci.addon-deleted-with-code",
    title: "An add-on code edit ends no later than either of its codes",
    severity: "review",
  },
  ({ addOnDeleted: ofAddOn, primaryDeleted: ofPrimary, deletion }) =>
    (row) => {
      const days = [ofAddOn.at(row), ofPrimary.at(row)].filter((day) => day !== null).sort();
      const [first] = days;
      const own = deletion.at(row);
      if (first === undefined) return undefined;
      if (own !== null && own <= first) return null;
      const fields = ["addOnDeleted", "primaryDeleted", "deletion"];
      return { fields, message: `a code ends on ${first}, the edit ${own === null ? "does not" : `on ${own}`}` };
    },
);

const addOnType = ofAddOns(
  { id: "ncci.addon-one-type", title: "All active edits of an add-on code have one type", severity: "review" },
  ({ addOn, type, deletion }) => {
    const types = new Map<string, string>();
    return (row) => {
      if (deletion.at(row) !== null) return undefined;
      const first = types.get(addOn.at(row)) ?? type.at(row);
      types.set(addOn.at(row), first);
      return first === type.at(row) ? null : { fields: ["type"], message: `type ${type.at(row)}, and ${first} above` };
    };
  },
);

const CLOSED_LIST = "1";
const BY_CONTRACTOR = "2";

function primaryFault(type: string, primary: string): string | undefined {
  const isDefined = primary !== CONTRACTOR_DEFINED;
  if (type === CLOSED_LIST && !isDefined) return `an edit of type 1 has no primary code: ${CONTRACTOR_DEFINED}`;
  if (type === BY_CONTRACTOR && isDefined) return `an edit of type 2 has the primary code ${primary}`;
  return undefined;
}

const addOnPrimary = ofAddOns(
  {
    id: "ncci.addon-primary-by-type",
    title: "The contractor defines the primary codes of every edit of type 2 and of none of type 1",
    severity: "review",
  },
  ({ type, primary }) =>
    (row) => {
      const message = primaryFault(type.at(row), primary.at(row));
      return message === undefined ? null : { fields: ["type", "primary"], message };
    },
);

const mueOnce: Check<NcciBooks> = {
  id: "ncci.mue-once",
  title: "Each table of medically unlikely edits has every code once",
  invariants: [],
  scope: "table",
  severity: "error",
  cites: [MANUAL],
  cure: "Download the file again; a code that stands twice has two values",
  run: ({ tables }) =>
    together(
      MUE_ROLES.map((role) => {
        const file: SourceFile<NcciMueRow> | undefined = tables[role];
        return file && checkUnique(file, "hcpcs");
      }),
    ),
};

/** Checks of add-on code edits and medically unlikely edits, in the order they are reported. */
export const NCCI_CHECKS: readonly Check<NcciBooks>[] = [
  addOnOnce,
  addOnDays,
  addOnInQuarter,
  addOnDeleted,
  addOnType,
  addOnPrimary,
  mueOnce,
];
