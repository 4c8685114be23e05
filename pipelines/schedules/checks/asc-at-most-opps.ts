import { centsText } from "../../../schemas/unit-text.ts";
import { type Cents, fineDollars, ofUnit, scaledInteger } from "../../../schemas/units.ts";
import type { Check, Violation } from "../../rules/check.ts";
import { divideHalfUp } from "../../rules/rounding.ts";
import { violationAt } from "../../rules/row-check.ts";
import type { AscBook, AscListing } from "../asc/addenda.ts";
import type { ReleaseBook } from "../book.ts";
import type { OppsBook } from "../opps/addendum-b.ts";

/** One rate is printed to the cent, the other to the mill. */
const CENT = scaledInteger(fineDollars(ofUnit<Cents>(1)));

interface Pair {
  readonly listing: AscListing;
  readonly asc: number;
  readonly opps: number;
}

/** Rates of the codes that both settings pay, in cents: OPPS prints drugs to the mill, the ASC addenda to the cent. */
function ratedPairs(asc: AscBook, opps: OppsBook): Pair[] {
  return asc.listings.flatMap((listing) => {
    const row = opps.byCode.get(listing.hcpcs);
    const rate = row === undefined ? null : opps.rates.at(row);
    const ascRate = listing.rate;
    if (rate === null || ascRate === null) return [];
    return [{ listing, asc: scaledInteger(ascRate), opps: divideHalfUp(scaledInteger(rate), CENT) }];
  });
}

function violationOf({ listing, asc, opps }: Pair): Violation[] {
  if (asc <= opps) return [];
  const message = `the ASC rate ${centsText(asc)} is above the hospital outpatient rate ${centsText(opps)}`;
  return [violationAt(listing.file, listing.row, { fields: ["ascRate"], message })];
}

/** No ASC rate is above the hospital outpatient rate of the same quarter. */
export const ascAtMostOpps: Check<ReleaseBook> = {
  id: "cross.asc-at-most-opps",
  title: "No code is paid more in an ASC than in a hospital outpatient department, compared at the cent",
  invariants: ["A5"],
  scope: "release",
  severity: "review",
  cites: [{ title: "42 CFR 416.171: ASC rates are derived from OPPS weights by a factor below one" }],
  cure: "Check that both files are of one quarter and no column moved; if CMS is wrong, list the code in sources/exceptions.json with its source",
  run: ({ asc, opps }) => {
    if (asc === undefined || opps === undefined) return undefined;
    const pairs = ratedPairs(asc, opps);
    const compared = new Set(pairs.map(({ listing }) => listing.hcpcs));
    const files = [asc.surgical, asc.ancillary].filter((file) => file !== undefined);
    return {
      checked: pairs.length,
      violations: pairs.flatMap(violationOf),
      publications: [...new Set(files.map((file) => file.publication.label))],
      compared: (key) => compared.has(key),
      unread: files.length < 2,
    };
  },
};
