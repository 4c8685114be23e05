import type { AscAncillaryRow, AscExcludedRow, AscSurgicalRow } from "../../schemas/row/asc.ts";
import { CONTRACTOR_PRICED, statesByIndicator } from "../shared/indicator-states.ts";
import { paysRate, rateState } from "../shared/rate-state.ts";
import { sameCells } from "../shared/repeats.ts";
import type { SourceFile } from "../shared/source-file.ts";

type AscRow = AscSurgicalRow | AscAncillaryRow;

/** One code's row in Addendum AA or BB. */
export interface AscListing {
  readonly addendum: "AA" | "BB";
  readonly row: AscRow;
  readonly rowNumber: number;
  /** Machine-readable state: `rated` exactly when a rate is paid, else why not: `packaged`, `contractor-priced`, ... */
  readonly state: string;
}

/** A code's first row, and another one. */
interface Repeat {
  readonly first: AscListing;
  readonly again: AscListing;
}

/** The ASC addenda read: what surgical centres are paid, by code. */
export interface AscBook {
  readonly surgical: SourceFile<AscSurgicalRow> | undefined;
  readonly ancillary: SourceFile<AscAncillaryRow> | undefined;
  /** One listing a code, in file order, AA before BB. */
  readonly listings: readonly AscListing[];
  readonly byCode: ReadonlyMap<string, AscListing>;
  /** Codes of Addendum EE, which are never paid in an ASC; empty when it is not there. */
  readonly excluded: ReadonlySet<string>;
  /** Rows that repeat an earlier row cell for cell, kept once. CMS prints a few every year. */
  readonly repeats: number;
  /** Rows of a code that stands earlier already, with other cells or in the other addendum. */
  readonly unequalRepeats: readonly Repeat[];
}

/**
 * Where contractors would set the price and the addendum prints one all the same, CMS has set it: C1841 of 2020 and
 * 2022 (indicator J7, a device paid with its New Technology APC).
 */
function listedState(indicated: string, { paymentRate }: AscRow): string {
  const printed = rateState("rated", paymentRate);
  return indicated === CONTRACTOR_PRICED && paysRate(printed) ? printed : rateState(indicated, paymentRate);
}

function listingsOf(
  file: SourceFile<AscRow> | undefined,
  addendum: "AA" | "BB",
  states: ReadonlyMap<string, string>,
): AscListing[] {
  if (file === undefined) return [];
  return file.table.rows.map((row, index) => ({
    addendum,
    row,
    rowNumber: file.table.rowNumbers[index] ?? 0,
    state: listedState(states.get(row.paymentIndicator) ?? "unknown", row),
  }));
}

function isEqualRepeat({ first, again }: Repeat, file: SourceFile<AscRow> | undefined): boolean {
  if (file === undefined || first.addendum !== again.addendum) return false;
  return sameCells(file.table, first.rowNumber, again.rowNumber);
}

/**
 * Lists the codes of both addenda, and those that Addendum EE excludes. Of a code that stands there more than once the
 * first row is kept; the check asc.repeats-equal stops rows that differ, and asc.indicator-known a state of `unknown`.
 */
export function readAddenda(
  surgical: SourceFile<AscSurgicalRow> | undefined,
  ancillary: SourceFile<AscAncillaryRow> | undefined,
  exclusions: SourceFile<AscExcludedRow> | undefined,
): AscBook {
  const states = statesByIndicator("asc-payment");
  const byCode = new Map<string, AscListing>();
  const fileOf = { AA: surgical, BB: ancillary };
  const repeats: Repeat[] = [];
  for (const listing of [...listingsOf(surgical, "AA", states), ...listingsOf(ancillary, "BB", states)]) {
    const first = byCode.get(listing.row.hcpcs);
    if (first === undefined) byCode.set(listing.row.hcpcs, listing);
    else repeats.push({ first, again: listing });
  }
  const excluded = new Set(exclusions?.table.rows.map((row) => row.hcpcs));
  const unequalRepeats = repeats.filter((each) => !isEqualRepeat(each, fileOf[each.again.addendum]));
  const equal = repeats.length - unequalRepeats.length;
  return { surgical, ancillary, listings: [...byCode.values()], byCode, excluded, repeats: equal, unequalRepeats };
}
