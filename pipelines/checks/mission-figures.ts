import { formatScaled, formatTrimmed } from "../../schemas/scaled.ts";
import type { KnownFigure } from "../../schemas/source/parameters.ts";
import { SCALE, scaledInteger } from "../../schemas/units.ts";
import type { ReleaseBook } from "../book.ts";
import type { Check, Violation } from "../shared/check.ts";
import { knownFigures } from "../shared/sources.ts";
import { cellPlace } from "../shared/table.ts";

interface Figure {
  readonly name: string;
  readonly expected: string | null;
  readonly computed: string | null;
  readonly place: Violation["place"];
  readonly publication: string;
}

function pfsFigures(known: KnownFigure, book: ReleaseBook): Figure[] {
  const { pfs } = book;
  const index = pfs?.byKey.get(known.hcpcs);
  if (pfs === undefined || index === undefined) return [];
  const place = cellPlace(pfs.file.table, pfs.file.table.rowNumbers[index] ?? 0, "nonFacilityTotal", known.hcpcs);
  const at = (pfs.pricedAt[index] ?? -1) * 2;
  const cents = (offset: number): string | null => (at < 0 ? null : formatScaled(pfs.national[at + offset] ?? 0, 2));
  const total = pfs.file.table.rows[index]?.nonFacilityTotal;
  const totalText = total === undefined ? null : formatScaled(scaledInteger(total), SCALE.rvu);
  const publication = pfs.file.publication.label;
  return [
    { name: "total RVU", expected: known.totalRvu, computed: totalText, place, publication },
    { name: "office amount", expected: known.office, computed: cents(0), place, publication },
    {
      name: "physician's facility amount",
      expected: known.physicianInFacility,
      computed: cents(1),
      place,
      publication,
    },
  ];
}

function oppsFigures(known: KnownFigure, book: ReleaseBook): Figure[] {
  const { opps } = book;
  const index = opps?.byCode.get(known.hcpcs);
  if (opps === undefined || index === undefined) return [];
  const rate = opps.file.table.rows[index]?.paymentRate ?? null;
  const computed = rate === null ? null : formatTrimmed(scaledInteger(rate), SCALE.fine, 2);
  const place = cellPlace(opps.file.table, opps.file.table.rowNumbers[index] ?? 0, "paymentRate", known.hcpcs);
  return [
    {
      name: "hospital outpatient rate",
      expected: known.hopd,
      computed,
      place,
      publication: opps.file.publication.label,
    },
  ];
}

function ascFigures(known: KnownFigure, book: ReleaseBook): Figure[] {
  const listing = book.asc?.byCode.get(known.hcpcs);
  const file = listing?.addendum === "AA" ? book.asc?.surgical : book.asc?.ancillary;
  if (listing === undefined || file === undefined) return [];
  const { paymentRate } = listing.row;
  const computed = paymentRate === null ? null : formatScaled(scaledInteger(paymentRate), SCALE.cents);
  const place = cellPlace(file.table, listing.rowNumber, "paymentRate", known.hcpcs);
  return [{ name: "ASC rate", expected: known.asc, computed, place, publication: file.publication.label }];
}

function violationOf(figure: Figure, known: KnownFigure): Violation[] {
  if (figure.expected === figure.computed) return [];
  const message = `the ${figure.name} came out as ${figure.computed ?? "none"}, it is ${figure.expected ?? "none"}: ${known.arithmetic}`;
  return [{ key: known.hcpcs, publication: figure.publication, place: figure.place, message }];
}

/** The vertebroplasty family's figures, worked out by hand once and for all. */
export const missionFigures: Check<ReleaseBook> = {
  id: "mission.known-figures",
  title: "Figures worked out by hand from CMS's cells come out the same: 22511 of January 2026 is $1,773.92",
  scope: "release",
  severity: "error",
  cites: [{ title: "sources/known-figures.json: each figure with its arithmetic" }],
  cure: "A wrong figure here means a wrong column, factor or rounding: do not publish anything before it is found",
  run: (book) => {
    const expected = knownFigures().figures.filter((known) => known.release === book.release.release);
    if (expected.length === 0) return undefined;
    const figures = expected.flatMap((known) =>
      [pfsFigures(known, book), oppsFigures(known, book), ascFigures(known, book)]
        .flat()
        .map((each) => ({ each, known })),
    );
    const codes = new Set(expected.map((known) => known.hcpcs));
    return {
      checked: figures.length,
      violations: figures.flatMap(({ each, known }) => violationOf(each, known)),
      publications: [...new Set(figures.map(({ each }) => each.publication))],
      compared: (key) => codes.has(key),
    };
  },
};
