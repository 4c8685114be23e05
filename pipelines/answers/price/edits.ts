import type { PairEdit } from "../../../schemas/out/ncci-answers.ts";
import type { ClaimEdit, ClaimLine } from "../../../schemas/out/price.ts";
import { addOnEdits, pairEdits, unitsEdits } from "../rate/ncci.ts";
import type { Claim } from "./claim.ts";

/** Who the edits are for: physicians and ASCs, or hospital outpatient departments. */
export type EditsOf = ClaimEdit["of"];

/** Whether the modifiers of two lines let both be paid. */
function isAllowed({ modifierIndicator, modifiers }: PairEdit, lines: readonly ClaimLine[]): boolean {
  return modifierIndicator === "1" && lines.some((line) => line.modifiers.some((each) => modifiers.includes(each)));
}

function pairText(edit: PairEdit, isPaid: boolean): string {
  const { column1, column2, modifierIndicator } = edit;
  if (isPaid) return `${column2} beside ${column1}: paid with the modifier on the claim, where the record supports it`;
  return modifierIndicator === "0"
    ? `${column2} is never paid beside ${column1}`
    : `${column2} is paid beside ${column1} with an NCCI-associated modifier only`;
}

function ofPair(claim: Claim, of: EditsOf, one: ClaimLine, other: ClaimLine): ClaimEdit[] {
  const edits = pairEdits(claim.documents, { hcpcs: one.hcpcs, other: other.hcpcs, day: claim.day }) ?? [];
  return edits
    .filter(({ setting }) => setting === of)
    .map((edit): ClaimEdit => {
      const isPaid = isAllowed(edit, [one, other]);
      const denied = edit.column2 === one.hcpcs ? one : other;
      const lines = [one.line, other.line];
      return { lines, of, text: pairText(edit, isPaid), denies: isPaid ? [] : [denied.line], cells: [edit.cells] };
    });
}

function pairsOfLines({ lines }: Claim): [ClaimLine, ClaimLine][] {
  const pairs = lines.flatMap((one, at) => lines.slice(at + 1).map((other): [ClaimLine, ClaimLine] => [one, other]));
  return pairs.filter(([one, other]) => one.hcpcs !== other.hcpcs);
}

/** Add-on codes without a primary code on the claim. */
function addOnsAlone({ documents, lines, day }: Claim, of: EditsOf): ClaimEdit[] {
  return lines.flatMap((line): ClaimEdit[] => {
    const own = (addOnEdits(documents, { hcpcs: line.hcpcs, day }) ?? []).filter(({ addOn }) => addOn === line.hcpcs);
    const [first] = own;
    if (first === undefined || own.some(({ primary }) => lines.some(({ hcpcs }) => hcpcs === primary))) return [];
    const isClosed = first.type === "1";
    const text = isClosed
      ? `${line.hcpcs} is an add-on code, and none of its primary codes is on the claim`
      : `${line.hcpcs} is an add-on code; the contractor (MAC) decides with which primary codes it is paid`;
    return [{ lines: [line.line], of, text, denies: isClosed ? [line.line] : [], cells: [first.cells] }];
  });
}

/** Codes with more units than the table allows. */
function tooManyUnits({ documents, lines, day }: Claim, of: EditsOf): ClaimEdit[] {
  return [...new Set(lines.map(({ hcpcs }) => hcpcs))].flatMap((hcpcs): ClaimEdit[] => {
    const edit = unitsEdits(documents, { hcpcs, day })?.find((each) => each.of === of);
    const own = lines.filter((line) => line.hcpcs === hcpcs);
    const units = own.reduce((sum, line) => sum + line.units, 0);
    if (edit === undefined || units <= edit.value) return [];
    const text = `${units} units of ${hcpcs}: the medically unlikely edit allows ${edit.value} (${edit.adjudication}). What the contractor pays of them is not known`;
    return [{ lines: own.map(({ line }) => line), of, text, denies: [], cells: [edit.cells] }];
  });
}

/** What the NCCI edits of a day say of the lines. */
export function claimEdits(claim: Claim, of: EditsOf): ClaimEdit[] {
  return [
    ...pairsOfLines(claim).flatMap(([one, other]) => ofPair(claim, of, one, other)),
    ...addOnsAlone(claim, of),
    ...tooManyUnits(claim, of),
  ];
}
