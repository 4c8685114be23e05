import {
  LookUpGroup as Groups,
  type LookUpConformance,
  type LookUpDifference,
  type LookUpGroup,
  type LookUpTally,
} from "../../../schemas/out/conformance.ts";
import { LOOK_UP } from "../../../schemas/row/look-up.ts";
import type { ExplainedDifference } from "../../../schemas/source/explained-differences.ts";
import { type Worked, workedOut } from "./look-up-arithmetic.ts";
import { COMPARED_FIELDS, type ComparedField, LOOK_UP_COLUMNS } from "./look-up-columns.ts";
import { explainedTexts, type FoundLookUp, lookUpFinder, type OurTexts, ourTexts } from "./look-up-ours.ts";
import type { LookUpLine } from "./look-up-reader.ts";
import type { OurAmounts } from "./our-amounts.ts";
import { MOST_DIFFERENCES } from "./scores.ts";

type Compared = Pick<
  LookUpConformance,
  "equalRows" | "explainedRows" | "arithmetic" | "columns" | "explained" | "differenceCount" | "differences"
>;

/** Compares the rows of an export, and keeps count. */
export class LookUpComparison {
  private readonly columns = Object.fromEntries(
    Groups.options.map((group) => [group, { matched: 0, explained: 0, compared: 0 }]),
  ) as Record<LookUpGroup, LookUpTally>;
  private readonly arithmetic = { matched: 0, compared: 0 };
  private readonly differences: LookUpDifference[] = [];
  private readonly explanations: readonly ExplainedDifference[];
  private readonly met = new Map<ExplainedDifference, number>();
  private differenceCount = 0;
  private equalRows = 0;
  private explainedRows = 0;

  /** @param explanations of the release that is compared with */
  constructor(explanations: readonly ExplainedDifference[]) {
    this.explanations = explanations;
  }

  /** Compares rows with a release, or without one by their own arithmetic only. */
  compare(lines: readonly LookUpLine[], ours: OurAmounts | undefined): Compared {
    const find = ours && lookUpFinder(ours);
    for (const line of lines) {
      const before = this.differenceCount;
      const found = find?.(line.row);
      const reasons = ours === undefined || found === undefined ? this.alone(line) : this.besides(line, ours, found);
      if (this.differenceCount > before) continue;
      if (reasons > 0) this.explainedRows += 1;
      else this.equalRows += 1;
    }
    return this.result();
  }

  private result(): Compared {
    const explained = [...this.met].map(([{ field, published, ours, reason, source }, rows]) => {
      return { field, published, ours, reason, source, rows };
    });
    const { equalRows, explainedRows, arithmetic, columns, differenceCount, differences } = this;
    return { equalRows, explainedRows, arithmetic, columns, explained, differenceCount, differences };
  }

  /** Where nothing else is compared, an amount that is not the product is a difference. */
  private alone(line: LookUpLine): number {
    const reason = "the product of the row's own RVUs, indices and factor";
    for (const { field, product } of this.wrongProducts(line)) this.differ(line, field, product, reason);
    return 0;
  }

  private wrongProducts({ row }: LookUpLine): Worked[] {
    const worked = workedOut(row);
    const wrong = worked.filter(({ published, product }) => published !== product);
    this.arithmetic.compared += worked.length;
    this.arithmetic.matched += worked.length - wrong.length;
    return wrong;
  }

  /** @returns how many listed differences were met in the row */
  private besides(line: LookUpLine, ours: OurAmounts, found: FoundLookUp | string): number {
    const { rows } = this.columns;
    this.wrongProducts(line);
    rows.compared += 1;
    if (typeof found === "string") {
      this.differ(line, undefined, null, found);
      return 0;
    }
    rows.matched += 1;
    const texts = ourTexts(ours, found);
    const reasons = this.reasonsFor(line, texts);
    for (const reason of reasons) this.met.set(reason, (this.met.get(reason) ?? 0) + 1);
    const explained = reasons.length === 0 ? texts : explainedTexts(ours, found, reasons);
    for (const field of COMPARED_FIELDS) this.cell(line, field, texts[field], explained[field]);
    return reasons.length;
  }

  private reasonsFor({ row }: LookUpLine, texts: OurTexts): ExplainedDifference[] {
    return this.explanations.filter(
      ({ localities = [row.locality], codes = [row.hcpcs], field, published, ours }) =>
        localities.includes(row.locality) &&
        codes.includes(row.hcpcs) &&
        row[field] === published &&
        texts[field] === ours,
    );
  }

  private cell(line: LookUpLine, field: ComparedField, own: string | undefined, explained: string | undefined): void {
    if (own === undefined) return;
    const tally = this.columns[LOOK_UP_COLUMNS[field][0]];
    const published = line.row[field];
    tally.compared += 1;
    if (published === own) tally.matched += 1;
    else if (published === explained) tally.explained += 1;
    else this.differ(line, field, own);
  }

  private differ(
    { line, row }: LookUpLine,
    field: ComparedField | undefined,
    ours: string | null,
    reason?: string,
  ): void {
    this.differenceCount += 1;
    if (this.differences.length >= MOST_DIFFERENCES) return;
    const { hcpcs, modifier, locality } = row;
    const column = field === undefined ? "row" : LOOK_UP[field][0];
    const published = field === undefined ? `${row.nonFacilityPrice}, ${row.facilityPrice}` : row[field];
    const because = reason === undefined ? {} : { reason };
    this.differences.push({ line, hcpcs, modifier, locality, column, published, ours, ...because });
  }
}
