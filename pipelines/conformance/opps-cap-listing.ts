import type { Tally } from "../../schemas/out/conformance.ts";
import type { Problem } from "../../schemas/place.ts";
import type { OppsCapRow } from "../../schemas/row/opps-cap.ts";
import type { PfsRvuRow } from "../../schemas/row/pfs-rvu.ts";
import type { ReleaseBook } from "../book.ts";
import { keyOfRow, type PfsBook } from "../pfs/amounts.ts";
import { localityFinder } from "../pfs/localities.ts";
import type { OppsCapBook } from "../pfs/opps-cap.ts";
import type { SourceFile } from "../shared/source-file.ts";

/** Codes that a problem names of many. */
const NAMED = 5;

/**
 * Rows that CMS lists: those of which the cap is not above the national non-facility amount, and those that have a cap
 * and no amount of their own because contractors price them. So it is in the nine files of 2009A to 2025D at hand, every
 * code of them in every locality, and no row besides.
 */
function rowsToList({ pricedAt, national }: PfsBook, cap: OppsCapBook): number[] {
  return cap.capped.flatMap(({ index }, position) => {
    const at = pricedAt[index] ?? -1;
    const isListed = at < 0 || (cap.national[position * 2] as number) <= (national[at * 2] as number);
    return isListed ? [index] : [];
  });
}

function problemOf(file: SourceFile<OppsCapRow>, codes: readonly string[], lacking: number, of: number): Problem {
  const named = `${codes.slice(0, NAMED).join(", ")}${codes.length > NAMED ? " and others" : ""}`;
  return {
    code: "opps-cap.incomplete",
    place: { file: file.table.file },
    message: `${lacking} of the ${of} codes and places that it must have are not in it, those of ${named}`,
    cure: "Download the file again: CMS lists each row whose cap is not above its amount, in every locality",
  };
}

/**
 * Whether an OPPSCAP file lists what CMS lists.
 *
 * @param problems receives what is missing
 */
export function oppsCapListing({ pfs, oppsCap, tables }: ReleaseBook, problems: Problem[]): Tally {
  const file = tables["opps-cap"];
  if (pfs === undefined || oppsCap?.amounts === undefined || file === undefined) return { matched: 0, compared: 0 };
  const { localities } = oppsCap.amounts;
  const find = localityFinder(localities);
  const seen = new Set(file.table.rows.map((row) => `${keyOfRow(row)} ${find(row.mac, row.locality)}`));
  const codes = rowsToList(pfs, oppsCap).map((index) => keyOfRow(pfs.file.table.rows[index] as PfsRvuRow));
  const lackingOf = (code: string): number => localities.filter((_, at) => !seen.has(`${code} ${at}`)).length;
  const lacking = codes.map((code) => [code, lackingOf(code)] as const).filter(([, count]) => count > 0);
  const compared = codes.length * localities.length;
  const matched = lacking.reduce((rest, [, count]) => rest - count, compared);
  if (matched < compared) {
    problems.push(
      problemOf(
        file,
        lacking.map(([code]) => code),
        compared - matched,
        compared,
      ),
    );
  }
  return { matched, compared };
}
