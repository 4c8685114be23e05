import type { CodeDocument } from "../../schemas/out/code.ts";
import { centsText, factorText } from "../../schemas/unit-text.ts";
import type { ReleaseBook } from "../book.ts";
import { keyOfRow } from "../pfs/amounts.ts";
import { qualifyingPosition } from "../pfs/qualifying-apm.ts";
import { NATIONAL_AMOUNT, QUALIFYING_FACTOR } from "../pfs/rules.ts";
import { bothSettings, type PfsEntry, rvuInputs, rvus } from "./code-rvus.ts";
import { fromCell, fromRule, noFigure } from "./figures.ts";

const FACTOR_AT = "/qualifyingApm/conversionFactor";

/** The factor of the second track: the cell of CMS's QPP file, or the rule that says where it is from. */
export function codeQualifyingTrack({ qualifying }: ReleaseBook, hcpcs: string): CodeDocument["qualifyingApm"] {
  if (qualifying === undefined) return undefined;
  const { basis, pfs } = qualifying;
  const value = factorText(pfs.factor);
  if (basis === "computed-from-non-qualifying-file") {
    return { conversionFactor: fromRule(value, QUALIFYING_FACTOR, {}), basis };
  }
  const { rows, rowNumbers } = pfs.file.table;
  const own = rows.findIndex((row) => row.hcpcs === hcpcs);
  const rowNumber = rowNumbers[Math.max(own, 0)] ?? 0;
  return { conversionFactor: fromCell(pfs.file, rowNumber, "conversionFactor", value), basis };
}

/** National amounts of one row for qualifying APM participants. */
export function codeQualifying(
  { pfs, qualifying }: ReleaseBook,
  index: number,
  position: number,
): PfsEntry["qualifyingApm"] {
  const row = pfs?.file.table.rows[index];
  if (pfs === undefined || qualifying === undefined || row === undefined) return undefined;
  const { basis, pfs: track } = qualifying;
  const at = qualifyingPosition(qualifying, index, keyOfRow(row));
  if (at < 0) {
    const state = pfs.states[index] ?? "unknown";
    return bothSettings(() => noFigure(state === "priced" ? "not-in-qpp-file" : state));
  }
  const fromFile = basis === "qpp-file";
  const units = fromFile ? `/pfs/${position}/qualifyingApm/rvus` : `/pfs/${position}/rvus`;
  const figures = bothSettings((setting, offset) => {
    const inputs = { ...rvuInputs(units, setting), conversionFactor: FACTOR_AT };
    return fromRule(centsText(track.national[at * 2 + offset] as number), NATIONAL_AMOUNT, inputs);
  });
  return fromFile ? { ...figures, rvus: rvus(track, track.priced[at] as number) } : figures;
}
