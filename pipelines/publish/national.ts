import type { NationalRow } from "../../schemas/out/national.ts";
import { PFS_RVU } from "../../schemas/row/pfs-rvu.ts";
import { SETTINGS, type Setting } from "../../schemas/setting.ts";
import { centsText, rvuText } from "../../schemas/unit-text.ts";
import type { ReleaseBook } from "../schedules/book.ts";
import type { Amounts } from "../schedules/pfs/amounts.ts";
import { workRow } from "../schedules/pfs/opps-cap.ts";
import type { PfsBook } from "../schedules/pfs/price.ts";
import { paymentCondition } from "../schedules/pfs/price-state.ts";
import { qualifyingRow } from "../schedules/pfs/qualifying-apm.ts";
import { NATIONAL_AMOUNT, OPPS_CAPPED_AMOUNT } from "../schedules/pfs/rules.ts";
import { qualifyingFactorCell } from "./figures.ts";
import { factorInForce, headOf, rulesOf, sourceRefs } from "./head.ts";
import { type FieldText, lineFile, linesOf, type OutputFile, publishedFields, rowField } from "./json.ts";
import { placeFields, quotedFrom } from "./printed.ts";

interface AmountTexts {
  readonly nonFacility: string | null;
  readonly facility: string | null;
}

function amountText(amounts: Amounts, row: number, setting: Setting): string | null {
  const cents = amounts.at(row, setting);
  return cents === undefined ? null : centsText(cents);
}

function amountTexts(amounts: Amounts, row: number): AmountTexts {
  return {
    nonFacility: amountText(amounts, row, "nonFacility"),
    facility: amountText(amounts, row, "facility"),
  };
}

/** Amounts at the OPPS cap with their RVUs. */
function oppsCap({ rvu }: PfsBook, capped: Amounts, row: number): Record<string, string | null> {
  const { workRvu, oppsNonFacilityPeRvu, oppsFacilityPeRvu, oppsMpRvu } = rvu.columns;
  return {
    ...amountTexts(capped, row),
    workRvu: rvuText(workRvu.at(workRow(rvu, row))),
    nonFacilityPeRvu: rvuText(oppsNonFacilityPeRvu.at(row)),
    facilityPeRvu: rvuText(oppsFacilityPeRvu.at(row)),
    mpRvu: rvuText(oppsMpRvu.at(row)),
  };
}

/** The row of CMS's QPP file that a row's amounts were computed from; undefined without the file or an amount. */
function qppRow({ qualifying, pfs }: ReleaseBook, row: number): number | undefined {
  if (qualifying?.basis !== "qpp-file" || pfs === undefined) return undefined;
  const own = qualifyingRow(qualifying, pfs, row);
  return qualifying.pfs.national.has(own) ? own : undefined;
}

/** Amounts of the qualifying track for a priced row, with the row of CMS's file for it when that was read. */
function qualifyingApm(book: ReleaseBook, row: number): NationalRow["qualifyingApm"] {
  const { qualifying, pfs: whole } = book;
  if (qualifying === undefined || whole === undefined) return undefined;
  const { national, rvu } = qualifying.pfs;
  const own = qppRow(book, row);
  const rowNumber = own === undefined ? {} : { row: rvu.file.table.rowNumbers[own] ?? 0 };
  return { ...amountTexts(national, own ?? qualifyingRow(qualifying, whole, row)), ...rowNumber };
}

/** What is computed for a row, between its status and CMS's other columns. */
function computedFields(book: ReleaseBook, pfs: PfsBook): FieldText[] {
  const { rvu, national } = pfs;
  const { states, columns } = rvu;
  const conditions = columns.status.map(paymentCondition);
  const capped = book.oppsCap?.national;
  const isPriced = (row: number): boolean => states[row] === "priced";
  return [
    rowField("priceState", (row) => states[row]),
    rowField("condition", (row) => (isPriced(row) ? conditions.at(row) : undefined)),
    ...SETTINGS.map((setting) => rowField(setting, (row) => amountText(national, row, setting))),
    rowField("qualifyingApm", (row) => (isPriced(row) ? qualifyingApm(book, row) : undefined)),
    rowField("oppsCap", (row) => (capped?.has(row) ? oppsCap(pfs, capped, row) : undefined)),
  ];
}

/** What is needed to quote the row of CMS's QPP file that amounts were computed from; usually nothing. */
function qppCells(book: ReleaseBook, row: number): NationalRow["qpp"] {
  const own = qppRow(book, row);
  if (book.qualifying === undefined || own === undefined) return undefined;
  const quoted = quotedFrom(book.qualifying.pfs.rvu.file, own);
  return Object.keys(quoted).length === 0 ? undefined : quoted;
}

function nationalFields(book: ReleaseBook, pfs: PfsBook): FieldText[] {
  const { columns, file } = pfs.rvu;
  const { hcpcs, modifier, status, ...others } = publishedFields(PFS_RVU, columns);
  return [
    ...[hcpcs, modifier, status, ...computedFields(book, pfs)],
    ...[...Object.values(others), ...placeFields(file), rowField("qpp", (row) => qppCells(book, row))],
  ];
}

/** `national.json`: every row of the relative value file, priced or with the reason why not. */
export function publishNational(book: ReleaseBook): OutputFile[] {
  const { pfs, qualifying } = book;
  if (pfs === undefined) return [];
  const track = qualifying && { conversionFactor: factorInForce(qualifying.pfs), basis: qualifying.basis };
  const qualifyingCell = qualifyingFactorCell(book);
  const head = {
    ...headOf(book, "national"),
    files: sourceRefs([pfs.rvu.file, qualifying?.pfs.rvu.file]),
    rules: rulesOf(NATIONAL_AMOUNT, OPPS_CAPPED_AMOUNT),
    conversionFactor: factorInForce(pfs),
    ...(track && { qualifyingApm: track }),
    ...(qualifyingCell && { qualifyingCell }),
  };
  return [lineFile("national.json", head, linesOf(pfs.rvu.states.keys(), nationalFields(book, pfs)))];
}
