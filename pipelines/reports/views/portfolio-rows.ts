import type { PortfolioDocument, VolumeColumn } from "../../../schemas/out/portfolio.ts";
import { counted, countText } from "../../words/money-text.ts";
import { figuresGrid } from "./portfolio-tables.ts";
import { type Block, list, paragraph, type Section } from "./view.ts";

const FIELD_WORDS: Readonly<Record<NonNullable<VolumeColumn["field"]>, string>> = {
  code: "code",
  modifier: "modifiers",
  setting: "setting",
  pos: "place of service",
  locality: "locality",
  zip: "ZIP code",
  units: "units",
  claim: "claim",
  day: "day of service",
};

/** What became of the units of the file; the parts add up to those that were read. */
export function unitsParagraph({ units }: PortfolioDocument): Block {
  const { read, inTotal, apart, notCompared, notUnderstood } = units;
  return paragraph(
    `Units read: ${countText(read)}. In the total: ${countText(inTotal)}; priced apart for a modifier: ${countText(apart)}; without an amount in one of the releases: ${countText(notCompared)}; not understood: ${countText(notUnderstood)}.`,
  );
}

/** Which column is read as what. */
export function columnsParagraph({ volumes }: PortfolioDocument): Block {
  const named = ({ column, heading }: VolumeColumn): string => `${column} "${heading}"`;
  const read = volumes.columns.flatMap((each) =>
    each.field === null ? [] : [`${named(each)} is the ${FIELD_WORDS[each.field]}`],
  );
  const others = volumes.columns.filter(({ field }) => field === null).map(named);
  const rest = others.length === 0 ? "" : ` Not read: ${others.join(", ")}.`;
  return paragraph(`Columns: ${read.join(", ")}.${rest}`);
}

type ModifierUnits = PortfolioDocument["modifiers"]["passed"];

/** "25, 120 units: a visit that is paid beside a procedure" */
export function modifierList(modifiers: ModifierUnits): Block {
  return list(modifiers.map(({ modifier, count, what }) => `${modifier}, ${counted(count, "unit")}: ${what}`));
}

/** "22511-50, bilateral surgery 0: The 150 percent adjustment does not apply ..." */
export function ruleList(rules: PortfolioDocument["modifiers"]["rules"]): Block | false {
  const texts = rules.map(
    ({ hcpcs, modifier, indicator, value, meaning }) =>
      `${hcpcs}-${modifier}, ${indicator.toLowerCase()} ${value || "blank"}: ${meaning}`,
  );
  return texts.length > 0 && list(texts);
}

/** Modifiers that are counted like services without them. */
export function passedSection({ modifiers }: PortfolioDocument): Section {
  const title = "Modifiers that do not change the amount";
  return { id: "passed", title, blocks: [modifiers.passed.length > 0 && modifierList(modifiers.passed)] };
}

/** Rows whose code, setting or place neither release knows. */
export function notUnderstoodSection({ notUnderstood }: PortfolioDocument): Section {
  const rows = notUnderstood.map(({ row, text, count, why }) => [row, text, countText(count), why]);
  const title = "Not understood, and in no sum";
  return {
    id: "not-understood",
    title,
    blocks: [rows.length > 0 && figuresGrid(title, ["row", "text", "units", "why"], rows)],
  };
}

function skippedText({
  row,
  text,
  kind,
  units = 0,
  above = 0,
}: PortfolioDocument["volumes"]["skipped"][number]): string {
  if (kind === "headings") return `row ${row}: the headings again`;
  if (kind === "text") return `row ${row}: "${text}"`;
  const sum = units === above ? "the sum of the rows above" : `but the rows above have ${countText(above)}`;
  return `row ${row}: "${text}", a total of ${countText(units)}, ${sum}`;
}

/** Rows that are no services: totals, titles, headings again. */
export function skippedSection({ volumes }: PortfolioDocument): Section {
  const title = "Rows without services of their own, skipped";
  return { id: "skipped", title, blocks: [volumes.skipped.length > 0 && list(volumes.skipped.map(skippedText))] };
}
