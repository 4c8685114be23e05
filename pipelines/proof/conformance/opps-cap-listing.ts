import type { Tally } from "../../../schemas/out/conformance.ts";
import type { Problem } from "../../../schemas/place.ts";
import type { OppsCapRow } from "../../../schemas/row/opps-cap.ts";
import type { Problems } from "../../problems/problems.ts";
import type { ReleaseBook } from "../../schedules/book.ts";
import { localityFinder } from "../../schedules/pfs/localities.ts";
import type { OppsCapBook } from "../../schedules/pfs/opps-cap.ts";
import type { PfsBook } from "../../schedules/pfs/price.ts";
import { rowKey } from "../../schedules/pfs/rvu-file.ts";
import type { SourceFile } from "../../tables/source-file.ts";

/** Most codes that a problem names. */
const NAMED = 5;

/**
 * Rows that CMS lists: those whose cap is not above the national non-facility amount, and those that have a cap and no
 * amount of their own because contractors price them. The nine available files, of 2009A to 2025D, have every
 * such code in every locality, and no other row.
 */
function rowsToList({ national }: PfsBook, cap: OppsCapBook): number[] {
  return [...cap.national.rows].filter((row) => {
    const [full, capped = 0] = [national, cap.national].map((amounts) => amounts.at(row, "nonFacility"));
    return full === undefined || capped <= full;
  });
}

function problemOf(file: SourceFile<OppsCapRow>, codes: readonly string[], lacking: number, of: number): Problem {
  const named = `${codes.slice(0, NAMED).join(", ")}${codes.length > NAMED ? " and others" : ""}`;
  return {
    code: "opps-cap.incomplete",
    place: { file: file.table.file },
    message: `${lacking} of the ${of} codes and places that it must have are missing: those of ${named}`,
    cure: "Download the file again: CMS lists each row whose cap is not above its amount, in every locality",
  };
}

/**
 * Whether an OPPSCAP file lists what CMS lists.
 *
 * @param problems receives what is missing
 */
export function oppsCapListing({ pfs, gpci, oppsCap, tables }: ReleaseBook, problems: Problems): Tally {
  const file = tables["opps-cap"];
  if (pfs === undefined || gpci === undefined || oppsCap === undefined || file === undefined) {
    return { matched: 0, compared: 0 };
  }
  const { localities } = gpci;
  const find = localityFinder(localities);
  const { hcpcs, modifier, mac, locality } = file.table.columns;
  const pairOf = (row: number): string =>
    `${rowKey(hcpcs.at(row), modifier.at(row) ?? "")} ${find(mac.at(row), locality.at(row))}`;
  const seen = new Set(file.table.rowNumbers.map((_, row) => pairOf(row)));
  const codes = rowsToList(pfs, oppsCap).map((row) => pfs.rvu.file.table.key(row));
  const lackingOf = (code: string): number => localities.filter((_, at) => !seen.has(`${code} ${at}`)).length;
  const lacking = codes.map((code) => [code, lackingOf(code)] as const).filter(([, count]) => count > 0);
  const compared = codes.length * localities.length;
  const matched = lacking.reduce((rest, [, count]) => rest - count, compared);
  if (matched < compared) {
    problems.add(
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
