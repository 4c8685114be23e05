import { pagesToSee } from "../../pipelines/inputs/landing-pages.ts";
import { type Expected, isForDay } from "../../pipelines/refresh/expected.ts";
import { counted } from "../../pipelines/words/money-text.ts";
import { Family } from "../../schemas/source/release.ts";
import { type Align, textTable } from "./columns.ts";
import type { Colours } from "./terminal.ts";

/** Names of the families for tables of a terminal. */
export const FAMILY_NAME: Readonly<Record<Family, string>> = {
  pfs: "PFS",
  opps: "OPPS",
  asc: "ASC",
  "opps-rule": "OPPS rule",
  ncci: "NCCI",
  "ncci-ptp": "NCCI PTP",
  "wage-index": "wage index",
  zip: "ZIP",
};

/** When CMS posts it, as far as that is known. */
function postingText({ expectedOn, expectedBy }: Expected): string {
  if (expectedOn === null) return "day not known";
  return expectedBy === null ? `from ${expectedOn} on` : `${expectedOn} to ${expectedBy}`;
}

function stateText({ state, overdueDays, inForceFrom }: Expected, day: string, colours: Colours): string {
  if (state === "posted") return colours.green("registered");
  if (state === "overdue") return colours.red(`overdue by ${counted(overdueDays, "day")}`);
  if (state === "expected") return "not yet";
  return colours.yellow(inForceFrom <= day ? "due, already in force" : "due, any day now");
}

const HEADINGS = ["", "", "days of service", "CMS posts it", "state"];
const ALIGNS: readonly Align[] = HEADINGS.map(() => "left");

function rowOf(each: Expected, day: string, colours: Colours): string[] {
  const service = `${each.inForceFrom} to ${each.inForceTo}`;
  const name = FAMILY_NAME[each.family];
  return [`  ${name}`, colours.bold(each.id), service, postingText(each), stateText(each, day, colours)];
}

/** "Overdue: OPPS 2026Q4, ASC 2026Q4"; no line when there is none. */
function summaryLine(title: string, listed: readonly Expected[], colour: (text: string) => string): string[] {
  const names = listed.map(({ family, id }) => `${FAMILY_NAME[family]} ${id}`);
  return names.length === 0 ? [] : [`${colour(title)} ${names.join(", ")}`];
}

function whereToLook(expected: readonly Expected[], colours: Colours): string[] {
  const open = expected.filter(({ state }) => state === "due" || state === "overdue");
  if (open.length === 0) return [];
  const pages = new Map<string, Family[]>();
  for (const { family } of open) {
    for (const page of pagesToSee(family)) pages.set(page, [...new Set([...(pages.get(page) ?? []), family])]);
  }
  const lines = [...pages].flatMap(([page, families]) => [
    `  ${families.map((family) => FAMILY_NAME[family]).join(", ")}`,
    colours.dim(`    ${page}`),
  ]);
  return [colours.bold("Where to look"), ...lines];
}

const inFamilyOrder = (listed: readonly Expected[]): Expected[] =>
  Family.options.flatMap((family) => listed.filter((each) => each.family === family));

/**
 * What is overdue and due, what is in force on a day, what comes next, and where to look.
 *
 * @param expected publications of the quarter of the day and of the next
 */
export function expectedLines(expected: readonly Expected[], day: string, colours: Colours): string[] {
  const today = inFamilyOrder(expected.filter((each) => isForDay(each, day)));
  const next = expected.filter((each) => !isForDay(each, day));
  const rows = [...today, ...next].map((each) => rowOf(each, day, colours));
  const [heading = "", ...lines] = textTable([HEADINGS.map(colours.dim), ...rows], ALIGNS);
  const ofState = (wanted: Expected["state"]): Expected[] => expected.filter(({ state }) => state === wanted);
  return [
    ...summaryLine("Overdue:", ofState("overdue"), colours.red),
    ...summaryLine("Due:    ", ofState("due"), colours.yellow),
    heading,
    colours.bold(`In force on ${day}`),
    ...lines.slice(0, today.length),
    colours.bold("Next"),
    ...lines.slice(today.length),
    ...whereToLook(expected, colours),
    colours.dim("Due: CMS may have posted it. Overdue: by this day CMS had posted earlier ones."),
    colours.dim("--json has what the days are taken from."),
  ];
}
