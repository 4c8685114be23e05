import type { CodeDocument } from "../../schemas/out/code.ts";
import type { CellFigure } from "../../schemas/out/common.ts";
import { INDICATOR_FIELDS, PFS_RVU } from "../../schemas/row/pfs-rvu.ts";
import { bothSettings, type Setting } from "../../schemas/setting.ts";
import { centsText, factorText, gpciText } from "../../schemas/unit-text.ts";

import type { GpciBook } from "../schedules/pfs/localities.ts";
import type { PfsBook } from "../schedules/pfs/price.ts";
import { isPaidStatus, paymentCondition } from "../schedules/pfs/price-state.ts";
import { LOCALITY_AMOUNT, NATIONAL_AMOUNT } from "../schedules/pfs/rules.ts";
import { type RvuFile, rowsOfCode } from "../schedules/pfs/rvu-file.ts";
import type { CodeBook } from "./code-book.ts";
import { codeModifiers, type PlainEntry } from "./code-modifiers.ts";
import { codeLimitingCharge, codeOppsCap } from "./code-opps-cap.ts";
import { codeQualifying } from "./code-qualifying.ts";
import { amountInputs, type BothSettings, type PfsEntry, rvus } from "./code-rvus.ts";
import { cellRef, fromCell, fromRule, noFigure } from "./figures.ts";

/** Policy indicators of a row, each with its cell, without those that the file has no column for. */
function indicators({ file, columns }: RvuFile, row: number): Record<string, CellFigure> {
  const present = INDICATOR_FIELDS.filter((field) => columns[field].ref !== undefined);
  const figure = (field: (typeof INDICATOR_FIELDS)[number]): CellFigure => {
    const publish: (value: never) => string | null = PFS_RVU[field].kind.publish;
    return fromCell(file, row, field, publish(columns[field].at(row) as never) ?? "");
  };
  return Object.fromEntries(present.map((field) => [field, figure(field)]));
}

function gpciInputs(): Record<string, string> {
  const at = "/localities/{i}";
  return { workGpci: `${at}/workGpci`, peGpci: `${at}/peGpci`, mpGpci: `${at}/mpGpci` };
}

/** What decides that a row has no amount: its status, or with a paid status its RVUs, which are zero. */
function unpricedBecause({ columns }: RvuFile, row: number, position: number): string {
  return `/pfs/${position}/${isPaidStatus(columns.status.at(row)) ? "rvus/nonFacilityTotal" : "status"}`;
}

function national({ rvu, national: amounts }: PfsBook, row: number, position: number): BothSettings {
  return bothSettings((setting) => {
    const cents = amounts.at(row, setting);
    if (cents === undefined) return noFigure(rvu.states[row] ?? "unknown", unpricedBecause(rvu, row, position));
    return fromRule(centsText(cents), NATIONAL_AMOUNT, amountInputs(position, setting));
  });
}

function localityAmounts({ amounts, gpci }: CodeBook, row: number, position: number): PfsEntry["localityAmounts"] {
  if (amounts === undefined || gpci === undefined || !amounts.has(row)) return null;
  const column = (setting: Setting): { rule: string; inputs: Record<string, string> } => ({
    rule: LOCALITY_AMOUNT.id,
    inputs: { ...amountInputs(position, setting), ...gpciInputs() },
  });
  const rows = gpci.localities.map(({ key }, place) => ({
    locality: key,
    nonFacility: centsText(amounts.at(row, "nonFacility", place) ?? 0),
    facility: centsText(amounts.at(row, "facility", place) ?? 0),
  }));
  return { ...bothSettings(column), rows };
}

/** Parts of a row that not every release or row has. */
function furtherParts(
  book: CodeBook,
  rows: readonly number[],
  position: number,
): Pick<PfsEntry, "oppsCap" | "qualifyingApm"> {
  const oppsCap = codeOppsCap(book, rows, position);
  const qualifyingApm = codeQualifying(book, rows[position] ?? -1, position);
  return { ...(oppsCap && { oppsCap }), ...(qualifyingApm && { qualifyingApm }) };
}

function pfsEntry(book: CodeBook, pfs: PfsBook, rows: readonly number[], position: number): PlainEntry {
  const row = rows[position] ?? -1;
  const { file, columns, states } = pfs.rvu;
  const status = columns.status.at(row);
  const condition = paymentCondition(status);
  const priceState = states[row] ?? "unknown";
  return {
    modifier: columns.modifier.at(row),
    status: fromCell(file, row, "status", status),
    priceState,
    ...(condition !== undefined && priceState === "priced" ? { condition } : {}),
    nonFacilityNa: columns.nonFacilityNa.at(row),
    facilityNa: columns.facilityNa.at(row),
    notUsedForMedicare: columns.notUsedForMedicare.at(row) ?? null,
    conversionFactor: fromCell(file, row, "conversionFactor", factorText(pfs.factor)),
    rvus: rvus(pfs.rvu, row),
    indicators: indicators(pfs.rvu, row),
    national: {
      ...national(pfs, row, position),
      limitingCharge: codeLimitingCharge(pfs, book.oppsCap, row, position),
    },
    ...furtherParts(book, rows, position),
    localityAmounts: localityAmounts(book, row, position),
  };
}

/** Every row of the relative value file for one code, in file order. */
export function codePfs(book: CodeBook, hcpcs: string): CodeDocument["pfs"] {
  const { pfs } = book;
  if (pfs === undefined) return [];
  const rows = rowsOfCode(pfs.rvu, hcpcs);
  const entries = rows.map((_, position) => pfsEntry(book, pfs, rows, position));
  return entries.map((entry, position) => ({ ...entry, modifiers: codeModifiers(entries, position) }));
}

/** The conversion factor with the cell of the code's first row. */
export function codeFactor(book: CodeBook, hcpcs: string): CodeDocument["conversionFactor"] {
  const { pfs } = book;
  const [row] = pfs === undefined ? [] : rowsOfCode(pfs.rvu, hcpcs);
  if (pfs === undefined || row === undefined) return null;
  const cell = cellRef(pfs.rvu.file, row, "conversionFactor");
  return { value: factorText(pfs.factor), track: pfs.track ?? null, cell };
}

/** Every locality with its GPCIs and their cells. */
export function codeLocalities(gpci: GpciBook | undefined): CodeDocument["localities"] {
  if (gpci === undefined) return [];
  return gpci.localities.map(({ key, row, at, name, workGpci, workField }) => {
    const bare = row.workGpciWithoutFloor;
    return {
      locality: key,
      state: row.state ?? null,
      name,
      workGpci: fromCell(gpci.file, at, workField, gpciText(workGpci)),
      workGpciWithoutFloor: bare ? fromCell(gpci.file, at, "workGpciWithoutFloor", gpciText(bare)) : null,
      peGpci: fromCell(gpci.file, at, "peGpci", gpciText(row.peGpci)),
      mpGpci: fromCell(gpci.file, at, "mpGpci", gpciText(row.mpGpci)),
    };
  });
}
