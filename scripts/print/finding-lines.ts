import { countText } from "../../pipelines/words/money-text.ts";
import type { Problem } from "../../schemas/place.ts";
import { coloursFor } from "./terminal.ts";

/** Most findings of one kind that are shown; the rest are counted. `--json` lists all. */
const SHOWN = 10;

function kinds(findings: readonly Problem[]): Problem[][] {
  const byCode = new Map<string, Problem[]>();
  for (const finding of findings) byCode.set(finding.code, [...(byCode.get(finding.code) ?? []), finding]);
  return [...byCode.values()];
}

/** Findings in an output folder, by kind: one line each, then what to do. */
export function findingLines(findings: readonly Problem[]): string[] {
  const colours = coloursFor(process.stderr);
  return kinds(findings).flatMap((kind) => {
    const lines = kind.slice(0, SHOWN).map(({ place, message }) => `  ${colours.bold(place.file)}: ${message}`);
    const more = kind.length > SHOWN ? [`  ... and ${countText(kind.length - SHOWN)} more like these`] : [];
    const cure = `  ${colours.cyan("what to do:")} ${kind[0]?.cure}`;
    return [colours.red(kind[0]?.code ?? ""), ...lines, ...more, cure];
  });
}
