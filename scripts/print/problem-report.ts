import { problemGroups } from "../../pipelines/problems/groups.ts";
import { printable, renderPlace } from "../../pipelines/problems/problems.ts";
import { countText } from "../../pipelines/words/money-text.ts";
import type { Problem } from "../../schemas/place.ts";
import { wrappedNote } from "./running-text.ts";
import { type Colours, coloursFor } from "./terminal.ts";

/** Most problems of one kind in one file that are shown; the rest are counted. `--json` lists all. */
const SHOWN = 5;

/** Separates the last clause of a message. */
const LAST_CLAUSE = "; ";

/** Splits off the last clause, such as the headings found in the file, when all messages of a group share it. */
function messagesOf(group: readonly Problem[]): { own: string[]; shared: string } {
  const messages = group.map((each) => each.message);
  const [first = ""] = messages;
  const at = first.lastIndexOf(LAST_CLAUSE);
  const end = at < 0 ? "" : first.slice(at);
  if (end === "" || group.length === 1 || !messages.every((each) => each.endsWith(end))) {
    return { own: messages, shared: "" };
  }
  return { own: messages.map((each) => each.slice(0, -end.length)), shared: end.slice(LAST_CLAUSE.length) };
}

function groupLines(group: readonly Problem[], colours: Colours): string[] {
  const [first] = group;
  if (first === undefined) return [];
  const { own, shared } = messagesOf(group);
  const lines = group
    .slice(0, SHOWN)
    .flatMap((each, index) => [
      `  ${colours.bold(renderPlace(each.place))}`,
      ...wrappedNote(own[index] ?? "", "      "),
    ]);
  const more = group.length > SHOWN ? [`  ... and ${countText(group.length - SHOWN)} more like these`] : [];
  const cures = [...new Set(group.map((each) => each.cure))].slice(0, SHOWN);
  return [
    colours.red(first.code),
    ...lines,
    ...more,
    ...(shared === "" ? [] : wrappedNote(shared, "  ")),
    ...cures.flatMap((cure) => wrappedNote(cure, `  ${colours.cyan("what to do:")} `, "      ")),
  ];
}

/** Problems as text, grouped by kind and file. */
export function problemLines(problems: readonly Problem[], colours = coloursFor(process.stderr)): string[] {
  return problemGroups(problems.map(printable)).flatMap((group) => groupLines(group, colours));
}

/** The error that ends a command, as text: a problem with its place, or what is wrong with the command line. */
export function errorLines(problem: Problem, colours = coloursFor(process.stderr)): string[] {
  if (problem.place.file !== "ratebook") return problemLines([problem], colours);
  return wrappedNote(`${problem.message}\n${problem.cure}`, "ratebook: ", "  ");
}
