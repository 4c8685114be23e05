import type { Derivation } from "../../pipelines/answers/explain/derivation.ts";
import { dollars } from "../../pipelines/words/money-text.ts";
import { inWords, reasonSentence } from "../../pipelines/words/reasons.ts";
import type { Colours } from "./terminal.ts";

const NAME_WIDTH = 18;
const VALUE_WIDTH = 10;

/** What all lines of a tree need. */
interface Page {
  readonly hcpcs: string;
  readonly colours: Colours;
  /** Rules whose formula and citations are printed already. */
  readonly printed: Set<string>;
}

function valueText({ value, reason = "no reason given", unit }: Derivation): string {
  if (value === null) return `none (${inWords(reason)})`;
  return unit === "USD" ? dollars(value) : value;
}

/** "of 77002-26, the professional component": the row of an amount, where the code has several. */
function rowText({ rule, modifier }: Derivation, hcpcs: string): string {
  if (rule === undefined || modifier === undefined) return "";
  const words: Readonly<Record<string, string>> = {
    "26": ", the professional component",
    TC: ", the technical component",
  };
  return `  of ${hcpcs}-${modifier}${words[modifier] ?? ""}`;
}

/** What the cell prints, unless that is the value itself and long: words of CMS's are not said twice. */
function printedText(value: string | null, printed: string): string {
  if (printed.trim() === "") return " blank";
  return printed === value && printed.length > 2 * VALUE_WIDTH ? "" : ` "${printed}"`;
}

function cellText({ cell, value }: Derivation): string {
  if (cell === undefined) return "";
  const origin = cell.origin === "cms" ? "" : ` (${cell.origin})`;
  const sheet = cell.sheet === undefined ? "" : `, sheet ${cell.sheet}`;
  const original = cell.originalRow === undefined ? "" : `, row ${cell.originalRow} of CMS's whole file`;
  return `  ${cell.fileName}${origin}${sheet}  ${cell.column}${cell.row}${printedText(value, cell.printed)} under ${cell.heading}${original}`;
}

function ruleLines({ rule }: Derivation, indent: string, { colours, printed }: Page): string[] {
  if (rule === undefined) return [];
  const { id, formula, cites } = rule;
  if (printed.has(id)) return [`${indent}${colours.cyan(id)}: as above`];
  printed.add(id);
  return [`${indent}${colours.cyan(id)}: ${formula}`, ...cites.map((cite) => `${indent}${colours.dim(cite)}`)];
}

/** The reason in words; that of a sum is below its part. */
function sentenceLines({ reason = "", inputs }: Derivation, indent: string): string[] {
  const isOfPart = inputs.some((input) => input.reason !== undefined);
  const sentence = reasonSentence(reason);
  return sentence === undefined || isOfPart ? [] : [`${indent}${sentence}`];
}

function unroundedText({ unrounded }: Derivation): string {
  return unrounded === undefined ? "" : `  rounded from ${dollars(unrounded)}`;
}

function treeLines(node: Derivation, indent: string, width: number, page: Page): string[] {
  const { colours, hcpcs } = page;
  const value = colours.bold(valueText(node).padStart(VALUE_WIDTH));
  const below = `${indent}  `;
  const inner = Math.max(NAME_WIDTH, ...node.inputs.map((input) => input.name.length));
  return [
    `${indent}${node.name.padEnd(width)} ${value}${unroundedText(node)}${rowText(node, hcpcs)}${colours.dim(cellText(node))}`,
    ...sentenceLines(node, below),
    ...ruleLines(node, below, page),
    ...node.inputs.flatMap((input) => treeLines(input, below, inner, page)),
  ];
}

/**
 * A derivation as indented lines: each value with its rule or its cell, then its inputs. A rule is printed once.
 */
export function derivationLines(hcpcs: string, derivation: Derivation, colours: Colours): string[] {
  return treeLines(derivation, "", NAME_WIDTH, { hcpcs, colours, printed: new Set() });
}
