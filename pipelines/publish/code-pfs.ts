import type { CodeDocument } from "../../schemas/out/code.ts";
import type { CellFigure } from "../../schemas/out/common.ts";
import { MODIFIERS, type PfsRvuRow } from "../../schemas/row/pfs-rvu.ts";
import { centsText, factorText, gpciText, rvuText } from "../../schemas/unit-text.ts";
import type { ReleaseBook } from "../book.ts";
import { type LocalityAmounts, type PfsBook, rowKey } from "../pfs/amounts.ts";
import type { GpciBook } from "../pfs/localities.ts";
import { isPaidStatus, paymentCondition } from "../pfs/price-state.ts";
import { LOCALITY_AMOUNT, NATIONAL_AMOUNT } from "../pfs/rules.ts";
import { codeLimitingCharge, codeOppsCap } from "./code-opps-cap.ts";
import { codeQualifying } from "./code-qualifying.ts";
import { type BothSettings, bothSettings, type PfsEntry, rvuInputs, rvus, type Setting } from "./code-rvus.ts";
import { cellRef, fromCell, fromRule, noFigure } from "./figures.ts";

/** Policy indicators that a code document lists beside the units, each with its cell. */
const INDICATORS = [
  "pctcIndicator",
  "globalDays",
  "preOp",
  "intraOp",
  "postOp",
  "multipleProcedure",
  "bilateralSurgery",
  "assistantAtSurgery",
  "coSurgeons",
  "teamSurgery",
  "pricingIndicator",
  "endoscopicBase",
  "physicianSupervision",
  "imagingFamily",
] as const satisfies readonly (keyof PfsRvuRow)[];

function indicatorText(value: PfsRvuRow[(typeof INDICATORS)[number]]): string {
  if (value === undefined) return "";
  return typeof value === "string" ? value : rvuText(value);
}

function indicators(pfs: PfsBook, row: PfsRvuRow, rowNumber: number): Record<string, CellFigure> {
  const present = INDICATORS.filter((field) => pfs.file.table.columns.byField.has(field));
  return Object.fromEntries(
    present.map((field) => [field, fromCell(pfs.file, rowNumber, field, indicatorText(row[field]))]),
  );
}

function gpciInputs(): Record<string, string> {
  const at = "/localities/{i}";
  return { workGpci: `${at}/workGpci`, peGpci: `${at}/peGpci`, mpGpci: `${at}/mpGpci` };
}

/** Pointers to the units and the factor of one setting's amount. */
function amountInputs(position: number, setting: Setting): Record<string, string> {
  const row = `/pfs/${position}`;
  return { ...rvuInputs(`${row}/rvus`, setting), conversionFactor: `${row}/conversionFactor` };
}

/** What decides that a row has no amount: its status, or under a status that is paid its units, which are zero. */
function unpricedBecause(pfs: PfsBook, index: number, position: number): string {
  const row = pfs.file.table.rows[index] as PfsRvuRow;
  return `/pfs/${position}/${isPaidStatus(row) ? "rvus/nonFacilityTotal" : "status"}`;
}

function national(pfs: PfsBook, index: number, position: number): BothSettings {
  const at = (pfs.pricedAt[index] ?? -1) * 2;
  return bothSettings((setting, offset) => {
    if (at < 0) return noFigure(pfs.states[index] ?? "unknown", unpricedBecause(pfs, index, position));
    return fromRule(centsText(pfs.national[at + offset] ?? 0), NATIONAL_AMOUNT, amountInputs(position, setting));
  });
}

function localityAmounts(
  amounts: LocalityAmounts | undefined,
  pfs: PfsBook,
  index: number,
  position: number,
): PfsEntry["localityAmounts"] {
  const at = pfs.pricedAt[index] ?? -1;
  if (amounts === undefined || at < 0) return null;
  const first = at * amounts.localities.length * 2;
  const column = (setting: Setting): { rule: string; inputs: Record<string, string> } => ({
    rule: LOCALITY_AMOUNT.id,
    inputs: { ...amountInputs(position, setting), ...gpciInputs() },
  });
  const rows = amounts.localities.map(({ key }, each) => ({
    locality: key,
    nonFacility: centsText(amounts.cents[first + each * 2] ?? 0),
    facility: centsText(amounts.cents[first + each * 2 + 1] ?? 0),
  }));
  return { nonFacility: column("nonFacility"), facility: column("facility"), rows };
}

/** Parts of a row that not every release or row has. */
function furtherParts(
  book: ReleaseBook,
  indexes: readonly number[],
  position: number,
): Pick<PfsEntry, "oppsCap" | "qualifyingApm"> {
  const oppsCap = codeOppsCap(book, indexes, position);
  const qualifyingApm = codeQualifying(book, indexes[position] ?? -1, position);
  return { ...(oppsCap && { oppsCap }), ...(qualifyingApm && { qualifyingApm }) };
}

function pfsEntry(book: ReleaseBook, pfs: PfsBook, indexes: readonly number[], position: number): PfsEntry {
  const index = indexes[position] ?? -1;
  const row = pfs.file.table.rows[index] as PfsRvuRow;
  const rowNumber = pfs.file.table.rowNumbers[index] ?? 0;
  const condition = paymentCondition(row);
  const priceState = pfs.states[index] ?? "unknown";
  return {
    modifier: row.modifier,
    status: fromCell(pfs.file, rowNumber, "status", row.status),
    priceState,
    ...(condition !== undefined && priceState === "priced" ? { condition } : {}),
    nonFacilityNa: row.nonFacilityNa,
    facilityNa: row.facilityNa,
    notUsedForMedicare: row.notUsedForMedicare ?? null,
    conversionFactor: fromCell(pfs.file, rowNumber, "conversionFactor", factorText(pfs.factor)),
    rvus: rvus(pfs, index),
    indicators: indicators(pfs, row, rowNumber),
    national: {
      ...national(pfs, index, position),
      limitingCharge: codeLimitingCharge(pfs, book.oppsCap, index, position),
    },
    ...furtherParts(book, indexes, position),
    localityAmounts: localityAmounts(book.amounts, pfs, index, position),
  };
}

/** Indexes of a code's rows in the relative value file, in file order. */
function rowsOf(pfs: PfsBook, hcpcs: string): number[] {
  const indexes = MODIFIERS.map((modifier) => pfs.byKey.get(rowKey(hcpcs, modifier)));
  return indexes.filter((index) => index !== undefined).sort((left, right) => left - right);
}

/** Every row of the relative value file for one code, in file order. */
export function codePfs(book: ReleaseBook, hcpcs: string): CodeDocument["pfs"] {
  const { pfs } = book;
  if (pfs === undefined) return [];
  const indexes = rowsOf(pfs, hcpcs);
  return indexes.map((_, position) => pfsEntry(book, pfs, indexes, position));
}

/** The conversion factor with the cell of the code's first row. */
export function codeFactor(book: ReleaseBook, hcpcs: string): CodeDocument["conversionFactor"] {
  const { pfs } = book;
  const [index] = pfs === undefined ? [] : rowsOf(pfs, hcpcs);
  if (pfs === undefined || index === undefined) return null;
  const cell = cellRef(pfs.file, pfs.file.table.rowNumbers[index] ?? 0, "conversionFactor");
  return { value: factorText(pfs.factor), track: pfs.track ?? null, cell };
}

/** Every locality with its indices and their cells. */
export function codeLocalities(gpci: GpciBook | undefined): CodeDocument["localities"] {
  if (gpci === undefined) return [];
  return gpci.localities.map(({ key, row, rowNumber, name, workGpci, workField }) => {
    const bare = row.workGpciWithoutFloor;
    return {
      locality: key,
      state: row.state ?? null,
      name,
      workGpci: fromCell(gpci.file, rowNumber, workField, gpciText(workGpci)),
      workGpciWithoutFloor: bare ? fromCell(gpci.file, rowNumber, "workGpciWithoutFloor", gpciText(bare)) : null,
      peGpci: fromCell(gpci.file, rowNumber, "peGpci", gpciText(row.peGpci)),
      mpGpci: fromCell(gpci.file, rowNumber, "mpGpci", gpciText(row.mpGpci)),
    };
  });
}
