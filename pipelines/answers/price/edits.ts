import type { PairEdit, UnitsEdit } from "../../../schemas/out/ncci-answers.ts";
import type { ClaimEdit, ClaimLine } from "../../../schemas/out/price.ts";
import { addOnEdits, pairEdits, unitsEdits } from "../rate/ncci.ts";
import type { Claim } from "./claim.ts";

/** Who the edits are for: physicians and ASCs, or hospital outpatient departments. */
export type EditsOf = ClaimEdit["of"];

/** Whether the modifiers of two lines let both be paid. */
function isAllowed({ modifierIndicator, modifiers }: PairEdit, lines: readonly ClaimLine[]): boolean {
  return modifierIndicator === "1" && lines.some((line) => line.modifiers.some((each) => modifiers.includes(each)));
}

function pairText({ column1, column2, modifierIndicator }: PairEdit, isPaid: boolean): string {
  if (isPaid) return `${column2} beside ${column1}: paid with the modifier on the claim, where the record supports it`;
  return modifierIndicator === "0"
    ? `${column2} is never paid beside ${column1}`
    : `${column2} is paid beside ${column1} with an NCCI-associated modifier only`;
}

/** An edit of two lines: which one it denies, unless a modifier counts. */
interface PairOfLines {
  readonly edit: PairEdit;
  readonly column1: ClaimLine;
  readonly column2: ClaimLine;
  readonly isPaid: boolean;
}

function ofPair(claim: Claim, of: EditsOf, one: ClaimLine, other: ClaimLine): PairOfLines[] {
  const edits = pairEdits(claim.documents, { hcpcs: one.hcpcs, other: other.hcpcs, day: claim.day }) ?? [];
  return edits
    .filter(({ setting }) => setting === of)
    .map((edit) => {
      const [column1, column2] = edit.column1 === one.hcpcs ? [one, other] : [other, one];
      return { edit, column1, column2, isPaid: isAllowed(edit, [one, other]) };
    });
}

function pairsOfLines({ lines }: Claim): [ClaimLine, ClaimLine][] {
  const pairs = lines.flatMap((one, at) => lines.slice(at + 1).map((other): [ClaimLine, ClaimLine] => [one, other]));
  return pairs.filter(([one, other]) => one.hcpcs !== other.hcpcs);
}

/** What edits of pairs do: a line that is denied by a denied line is in doubt. */
function pairResults(claim: Claim, of: EditsOf): ClaimEdit[] {
  const found = pairsOfLines(claim).flatMap(([one, other]) => ofPair(claim, of, one, other));
  const denied = new Set(found.flatMap(({ column2, isPaid }) => (isPaid ? [] : column2)));
  return found.map(({ edit, column1, column2, isPaid }): ClaimEdit => {
    const isChain = !isPaid && denied.has(column1);
    const text = `${pairText(edit, isPaid)}${isChain ? `, and another edit denies ${edit.column1}` : ""}`;
    const [denies, doubts] = isPaid ? [[], []] : isChain ? [[], [column2.line]] : [[column2.line], []];
    return { kind: "ptp", lines: [column1.line, column2.line], of, text, denies, doubts, cells: [edit.cells] };
  });
}

/** Add-on codes without a primary code that is paid. */
function addOnResults({ documents, lines, day }: Claim, of: EditsOf, denied: ReadonlySet<number>): ClaimEdit[] {
  const paid = lines.filter(({ line }) => !denied.has(line));
  return lines.flatMap((line): ClaimEdit[] => {
    const own = (addOnEdits(documents, { hcpcs: line.hcpcs, day }) ?? []).filter(({ addOn }) => addOn === line.hcpcs);
    const [first] = own;
    if (first === undefined || own.some(({ primary }) => paid.some(({ hcpcs }) => hcpcs === primary))) return [];
    const isClosed = first.type === "1";
    const text = isClosed
      ? `${line.hcpcs} is an add-on code, and none of its primary codes is paid on the claim`
      : `${line.hcpcs} is an add-on code; the contractor (MAC) decides with which primary codes it is paid`;
    const [denies, doubts] = isClosed ? [[line.line], []] : [[], [line.line]];
    return [{ kind: "add-on", lines: [line.line], of, text, denies, doubts, cells: [first.cells] }];
  });
}

function unitsResult(edit: UnitsEdit, of: EditsOf, own: readonly ClaimLine[]): ClaimEdit[] {
  const units = own.reduce((sum, line) => sum + line.units, 0);
  if (units <= edit.value) return [];
  const lines = own.map(({ line }) => line);
  const text = `${units} units of ${edit.hcpcs}: the medically unlikely edit allows ${edit.value} (${edit.adjudication}). What the contractor pays of them is not known`;
  return [{ kind: "mue", lines, of, text, denies: [], doubts: lines, cells: [edit.cells] }];
}

/** Adjudication indicator of an edit of each line; the others are of the day. */
const OF_LINE = "1";

/** Codes with more units than the table allows. */
function unitsResults({ documents, lines, day }: Claim, of: EditsOf): ClaimEdit[] {
  return [...new Set(lines.map(({ hcpcs }) => hcpcs))].flatMap((hcpcs): ClaimEdit[] => {
    const edit = unitsEdits(documents, { hcpcs, day })?.find((each) => each.of === of);
    const own = lines.filter((line) => line.hcpcs === hcpcs);
    if (edit === undefined) return [];
    if (edit.adjudicationIndicator === OF_LINE) return own.flatMap((line) => unitsResult(edit, of, [line]));
    return unitsResult(edit, of, own);
  });
}

/** A kind of edit. */
export type EditKind = ClaimEdit["kind"];
const ALL_KINDS: readonly EditKind[] = ["ptp", "add-on", "mue"];

/**
 * What the NCCI edits of a day say of the lines.
 *
 * @param kinds edits to ask, of those that the release was built with
 */
export function claimEdits(claim: Claim, of: EditsOf, kinds: readonly EditKind[] = ALL_KINDS): ClaimEdit[] {
  const pairs = kinds.includes("ptp") ? pairResults(claim, of) : [];
  const denied = new Set(pairs.flatMap(({ denies }) => denies));
  const addOns = kinds.includes("add-on") ? addOnResults(claim, of, denied) : [];
  return [...pairs, ...addOns, ...(kinds.includes("mue") ? unitsResults(claim, of) : [])];
}
