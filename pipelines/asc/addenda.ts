import type { Problem } from "../../schemas/place.ts";
import type { AscAncillaryRow, AscExcludedRow, AscSurgicalRow } from "../../schemas/row/asc.ts";
import { CONTRACTOR_PRICED, statesByIndicator, unknownIndicator } from "../shared/indicator-states.ts";
import { paysRate, rateState } from "../shared/rate-state.ts";
import { sameCells } from "../shared/repeats.ts";
import type { SourceFile } from "../shared/source-file.ts";
import { cellPlace } from "../shared/table.ts";

type AscRow = AscSurgicalRow | AscAncillaryRow;

/** One code's row in Addendum AA or BB. */
export interface AscListing {
  readonly addendum: "AA" | "BB";
  readonly row: AscRow;
  readonly rowNumber: number;
  /** Machine-readable state: `rated` exactly when a rate is paid, else why not: `packaged`, `contractor-priced`, ... */
  readonly state: string;
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
  problems: Problem[],
): AscListing[] {
  if (file === undefined) return [];
  return file.table.rows.map((row, index) => {
    const rowNumber = file.table.rowNumbers[index] ?? 0;
    const indicated = states.get(row.paymentIndicator);
    if (indicated === undefined) {
      const cell = { index, field: "paymentIndicator", key: row.hcpcs, seen: row.paymentIndicator };
      problems.push(unknownIndicator("asc-payment", file, cell));
    }
    return { addendum, row, rowNumber, state: listedState(indicated ?? "unknown", row) };
  });
}

function repeatedUnequally(file: SourceFile<AscRow>, first: AscListing, again: AscListing): Problem {
  return {
    code: "asc.unequal-repeat",
    place: cellPlace(file.table, again.rowNumber, "hcpcs", again.row.hcpcs),
    message: `the code stands in row ${first.rowNumber} already, with other figures`,
    cure: "Compare both rows with CMS's file; when CMS prints both, no release can be built before CMS corrects the addendum",
  };
}

/** How often a later row repeats an earlier one: 0 or 1. An unequal repeat is a problem instead. */
function settleRepeat(
  first: AscListing,
  again: AscListing,
  file: SourceFile<AscRow> | undefined,
  problems: Problem[],
): number {
  if (file === undefined) return 0;
  if (first.addendum === again.addendum && sameCells(file.table, first.rowNumber, again.rowNumber)) return 1;
  problems.push(repeatedUnequally(file, first, again));
  return 0;
}

/**
 * Lists the codes of both addenda, and those that Addendum EE excludes. A row that repeats an earlier one in every cell
 * is kept once and counted; one that differs is a problem.
 */
export function readAddenda(
  surgical: SourceFile<AscSurgicalRow> | undefined,
  ancillary: SourceFile<AscAncillaryRow> | undefined,
  exclusions: SourceFile<AscExcludedRow> | undefined,
  problems: Problem[],
): AscBook {
  const states = statesByIndicator("asc-payment");
  const byCode = new Map<string, AscListing>();
  const fileOf = { AA: surgical, BB: ancillary };
  let repeats = 0;
  for (const addendum of ["AA", "BB"] as const) {
    for (const listing of listingsOf(fileOf[addendum], addendum, states, problems)) {
      const first = byCode.get(listing.row.hcpcs);
      if (first === undefined) byCode.set(listing.row.hcpcs, listing);
      else repeats += settleRepeat(first, listing, fileOf[addendum], problems);
    }
  }
  const excluded = new Set(exclusions?.table.rows.map((row) => row.hcpcs));
  return { surgical, ancillary, listings: [...byCode.values()], byCode, excluded, repeats };
}
