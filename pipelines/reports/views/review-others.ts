import type { AscRow, OppsRow } from "../../../schemas/out/facility.ts";
import type { NationalRow } from "../../../schemas/out/national.ts";
import { SETTING_FIELDS } from "../../../schemas/setting.ts";
import { nameOfRow } from "../../answers/diff/row-name.ts";
import { CAUSE_WORDS, causesText, withSign } from "../../words/changes.ts";
import { dollars } from "../../words/money-text.ts";
import { physicianDollars } from "../../words/na.ts";
import { AMOUNTS, type Amount } from "../../words/names.ts";
import { inWords } from "../../words/reasons.ts";
import type { RowMovement } from "./movements.ts";
import type { ReviewSources } from "./review-sources.ts";
import type { PlainRow, PlainRows } from "./view.ts";

/** What one release has for one amount of a row: its text, and its row. */
interface SideAmount {
  readonly text: string;
  readonly isAmount: boolean;
  readonly row: number;
}

/** An amount of a row in both releases; undefined where a release has no such row. */
interface Pair {
  readonly name: string;
  readonly schedule: Amount;
  readonly from: SideAmount | undefined;
  readonly to: SideAmount | undefined;
}

type Rows = Pick<ReviewSources, "sides">["sides"];
type Reader<Row> = (row: Row) => SideAmount;

const physician =
  (setting: keyof typeof SETTING_FIELDS): Reader<NationalRow> =>
  (row) => {
    const paid = row[setting];
    const text = paid === null ? inWords(row.priceState) : physicianDollars(paid, row[SETTING_FIELDS[setting].na]);
    return { text, isAmount: paid !== null, row: row.row };
  };

const facilityRate = (rate: string | null, { state, row }: OppsRow | AscRow): SideAmount => ({
  text: rate === null ? inWords(state) : dollars(rate),
  isAmount: rate !== null,
  row,
});

/** The rows of a table in both releases, by name. */
function byName<Row extends { readonly hcpcs: string; readonly modifier?: string }>(
  before: readonly Row[] | undefined,
  after: readonly Row[] | undefined,
): Map<string, readonly [Row | undefined, Row | undefined]> {
  const found = new Map<string, readonly [Row | undefined, Row | undefined]>();
  // A table that only one release has is compared with nothing
  if (before === undefined || after === undefined) return found;
  const nameOf = ({ hcpcs, modifier = "" }: Row): string => nameOfRow({ hcpcs, modifier });
  for (const row of before) found.set(nameOf(row), [row, undefined]);
  for (const row of after) found.set(nameOf(row), [found.get(nameOf(row))?.[0], row]);
  return found;
}

function* pairsOf<Row extends { readonly hcpcs: string; readonly modifier?: string }>(
  tables: readonly [readonly Row[] | undefined, readonly Row[] | undefined],
  schedules: readonly (readonly [Amount, Reader<Row>])[],
): Generator<Pair> {
  for (const [name, [before, after]] of byName(...tables)) {
    for (const [schedule, read] of schedules)
      yield { name, schedule, from: before && read(before), to: after && read(after) };
  }
}

function* allPairs([before, after]: NonNullable<Rows>): Generator<Pair> {
  const settings = [
    ["office", physician("nonFacility")],
    ["facility", physician("facility")],
  ] as const;
  yield* pairsOf([before.pfs, after.pfs], settings);
  yield* pairsOf([before.opps, after.opps], [["opps", (row) => facilityRate(row.oppsRate, row)]]);
  yield* pairsOf([before.asc, after.asc], [["asc", (row) => facilityRate(row.ascRate, row)]]);
}

const keyOf = (name: string, schedule: Amount): string => `${name} ${schedule}`;

/** "$128.43", "packaged", "no row". */
const sideText = (side: SideAmount | undefined): string => side?.text ?? "no row";

/** How an amount changed that is no movement: not at all, or it has no amount to compare. */
function stillText({ from, to }: Pair): string {
  return from?.isAmount === true && from.text === to?.text ? "unchanged" : "";
}

/** Where an amount is: names a row of a file. */
export type Where = (side: "from" | "to", schedule: Amount, row: number) => string;

function rowOf(pair: Pair, moved: RowMovement | undefined, where: Where): PlainRow {
  const { name, schedule, from, to } = pair;
  const amount = moved?.amount;
  const place = (side: "from" | "to", { row, isAmount }: SideAmount): string =>
    isAmount ? where(side, schedule, row) : "";
  return {
    cells: [
      name,
      AMOUNTS[schedule].name,
      sideText(from),
      sideText(to),
      amount === undefined ? stillText(pair) : withSign(amount.change, dollars),
      withSign(amount?.percent ?? null),
      amount === undefined ? "" : causesText(amount),
      amount?.unexplained == null ? "" : dollars(amount.unexplained),
    ],
    sources: ["", "", from ? place("from", from) : "", to ? place("to", to) : ""],
  };
}

/** What is frequent in the texts: causes, names of amounts, beginnings and ends of sources. */
function phrasesOf(where: Where): string[] {
  const schedules = Object.keys(AMOUNTS) as Amount[];
  const sources = (["from", "to"] as const).flatMap((side) => schedules.map((schedule) => where(side, schedule, 0)));
  const parts = sources.flatMap((source) => source.split(/(?<=: row )0(?= of )/));
  return [...Object.values(CAUSE_WORDS), ...Object.values(AMOUNTS).map(({ name }) => name), ...parts];
}

const byCell = ({ cells: [left = ""] }: PlainRow, { cells: [right = ""] }: PlainRow): number =>
  left === right ? 0 : left < right ? -1 : 1;

/**
 * Every amount of both releases that a list leaves out, row by row: the small changes, those marked NA, what did not
 * change, and what has no amount. Undefined where the rows of the releases are not known.
 *
 * @param moved every amount that changed, those marked NA included
 * @param listed those that the list has
 */
export function otherAmounts(
  { diff: { codes }, sides }: ReviewSources,
  moved: readonly RowMovement[],
  listed: ReadonlySet<RowMovement>,
  where: Where,
): PlainRows | undefined {
  if (sides === undefined) return undefined;
  const wanted = codes === null ? undefined : new Set(codes);
  const movements = new Map(moved.map((each) => [keyOf(nameOfRow(each), each.schedule), each]));
  const rows = [...allPairs(sides)].flatMap((pair): PlainRow[] => {
    const movement = movements.get(keyOf(pair.name, pair.schedule));
    const isOther = movement === undefined || !listed.has(movement);
    const isWanted = wanted?.has(pair.name.split(" ")[0] ?? "") ?? true;
    return isOther && isWanted ? [rowOf(pair, movement, where)] : [];
  });
  return { rows: rows.sort(byCell), phrases: phrasesOf(where) };
}
