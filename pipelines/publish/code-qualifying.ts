import type { CodeDocument } from "../../schemas/out/code.ts";
import { bothSettings } from "../../schemas/setting.ts";
import { centsText, factorText } from "../../schemas/unit-text.ts";
import type { ReleaseBook } from "../schedules/book.ts";

import { qualifyingRow } from "../schedules/pfs/qualifying-apm.ts";
import { NATIONAL_AMOUNT, QUALIFYING_FACTOR } from "../schedules/pfs/rules.ts";
import { rowsOfCode } from "../schedules/pfs/rvu-file.ts";
import { type BothSettings, type PfsEntry, rvuInputs, rvus } from "./code-rvus.ts";
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
  const [row = 0] = rowsOfCode(pfs.rvu, hcpcs);
  return { conversionFactor: fromCell(pfs.rvu.file, row, "conversionFactor", value), basis };
}

/** National amounts of one row for qualifying APM participants. */
export function codeQualifying(
  { pfs, qualifying }: ReleaseBook,
  row: number,
  position: number,
): PfsEntry["qualifyingApm"] {
  if (pfs === undefined || qualifying === undefined) return undefined;
  const { basis, pfs: track } = qualifying;
  const own = qualifyingRow(qualifying, pfs, row);
  if (!track.national.has(own)) {
    const state = pfs.rvu.states[row] ?? "unknown";
    return bothSettings(() => noFigure(state === "priced" ? "not-in-qpp-file" : state));
  }
  const fromFile = basis === "qpp-file";
  const units = fromFile ? `/pfs/${position}/qualifyingApm/rvus` : `/pfs/${position}/rvus`;
  const figures: BothSettings = bothSettings((setting) => {
    const inputs = { ...rvuInputs(units, setting), conversionFactor: FACTOR_AT };
    return fromRule(centsText(track.national.at(own, setting) ?? 0), NATIONAL_AMOUNT, inputs);
  });
  return fromFile ? { ...figures, rvus: rvus(track.rvu, own) } : figures;
}
