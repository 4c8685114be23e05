import type { ConformanceColumn, Difference, Tally } from "../../schemas/out/conformance.ts";
import { ConformanceColumn as Columns } from "../../schemas/out/conformance.ts";
import type { PaymentAmountRow } from "../../schemas/row/payment-amount.ts";
import type { TherapyReduction } from "../../schemas/source/parameters.ts";
import { centsText } from "../../schemas/unit-text.ts";
import { type Cents, scaledInteger } from "../../schemas/units.ts";
import { localityKey } from "../pfs/locality-key.ts";
import { derive, RECIPES, type Recipe, therapyRecipe } from "./derive.ts";
import type { Found, OurAmounts } from "./our-amounts.ts";
import type { PaymentLine } from "./payment-lines.ts";
import { productOf } from "./product.ts";

/** Differences are counted all, and kept up to this many. */
export const MOST_DIFFERENCES = 1000;

/** Multiple surgery indicator of the therapy services whose practice expense is reduced. */
const THERAPY = "5";
/** First year in which the therapy column may hold a Primary Care First flat visit fee instead (PF25PC.pdf). */
const FLAT_VISIT_FEES_SINCE = "2021";

/** One amount that CMS published. */
interface Compared {
  readonly column: Exclude<ConformanceColumn, "rows" | "oppsIndicator">;
  readonly published: Cents | undefined;
  readonly ours: number;
  /** Undefined where ours is zero because there should be no amount. */
  readonly recipe: Recipe | undefined;
}

/** Compares records with our amounts, and keeps count. */
export class Comparison {
  readonly columns = Object.fromEntries(
    Columns.options.map((column) => [column, { matched: 0, compared: 0 }]),
  ) as Record<ConformanceColumn, Tally>;
  readonly differences: Difference[] = [];
  differenceCount = 0;
  flatVisitFees = 0;
  private readonly ours: OurAmounts;
  private readonly therapy: TherapyReduction | undefined;

  /** @param therapy the reduction in force, undefined before there was one */
  constructor(ours: OurAmounts, therapy: TherapyReduction | undefined) {
    this.ours = ours;
    this.therapy = therapy;
  }

  /** Compares one record with what was found for it, or counts it as a difference when nothing was. */
  compare(line: PaymentLine, found: Found | string): void {
    if (typeof found === "string") {
      const { nonFacility, facility } = line.row;
      const published = `${centsText(scaledInteger(nonFacility))} non-facility, ${centsText(scaledInteger(facility))} facility`;
      this.differ(line, { column: "rows", published, ours: null, reason: found });
      return;
    }
    this.agree("rows");
    const at = found.place * 2;
    const { cents } = this.ours.full;
    this.amount(line, found, {
      column: "nonFacility",
      published: line.row.nonFacility,
      ours: cents[at] ?? 0,
      recipe: RECIPES.nonFacility,
    });
    this.amount(line, found, {
      column: "facility",
      published: line.row.facility,
      ours: cents[at + 1] ?? 0,
      recipe: RECIPES.facility,
    });
    if (line.row.oppsIndicator !== undefined) this.cap(line, found);
    if (line.row.therapyNonInstitutional !== undefined) this.therapyColumns(line, found);
  }

  private agree(column: ConformanceColumn): void {
    this.columns[column].matched += 1;
    this.columns[column].compared += 1;
  }

  private differ(
    { line, row }: PaymentLine,
    difference: Pick<Difference, "column" | "published" | "ours" | "reason" | "derivation">,
  ): void {
    this.columns[difference.column].compared += 1;
    this.differenceCount += 1;
    if (this.differences.length >= MOST_DIFFERENCES) return;
    const { hcpcs, modifier } = row;
    this.differences.push({ line, hcpcs, modifier, locality: localityKey(row), ...difference });
  }

  private amount(line: PaymentLine, found: Found, { column, published, ours, recipe }: Compared): void {
    const printed = published === undefined ? 0 : scaledInteger(published);
    if (printed === ours) {
      this.agree(column);
      return;
    }
    const derivation = recipe && { derivation: derive(this.ours, found, recipe) };
    this.differ(line, { column, published: centsText(printed), ours: centsText(ours), ...derivation });
  }

  /** Where there must be no amount, a zero is what the layout fills the field with, and not counted as compared. */
  private nothing(line: PaymentLine, found: Found, column: Compared["column"], published: Cents | undefined): void {
    if (published === undefined || scaledInteger(published) === 0) return;
    this.amount(line, found, { column, published, ours: 0, recipe: undefined });
  }

  /** The indicator is 1 exactly for rows with units for the cap, and then both amounts are there. */
  private cap(line: PaymentLine, found: Found): void {
    const { oppsIndicator = "9", oppsNonFacility, oppsFacility } = line.row;
    const expected = found.capPlace < 0 ? "9" : "1";
    if (oppsIndicator === expected) this.agree("oppsIndicator");
    else {
      const has = expected === "1" ? "has" : "has no";
      const reason = `the relative value file ${has} units for the OPPS cap in this row`;
      this.differ(line, { column: "oppsIndicator", published: oppsIndicator, ours: expected, reason });
    }
    if (oppsIndicator === "9") {
      this.nothing(line, found, "oppsNonFacility", oppsNonFacility);
      this.nothing(line, found, "oppsFacility", oppsFacility);
    } else if (expected === "1") {
      const at = found.capPlace * 2;
      const { capped } = this.ours;
      this.amount(line, found, {
        column: "oppsNonFacility",
        published: oppsNonFacility,
        ours: capped[at] ?? 0,
        recipe: RECIPES.oppsNonFacility,
      });
      this.amount(line, found, {
        column: "oppsFacility",
        published: oppsFacility,
        ours: capped[at + 1] ?? 0,
        recipe: RECIPES.oppsFacility,
      });
    }
  }

  private therapyColumns(line: PaymentLine, found: Found): void {
    const { multipleSurgery, therapyNonInstitutional, therapyInstitutional } = line.row;
    if (multipleSurgery === THERAPY && this.therapy !== undefined) {
      const { nonInstitutionalPercent, institutionalPercent } = this.therapy;
      this.reduced(line, found, "therapyNonInstitutional", nonInstitutionalPercent);
      this.reduced(line, found, "therapyInstitutional", institutionalPercent);
      return;
    }
    if (isFlatVisitFee(line.row)) this.flatVisitFees += 1;
    else this.nothing(line, found, "therapyNonInstitutional", therapyNonInstitutional);
    this.nothing(line, found, "therapyInstitutional", therapyInstitutional);
  }

  private reduced(
    line: PaymentLine,
    found: Found,
    column: "therapyNonInstitutional" | "therapyInstitutional",
    percent: number,
  ): void {
    const recipe = therapyRecipe(percent);
    const { cents } = productOf(found.row, found.locality, this.ours.pfs.factor, recipe.units);
    this.amount(line, found, { column, published: line.row[column], ours: cents, recipe });
  }
}

/** What stands in the therapy column of a service that is no therapy is the flat visit fee, if anything. */
function isFlatVisitFee({ year, therapyNonInstitutional }: PaymentAmountRow): boolean {
  return (
    year >= FLAT_VISIT_FEES_SINCE && therapyNonInstitutional !== undefined && scaledInteger(therapyNonInstitutional) > 0
  );
}
