import type { Place } from "../../../schemas/place.ts";
import type { KnownFigure } from "../../../schemas/source/parameters.ts";
import { dollarText, rvuText } from "../../../schemas/unit-text.ts";
import type { Check, Violation } from "../../rules/check.ts";
import { knownFigures } from "../../sources/sources.ts";
import type { SourceFile } from "../../tables/source-file.ts";
import { cellPlace } from "../../tables/table.ts";
import type { ReleaseBook } from "../book.ts";
import { rowWith } from "../pfs/rvu-file.ts";
import { type SitePay, siteOfService } from "../site/site-of-service.ts";

/** A computed figure: a value, or the reason why there is none. */
interface Computed {
  readonly value: string | null;
  readonly reason?: string;
}

interface Figure {
  readonly name: string;
  readonly expected: string | null;
  /** Undefined when the code's row is not in the file at all. */
  readonly computed: Computed | undefined;
  readonly place: Place;
  readonly publication: string;
}

function computedOf(pay: SitePay): Computed {
  if (pay.amount === undefined) return { value: null, reason: pay.reason };
  return { value: dollarText(pay.amount) };
}

/** Makes figures of one file: each at its cell in the code's row, or at the file when the code has no row. */
function figuresOf(file: SourceFile<unknown>, row: number | undefined, hcpcs: string) {
  const { table, publication } = file;
  return (name: string, field: string, expected: string | null, computed: Computed): Figure => ({
    name,
    expected,
    computed: row === undefined ? undefined : computed,
    place: row === undefined ? { file: table.file, key: hcpcs } : cellPlace(table, row, field, hcpcs),
    publication: publication.label,
  });
}

function pfsFigures(known: KnownFigure, book: ReleaseBook): Figure[] {
  const { pfs } = book;
  if (pfs === undefined) return [];
  const { hcpcs } = known;
  const sites = siteOfService(book, hcpcs);
  const { file, columns } = pfs.rvu;
  const row = rowWith(pfs.rvu, hcpcs, "");
  const totalText = row === undefined ? null : rvuText(columns.nonFacilityTotal.at(row));
  const figure = figuresOf(file, row, hcpcs);
  const inFacility = computedOf(sites.hopd.physician.pay);
  return [
    figure("total RVU", "nonFacilityTotal", known.totalRvu, { value: totalText }),
    figure("office amount", "nonFacilityTotal", known.nonFacility, computedOf(sites.office.pay)),
    figure("physician's facility amount", "facilityTotal", known.facility, inFacility),
  ];
}

function oppsFigures(known: KnownFigure, book: ReleaseBook): Figure[] {
  const { opps } = book;
  if (opps === undefined) return [];
  const figure = figuresOf(opps.file, opps.byCode.get(known.hcpcs), known.hcpcs);
  const computed = computedOf(siteOfService(book, known.hcpcs).hopd.facility);
  const field = computed.value === null ? "statusIndicator" : "oppsRate";
  return [figure("hospital outpatient rate", field, known.oppsRate, computed)];
}

/** The codes are surgical procedures, so their rows are in Addendum AA. */
function ascFigures(known: KnownFigure, book: ReleaseBook): Figure[] {
  const surgical = book.asc?.surgical;
  if (surgical === undefined) return [];
  const listing = book.asc?.byCode.get(known.hcpcs);
  const row = listing?.addendum === "AA" ? listing.row : undefined;
  const computed = computedOf(siteOfService(book, known.hcpcs).asc.facility);
  const field = computed.value === null ? "paymentIndicator" : "ascRate";
  return [figuresOf(surgical, row, known.hcpcs)("ASC rate", field, known.ascRate, computed)];
}

function messageOf({ name, expected, computed }: Figure, { hcpcs, arithmetic }: KnownFigure): string | undefined {
  const right = `expected ${expected ?? "none"}: ${arithmetic}`;
  if (computed === undefined) return `${hcpcs} has no readable row, so there is no ${name}; ${right}`;
  if (computed.value === expected) return undefined;
  const none = computed.reason === undefined ? "none" : `none (${computed.reason})`;
  return `the ${name} is computed as ${computed.value ?? none}; ${right}`;
}

function violationOf(figure: Figure, known: KnownFigure): Violation[] {
  const message = messageOf(figure, known);
  if (message === undefined) return [];
  return [{ key: known.hcpcs, publication: figure.publication, place: figure.place, message }];
}

/** The vertebroplasty family's figures, computed by hand, against what is published. */
export const knownFiguresHold: Check<ReleaseBook> = {
  id: "mission.known-figures",
  title: "Figures of the vertebroplasty and kyphoplasty codes equal those computed by hand from CMS's cells",
  invariants: ["X1"],
  scope: "release",
  severity: "error",
  cites: [{ title: "sources/known-figures.json: each figure with its arithmetic" }],
  cure: "A wrong figure means a wrong column, factor or rounding: find it before you publish anything",
  run: (book) => {
    const expected = knownFigures().figures.filter((known) => known.release === book.release.release);
    if (expected.length === 0) return undefined;
    const figures = expected.flatMap((known) =>
      [pfsFigures, oppsFigures, ascFigures].flatMap((of) => of(known, book).map((each) => ({ each, known }))),
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
