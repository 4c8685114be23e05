import type { z } from "zod";
import type { CodeDocument } from "../../schemas/out/code.ts";
import { CellRef } from "../../schemas/out/common.ts";
import type { Origin } from "../../schemas/source/release.ts";
import { atPointer } from "./pointer.ts";

/** Where a value comes from, down to the cells. */
export interface Derivation {
  /** Name that the value has in the rule above it, or the pointer that was asked for. */
  readonly name: string;
  readonly value: string | null;
  /** Why there is no value. */
  readonly reason?: string;
  readonly cell?: CellRef & { readonly fileName: string; readonly origin: Origin; readonly heading: string };
  readonly rule?: { readonly id: string; readonly formula: string; readonly cites: readonly string[] };
  readonly inputs: readonly Derivation[];
}

/** A pointer or locality that leads to no figure of the document. */
export class NoSuchFigure extends Error {
  constructor(message: string) {
    super(message);
    this.name = "NoSuchFigure";
  }
}

/** What a figure of a code document may look like; the document's schema has already been enforced. */
interface Figure {
  readonly value: string | null;
  readonly reason?: string;
  readonly cell?: z.infer<typeof CellRef>;
  readonly rule?: string;
  readonly ref?: string;
  readonly inputs?: Readonly<Record<string, string>>;
}

function fromCell(document: CodeDocument, name: string, figure: Figure, cell: CellRef): Derivation {
  const file = document.files[cell.file];
  const column = Object.values(file?.columns ?? {}).find((each) => each.column === cell.column);
  if (file === undefined) throw new Error(`the document does not say which file "${cell.file}" is`);
  const where = { ...cell, fileName: file.name, origin: file.origin, heading: column?.heading ?? "" };
  return { name, value: figure.value, cell: where, inputs: [] };
}

function fromRule(document: CodeDocument, name: string, figure: Figure, ruleId: string): Derivation {
  const rule = document.rules[ruleId];
  const inputs = Object.entries(figure.inputs ?? {}).map(([input, pointer]) => derive(document, pointer, input));
  const cites = (rule?.cites ?? []).map((cite) => cite.title);
  return { name, value: figure.value, rule: { id: ruleId, formula: rule?.formula ?? "", cites }, inputs };
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
    throw new NoSuchFigure(`${pointer} is no figure of ${document.hcpcs} in ${document.release}`);
  }
  if (figure.cell !== undefined) return fromCell(document, name, figure, CellRef.parse(figure.cell));
  if (figure.rule !== undefined) return fromRule(document, name, figure, figure.rule);
  if (figure.ref !== undefined) return derive(document, figure.ref, name);
  return { name, value: null, reason: figure.reason ?? "no reason given", inputs: [] };
}

/**
 * Follows the amount of one locality back to its cells.
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
  const amounts = document.pfs[position]?.localityAmounts;
  const index = amounts?.rows.findIndex((row) => row.locality === locality) ?? -1;
  const row = amounts?.rows[index];
  if (amounts === null || amounts === undefined || row === undefined) {
    throw new NoSuchFigure(`${document.hcpcs} has no amount for locality ${locality} in ${document.release}`);
  }
  const { rule, inputs } = amounts[setting];
  const here = Object.entries(inputs).map(([name, pointer]) => [name, pointer.replace("{i}", String(index))]);
  const figure = { value: row[setting], rule, inputs: Object.fromEntries(here) };
  return fromRule(document, `${setting} in ${locality}`, figure, rule);
}
