import {
  type AmountChange,
  type DiffDocument,
  type DiffSide,
  DiffTable,
  type FeeChange,
  type LocalitySummary,
  type RateChange,
} from "../../../schemas/out/diff.ts";
import { isMarkedNa } from "../../answers/diff/na-marks.ts";
import { isRateCompared } from "../../answers/diff/rate-marks.ts";
import { nameOfRow } from "../../answers/diff/row-name.ts";
import { causesText, NEW_FIGURES } from "../../words/changes.ts";
import { fieldWords } from "../../words/fields.ts";
import { counted, countText } from "../../words/money-text.ts";
import { NA_MEANING } from "../../words/na.ts";
import { TABLES } from "../../words/names.ts";
import { countedNames } from "./counted-names.ts";
import { firstText, INDICATORS, naWays, otherFields, rowsText, type Way, waysOf } from "./diff-changes.ts";
import {
  factorsTable,
  oneSides,
  SUCCESSIONS,
  successionBlocks,
  tallyBlocks,
  unknownCodesBlock,
} from "./diff-tables.ts";
import { localityMovesSection } from "./locality-moves.ts";
import { ncciSections } from "./ncci-changes.ts";
import { sideList } from "./side-notes.ts";
import { type Block, grid, list, paragraph, prose, type ReportBody, type Section } from "./view.ts";

type Locality = LocalitySummary["localities"][number];

function moverText(mover: Locality["largestRise"]): string {
  if (mover === null) return "-";
  const { hcpcs, modifier, setting, change, percent } = mover;
  const where = setting === "facility" ? "facility" : "non-facility";
  return `${[hcpcs, modifier].filter((part) => part !== "").join(" ")} ${where} ${change} (${percent ?? "-"} %)`;
}

const LOCALITY_HEADINGS = [
  ...["locality", "name", "non-facility median %", "non-facility mean %", "facility median %", "facility mean %"],
  ...["largest rise", "largest fall"],
];

function localityCells({ locality, from, name, nonFacility, facility, largestRise, largestFall }: Locality): string[] {
  const percents = [nonFacility, facility].flatMap((each) => [each.medianPercent ?? "-", each.meanPercent ?? "-"]);
  const key = from === locality ? locality : `${locality} (was ${from})`;
  return [key, name, ...percents, moverText(largestRise), moverText(largestFall)];
}

/** Lowest median first: where the release lowers amounts most. */
function byMedian(left: Locality, right: Locality): number {
  const of = ({ nonFacility }: Locality): number => Number((nonFacility.medianPercent ?? "0").replace(".", ""));
  return of(left) - of(right) || (left.locality < right.locality ? -1 : 1);
}

/** The lowest and the highest localities, when not all are shown. */
function outermost(localities: readonly Locality[], most: number): Locality[] {
  if (localities.length <= most) return [...localities];
  const low = Math.floor((most + 1) / 2);
  return [...localities.slice(0, low), ...localities.slice(localities.length - (most - low))];
}

/** How many rows are in no percent. */
function naLeftOut({ markedNa: { nonFacility, facility } }: LocalitySummary["rows"]): string {
  if (nonFacility + facility === 0) return "";
  return ` Left out where CMS marks the setting NA in a release: ${countText(nonFacility)} non-facility, ${countText(facility)} facility.`;
}

/** How the amounts changed in each locality; nothing when that was not requested. */
function localitiesSection({ localitySummary }: DiffDocument, most: number): Section {
  const title = "Physician fee schedule by locality: change in percent, lowest non-facility median first";
  if (localitySummary === undefined) return { id: "localities", title, blocks: [] };
  const { rows, localities, unmatched } = localitySummary;
  const shown = outermost([...localities].sort(byMedian), most);
  const apart = [...unmatched.from.map((key) => `${key} (before)`), ...unmatched.to.map((key) => `${key} (after)`)];
  const blocks = [
    paragraph(
      `${countText(rows.pricedOnBoth)} rows priced in both releases, each counted once, however often it is billed.${naLeftOut(rows)}`,
    ),
    grid(LOCALITY_HEADINGS, shown.map(localityCells)),
    shown.length < localities.length && paragraph(`... and ${localities.length - shown.length} between them`),
    apart.length > 0 && paragraph(`Without a counterpart: ${apart.join(", ")}`),
  ];
  return { id: "localities", title, blocks };
}

/** An amount that changed, by its row and its setting. */
interface Moved {
  readonly code: string;
  readonly setting: string;
  readonly amount: AmountChange & Pick<FeeChange, "na">;
}

const isMoved = ({ amount: { from, to } }: Moved): boolean => from !== to;

function cells({ code, setting, amount }: Moved): string[] {
  const { from, to, change, percent, effects } = amount;
  const causes = effects === null ? "-" : causesText(amount);
  return [code, setting, from ?? "none", to ?? "none", change ?? "-", percent ?? "-", causes];
}

const HEADINGS = ["code", "setting", "before", "after", "change", "%", "causes"];

/** The largest of some amounts, below notes about them; nothing where there is neither. */
function movers(id: string, title: string, rows: readonly Moved[], most: number, above: readonly Block[]): Section {
  const first = rows.slice(0, most);
  const more = rows.length > most && paragraph(`... and ${countText(rows.length - most)} more`);
  return { id, title, blocks: [...above, first.length > 0 && grid(HEADINGS, first.map(cells)), more] };
}

/** The order of every list of amounts: without what a rule on record gives. */
const OPEN_FIRST = "the largest changes by CMS's new figures first";

/** What the lists of changed amounts leave out, for the note above them. */
function naNote(all: readonly Moved[]): Block {
  const marked = all.filter(({ amount }) => isMarkedNa(amount)).length;
  const what = `${countText(marked)} of the ${counted(all.length, "amount")} that changed, appeared or disappeared`;
  return (
    marked > 0 &&
    paragraph(`${what} ${marked === 1 ? "is" : "are"} marked NA in a release and not listed. ${NA_MEANING}.`)
  );
}

function physicianMovers({ pfs }: DiffDocument, most: number): Section {
  const all = (pfs?.changed ?? [])
    .flatMap(({ nonFacility, facility, ...row }): Moved[] => [
      { code: nameOfRow(row), setting: "non-facility", amount: nonFacility },
      { code: nameOfRow(row), setting: "facility", amount: facility },
    ])
    .filter(isMoved);
  const rows = all.filter(({ amount }) => !isMarkedNa(amount));
  const order = `Each row of CMS's file has both its amounts. First is the row with the largest such change in either setting. ${NEW_FIGURES}`;
  const above = [naNote(all), rows.length > 0 && paragraph(order)];
  return movers("physicians", `Physician fee schedule, national: ${OPEN_FIRST}`, rows, most, above);
}

function rateMovers(who: string, setting: string, changed: readonly RateChange[] = [], most: number): Section {
  const rows = changed.filter(isRateCompared).map(({ hcpcs, rate }) => ({ code: hcpcs, setting, amount: rate }));
  return movers(setting.toLowerCase(), `${who}: ${OPEN_FIRST}`, rows.filter(isMoved), most, []);
}

function indicatorSections(diff: DiffDocument, most: number): Section[] {
  const wayText = ({ from, to, codes }: Way): string => `${from} to ${to}: ${countedNames(codes, most)}`;
  const marks = naWays(diff).map(({ setting, ...way }) => `${setting}: ${wayText(way)}`);
  const [status, ...others] = Object.values(INDICATORS).map((indicator) => ({
    id: indicator.field,
    title: indicator.title,
    blocks: [list(waysOf(diff, indicator).map(wayText))],
  }));
  const na = { id: "na", title: "NA marks: rarely or never done at the setting", blocks: [list(marks)] };
  return [...(status ? [status] : []), na, ...others];
}

/** Fields that have no list of their own: how many rows changed, and the first of them. */
function otherFieldsSection(diff: DiffDocument): Section {
  const items = otherFields(diff).map(
    (each) =>
      `${TABLES[each.table]}, ${fieldWords(each.field, each.table)}: ${rowsText(each)} (${firstText(each.rows)})`,
  );
  return { id: "fields", title: "Other fields", blocks: [list(items)] };
}

/** Rows in one release only, by name. */
function oneSidedSection(diff: DiffDocument, most: number): Section {
  const sides = DiffTable.options.flatMap((each) => oneSides(diff, each)).filter(({ rows }) => rows.length > 0);
  const items = sides.map(
    ({ name, rows }) =>
      `${name}: ${countedNames(
        rows.map(({ key }) => key.trim()),
        most,
      )}`,
  );
  return { id: "one-sided", title: "In one release only", blocks: [list(items)] };
}

/**
 * What differs between two releases, table by table: empty sections are left out.
 *
 * @param most how many amounts to show of each schedule, and how many codes of each list
 */
export function diffReport(diff: DiffDocument, most: number): ReportBody {
  const { from, to, factors, opps, asc, rules } = diff;
  const side = ({ release, title, coverage }: DiffSide): string => `${release} (${title}, ${coverage})`;
  const moved = factors.filter((factor) => factor.from !== factor.to);
  return {
    name: `${from.release} to ${to.release}`,
    head: [paragraph(`${side(from)} and ${side(to)}.`), unknownCodesBlock(diff), sideList(diff), ...tallyBlocks(diff)],
    sections: [
      {
        id: "factors",
        title: "Conversion factors",
        blocks: [moved.length > 0 && factorsTable(diff, moved)],
      },
      localityMovesSection(diff.localityMoves),
      physicianMovers(diff, most),
      localitiesSection(diff, most),
      rateMovers("Hospital outpatient", "OPPS", opps?.changed, most),
      rateMovers("Ambulatory surgical centers", "ASC", asc?.changed, most),
      ...indicatorSections(diff, most),
      otherFieldsSection(diff),
      oneSidedSection(diff, most),
      { id: "successions", title: SUCCESSIONS, blocks: successionBlocks(diff) },
      ...ncciSections(diff, most),
      { id: "rules", title: "Rules that explain the causes marked *", blocks: [{ kind: "rules", rules }] },
      { id: "method", title: "How a change is split", blocks: [paragraph(prose(diff.method))] },
    ],
  };
}
