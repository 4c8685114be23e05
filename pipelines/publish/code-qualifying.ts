import type { CodeDocument } from "../../schemas/out/code.ts";
import { bothSettings } from "../../schemas/setting.ts";
import { centsText, factorText } from "../../schemas/unit-text.ts";
import { qualifyingRow } from "../schedules/pfs/qualifying-apm.ts";
import { NATIONAL_AMOUNT, QUALIFYING_FACTOR } from "../schedules/pfs/rules.ts";
import type { CodeBook } from "./code-book.ts";
import { type BothSettings, type PfsEntry, rvuInputs, rvus } from "./code-rvus.ts";
import { fromRule, noFigure } from "./figures.ts";

const FACTOR_AT = "/qualifyingApm/conversionFactor";

/** The factor of the qualifying track: its first cell in CMS's QPP file, or the rule that gives its source. */
export function codeQualifyingTrack({ qualifying, qualifyingCell: cell }: CodeBook): CodeDocument["qualifyingApm"] {
  if (qualifying === undefined) return undefined;
  const { basis, pfs } = qualifying;
  const value = factorText(pfs.factor);
  return { conversionFactor: cell === undefined ? fromRule(value, QUALIFYING_FACTOR, {}) : { value, cell }, basis };
}

/** National amounts of one row for qualifying APM participants. */
export function codeQualifying(
  { pfs, qualifying }: CodeBook,
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
  const rvusAt = fromFile ? `/pfs/${position}/qualifyingApm/rvus` : `/pfs/${position}/rvus`;
  const figures: BothSettings = bothSettings((setting) => {
    const inputs = { ...rvuInputs(rvusAt, setting), conversionFactor: FACTOR_AT };
    return fromRule(centsText(track.national.at(own, setting) ?? 0), NATIONAL_AMOUNT, inputs);
  });
  return fromFile ? { ...figures, rvus: rvus(track.rvu, own) } : figures;
}
