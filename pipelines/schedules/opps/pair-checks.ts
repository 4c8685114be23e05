import { FEWEST_CLAIMS } from "../../../schemas/names.ts";
import type { AddendumJEvaluationRow, AddendumJPairRow, AddendumJRankRow } from "../../../schemas/row/addendum-j.ts";
import type { AddendumARow } from "../../../schemas/row/opps-rule.ts";
import { centsText, dollarText } from "../../../schemas/unit-text.ts";
import { type Cents, scaledInteger } from "../../../schemas/units.ts";
import { type Check, type Findings, together } from "../../rules/check.ts";
import { checkRows, checkUnique, type RowFault } from "../../rules/row-check.ts";
import type { SourceFile } from "../../tables/source-file.ts";
import type { ColumnsOf } from "../../tables/table.ts";
import type { OppsBook } from "./addendum-b.ts";
import { COMPREHENSIVE, comprehensiveRates } from "./comprehensive.ts";

/** The tables of Addendum J, and Addendum B of the quarter. */
export interface PairBooks {
  readonly opps: OppsBook | undefined;
  readonly tables: {
    readonly "addendum-a"?: SourceFile<AddendumARow>;
    readonly "addendum-j-pairs"?: SourceFile<AddendumJPairRow>;
    readonly "addendum-j-evaluation"?: SourceFile<AddendumJEvaluationRow>;
    readonly "addendum-j-ranks"?: SourceFile<AddendumJRankRow>;
  };
}

const COMPARE =
  "Compare the row with the other sheets of CMS's workbook; if CMS is wrong, list the pair in sources/exceptions.json with its source";
const SHEETS = { title: "OPPS Addendum J: complexity adjustments, their evaluation, and ranks for primary assignment" };

/** The fields that both sheets of pairs print. */
const COMMON = [
  "primaryStatusIndicator",
  "primaryApc",
  "secondaryStatusIndicator",
  "secondaryApc",
  "adjustedApc",
] as const;

type RowByKey = ReadonlyMap<string, number>;

function rowsByKey({ table }: SourceFile<unknown>): RowByKey {
  return new Map(table.rowNumbers.map((_, row) => [table.key(row), row]));
}

const keysOnce: Check<PairBooks> = {
  id: "opps.pair-once",
  title: "Each sheet of Addendum J has every pair, code and rank once",
  invariants: [],
  scope: "table",
  severity: "error",
  cites: [SHEETS],
  cure: "Download the file again; a pair that CMS prints twice has two answers",
  run: ({ tables }) => {
    const { "addendum-j-pairs": pairs, "addendum-j-evaluation": evaluation, "addendum-j-ranks": ranks } = tables;
    return together([
      pairs && checkUnique(pairs, "primary"),
      evaluation && checkUnique(evaluation, "primary"),
      ranks && checkUnique(ranks, "hcpcs"),
      ranks && checkRanksOnce(ranks),
    ]);
  },
};

function checkRanksOnce(ranks: SourceFile<AddendumJRankRow>): Findings {
  const firsts = new Map<number, number>();
  return checkRows(ranks, ({ rank, hcpcs }) => (row) => {
    const first = firsts.get(rank.at(row));
    firsts.set(rank.at(row), first ?? row);
    if (first === undefined) return null;
    return { fields: ["rank"], message: `rank ${rank.at(row)} is that of ${hcpcs.at(first)} as well` };
  });
}

/** Whether both sheets print the same of a pair. */
function differenceOf(
  pairs: ColumnsOf<AddendumJPairRow>,
  row: number,
  evaluated: ColumnsOf<AddendumJEvaluationRow>,
  other: number,
): RowFault | null {
  const field = COMMON.find((each) => pairs[each].at(row) !== evaluated[each].at(other));
  if (field === undefined) return null;
  const message = `${field} is "${pairs[field].at(row)}" here and "${evaluated[field].at(other)}" in the evaluation`;
  return { fields: [field], message };
}

const pairsQualify: Check<PairBooks> = {
  id: "opps.pairs-qualify",
  title: "The pairs of the sheet of adjustments are exactly those that the evaluation qualifies, with the same APCs",
  invariants: [],
  scope: "table",
  severity: "error",
  cites: [SHEETS],
  cure: COMPARE,
  run: ({ tables }) => {
    const { "addendum-j-pairs": pairs, "addendum-j-evaluation": evaluation } = tables;
    if (pairs === undefined || evaluation === undefined) return undefined;
    const [adjusted, evaluated] = [rowsByKey(pairs), rowsByKey(evaluation)];
    const { columns } = evaluation.table;
    return together([
      checkRows(pairs, (own) => (row) => {
        const other = evaluated.get(pairs.table.key(row));
        if (other !== undefined && columns.qualifies.at(other) === "Y") return differenceOf(own, row, columns, other);
        const why = other === undefined ? "does not have the pair" : "says that the pair does not qualify";
        return { fields: ["primary", "secondary"], message: `the evaluation ${why}` };
      }),
      checkRows(evaluation, ({ qualifies }) => (row) => {
        if (qualifies.at(row) !== "Y") return undefined;
        if (adjusted.has(evaluation.table.key(row))) return null;
        return { fields: ["qualifies"], message: "the pair qualifies, and the sheet of adjustments does not have it" };
      }),
    ]);
  },
};

const text = (cents: Cents | null): string => (cents === null ? "none" : `$${centsText(scaledInteger(cents))}`);

const qualifiesByCost: Check<PairBooks> = {
  id: "opps.pair-qualifies-by-cost",
  title: `A pair qualifies exactly when at least ${FEWEST_CLAIMS} claims have it, its cost reaches the threshold, and there is a higher APC`,
  invariants: [],
  scope: "row",
  severity: "review",
  cites: [SHEETS],
  cure: COMPARE,
  run: ({ tables }) => {
    const file = tables["addendum-j-evaluation"];
    if (file === undefined) return undefined;
    return checkRows(file, ({ frequency, geometricMeanCost, costThreshold, adjustedApc, qualifies }) => (row) => {
      const [cost, threshold] = [geometricMeanCost.at(row), costThreshold.at(row)];
      const reaches = cost !== null && threshold !== null && scaledInteger(cost) >= scaledInteger(threshold);
      const expected = frequency.at(row) >= FEWEST_CLAIMS && reaches && adjustedApc.at(row) !== "";
      if (expected === (qualifies.at(row) === "Y")) return null;
      const figures = `${frequency.at(row)} claims, cost ${text(cost)}, threshold ${text(threshold)}`;
      const message = `CMS says ${qualifies.at(row) ?? "nothing"}, the figures say ${expected ? "Y" : "N"}: ${figures}`;
      return { fields: ["qualifies"], message };
    });
  },
};

/** Rank and APC of a code, by the sheet of ranks. */
function rankTest(
  columns: ColumnsOf<AddendumJEvaluationRow>,
  ranks: SourceFile<AddendumJRankRow>,
): (row: number) => RowFault | null {
  const known = rowsByKey(ranks);
  const { rank, apc } = ranks.table.columns;
  return (row) => {
    const [primary, secondary] = [columns.primary.at(row), columns.secondary.at(row)];
    const own = known.get(primary);
    if (own === undefined) return { fields: ["primary"], message: `${primary} has no rank` };
    if (apc.at(own) !== columns.primaryApc.at(row)) {
      const message = `${primary} has APC ${columns.primaryApc.at(row)} here and ${apc.at(own)} among the ranks`;
      return { fields: ["primaryApc"], message };
    }
    if (columns.secondaryStatusIndicator.at(row) !== COMPREHENSIVE) return null;
    const other = known.get(secondary);
    if (other === undefined) return { fields: ["secondary"], message: `${secondary} is J1 and has no rank` };
    if (rank.at(own) <= rank.at(other)) return null;
    const message = `rank ${rank.at(own)} of ${primary} is after rank ${rank.at(other)} of ${secondary}`;
    return { fields: ["primary", "secondary"], message };
  };
}

const primaryRanksFirst: Check<PairBooks> = {
  id: "opps.pair-primary-ranks-first",
  title: "The primary code of a pair has the APC of the sheet of ranks, and a rank before that of a J1 secondary code",
  invariants: [],
  scope: "row",
  severity: "review",
  cites: [SHEETS],
  cure: COMPARE,
  run: ({ tables }) => {
    const { "addendum-j-evaluation": evaluation, "addendum-j-ranks": ranks } = tables;
    if (evaluation === undefined || ranks === undefined) return undefined;
    return checkRows(evaluation, (columns) => rankTest(columns, ranks));
  },
};

const rankedAsPaid: Check<PairBooks> = {
  id: "opps.rank-is-addendum-b",
  title: "A ranked code that is not deleted has the status indicator and the APC of Addendum B",
  invariants: [],
  scope: "row",
  severity: "review",
  cites: [SHEETS, { title: "OPPS Addendum B of the quarter" }],
  cure: COMPARE,
  run: ({ tables, opps }) => {
    const file = tables["addendum-j-ranks"];
    if (file === undefined || opps === undefined) return undefined;
    const { statusIndicator, apc } = opps.file.table.columns;
    return checkRows(file, (columns) => (row) => {
      if (columns.deleted.at(row)) return undefined;
      const other = opps.byCode.get(columns.hcpcs.at(row));
      const here = `${columns.statusIndicator.at(row)} ${columns.apc.at(row)}`;
      const there = other === undefined ? "no row" : `${statusIndicator.at(other)} ${apc.at(other)}`;
      if (here === there) return null;
      return { fields: ["statusIndicator", "apc"], message: `${here} here, ${there} in Addendum B` };
    });
  },
};

const adjustedApcRated: Check<PairBooks> = {
  id: "opps.pair-apc-rated",
  title: "The adjusted APC of every pair has a rate in Addendum B or Addendum A",
  invariants: [],
  scope: "row",
  severity: "review",
  cites: [SHEETS, { title: "OPPS Addendum B of the quarter, and Addendum A" }],
  cure: COMPARE,
  run: (book) => {
    const file = book.tables["addendum-j-pairs"];
    if (file === undefined || book.opps === undefined) return undefined;
    const rates = comprehensiveRates(book);
    return checkRows(file, ({ adjustedApc }) => (row) => {
      if (rates.has(adjustedApc.at(row))) return null;
      return { fields: ["adjustedApc"], message: `no row with J1 has a rate of APC ${adjustedApc.at(row)}` };
    });
  },
};

const adjustedApcPaysMore: Check<PairBooks> = {
  id: "opps.pair-pays-more",
  title: "The adjusted APC of a pair has a higher rate than the APC of its primary code",
  invariants: [],
  scope: "row",
  severity: "error",
  cites: [SHEETS],
  cure: "If a column moved, see sources/layouts/addendum-j-pairs.json; else compare the APCs with Addenda A and B",
  run: (book) => {
    const file = book.tables["addendum-j-pairs"];
    if (file === undefined || book.opps === undefined) return undefined;
    const rates = comprehensiveRates(book);
    return checkRows(file, ({ primaryApc, adjustedApc }) => (row) => {
      const [before, after] = [rates.get(primaryApc.at(row))?.rate, rates.get(adjustedApc.at(row))?.rate];
      if (before === undefined || after === undefined) return undefined;
      if (scaledInteger(after) > scaledInteger(before)) return null;
      const message = `APC ${adjustedApc.at(row)} is paid ${dollarText(after)}, APC ${primaryApc.at(row)} ${dollarText(before)}`;
      return { fields: ["primaryApc", "adjustedApc"], message };
    });
  },
};

const pairAsPaid: Check<PairBooks> = {
  id: "opps.pair-is-addendum-b",
  title: "Both codes of a pair that qualifies have the status indicator and the APC of Addendum B",
  invariants: [],
  scope: "row",
  severity: "review",
  cites: [SHEETS, { title: "OPPS Addendum B of the quarter" }],
  cure: COMPARE,
  run: ({ tables, opps }) => {
    const file = tables["addendum-j-pairs"];
    if (file === undefined || opps === undefined) return undefined;
    const { statusIndicator, apc } = opps.file.table.columns;
    const paid = (code: string): string => {
      const other = opps.byCode.get(code);
      return other === undefined ? "no row" : `${statusIndicator.at(other)} ${apc.at(other)}`.trim();
    };
    return checkRows(file, (columns) => (row) => {
      const differing = (["primary", "secondary"] as const).find((which) => {
        const here = `${columns[`${which}StatusIndicator`].at(row)} ${columns[`${which}Apc`].at(row)}`.trim();
        return here !== paid(columns[which].at(row));
      });
      if (differing === undefined) return null;
      const code = columns[differing].at(row);
      const here = `${columns[`${differing}StatusIndicator`].at(row)} ${columns[`${differing}Apc`].at(row)}`.trim();
      return { fields: [differing], message: `${code} has ${here} here, ${paid(code)} in Addendum B` };
    });
  },
};

/** Checks of Addendum J, in the order they are reported. */
export const PAIR_CHECKS: readonly Check<PairBooks>[] = [
  keysOnce,
  pairsQualify,
  qualifiesByCost,
  primaryRanksFirst,
  rankedAsPaid,
  adjustedApcRated,
  adjustedApcPaysMore,
  pairAsPaid,
];
