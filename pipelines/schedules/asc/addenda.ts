import type { AscAncillaryRow, AscExcludedRow, AscSurgicalRow } from "../../../schemas/row/asc.ts";
import type { Cents } from "../../../schemas/units.ts";
import { statesByIndicator } from "../../rules/indicator-states.ts";
import { paysRate, rateState } from "../../rules/rate-state.ts";
import { CONTRACTOR_PRICED } from "../../rules/states.ts";
import type { SourceFile } from "../../tables/source-file.ts";

/** What the rows of both addenda have in common. */
export type AscAddendumRow = Pick<AscSurgicalRow, "hcpcs" | "paymentIndicator" | "paymentWeight" | "ascRate" | "mark">;

/** One code's row in Addendum AA or BB. */
export interface AscListing {
  readonly addendum: "AA" | "BB";
  readonly file: SourceFile<AscAddendumRow>;
  /** Its row in the addendum. */
  readonly row: number;
  readonly hcpcs: string;
  /** The rate that it prints. */
  readonly rate: Cents | null;
  /**
   * Machine-readable state: `rated` exactly when a rate is paid, else the reason: `packaged`, `contractor-priced`, ...
   */
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
  /** One listing per code, in file order, AA before BB. */
  readonly listings: readonly AscListing[];
  readonly byCode: ReadonlyMap<string, AscListing>;
  /** Codes of Addendum EE, which are never paid in an ASC; empty without that file. */
  readonly excluded: ReadonlySet<string>;
  /** Rows that repeat an earlier row cell for cell, kept once. CMS prints a few every year. */
  readonly repeats: number;
  /** Rows of a code that an earlier row has, with other cells or in the other addendum. */
  readonly unequalRepeats: readonly Repeat[];
}

/**
 * When the indicator says that contractors set the price but the addendum prints one, CMS has set it: C1841 of 2020 and
 * 2022 (indicator J7, a device paid with its New Technology APC).
 */
function listedState(indicated: string, rate: Cents | null): string {
  const printed = rateState("rated", rate);
  return indicated === CONTRACTOR_PRICED && paysRate(printed) ? printed : rateState(indicated, rate);
}

function listingsOf(
  file: SourceFile<AscAddendumRow> | undefined,
  addendum: "AA" | "BB",
  states: ReadonlyMap<string, string>,
): AscListing[] {
  if (file === undefined) return [];
  const { hcpcs, paymentIndicator, ascRate } = file.table.columns;
  const indicated = paymentIndicator.map((indicator) => states.get(indicator) ?? "unknown");
  return file.table.rowNumbers.map((_, row) => {
    const rate = ascRate.at(row);
    return { addendum, file, row, hcpcs: hcpcs.at(row), rate, state: listedState(indicated.at(row), rate) };
  });
}

function isEqualRepeat({ first, again }: Repeat): boolean {
  const { repeats } = again.file.table;
  return first.file === again.file && repeats.some(({ row }) => row === again.row);
}

/**
 * Lists the codes of both addenda, and those that Addendum EE excludes. Of a code with more than one row the
 * first is kept; the check asc.repeats-equal stops rows that differ, and asc.indicator-known a state of `unknown`.
 */
export function readAddenda(
  surgical: SourceFile<AscSurgicalRow> | undefined,
  ancillary: SourceFile<AscAncillaryRow> | undefined,
  exclusions: SourceFile<AscExcludedRow> | undefined,
): AscBook {
  const states = statesByIndicator("asc-payment");
  const byCode = new Map<string, AscListing>();
  const repeats: Repeat[] = [];
  for (const listing of [...listingsOf(surgical, "AA", states), ...listingsOf(ancillary, "BB", states)]) {
    const first = byCode.get(listing.hcpcs);
    if (first === undefined) byCode.set(listing.hcpcs, listing);
    else repeats.push({ first, again: listing });
  }
  const excluded = new Set(exclusions?.table.columns.hcpcs.values);
  const unequalRepeats = repeats.filter((each) => !isEqualRepeat(each));
  const equal = repeats.length - unequalRepeats.length;
  return { surgical, ancillary, listings: [...byCode.values()], byCode, excluded, repeats: equal, unequalRepeats };
}
