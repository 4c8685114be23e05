import type { Command } from "commander";
import { releaseInForce } from "../../pipelines/inputs/in-force.ts";
import {
  type ListedPublication,
  type ListedRelease,
  listedReleases,
  type PostedRelease,
  postedReleases,
} from "../../pipelines/inputs/release-list.ts";
import { expectedPostings, isForDay } from "../../pipelines/refresh/expected.ts";
import { ICS_BEGINS, icsText } from "../../pipelines/refresh/ics.ts";
import { caveatsOf } from "../../pipelines/sources/caveats.ts";
import { UsualFamily } from "../../schemas/source/release.ts";
import { namedFile, writeWhole } from "../out/whole-file.ts";
import { type Align, textTable } from "../print/columns.ts";
import { expectedLines, FAMILY_NAME } from "../print/expected-lines.ts";
import { caveatLines, noteLines } from "../print/running-text.ts";
import { type Colours, coloursFor, jsonText, TERMINAL, type Terminal } from "../print/terminal.ts";
import { dayOption } from "../program/day-option.ts";
import { helpEnd } from "../program/help.ts";
import { refuseTwo } from "../program/option-values.ts";

export interface ReleasesArguments {
  readonly on?: string;
  readonly next?: boolean;
  readonly ics?: string;
  readonly overwrite?: boolean;
  readonly json?: boolean;
}

const FAMILIES = UsualFamily.options.map((family) => FAMILY_NAME[family]);
const HEADINGS = ["release", "from", "to", ...FAMILIES, "other revisions"];
const ALIGNS: readonly Align[] = HEADINGS.map(() => "left");

/** "RVU24A", or "2024Q1 2/2" for the second of two revisions. */
function publicationText({ label, revision, origin }: ListedPublication): string {
  const id = label.split(" ").at(-1) ?? label;
  const number = revision.of > 1 ? ` ${revision.number}/${revision.of}` : "";
  return `${id}${number}${origin === "cms" ? "" : "*"}`;
}

function listedRow(listed: ListedRelease, colours: Colours): string[] {
  const { release, window, publications, otherRevisions } = listed;
  const cells = UsualFamily.options.map((family) => {
    const found = publications.find((each) => each.family === family);
    return found === undefined ? colours.dim("-") : publicationText(found);
  });
  return [colours.bold(release), window.from, window.to, ...cells, otherRevisions.join(", ")];
}

/** Each caveat once, with its releases. */
function groupedCaveats(listed: readonly ListedRelease[]): string[] {
  const about = new Map<string, string[]>();
  for (const { release, caveats } of listed) {
    for (const { text } of caveats) about.set(text, [...(about.get(text) ?? []), release]);
  }
  return [...about].map(([text, ids]) => `${ids.length === listed.length ? "all" : ids.join(", ")}: ${text}`);
}

function registeredLines(colours: Colours): string[] {
  const listed = listedReleases();
  const rows = listed.map((each) => listedRow(each, colours));
  return [
    ...textTable([HEADINGS.map(colours.dim), ...rows], ALIGNS),
    colours.dim("2/2: the second of two revisions is built; *: edited or reconstructed, not CMS's own file"),
    ...noteLines(groupedCaveats(listed), colours),
  ];
}

/** "[A]" registered, "A" posted and not registered, "(A)" never in force. */
function postedText({ release, registered, neverInForce }: PostedRelease, colours: Colours): string {
  const letters = release.slice(4);
  if (registered) return colours.bold(`[${letters}]`);
  return neverInForce === true ? colours.dim(`(${letters})`) : letters;
}

export function postedLines(colours: Colours): string[] {
  const posted = postedReleases();
  const years = [...new Set(posted.map(({ release }) => release.slice(0, 4)))];
  const lines = years.map((year) => {
    const ofYear = posted.filter(({ release }) => release.startsWith(year));
    return `${year}  ${ofYear.map((each) => postedText(each, colours)).join(" ")}`;
  });
  const registered = posted.filter((each) => each.registered).length;
  return [
    colours.bold(`CMS has posted ${posted.length} relative value releases since 2009; ${registered} are registered`),
    ...lines,
    colours.dim(
      "[A] registered  A not registered: build it with --allow-unregistered  (A) replaced before its first day",
    ),
  ];
}

/** The release in force on a day. */
export function onDay(day: string) {
  const inForce = releaseInForce(day);
  const registered = postedReleases().some((each) => each.release === inForce.release && each.registered);
  return { day, inForce, registered, caveats: caveatsOf(inForce.release) };
}

export function onDayLines(
  { day, inForce, registered, caveats }: ReturnType<typeof onDay>,
  colours: Colours,
): string[] {
  const { release, label, window, supersedes, url } = inForce;
  return [
    `${colours.bold(release)} (${label}) is in force on ${day}; days of service ${window.from} to ${window.to}`,
    ...(supersedes === undefined ? [] : [`  supersedes ${supersedes}`]),
    `  ${registered ? "registered" : "not registered: build it with --allow-unregistered, or register it with ratebook register"}`,
    ...(url === null ? [] : [`  ${colours.dim(url)}`]),
    ...caveatLines(caveats, colours),
  ];
}

function printNext(day: string, isJson: boolean, terminal: Terminal): void {
  const expected = expectedPostings(day);
  if (!isJson) {
    terminal.result(expectedLines(expected, day, coloursFor(process.stdout)).join("\n"));
    return;
  }
  const isNow = (each: (typeof expected)[number]): boolean => isForDay(each, day);
  terminal.result(jsonText({ day, inForce: expected.filter(isNow), next: expected.filter((each) => !isNow(each)) }));
}

/** A year from the quarter of the day on. */
const ICS_QUARTERS = 4;

function writeIcs(path: string, day: string, overwrite: boolean | undefined, terminal: Terminal): void {
  const file = namedFile("--ics", path, overwrite, ICS_BEGINS);
  writeWhole(file, icsText(expectedPostings(day, ICS_QUARTERS), day));
  terminal.note(`wrote ${path}: the days on which CMS may post, and the first days of service, for a year`);
}

function printReleases(options: ReleasesArguments, terminal: Terminal): void {
  const colours = coloursFor(process.stdout);
  const found = options.on === undefined ? undefined : onDay(options.on);
  if (options.json === true) {
    const all = { registered: listedReleases(), posted: postedReleases() };
    terminal.result(jsonText(found ?? all));
    return;
  }
  const lines =
    found === undefined ? [...registeredLines(colours), "", ...postedLines(colours)] : onDayLines(found, colours);
  terminal.result(lines.join("\n"));
}

export function releases(options: ReleasesArguments, terminal: Terminal): void {
  refuseTwo(options, ["next", "ics"]);
  if (options.ics !== undefined) writeIcs(options.ics, dayOption(options.on), options.overwrite, terminal);
  else if (options.next === true) printNext(dayOption(options.on), options.json === true, terminal);
  else printReleases(options, terminal);
}

const EXAMPLES = helpEnd([
  ["ratebook releases", "all releases"],
  ["ratebook releases --on 2024-03-09", "2024AR, one day after 2024A"],
  ["ratebook releases --next", "what is in force today, what CMS posts next, and what is overdue"],
  ["ratebook releases --ics cms.ics", "the same days for your calendar program"],
]);

export function addReleases(program: Command): void {
  program
    .command("releases")
    .helpGroup("Registry")
    .summary("list releases; which is in force on a day, what is due")
    .description(
      "Lists the registered releases and those that CMS has posted, names the one in force on a day, or says what CMS posts next.",
    )
    .option(
      "--on <day>",
      "day of service, such as 2024-03-09; with --next and --ics the day to look from (default: today)",
    )
    .option("--next", "what is in force on the day, what CMS posts next and when, and what is overdue")
    .option("--ics <file>", "write these days as an iCalendar file, for a year")
    .option("--overwrite", "with --ics: replace a file that ratebook did not write")
    .option("--json", "print the list as JSON")
    .addHelpText("after", EXAMPLES)
    .action((options: ReleasesArguments) => releases(options, TERMINAL));
}
