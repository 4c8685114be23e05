import { countText } from "../../pipelines/words/money-text.ts";
import { type Align, textTable } from "../../scripts/print/columns.ts";
import type { FuzzTally } from "./watch.ts";

const HEADINGS = ["reader", "files", "tried", "read", "refused", "findings"];
const ALIGNS: readonly Align[] = ["left", "right", "right", "right", "right", "right"];
/** Kinds of problems that a line names, the most frequent first. */
const SHOWN = 12;

function countsOf({ reader, bases, tried, read, findings }: FuzzTally): string[] {
  const refused = tried - read - findings.length;
  return [reader, ...[bases, tried, read, Math.max(refused, 0), findings.length].map(countText)];
}

function refusedBy({ reader, refused }: FuzzTally): string {
  const codes = Object.entries(refused).sort(([, left], [, right]) => right - left);
  const more = codes.length > SHOWN ? `, ${codes.length - SHOWN} other kinds` : "";
  return `${reader}: ${codes
    .slice(0, SHOWN)
    .map(([code, times]) => `${code} ${countText(times)}`)
    .join(", ")}${more}`;
}

function findingLines({ reader, findings }: FuzzTally, from: string | undefined): string[] {
  const folder = from === undefined ? "" : ` --from ${from}`;
  return findings.map(
    ({ seed, path, what }) => `npm run fuzz -- --reader ${reader} --seed ${seed} --path ${path}${folder}\n  ${what}\n`,
  );
}

/** The result of fuzzing as text. */
export function fuzzLines(tallies: readonly FuzzTally[], from: string | undefined): string[] {
  return [
    ...textTable([HEADINGS, ...tallies.map(countsOf)], ALIGNS),
    "",
    ...tallies.map(refusedBy),
    "",
    ...tallies.flatMap((tally) => findingLines(tally, from)),
  ];
}
