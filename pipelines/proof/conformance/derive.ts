import type { AmountDerivation, DerivedFrom } from "../../../schemas/out/conformance.ts";
import { equal } from "../../../schemas/units.ts";
import type { Rule } from "../../rules/rule.ts";
import { LOCALITY_AMOUNT, OPPS_CAPPED_AMOUNT, QUALIFYING_FACTOR } from "../../schedules/pfs/rules.ts";
import { cellPlace, type Table } from "../../tables/table.ts";
import type { Found, OurAmounts } from "./our-amounts.ts";
import { type AmountRvus, productOf } from "./product.ts";
import { THERAPY_REDUCED_AMOUNT } from "./rules.ts";

/** A compared column's rule and the RVUs that it takes. */
export interface AmountRecipe {
  readonly rule: Rule;
  readonly rvus: AmountRvus;
}

/** The recipes of the columns that are always the same. */
export const RECIPES = {
  nonFacility: { rule: LOCALITY_AMOUNT, rvus: { pe: "nonFacilityPeRvu", mp: "mpRvu", pePercent: 100 } },
  facility: { rule: LOCALITY_AMOUNT, rvus: { pe: "facilityPeRvu", mp: "mpRvu", pePercent: 100 } },
  oppsNonFacility: {
    rule: OPPS_CAPPED_AMOUNT,
    rvus: { pe: "oppsNonFacilityPeRvu", mp: "oppsMpRvu", pePercent: 100 },
  },
  oppsFacility: { rule: OPPS_CAPPED_AMOUNT, rvus: { pe: "oppsFacilityPeRvu", mp: "oppsMpRvu", pePercent: 100 } },
} as const satisfies Record<string, AmountRecipe>;

/** The recipe of a therapy column. */
export function therapyRecipe(reductionPercent: number): AmountRecipe {
  return {
    rule: THERAPY_REDUCED_AMOUNT,
    rvus: { pe: "nonFacilityPeRvu", mp: "mpRvu", pePercent: 100 - reductionPercent },
  };
}

function cellsOf(table: Table<unknown>, row: number, fields: readonly string[]): DerivedFrom {
  const columns = fields.map((field) => {
    const { column = "", heading = "" } = cellPlace(table, row, field);
    return { column, heading };
  });
  return { file: table.file, row: table.rowNumbers[row] ?? 0, columns };
}

/** Without CMS's file for the qualifying track its factor comes from our parameters and has no cell. */
function factorFields({ pfs }: OurAmounts): string[] {
  return equal(pfs.rvu.printedFactor, pfs.factor) ? ["conversionFactor"] : [];
}

/** How we computed an amount: rule, figures, cells. */
export function deriveAmount(ours: OurAmounts, found: Found, { rule, rvus }: AmountRecipe): AmountDerivation {
  const { pfs, gpci } = ours;
  const { row, locality } = found;
  const { formula, unrounded } = productOf(pfs, found, rvus);
  const fields = ["workRvu", rvus.pe, rvus.mp, ...factorFields(ours)];
  return {
    rule: fields.length === 3 ? `${rule.id}, ${QUALIFYING_FACTOR.id}` : rule.id,
    formula,
    unrounded,
    cells: [
      cellsOf(pfs.rvu.file.table, row, fields),
      cellsOf(gpci.file.table, locality.at, [locality.workField, "peGpci", "mpGpci"]),
    ],
  };
}
