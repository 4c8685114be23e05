import type { Command } from "commander";
import { releaseInForce } from "../../pipelines/inputs/in-force.ts";
import {
  type ListedPublication,
  type ListedRelease,
  listedReleases,
  type PostedRelease,
  postedReleases,
} from "../../pipelines/inputs/release-list.ts";
import { caveatsOf } from "../../pipelines/sources/caveats.ts";
import { Family } from "../../schemas/source/release.ts";
import { type Align, textTable } from "../print/columns.ts";
import { caveatLines, noteLines } from "../print/running-text.ts";
import { type Colours, coloursFor, jsonText, TERMINAL, type Terminal } from "../print/terminal.ts";
import { helpEnd } from "../program/help.ts";

export interface ReleasesArguments {
  readonly on?: string;
  readonly json?: boolean;
}

const HEADINGS = ["release", "from", "to", "PFS", "OPPS", "ASC", "wage index", "ZIP", "other revisions"];
const ALIGNS: readonly Align[] = HEADINGS.map(() => "left");

/** "RVU24A", or "2024Q1 2/2" for the second of two revisions. */
function publicationText({ label, revision, origin }: ListedPublication): string {
  const id = label.split(" ").at(-1) ?? label;
  const number = revision.of > 1 ? ` ${revision.number}/${revision.of}` : "";
  return `${id}${number}${origin === "cms" ? "" : "*"}`;
}

function listedRow(listed: ListedRelease, colours: Colours): string[] {
  const { release, window, publications, otherRevisions } = listed;
  const cells = Family.options.map((family) => {
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

export function releases(options: ReleasesArguments, terminal: Terminal): void {
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

const EXAMPLES = helpEnd([
  ["ratebook releases", "all releases"],
  ["ratebook releases --on 2024-03-09", "2024AR, one day after 2024A"],
]);

export function addReleases(program: Command): void {
  program
    .command("releases")
    .helpGroup("Registry")
    .summary("list releases, or name the one in force on a day")
    .description("Lists the registered releases and those that CMS has posted, or names the one in force on a day.")
    .option("--on <day>", "day of service, such as 2024-03-09")
    .option("--json", "print the list as JSON")
    .addHelpText("after", EXAMPLES)
    .action((options: ReleasesArguments) => releases(options, TERMINAL));
}
