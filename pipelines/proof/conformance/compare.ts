import type { ConformanceColumn } from "../../../schemas/out/conformance.ts";
import type { TherapyReduction } from "../../../schemas/source/parameters.ts";
import { centsText } from "../../../schemas/unit-text.ts";
import { type Cents, scaledInteger } from "../../../schemas/units.ts";
import { type AmountRecipe, deriveAmount, RECIPES, therapyRecipe } from "./derive.ts";
import { FlatVisitFees } from "./flat-visit-fees.ts";
import { compareIndicators } from "./indicators.ts";
import type { Found, OurAmounts } from "./our-amounts.ts";
import type { PaymentLine } from "./payment-lines.ts";
import { productOf } from "./product.ts";
import { Scores } from "./scores.ts";

/** Multiple procedure indicator of the therapy services whose practice expense is reduced. */
const THERAPY = "5";

/** One amount that CMS published. */
interface Compared {
  readonly column: Exclude<
    ConformanceColumn,
    "rows" | "pctcIndicator" | "status" | "multipleSurgery" | "oppsIndicator"
  >;
  readonly published: Cents | undefined;
  readonly ours: number;
  /** Undefined where ours is zero because there should be no amount. */
  readonly recipe: AmountRecipe | undefined;
}

/** Compares records with our amounts, and keeps count. */
export class Comparison {
  readonly scores = new Scores();
  readonly flatVisitFees = new FlatVisitFees();
  /** Records without a difference. */
  equalRows = 0;
  private readonly ours: OurAmounts;
  private readonly therapy: TherapyReduction | undefined;

  /** @param therapy the reduction in force, undefined before there was one */
  constructor(ours: OurAmounts, therapy: TherapyReduction | undefined) {
    this.ours = ours;
    this.therapy = therapy;
  }

  /** Compares one record with what was found for it, or counts it as a difference when nothing was. */
  compare(line: PaymentLine, found: Found | string): void {
    const before = this.scores.differenceCount;
    this.compareColumns(line, found);
    if (this.scores.differenceCount === before) this.equalRows += 1;
  }

  private compareColumns(line: PaymentLine, found: Found | string): void {
    if (typeof found === "string") {
      const { nonFacility, facility } = line.row;
      const published = `${centsText(scaledInteger(nonFacility))} non-facility, ${centsText(scaledInteger(facility))} facility`;
      this.scores.differ(line, { column: "rows", published, ours: null, reason: found });
      return;
    }
    this.scores.agree("rows");
    compareIndicators(line, found, this.ours, this.scores);
    const { full } = this.ours;
    this.amount(line, found, {
      column: "nonFacility",
      published: line.row.nonFacility,
      ours: full.at(found.row, "nonFacility", found.place) ?? 0,
      recipe: RECIPES.nonFacility,
    });
    this.amount(line, found, {
      column: "facility",
      published: line.row.facility,
      ours: full.at(found.row, "facility", found.place) ?? 0,
      recipe: RECIPES.facility,
    });
    if (line.row.oppsIndicator !== undefined) this.cap(line, found);
    if (line.row.therapyNonInstitutional !== undefined) this.therapyColumns(line, found);
  }

  private amount(line: PaymentLine, found: Found, { column, published, ours, recipe }: Compared): void {
    const printed = published === undefined ? 0 : scaledInteger(published);
    if (printed === ours) {
      this.scores.agree(column);
      return;
    }
    const derivation = recipe && { derivation: deriveAmount(this.ours, found, recipe) };
    this.scores.differ(line, { column, published: centsText(printed), ours: centsText(ours), ...derivation });
  }

  /** Where there must be no amount, a zero is what the layout fills the field with, and is not counted as compared. */
  private nothing(line: PaymentLine, found: Found, column: Compared["column"], published: Cents | undefined): void {
    if (published === undefined || scaledInteger(published) === 0) return;
    this.amount(line, found, { column, published, ours: 0, recipe: undefined });
  }

  /** The indicator is 1 exactly for rows with RVUs for the cap, and then both amounts are there. */
  private cap(line: PaymentLine, found: Found): void {
    const { oppsIndicator = "9", oppsNonFacility, oppsFacility } = line.row;
    const { capped } = this.ours;
    const expected = capped?.has(found.row) ? "1" : "9";
    if (oppsIndicator === expected) this.scores.agree("oppsIndicator");
    else {
      const has = expected === "1" ? "has" : "has no";
      const reason = `the relative value file ${has} RVUs for the OPPS cap in this row`;
      this.scores.differ(line, { column: "oppsIndicator", published: oppsIndicator, ours: expected, reason });
    }
    if (oppsIndicator === "9") {
      this.nothing(line, found, "oppsNonFacility", oppsNonFacility);
      this.nothing(line, found, "oppsFacility", oppsFacility);
    } else if (expected === "1") {
      this.amount(line, found, {
        column: "oppsNonFacility",
        published: oppsNonFacility,
        ours: capped?.at(found.row, "nonFacility", found.place) ?? 0,
        recipe: RECIPES.oppsNonFacility,
      });
      this.amount(line, found, {
        column: "oppsFacility",
        published: oppsFacility,
        ours: capped?.at(found.row, "facility", found.place) ?? 0,
        recipe: RECIPES.oppsFacility,
      });
    }
  }

  /** CMS's own indicator in the record does not decide: a wrong one would hide a wrong amount. */
  private therapyColumns(line: PaymentLine, found: Found): void {
    const { multipleProcedure } = this.ours.pfs.rvu.columns;
    if (multipleProcedure.at(found.row) === THERAPY && this.therapy !== undefined) {
      const { nonInstitutionalPercent, institutionalPercent } = this.therapy;
      this.reduced(line, found, "therapyNonInstitutional", nonInstitutionalPercent);
      this.reduced(line, found, "therapyInstitutional", institutionalPercent);
      return;
    }
    this.noTherapy(line, found);
    this.nothing(line, found, "therapyInstitutional", line.row.therapyInstitutional);
  }

  private noTherapy(line: PaymentLine, found: Found): void {
    const printed = line.row.therapyNonInstitutional;
    if (printed === undefined || scaledInteger(printed) === 0) return;
    const { globalDays } = this.ours.pfs.rvu.columns;
    const reason = this.flatVisitFees.note(line, found.locality, globalDays.at(found.row), printed);
    if (reason === undefined) return;
    const column = "therapyNonInstitutional";
    this.scores.differ(line, { column, published: centsText(scaledInteger(printed)), ours: "0.00", reason });
  }

  private reduced(
    line: PaymentLine,
    found: Found,
    column: "therapyNonInstitutional" | "therapyInstitutional",
    percent: number,
  ): void {
    const recipe = therapyRecipe(percent);
    const { cents } = productOf(this.ours.pfs, found, recipe.rvus);
    this.amount(line, found, { column, published: line.row[column], ours: cents, recipe });
  }
}
