import type { CodeDocument } from "../../../schemas/out/code.ts";
import type { CellRef } from "../../../schemas/out/common.ts";
import type { Origin } from "../../../schemas/source/release.ts";
import { atPointer, NoSuchFigure } from "./pointer.ts";

/** Where a value comes from, down to the cells. */
export interface Derivation {
  /** Name that the value has in the rule above it, or the pointer of the question. */
  readonly name: string;
  readonly value: string | null;
  /** Set for amounts of money, in dollars. */
  readonly unit?: "USD";
  /** The rule's result before rounding, where the document has it. */
  readonly unrounded?: string;
  /** Modifier of the fee schedule row that the value belongs to, where it has one: "26". */
  readonly modifier?: string;
  /** Why there is no value; the one input decides it. */
  readonly reason?: string;
  readonly cell?: CellRef & {
    readonly fileName: string;
    readonly sheet?: string;
    readonly origin: Origin;
    readonly heading: string;
  };
  readonly rule?: { readonly id: string; readonly formula: string; readonly cites: readonly string[] };
  readonly inputs: readonly Derivation[];
}

/** What a figure of a code document may look like; the document's schema has already been enforced. */
interface Figure {
  readonly value: string | null;
  readonly reason?: string;
  readonly cell?: CellRef;
  readonly rule?: string;
  readonly unrounded?: string;
  readonly ref?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly because?: string;
}

/** Figures of a facility's row that are money: its rate and its copayments. */
const MONEY = /\/(oppsRate|ascRate|\w+Copayment)$/;
const PFS_ROW = /^\/pfs\/(\d+)\//;

const STATUS = "/opps/statusIndicator";

/** What CMS says of the code's status indicator, where Addendum D1 was read. */
function statusWords(document: CodeDocument): Derivation[] {
  const words = document.opps?.statusWords;
  const columns = document.files["addendum-d1"]?.columns;
  if (words === undefined || columns === undefined) return [];
  return (["service", "definition"] as const).map((name) => {
    const cell = { file: "addendum-d1", row: words.row, column: columns[name]?.column ?? "", printed: words[name] };
    return { name, value: words[name], cell: locate(document, cell), inputs: [] };
  });
}

/** What the place of a figure says about it: that it is money, and the modifier of its row. */
function aboutPointer(document: CodeDocument, pointer: string): Pick<Derivation, "unit" | "modifier"> {
  const modifier = document.pfs[Number(PFS_ROW.exec(pointer)?.[1])]?.modifier ?? "";
  return { ...(MONEY.test(pointer) ? { unit: "USD" } : {}), ...(modifier === "" ? {} : { modifier }) };
}

function locate(document: CodeDocument, cell: CellRef): NonNullable<Derivation["cell"]> {
  const file = document.files[cell.file];
  const column = Object.values(file?.columns ?? {}).find((each) => each.column === cell.column);
  if (file === undefined) throw new Error(`the document does not say which file "${cell.file}" is`);
  const sheet = file.sheet === undefined ? {} : { sheet: file.sheet };
  return { ...cell, fileName: file.name, ...sheet, origin: file.origin, heading: column?.heading ?? "" };
}

/** No value: the reason, the cell if it has no value, and the figure that decides it. */
function fromReason(document: CodeDocument, name: string, figure: Figure): Derivation {
  const { reason = "no reason given", cell, because } = figure;
  const where = cell === undefined ? {} : { cell: locate(document, cell) };
  const inputs = because === undefined ? [] : [derive(document, because, because.slice(because.lastIndexOf("/") + 1))];
  return { name, value: null, reason, ...where, inputs };
}

function fromRule(document: CodeDocument, name: string, figure: Figure, ruleId: string): Derivation {
  const rule = document.rules[ruleId];
  const inputs = Object.entries(figure.inputs ?? {}).map(([input, pointer]) => derive(document, pointer, input));
  const cites = (rule?.cites ?? []).map((cite) => cite.title);
  const { value, unrounded } = figure;
  const before = unrounded === undefined ? {} : { unrounded };
  return { name, value, unit: "USD", ...before, rule: { id: ruleId, formula: rule?.formula ?? "", cites }, inputs };
}

function ofFigure(document: CodeDocument, name: string, figure: Figure): Derivation {
  const { value, cell, rule } = figure;
  if (value === null) return fromReason(document, name, figure);
  if (rule !== undefined) return fromRule(document, name, figure, rule);
  if (cell !== undefined) return { name, value, cell: locate(document, cell), inputs: [] };
  return { name, value, inputs: [] };
}

/**
 * Follows a figure of a code document back to the cells it was read from.
 *
 * @param pointer JSON pointer to the figure
 * @param name what to call it
 * @throws NoSuchFigure when the pointer leads to no figure
 */
export function derive(document: CodeDocument, pointer: string, name = pointer): Derivation {
  const figure = atPointer(document, pointer) as Figure | undefined;
  if (figure === undefined || figure === null || !("value" in figure)) {
    throw new NoSuchFigure(`${pointer} is not a figure of ${document.hcpcs} in ${document.release}`);
  }
  if (figure.ref !== undefined) return derive(document, figure.ref, name);
  const derivation = { ...ofFigure(document, name, figure), ...aboutPointer(document, pointer) };
  return pointer === STATUS ? { ...derivation, inputs: statusWords(document) } : derivation;
}

/**
 * Follows the amount of one locality back to its cells. A row without a national amount has none in any locality, for
 * the same reason.
 *
 * @param position which row of `pfs`
 * @param locality seven digits, MAC and locality number
 * @throws NoSuchFigure when the row has no locality amounts or the locality is not in the release
 */
export function deriveLocality(
  document: CodeDocument,
  position: number,
  setting: "nonFacility" | "facility",
  locality: string,
): Derivation {
  const row = document.pfs[position];
  const none = row?.national[setting];
  if (none?.value === null) return derive(document, `/pfs/${position}/national/${setting}`, setting);
  const amounts = row?.localityAmounts;
  const index = amounts?.rows.findIndex((row) => row.locality === locality) ?? -1;
  const amount = amounts?.rows[index]?.[setting];
  if (amounts === null || amounts === undefined || amount === undefined) {
    throw new NoSuchFigure(`${document.hcpcs} has no amount for locality ${locality} in ${document.release}`);
  }
  const { rule, inputs } = amounts[setting];
  const here = Object.entries(inputs).map(([name, pointer]) => [name, pointer.replace("{i}", String(index))]);
  const figure = { value: amount, rule, inputs: Object.fromEntries(here) };
  const about = aboutPointer(document, `/pfs/${position}/localityAmounts`);
  return { ...fromRule(document, `${setting} in ${locality}`, figure, rule), ...about };
}
