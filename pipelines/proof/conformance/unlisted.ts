import type { PaymentConformance } from "../../../schemas/out/conformance.ts";
import type { FirstSeen } from "./first-seen.ts";
import type { OurAmounts } from "./our-amounts.ts";

/** Localities with a record in the file. */
function localitiesIn(seen: FirstSeen, rows: number, localities: number): number[] {
  return Array.from({ length: localities }, (_, locality) => locality).filter((locality) => {
    for (let row = 0; row < rows; row += 1) if (seen.lineOf(row * localities + locality) > 0) return true;
    return false;
  });
}

/**
 * Rows that we price and a file lacks, in the localities that it has: CMS has published files of single states. A
 * revision file lists only the codes that changed, so this is reported only for a file that has all codes by its name,
 * or more than half of what we price.
 */
export function unlistedRows(
  { pfs, full }: OurAmounts,
  seen: FirstSeen,
  annual: boolean,
): PaymentConformance["unlisted"] {
  const all = full.places;
  const present = localitiesIn(seen, full.rows.length, all);
  const isMost = seen.priced * 2 > present.length * full.rows.length;
  if (!annual && !isMost) return null;
  const codes: string[] = [];
  let rows = 0;
  full.rows.forEach((row, position) => {
    const lacking = present.filter((locality) => seen.lineOf(position * all + locality) === 0).length;
    rows += lacking;
    if (lacking > 0) codes.push(pfs.rvu.file.table.key(row));
  });
  return { rows, codes, localities: { listed: present.length, all } };
}
