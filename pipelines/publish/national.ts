import type { NationalRow } from "../../schemas/out/national.ts";
import type { PfsRvuRow } from "../../schemas/row/pfs-rvu.ts";
import { centsText, rvuText } from "../../schemas/unit-text.ts";
import type { ReleaseBook } from "../book.ts";
import { keyOfRow, type PfsBook } from "../pfs/amounts.ts";
import { paymentCondition } from "../pfs/price-state.ts";
import { qualifyingPosition } from "../pfs/qualifying-apm.ts";
import { NATIONAL_AMOUNT, OPPS_CAPPED_AMOUNT } from "../pfs/rules.ts";
import type { RVU_FIELDS } from "../pfs/unit-columns.ts";
import { factorInForce, filesOf, headOf, rulesOf } from "./head.ts";
import { type OutputFile, tableFile } from "./json.ts";

function amounts(pfs: PfsBook, index: number): Pick<NationalRow, "nonFacilityAmount" | "facilityAmount"> {
  const at = (pfs.pricedAt[index] ?? -1) * 2;
  if (at < 0) return { nonFacilityAmount: null, facilityAmount: null };
  return {
    nonFacilityAmount: centsText(pfs.national[at] as number),
    facilityAmount: centsText(pfs.national[at + 1] as number),
  };
}

function units(row: PfsRvuRow): Pick<NationalRow, (typeof RVU_FIELDS)[number]> {
  return {
    workRvu: rvuText(row.workRvu),
    nonFacilityPeRvu: rvuText(row.nonFacilityPeRvu),
    facilityPeRvu: rvuText(row.facilityPeRvu),
    mpRvu: rvuText(row.mpRvu),
    nonFacilityTotal: rvuText(row.nonFacilityTotal),
    facilityTotal: rvuText(row.facilityTotal),
  };
}

function oppsCap({ oppsCap: cap }: ReleaseBook, index: number): Pick<NationalRow, "oppsCap"> {
  const at = (cap?.at.get(index) ?? -1) * 2;
  if (cap === undefined || at < 0) return {};
  const [nonFacility, facility] = [cap.national[at] as number, cap.national[at + 1] as number];
  return { oppsCap: { nonFacilityAmount: centsText(nonFacility), facilityAmount: centsText(facility) } };
}

/** Amounts of the second track beside a priced row, with the row of CMS's file for it where that was read. */
function qualifyingApm({ qualifying }: ReleaseBook, row: PfsRvuRow, index: number): Pick<NationalRow, "qualifyingApm"> {
  if (qualifying === undefined) return {};
  const { basis, pfs } = qualifying;
  const at = qualifyingPosition(qualifying, index, keyOfRow(row));
  if (at < 0) return { qualifyingApm: { nonFacilityAmount: null, facilityAmount: null } };
  const own = pfs.priced[at] as number;
  const rowNumber = basis === "qpp-file" ? { row: pfs.file.table.rowNumbers[own] ?? 0 } : {};
  return { qualifyingApm: { ...amounts(pfs, own), ...rowNumber } };
}

function nationalRow(book: ReleaseBook, pfs: PfsBook, row: PfsRvuRow, index: number): NationalRow {
  const condition = paymentCondition(row);
  const priceState = pfs.states[index] ?? "unknown";
  return {
    hcpcs: row.hcpcs,
    // The check pfs.modifier-known has let no other through.
    modifier: row.modifier as NationalRow["modifier"],
    status: row.status,
    priceState,
    ...(condition !== undefined && priceState === "priced" ? { condition } : {}),
    ...amounts(pfs, index),
    ...(priceState === "priced" ? qualifyingApm(book, row, index) : {}),
    ...oppsCap(book, index),
    nonFacilityNa: row.nonFacilityNa,
    facilityNa: row.facilityNa,
    notUsedForMedicare: row.notUsedForMedicare ?? null,
    ...units(row),
    pctcIndicator: row.pctcIndicator,
    globalDays: row.globalDays,
    preOp: rvuText(row.preOp),
    intraOp: rvuText(row.intraOp),
    postOp: rvuText(row.postOp),
    multipleProcedure: row.multipleProcedure,
    bilateralSurgery: row.bilateralSurgery,
    assistantAtSurgery: row.assistantAtSurgery,
    coSurgeons: row.coSurgeons,
    teamSurgery: row.teamSurgery,
    pricingIndicator: row.pricingIndicator ?? null,
    endoscopicBase: row.endoscopicBase,
    physicianSupervision: row.physicianSupervision,
    imagingFamily: row.imagingFamily,
    row: pfs.file.table.rowNumbers[index] ?? 0,
  };
}

/** `national.json`: every row of the relative value file, priced or with the reason why not. */
export function publishNational(book: ReleaseBook): OutputFile[] {
  const { pfs, qualifying } = book;
  if (pfs === undefined) return [];
  const track = qualifying && { conversionFactor: factorInForce(qualifying.pfs), basis: qualifying.basis };
  const head = {
    ...headOf(book, "national"),
    files: filesOf([pfs.file, qualifying?.pfs.file]),
    rules: rulesOf(NATIONAL_AMOUNT, OPPS_CAPPED_AMOUNT),
    conversionFactor: factorInForce(pfs),
    ...(track && { qualifyingApm: track }),
  };
  const rows = pfs.file.table.rows.map((row, index) => nationalRow(book, pfs, row, index));
  return [tableFile("national.json", head, rows)];
}
