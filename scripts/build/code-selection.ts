import { readFileSync, statSync } from "node:fs";
import { didYouMean } from "../../pipelines/problems/nearest.ts";
import type { Problems } from "../../pipelines/problems/problems.ts";
import { HCPCS_CODE } from "../../schemas/names.ts";
import { UsageError } from "../program/usage-error.ts";

/** Vertebroplasty and kyphoplasty: the codes that get documents by default. */
export const DEFAULT_CODES = "22510-22515";

const RANGE = /^([0-9A-Z]{5})-([0-9A-Z]{5})$/;

/** A typed HCPCS code, in capitals; throws UsageError for another text. */
function codeOf(text: string): string {
  const code = text.toUpperCase();
  if (HCPCS_CODE.test(code)) return code;
  throw new UsageError(`"${text}" is not a HCPCS code: a code has five digits or capitals, such as 22511`);
}

const ROW = /^([^-]+)-([0-9A-Z]{2})$/i;

/**
 * A typed row, as reports name it: "22511", "77012-26".
 *
 * @param modifier value of `--modifier`
 * @throws UsageError for another text, and for two modifiers that differ
 */
export function typedRow(text: string, modifier: string | undefined): { hcpcs: string; modifier: string | undefined } {
  const [, code = text, ...typed] = ROW.exec(text) ?? [];
  const modifiers = new Set(
    [...typed, ...(modifier === undefined ? [] : [modifier])].map((each) => each.toUpperCase()),
  );
  const [own] = modifiers;
  if (modifiers.size > 1)
    throw new UsageError(`"${text}" and --modifier ${modifier} name two modifiers; give only one`);
  return { hcpcs: codeOf(code), modifier: own };
}

/** The wanted codes: single codes, and ranges with both ends. */
export interface WantedCodes {
  readonly single: readonly string[];
  readonly ranges: readonly (readonly [string, string])[];
}

function words(text: string): string[] {
  return text.split(/[\s,;]+/).filter((word) => word !== "");
}

/** False also where the system refuses the name, as it does a long list of codes. */
function isFile(argument: string): boolean {
  try {
    return statSync(argument).isFile();
  } catch {
    return false;
  }
}

/** The words of the argument, or of the file that it names. Lines of a file may have a `#` comment. */
function expand(argument: string): string[] {
  if (!isFile(argument)) return words(argument);
  const lines = readFileSync(argument, "utf8").split("\n");
  return lines.flatMap((line) => words(line.replace(/#.*/, "")));
}

/**
 * Codes and ranges, one a word.
 *
 * @throws UsageError that names a word which is neither a code nor a range
 */
export function codesIn(texts: readonly string[]): WantedCodes {
  const single: string[] = [];
  const ranges: [string, string][] = [];
  for (const word of texts) {
    const range = RANGE.exec(word);
    if (range?.[1] !== undefined && range[2] !== undefined && range[1] <= range[2]) ranges.push([range[1], range[2]]);
    else if (HCPCS_CODE.test(word)) single.push(word);
    else
      throw new UsageError(`--codes: "${word}" is neither a HCPCS code, nor a range such as 22510-22515, nor a file`);
  }
  if (single.length + ranges.length === 0) throw new UsageError("--codes: name at least one code");
  return { single, ranges };
}

/** Reads the argument of `--codes`: codes and ranges with commas or blanks between them, or a file of them. */
export function parseCodes(argument: string): WantedCodes {
  return codesIn(expand(argument));
}

/** The same where all codes are meant unless some are named. */
export function codesNamed(argument: string | undefined): WantedCodes | undefined {
  return argument === undefined ? undefined : parseCodes(argument);
}

/** Picks the wanted codes of a release. A missing single code is a problem; a range may be empty. */
export function chooseCodes(wanted: WantedCodes) {
  return (known: readonly string[], problems: Problems): readonly string[] => {
    const there = new Set(known);
    for (const code of wanted.single) {
      if (there.has(code)) continue;
      const message = `${code} is not in this release${didYouMean(code, known)}`;
      problems.add({ code: "codes.unknown", place: { file: "--codes" }, message, cure: "Take it out of --codes" });
    }
    const single = new Set(wanted.single);
    const inRange = (code: string): boolean => wanted.ranges.some(([from, to]) => from <= code && code <= to);
    return known.filter((code) => single.has(code) || inRange(code));
  };
}
