import type { AuditedFigure } from "../../../schemas/out/audit.ts";
import { type FigureKind, KIND_WORDS } from "./kinds.ts";

/** The amount of a figure in plain words. */
export function amountWords({ amount, site }: Pick<AuditedFigure, "amount" | "site">): string {
  const kind = amount === "total" ? (site === "asc" ? "totalAsc" : "totalHopd") : amount;
  return KIND_WORDS[kind satisfies FigureKind];
}

/** Why a figure is not the expected one; "" where it is. */
export function whyDiffers({ verdict }: AuditedFigure): string {
  if (verdict.kind === "wrong") return "equals nothing that is known";
  if (verdict.kind === "equal-to-other") return `equals ${verdict.text}`;
  if (verdict.kind === "not-priced" && verdict.equalsText !== undefined)
    return `equals ${verdict.equalsText}; ${verdict.text}`;
  return "text" in verdict ? verdict.text : "";
}

/** The verdict of a figure in words. */
export function verdictWords(figure: AuditedFigure): string {
  const { verdict } = figure;
  if (verdict.kind !== "equal") return whyDiffers(figure);
  const { release, modifier } = verdict.expected;
  const row = modifier === undefined ? "" : `, of the row with modifier ${modifier}`;
  return `equal to ${release}: ${amountWords(figure)}${row}`;
}
