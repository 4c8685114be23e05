import { CAUSE_WORDS } from "../../pipelines/diff/cause-words.ts";
import { dollars } from "../../pipelines/shared/money-text.ts";
import type { TimelineDocument, TimelineFigure, TimelinePoint } from "../../schemas/out/timeline.ts";
import { type Align, textTable } from "./columns.ts";
import { wrapped } from "./running-text.ts";
import type { Colours } from "./terminal.ts";

const HEADINGS = ["release", "from", "total RVU", "factor", "office", "physician", "HOPD", "ASC", "letters"];
const ALIGNS: readonly Align[] = ["left", "left", ...Array.from({ length: 6 }, (): Align => "right"), "left"];
/** Columns of a release's figures in the second table. */
const FIGURES = [
  ["office", "office"],
  ["facility", "physician"],
  ["hopd", "HOPD"],
  ["ascRate", "ASC"],
] as const;

/** Why a release is not the one in force, behind its name. */
const MARKS: Readonly<Record<TimelinePoint["standing"], string>> = {
  "in-force": "",
  superseded: "*",
  "never-in-force": "!",
  "other-revision": "~",
};

const MARK_WORDS: Readonly<Record<string, string>> = {
  "*": "replaced by another release of the same days",
  "!": "replaced before its first day",
  "~": "another posting of the release of that name",
};

/** Reasons that a narrow column can hold; the others are told by the JSON. */
const SHORT: Readonly<Record<string, string>> = {
  "source-missing": "-",
  "not-in-excerpt": "-",
  "not-in-fee-schedule": "not listed",
  "not-in-addendum-b": "not listed",
  "not-on-asc-list": "not listed",
  "excluded-from-asc": "excluded",
  "contractor-priced": "contractor",
  "inpatient-only": "inpatient",
};

function amountText({ amount, reason }: TimelineFigure): string {
  if (amount !== null) return dollars(amount);
  return SHORT[reason ?? ""] ?? (reason ?? "-").split("-").slice(0, 2).join(" ");
}

function letters({ rvus, opps, asc }: TimelinePoint): string {
  return [rvus[0]?.status, opps?.statusIndicator, asc?.paymentIndicator].map((letter) => letter || "-").join(" ");
}

function row(point: TimelinePoint, colours: Colours): string[] {
  const name = `${point.release}${MARKS[point.standing]}`;
  return [
    point.standing === "in-force" ? colours.bold(name) : colours.dim(name),
    point.window.from,
    point.rvus[0]?.nonFacilityTotal ?? "-",
    point.conversionFactor?.value ?? "-",
    ...FIGURES.map(([field]) => amountText(point[field])),
    letters(point),
  ];
}

function causes({ effects, explained }: NonNullable<TimelineFigure["change"]>): string {
  if (effects === null) return "";
  const told = Object.entries(effects).filter(([cause, effect]) => cause !== "rounding" || effect !== "0.00");
  const words = told.map(([cause, effect]) => `${CAUSE_WORDS[cause] ?? cause} ${effect}${explained[cause] ? "*" : ""}`);
  return words.length === 0 ? "" : `: ${words.join(", ")}`;
}

/** "  office +97.40 (5.81 %) since 2025A: work RVU -5.92*, ..." */
function changeLine(words: string, { change }: TimelineFigure): string[] {
  if (change === null || change.from === change.to) return [];
  const since = `since ${change.since}`;
  if (change.change === null)
    return [`  ${words} ${change.from ?? "no amount"} to ${change.to ?? "no amount"} ${since}`];
  const sign = change.change.startsWith("-") ? "" : "+";
  return wrapped(
    `${sign}${change.change} (${change.percent ?? "-"} %) ${since}${causes(change)}`,
    `  ${words} `,
    "      ",
  );
}

function changeLines(point: TimelinePoint, colours: Colours): string[] {
  const lines = FIGURES.flatMap(([field, words]) => changeLine(words, point[field]));
  return lines.length === 0 ? [] : [colours.bold(point.release), ...lines];
}

function legend({ points, notBuilt }: TimelineDocument): string[] {
  const marks = [...new Set(points.map(({ standing }) => MARKS[standing]))].filter((mark) => mark !== "");
  const words = marks.map((mark) => `${mark} ${MARK_WORDS[mark]}`);
  return [
    ...(words.length === 0 ? [] : wrapped(words.join("; "), "", "  ")),
    "letters: PFS status, OPPS status indicator, ASC payment indicator; -: the release lacks the source",
    ...(notBuilt.length === 0
      ? []
      : wrapped(notBuilt.join(", "), `in force between them and not built (${notBuilt.length}): `, "  ")),
  ];
}

/** Rules that explain what is marked; factors stand in the table, with the law of each year in the JSON. */
function ruleLines(rules: TimelineDocument["rules"]): string[] {
  const ids = Object.keys(rules);
  const factors = ids.some((id) => id.startsWith("conversion-factor-"))
    ? ["a conversion factor set by law or rule"]
    : [];
  const others = ids.filter((id) => !id.startsWith("conversion-factor-")).map((id) => rules[id]?.title ?? id);
  return [...factors, ...others].flatMap((text) => wrapped(text, "* ", "  "));
}

/** One code over all releases as a person reads it: a table that fits a terminal, then what moved each amount. */
export function timelineLines(document: TimelineDocument, colours: Colours): string[] {
  const { hcpcs, modifier, locality, points, rules } = document;
  const where = locality === null ? "national: all GPCIs 1" : `${locality.name} (${locality.locality})`;
  const name = modifier === null ? hcpcs : `${hcpcs} ${modifier}`;
  const rows = points.map((point) => row(point, colours));
  return [
    ...wrapped(`over ${points.length} releases, ${where}; HOPD and ASC national`, `${colours.bold(name)} `, "  "),
    "",
    ...textTable([HEADINGS.map(colours.dim), ...rows], ALIGNS),
    ...legend(document).map(colours.dim),
    "",
    ...points.filter(({ standing }) => standing === "in-force").flatMap((point) => changeLines(point, colours)),
    ...ruleLines(rules).map(colours.dim),
  ];
}
