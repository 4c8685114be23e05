import type { AuditDocument, AuditedFigure } from "../../../schemas/out/audit.ts";
import type { ListLine, PastedList } from "../../answers/audit/code-list.ts";
import type { SheetColumn } from "../../exports/rate-sheet.ts";
import type { SheetRow } from "../../exports/sheet-columns.ts";
import type { Answer, OpenedRelease } from "../../read/types.ts";
import { AMOUNTS } from "../../words/names.ts";

/** A list and the release that answers for it. */
export interface PricedList {
  readonly list: PastedList;
  readonly release: OpenedRelease;
  /** `national`, or a key: of every line that names no place of its own. */
  readonly locality: string;
  /** Undefined for a list without fees, and until it is compared. */
  readonly audit: AuditDocument | undefined;
}

/** The amounts of a list: how each is headed, and which column of a rate sheet it is. */
export const LIST_AMOUNTS: readonly (SheetColumn & { readonly short: string })[] = [
  { name: "fee", setting: "office", heading: AMOUNTS.office.name, short: AMOUNTS.office.short },
  { name: "fee", setting: "hopd", heading: AMOUNTS.facility.name, short: AMOUNTS.facility.short },
  { name: "oppsRate", heading: AMOUNTS.opps.name, short: AMOUNTS.opps.short },
  { name: "ascRate", heading: AMOUNTS.asc.name, short: AMOUNTS.asc.short },
];

/** A line as a row of a rate sheet. Without a modifier it is paid by the code's usual row. */
export function sheetRowOf({ code, modifier, place }: ListLine): SheetRow {
  return { code, modifier: modifier === "" ? undefined : modifier, isFirst: modifier === "", locality: place };
}

/** The answer for each of `LIST_AMOUNTS`; undefined for a facility's rate, which no modifier has. */
export function answersFor({ release, locality }: PricedList, line: ListLine): readonly (Answer | undefined)[] {
  const { code, modifier, isFirst, locality: own = locality } = sheetRowOf(line);
  const asked = { code, modifier, locality: own };
  const rateAt = (setting: "hopd" | "asc") =>
    isFirst ? release.rate({ code, locality: "national", setting, payee: "facility" }) : undefined;
  return [
    release.rate({ ...asked, setting: "office" }),
    release.rate({ ...asked, setting: "hopd", payee: "physician" }),
    rateAt("hopd"),
    rateAt("asc"),
  ];
}

/** Why a facility's rate is not asked for. */
export const NO_RATE_WITH_MODIFIER = "a facility's rate belongs to the code without a modifier";

/** The compared figure of a row and a column; undefined where there is none. */
export type FigureAt = (row: number, column: string) => AuditedFigure | undefined;

/** Finds the compared figures of a list. */
export function figuresAt({ audit }: PricedList): FigureAt {
  const byCell = new Map(audit?.figures.map((each) => [`${each.row} ${each.column}`, each]));
  return (row, column) => byCell.get(`${row} ${column}`);
}

/** How far a figure is from what was expected; null where nothing was. */
export function ownDifference(figure: AuditedFigure | undefined): string | null {
  if (figure?.verdict.kind === "equal") return "0.00";
  return figure !== undefined && "difference" in figure.verdict ? (figure.verdict.difference ?? null) : null;
}

/** A heading of somebody's list as text: nothing before its first letter, where a formula would begin. */
export function ownHeading(heading: string): string {
  return heading.replace(/^[^\p{L}\p{N}]+/u, "");
}
