import { oppsCapPrice } from "../../pipelines/schedules/pfs/opps-cap-checks.ts";
import { counted, countText, ofText } from "../../pipelines/words/money-text.ts";
import type { OppsCapConformance } from "../../schemas/out/conformance.ts";
import type { Problem } from "../../schemas/place.ts";
import { textTable } from "./columns.ts";
import { noteLines } from "./running-text.ts";
import type { Colours } from "./terminal.ts";

/** Most rows that are shown. */
const SHOWN = 5;

/** "9 of 10", in red when some differ that nothing explains. */
export function tally(matched: number, compared: number, colours: Colours, explained = 0): string {
  const text = ofText(matched, compared);
  return matched + explained === compared ? text : colours.red(text);
}

/** Problems of an OPPSCAP file besides the rows that differ. */
export function problemsBesides({ problems }: OppsCapConformance): Problem[] {
  return problems.filter(({ code }) => code !== oppsCapPrice.id);
}

function exceptionTexts({ release, excepted }: OppsCapConformance): string[] {
  return excepted.map(({ rows, reason }) => {
    const are = rows === 1 ? "is" : "are";
    return `${release}: ${counted(rows, "row")} ${are} a listed exception. ${reason}`;
  });
}

function problemTexts(each: OppsCapConformance, colours: Colours): string[] {
  const { release, problems, differenceCount } = each;
  const besides = problemsBesides(each);
  const rows = problems.filter((problem) => !besides.includes(problem)).slice(0, SHOWN);
  const more = differenceCount - rows.length;
  return [
    ...besides.map(({ message }) => `  ${colours.red(release)} ${message}`),
    ...rows.map(({ place, message }) => `  ${colours.red(release)} ${place.key ?? ""}: ${message}`),
    ...(more > 0 ? [colours.dim(`  ... and ${countText(more)} more of ${release}`)] : []),
  ];
}

/** The OPPSCAP file of each release: rows that are equal, and how many of the required codes and localities it has. */
export function oppsCapLines(found: readonly OppsCapConformance[], colours: Colours): string[] {
  if (found.length === 0) return [];
  const rows = found.map(({ release, rows: all, matched, listed, file }) => [
    `  ${release}`,
    tally(matched, all, colours),
    tally(listed.matched, listed.compared, colours),
    colours.dim(file),
  ]);
  const title = colours.bold("OPPSCAP");
  return [
    `${title}: rows with two equal prices; required codes and localities that it lists`,
    ...textTable(rows, ["left", "right", "right", "left"]),
    ...noteLines(found.flatMap(exceptionTexts), colours),
    ...found.flatMap((each) => problemTexts(each, colours)),
    "",
  ];
}
