import { renderPlace } from "../../pipelines/shared/problems.ts";
import type { Problem } from "../../schemas/place.ts";
import { countText } from "./columns.ts";
import { coloursFor } from "./terminal.ts";

/** Problems of one kind in one file are shown up to this many, then counted. `--json` lists all. */
const SHOWN = 5;

function groupKey(problem: Problem): string {
  return `${problem.code}\u0000${problem.place.file}\u0000${problem.place.column ?? ""}`;
}

function groups(problems: readonly Problem[]): Problem[][] {
  const byKey = new Map<string, Problem[]>();
  for (const problem of problems) {
    const group = byKey.get(groupKey(problem));
    if (group === undefined) byKey.set(groupKey(problem), [problem]);
    else group.push(problem);
  }
  return [...byKey.values()];
}

function groupLines(group: readonly Problem[], colours: ReturnType<typeof coloursFor>): string[] {
  const [first] = group;
  if (first === undefined) return [];
  const lines = group
    .slice(0, SHOWN)
    .map((each) => `  ${colours.bold(renderPlace(each.place))}\n      ${each.message}`);
  const more = group.length > SHOWN ? [`  ... and ${countText(group.length - SHOWN)} more like these`] : [];
  return [colours.red(first.code), ...lines, ...more, `  ${colours.cyan("what to do:")} ${first.cure}`];
}

/** All problems as text, those of one kind and file together. */
export function problemLines(problems: readonly Problem[]): string[] {
  const colours = coloursFor(process.stderr);
  return groups(problems).flatMap((group) => groupLines(group, colours));
}
