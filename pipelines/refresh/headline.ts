import type { DiffDocument, DiffSide, FactorChange, MissingColumn, TableTally } from "../../schemas/out/diff.ts";
import { counted, countText, firstAndMore } from "../words/money-text.ts";
import { NCCI_TABLES } from "../words/names.ts";

/** Codes that a sentence names before it counts the rest. */
const NAMED = 5;

/** What a release without a factor lacks: the whole table, or this factor alone. */
function lacking({ rows }: DiffSide, schedule: FactorChange["schedule"], factor: string): string {
  return rows[schedule] === null ? `no ${schedule.toUpperCase()} table and no ${factor}` : `no ${factor}`;
}

function factorSentence({ schedule, track, from, to }: FactorChange, sides: Pick<DiffDocument, "from" | "to">): string {
  const factor = `${schedule.toUpperCase()} conversion factor${track === null ? "" : ` (${track})`}`;
  if (to === null) return `This release has ${lacking(sides.to, schedule, factor)}. The one before has ${from}.`;
  if (from === null) return `The release before has ${lacking(sides.from, schedule, factor)}. This one has ${to}.`;
  return `The ${factor} was ${from} and is ${to}.`;
}

function isSame({ changed, added, removed }: TableTally): boolean {
  return changed + added + removed === 0;
}

/** Columns that one of the files does not have: their cells are compared with nothing. */
function columnSentences(title: string, missing: readonly MissingColumn[]): string[] {
  const fieldsOf = (of: MissingColumn["side"]) => missing.filter(({ side }) => side === of).map(({ field }) => field);
  const [gone, fresh] = [fieldsOf("to"), fieldsOf("from")];
  return [
    ...(gone.length === 0 ? [] : [`${title}: the file no longer has ${gone.join(", ")}.`]),
    ...(fresh.length === 0 ? [] : [`${title}: the file before does not have ${fresh.join(", ")}.`]),
  ];
}

function tallySentence(title: string, tally: TableTally, amounts: string): string {
  if (isSame(tally)) return `${title}: all ${countText(tally.after)} rows are as before.`;
  const { after, changed, added, removed } = tally;
  return `${title}: ${countText(after)} rows; ${countText(changed)} changed, ${countText(added)} new, ${countText(removed)} gone${amounts}.`;
}

/** How many amounts rose and fell, by their changes in dollars. */
function moves(changes: readonly (string | null)[]): string {
  const fell = changes.filter((change) => change?.startsWith("-")).length;
  const rose = changes.filter((change) => change !== null && Number(change) > 0).length;
  return fell + rose === 0 ? "" : `; ${counted(rose, "amount")} rose, ${countText(fell)} fell`;
}

function tableSentences(title: string, table: Changed | null, amounts: string): string[] {
  if (table === null) return [];
  return [tallySentence(title, table.tally, amounts), ...columnSentences(title, table.missingColumns)];
}

/** How a release differs from another one, in a sentence or two a schedule. */
export function headlineOf(document: DiffDocument): string[] {
  const { factors, pfs, opps, asc, localities, ncci = [] } = document;
  const changed = factors.filter(({ from, to }) => from !== to).map((each) => factorSentence(each, document));
  const fees = pfs?.changed.flatMap(({ nonFacility, facility }) => [nonFacility.change, facility.change]) ?? [];
  const rates = (table: NonNullable<DiffDocument["opps"]>) => moves(table.changed.map(({ rate }) => rate.change));
  return [
    ...changed,
    ...tableSentences("Physician fee schedule", pfs, moves(fees)),
    ...tableSentences("Localities", localities, ""),
    ...tableSentences("Hospital outpatient", opps, opps === null ? "" : rates(opps)),
    ...tableSentences("Ambulatory surgical centers", asc, asc === null ? "" : rates(asc)),
    ...ncci.map(({ table, tally }) => tallySentence(NCCI_TABLES[table], tally, "")),
  ];
}

type Changed = NonNullable<DiffDocument["pfs" | "opps" | "asc" | "localities"]>;

/** The rows of a table that are not as they were, by their keys. */
interface ChangedRows {
  readonly tally: TableTally;
  readonly added: readonly { readonly key: string }[];
  readonly removed: readonly { readonly key: string }[];
}

function rowsNote(title: string, { tally, added, removed }: ChangedRows, changed: readonly string[]): string[] {
  if (isSame(tally)) return [];
  const parts = [
    ["changed", changed],
    ["new", added.map(({ key }) => key)],
    ["gone", removed.map(({ key }) => key)],
  ] as const;
  const said = parts
    .filter(([, keys]) => keys.length > 0)
    .map(([what, keys]) => `${what}: ${firstAndMore(keys, NAMED)}`);
  return [`${title} ${said.join("; ")}`];
}

function tableNote(title: string, table: Changed | null, keyOf: (row: Changed["changed"][number]) => string): string[] {
  if (table === null) return [];
  const columns = columnSentences(title, table.missingColumns).map((sentence) => sentence.slice(0, -1));
  return [...rowsNote(title, table, table.changed.map(keyOf)), ...columns];
}

/**
 * What CMS changed in another revision, as a note for the registry: a draft, which says which rows differ and not why.
 *
 * @param diff of the release with the earlier revision and the release with this one
 */
export function draftNote({ pfs, opps, asc, localities, ncci = [] }: DiffDocument): string {
  const keyOf = (row: object): string => {
    const { hcpcs, modifier = "", locality = "" } = row as { hcpcs?: string; modifier?: string; locality?: string };
    return `${hcpcs ?? locality}${modifier === "" ? "" : ` ${modifier}`}`;
  };
  const notes = [
    ...tableNote("PFS", pfs, keyOf),
    ...tableNote("localities", localities, keyOf),
    ...tableNote("OPPS", opps, keyOf),
    ...tableNote("ASC", asc, keyOf),
    ...ncci.flatMap((each) =>
      rowsNote(
        NCCI_TABLES[each.table],
        each,
        each.changed.map(({ key }) => key),
      ),
    ),
  ];
  if (notes.length === 0) return "The file changed. Its rows did not";
  return `What differs from the revision before. ${notes.join(". ")}`;
}
