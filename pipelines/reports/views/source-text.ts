import type { Derivation } from "../../answers/explain/derivation.ts";
import { fileText } from "../../words/files.ts";
import { inWords } from "../../words/reasons.ts";

type Cell = NonNullable<Derivation["cell"]>;

function fileOf({ fileName, origin, sheet }: Cell): string {
  return fileText({ name: fileName, origin, ...(sheet === undefined ? {} : { sheet }) });
}

/** The cell of a figure that was read: its place, its content, and its heading. */
function cellLines(cell: Cell): string[] {
  const printed = cell.printed.trim() === "" ? "blank" : `"${cell.printed.trim()}"`;
  const original = cell.originalRow === undefined ? [] : [`row ${cell.originalRow} of CMS's whole file`];
  return [`${cell.column}${cell.row} ${printed} under ${cell.heading}`, fileOf(cell), ...original];
}

/** Inputs that were read, one line for each file: "work 7.15 (F9), PE 44.89 (G9) in PPRRVU2026_Jan_nonQPP.csv". */
function inputLines(inputs: readonly Derivation[]): string[] {
  const byFile = new Map<string, string[]>();
  for (const { name, value, cell } of inputs) {
    if (cell === undefined) continue;
    const text = `${inWords(name)} ${value} (${cell.column}${cell.row})`;
    byFile.set(fileOf(cell), [...(byFile.get(fileOf(cell)) ?? []), text]);
  }
  const computed = inputs.filter(({ cell }) => cell === undefined);
  return [
    ...[...byFile].map(([file, texts]) => `${texts.join(", ")} in ${file}`),
    ...computed.flatMap((each) => [`${inWords(each.name)} ${each.value ?? "none"}:`, ...derivationLines(each)]),
  ];
}

/** A blank cell of CMS's own file means that CMS prints nothing; a blank cell of a copy may not. */
const OF_A_COPY: Readonly<Record<string, string>> = {
  "blank-in-copy": "blank in this copy",
  "no-such-column-in-copy": "no such column in this copy",
  "no-rate-printed": "no rate in this copy",
};

/** Why there is no figure, in words. Where a copy lacks a cell, the copy is the reason. */
export function reasonText({ reason = "none", cell, inputs }: Derivation): string {
  const origin = (cell ?? inputs[0]?.cell)?.origin ?? "cms";
  if (origin === "reconstructed" && reason === "blank-in-copy") return "not in this copy";
  return origin === "cms" ? inWords(reason) : (OF_A_COPY[reason] ?? inWords(reason));
}

/** The content of the cell where there is no figure: a 0 that is not a rate, or nothing. */
export function cellText(derivation: Derivation): string {
  const printed = derivation.cell?.printed.trim() ?? "";
  if (printed !== "") return printed;
  const isCms = (derivation.cell?.origin ?? "cms") === "cms";
  return reasonText({ ...derivation, reason: isCms ? "blank-in-cms-file" : "blank-in-copy" });
}

function derivationLines(derivation: Derivation): string[] {
  const { value, unrounded, cell, rule, inputs } = derivation;
  const why = value === null ? [`no figure: ${reasonText(derivation)}`] : [];
  return [
    ...why,
    ...(rule === undefined ? [] : [rule.formula]),
    ...(unrounded === undefined ? [] : [`rounded from ${unrounded}`]),
    ...(cell === undefined ? [] : cellLines(cell)),
    ...inputLines(inputs),
  ];
}

/** Where a figure comes from, as lines of text: its rule and inputs, or its cell. */
export function derivationText(derivation: Derivation): string {
  return derivationLines(derivation).join("\n");
}
