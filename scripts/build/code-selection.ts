import { readFileSync, statSync } from "node:fs";
import { didYouMean } from "../../pipelines/problems/nearest.ts";
import type { Problems } from "../../pipelines/problems/problems.ts";
import { HCPCS_CODE } from "../../schemas/names.ts";
import { UsageError } from "../program/usage-error.ts";

/** The vertebroplasty and kyphoplasty family, for which documents are written when nothing else is asked for. */
export const DEFAULT_CODES = "22510-22515";

const RANGE = /^([0-9A-Z]{5})-([0-9A-Z]{5})$/;

/** The HCPCS code that a person names, in capitals or not; throws UsageError when it is none. */
export function codeOf(text: string): string {
  const code = text.toUpperCase();
  if (HCPCS_CODE.test(code)) return code;
  throw new UsageError(`"${text}" is not a HCPCS code: five digits or capitals, such as 22511`);
}

/** Codes as a person names them: single codes and ranges, both ends included. */
export interface WantedCodes {
  readonly single: readonly string[];
  readonly ranges: readonly (readonly [string, string])[];
}

function words(text: string): string[] {
  return text.split(/[\s,;]+/).filter((word) => word !== "");
}

/** A long list of codes is no name of a file, and asking the system for one by it fails. */
function isFile(argument: string): boolean {
  try {
    return statSync(argument).isFile();
  } catch {
    return false;
  }
}

/** The argument itself, or the words of the file that it names. Lines of a file may carry a `#` comment. */
function expand(argument: string): string[] {
  if (!isFile(argument)) return words(argument);
  const lines = readFileSync(argument, "utf8").split("\n");
  return lines.flatMap((line) => words(line.replace(/#.*/, "")));
}

/**
 * Reads the argument of `--codes`: codes and ranges with commas or blanks between them, or a file of such.
 *
 * @throws UsageError naming the word that is neither code nor range
 */
export function parseCodes(argument: string): WantedCodes {
  const single: string[] = [];
  const ranges: [string, string][] = [];
  for (const word of expand(argument)) {
    const range = RANGE.exec(word);
    if (range?.[1] !== undefined && range[2] !== undefined && range[1] <= range[2]) ranges.push([range[1], range[2]]);
    else if (HCPCS_CODE.test(word)) single.push(word);
    else
      throw new UsageError(`--codes: "${word}" is neither a HCPCS code, nor a range such as 22510-22515, nor a file`);
  }
  if (single.length + ranges.length === 0) throw new UsageError("--codes: no code is named");
  return { single, ranges };
}

/** Picks the wanted ones of a release's codes; a single code that the release lacks is a problem, a range may be empty. */
export function chooseCodes(wanted: WantedCodes) {
  return (known: readonly string[], problems: Problems): readonly string[] => {
    const there = new Set(known);
    for (const code of wanted.single) {
      if (there.has(code)) continue;
      const message = `${code} is in no source of this release${didYouMean(code, known)}`;
      problems.add({ code: "codes.unknown", place: { file: "--codes" }, message, cure: "Take it out of --codes" });
    }
    const single = new Set(wanted.single);
    const inRange = (code: string): boolean => wanted.ranges.some(([from, to]) => from <= code && code <= to);
    return known.filter((code) => single.has(code) || inRange(code));
  };
}
