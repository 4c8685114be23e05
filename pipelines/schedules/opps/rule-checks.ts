import type {
  AddendumARow,
  AddendumD1Row,
  AddendumERow,
  AddendumMRow,
  AddendumPRow,
} from "../../../schemas/row/opps-rule.ts";
import { centsText, dollarText, percentText, weightText } from "../../../schemas/unit-text.ts";
import { scaledInteger } from "../../../schemas/units.ts";
import { type Check, together } from "../../rules/check.ts";
import { checkRows, checkUnique, type RowFault } from "../../rules/row-check.ts";
import type { SourceFile } from "../../tables/source-file.ts";
import type { ColumnsOf } from "../../tables/table.ts";
import type { OppsBook } from "./addendum-b.ts";

/** The addenda of the year's rule, and Addendum B of the quarter. */
export interface RuleBooks {
  readonly opps: OppsBook | undefined;
  readonly tables: {
    readonly "addendum-a"?: SourceFile<AddendumARow>;
    readonly "addendum-d1"?: SourceFile<AddendumD1Row>;
    readonly "addendum-e"?: SourceFile<AddendumERow>;
    readonly "addendum-m"?: SourceFile<AddendumMRow>;
    readonly "addendum-p"?: SourceFile<AddendumPRow>;
  };
}

const COMPARE =
  "Compare the row with Addendum B of the quarter: CMS may have changed the code since the rule. If CMS's files are so, list the code in sources/exceptions.json with its source";
const ADDENDUM_B = { title: "OPPS Addendum B of the quarter" };
const INPATIENT_ONLY = "C";

const rowsOnce: Check<RuleBooks> = {
  id: "opps.rule-row-once",
  title: "Each addendum of the rule has every APC, indicator and code once",
  invariants: [],
  scope: "table",
  severity: "error",
  cites: [{ title: "OPPS Addenda A, D1, E, M and P" }],
  cure: "Download the file again; a code that CMS prints twice has two answers",
  run: ({ tables }) =>
    together([
      tables["addendum-a"] && checkUnique(tables["addendum-a"], "apc"),
      tables["addendum-d1"] && checkUnique(tables["addendum-d1"], "indicator"),
      tables["addendum-e"] && checkUnique(tables["addendum-e"], "hcpcs"),
      tables["addendum-m"] && checkUnique(tables["addendum-m"], "hcpcs"),
      tables["addendum-p"] && checkUnique(tables["addendum-p"], "hcpcs"),
    ]),
};

/** Drugs and biologicals: CMS sets their rates anew each quarter, so that Addendum B's are not the rule's. */
const RATED_QUARTERLY: ReadonlySet<string> = new Set(["G", "K", "K1"]);

type Paid = Pick<AddendumARow, "relativeWeight" | "oppsRate">;

function paidText({ relativeWeight, oppsRate }: Paid): string {
  const weight = relativeWeight === null ? "none" : weightText(relativeWeight);
  return `weight ${weight}, rate ${oppsRate === null ? "none" : dollarText(oppsRate)}`;
}

function paidAt(columns: ColumnsOf<Paid>, row: number): Paid {
  return { relativeWeight: columns.relativeWeight.at(row), oppsRate: columns.oppsRate.at(row) };
}

const rateIsOfApc: Check<RuleBooks> = {
  id: "opps.rate-is-addendum-a",
  title: "A code of Addendum B that is no drug has the weight and the rate of its APC in Addendum A",
  invariants: [],
  scope: "row",
  severity: "review",
  cites: [{ title: "OPPS Addendum A" }, ADDENDUM_B],
  cure: COMPARE,
  run: ({ opps, tables }) => {
    const file = tables["addendum-a"];
    if (file === undefined || opps === undefined) return undefined;
    const ofApc = file.table.columns;
    const known = new Map(file.table.rowNumbers.map((_, row) => [ofApc.apc.at(row), row]));
    return checkRows(opps.file, (columns) => (row) => {
      const apc = columns.apc.at(row);
      if (apc === "" || columns.oppsRate.at(row) === null || RATED_QUARTERLY.has(columns.statusIndicator.at(row)))
        return undefined;
      const other = known.get(apc);
      if (other === undefined) return { fields: ["apc"], message: `Addendum A has no APC ${apc}` };
      const [here, there] = [paidText(paidAt(columns, row)), paidText(paidAt(ofApc, other))];
      if (here === there) return null;
      return { fields: ["relativeWeight", "oppsRate"], message: `${here} here, ${there} in Addendum A` };
    });
  },
};

const statusDefined: Check<RuleBooks> = {
  id: "opps.status-defined",
  title: "Addendum D1 defines every status indicator of Addendum B",
  invariants: [],
  scope: "row",
  severity: "review",
  cites: [{ title: "OPPS Addendum D1: status indicators" }],
  cure: COMPARE,
  run: ({ opps, tables }) => {
    const file = tables["addendum-d1"];
    if (file === undefined || opps === undefined) return undefined;
    const defined = new Set(file.table.columns.indicator.values);
    return checkRows(opps.file, ({ statusIndicator }) => (row) => {
      const seen = statusIndicator.at(row);
      return defined.has(seen) ? null : { fields: ["statusIndicator"], message: `${seen} is not defined` };
    });
  },
};

const inpatientOnly: Check<RuleBooks> = {
  id: "opps.inpatient-only-is-e",
  title: "The codes of Addendum E are exactly those with status indicator C in Addendum B",
  invariants: [],
  scope: "table",
  severity: "review",
  cites: [{ title: "42 CFR 419.22(n): services paid only as inpatient" }, { title: "OPPS Addendum E" }],
  cure: COMPARE,
  run: ({ opps, tables }) => {
    const file = tables["addendum-e"];
    if (file === undefined || opps === undefined) return undefined;
    const listed = new Set(file.table.columns.hcpcs.values);
    const { statusIndicator } = opps.file.table.columns;
    return together([
      checkRows(file, ({ hcpcs }) => (row) => {
        const other = opps.byCode.get(hcpcs.at(row));
        const seen = other === undefined ? "no row" : statusIndicator.at(other);
        return seen === INPATIENT_ONLY ? null : { fields: ["hcpcs"], message: `Addendum B has ${seen}, expected C` };
      }),
      checkRows(opps.file, ({ hcpcs }) => (row) => {
        if (statusIndicator.at(row) !== INPATIENT_ONLY) return undefined;
        if (listed.has(hcpcs.at(row))) return null;
        return { fields: ["statusIndicator"], message: "Addendum E does not have this code with status indicator C" };
      }),
    ]);
  },
};

type ByCode = { readonly hcpcs: string; readonly statusIndicator: string };

/** Status indicator and APC of a row, which Addendum B must have for the code. */
function asInAddendumB<Row extends ByCode>(
  file: SourceFile<Row>,
  apcField: keyof Row & string,
  { file: { table }, byCode }: OppsBook,
) {
  const { statusIndicator, apc } = table.columns;
  return checkRows(file, (columns) => (row): RowFault | null | undefined => {
    const own = String(columns.statusIndicator.at(row)).trim();
    if (own === DELETED) return undefined;
    const other = byCode.get(columns.hcpcs.at(row));
    const here = `${own} ${columns[apcField].at(row)}`;
    const there = other === undefined ? "no row" : `${statusIndicator.at(other)} ${apc.at(other)}`;
    if (here === there) return null;
    return { fields: ["statusIndicator", apcField], message: `${here} here, ${there} in Addendum B` };
  });
}

/** Status indicator of a code that the rule deletes: Addendum B does not have it. */
const DELETED = "D";

const listedAsPaid: Check<RuleBooks> = {
  id: "opps.rule-is-addendum-b",
  title: "Codes of Addenda M and P that are not deleted have the status indicator and the APC of Addendum B",
  invariants: [],
  scope: "row",
  severity: "review",
  cites: [{ title: "OPPS Addenda M and P" }, ADDENDUM_B],
  cure: COMPARE,
  run: ({ opps, tables }) => {
    if (opps === undefined) return undefined;
    const { "addendum-m": composites, "addendum-p": offsets } = tables;
    return together([
      composites && asInAddendumB(composites, "singleApc", opps),
      offsets && asInAddendumB(offsets, "apc", opps),
    ]);
  },
};

const offsetIsShare: Check<RuleBooks> = {
  id: "opps.device-offset-is-share",
  title: "The device offset amount of Addendum P is its percentage of the rate, rounded half up",
  invariants: [],
  scope: "row",
  severity: "error",
  cites: [
    { title: "OPPS Addendum P: the amount is the product of the APC payment rate and the HCPCS device offset percent" },
  ],
  cure: "If a column moved, see sources/layouts/addendum-p.json; else download the file again",
  run: ({ tables }) => {
    const file = tables["addendum-p"];
    if (file === undefined) return undefined;
    return checkRows(file, ({ oppsRate, deviceOffset, deviceOffsetAmount }) => (row) => {
      const [rate, share, amount] = [oppsRate.at(row), deviceOffset.at(row), deviceOffsetAmount.at(row)];
      if (rate === null || share === null || amount === null) return undefined;
      // Cents x hundredths of a percent: 10^-4 of a cent.
      const product = BigInt(scaledInteger(rate)) * BigInt(scaledInteger(share));
      const expected = (product + 5000n) / 10000n;
      if (expected === BigInt(scaledInteger(amount))) return null;
      const message = `$${centsText(scaledInteger(rate))} x ${percentText(share)} % is not $${centsText(scaledInteger(amount))}`;
      return { fields: ["deviceOffset", "deviceOffsetAmount"], message };
    });
  },
};

/** Checks of the rule's addenda, in the order they are reported. */
export const RULE_CHECKS: readonly Check<RuleBooks>[] = [
  rowsOnce,
  rateIsOfApc,
  statusDefined,
  inpatientOnly,
  listedAsPaid,
  offsetIsShare,
];
