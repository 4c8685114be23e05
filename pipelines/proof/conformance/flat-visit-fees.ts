import type { PaymentConformance } from "../../../schemas/out/conformance.ts";
import { centsText } from "../../../schemas/unit-text.ts";
import { type Cents, scaledInteger } from "../../../schemas/units.ts";
import type { Locality } from "../../schedules/pfs/localities.ts";
import { rowKey } from "../../schedules/pfs/rvu-file.ts";
import type { PaymentLine } from "./payment-lines.ts";

/** First year in which the therapy column may have a Primary Care First flat visit fee instead (PF25PC.pdf). */
const SINCE = "2021";

/** Services that include the visits of so many days after them are procedures, and never visits. */
function isProcedure(globalDays: string): boolean {
  return /^\d/.test(globalDays);
}

/**
 * The therapy column of rows without therapy. No fee schedule has the flat visit fee, so it is not compared; but it is
 * one fee for each locality, and an amount that cannot be that fee is a difference.
 */
export class FlatVisitFees {
  private rows = 0;
  private readonly codes = new Set<string>();
  private readonly firstOf = new Map<string, { readonly line: number; readonly fee: Cents }>();

  /** Their number, and their codes. */
  get counts(): PaymentConformance["flatVisitFees"] {
    return { rows: this.rows, codes: [...this.codes].sort() };
  }

  /** Takes note of one, or says why the amount cannot be one. */
  note({ line, row }: PaymentLine, locality: Locality, globalDays: string, fee: Cents): string | undefined {
    if (row.year < SINCE) return `flat visit fees are printed since ${SINCE}`;
    if (isProcedure(globalDays)) return `the service has ${globalDays} global days: it is not a visit with a flat fee`;
    const first = this.firstOf.get(locality.key) ?? { line, fee };
    this.firstOf.set(locality.key, first);
    if (scaledInteger(first.fee) !== scaledInteger(fee)) {
      return `line ${first.line} has another flat visit fee for the locality, ${centsText(scaledInteger(first.fee))}`;
    }
    this.rows += 1;
    this.codes.add(rowKey(row.hcpcs, row.modifier));
    return undefined;
  }
}
