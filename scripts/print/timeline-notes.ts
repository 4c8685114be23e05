import {
  facilityRowWords,
  hasIdleFactor,
  hasMarkedNa,
  IDLE_FACTOR,
  shownChanges,
  shownRules,
  trackWords,
  unusedUnits,
} from "../../pipelines/reports/views/timeline-facts.ts";
import { excerpts } from "../../pipelines/reports/views/timeline-sources.ts";
import { CAUSE_WORDS } from "../../pipelines/words/changes.ts";
import { counted } from "../../pipelines/words/money-text.ts";
import { NA_LEGEND } from "../../pipelines/words/na.ts";
import type { TimelineDocument, TimelinePoint } from "../../schemas/out/timeline.ts";
import { wrapped } from "./running-text.ts";
import type { Colours } from "./terminal.ts";

/** Columns of a terminal that a timeline takes at most. */
const ROOM = 100;

/** Lines that fit, those after the first a little to the right. */
export function fitted(text: string, first = ""): string[] {
  return wrapped(text, first, "  ", ROOM);
}

/** Why a release is not the one in force, behind its name. */
export const MARKS: Readonly<Record<TimelinePoint["standing"], string>> = {
  "in-force": "",
  superseded: "#",
  "never-in-force": "!",
  "other-revision": "~",
};

const MARK_WORDS: Readonly<Record<string, string>> = {
  "#": "replaced by another release of the same days",
  "!": "replaced before its first day",
  "~": "another posting of the release of that name",
};

function standingLines({ points }: TimelineDocument): string[] {
  const marks = [...new Set(points.map(({ standing }) => MARKS[standing]))].filter((mark) => mark !== "");
  return marks.length === 0 ? [] : fitted(marks.map((mark) => `${mark} ${MARK_WORDS[mark]}`).join("; "));
}

/** Whose the amounts are since 2026, and the factor of the others. */
function trackLines({ points }: TimelineDocument): string[] {
  const told = points.flatMap((point) => {
    const { qualifyingApm, office, facility } = point;
    const has = office.qualifyingApm !== undefined || facility.qualifyingApm !== undefined;
    if (qualifyingApm === null || !has) return [];
    return [
      `since 2026 physician's amounts are those of the ${trackWords(point)} track; for qualifying APM participants the conversion factor is ${qualifyingApm.conversionFactor.value}`,
    ];
  });
  return [...new Set(told)].flatMap((text) => fitted(text));
}

/** What the amounts are of: the row in a facility, the track of 2026, CMS's mark. */
export function amountNotes(document: TimelineDocument): string[] {
  const { points } = document;
  const row = facilityRowWords(document);
  return [
    ...standingLines(document),
    ...(hasMarkedNa(document) ? fitted(NA_LEGEND) : []),
    ...(points.some(({ hopd }) => hopd.conditional)
      ? ["unless: paid unless another service on the claim packages it"]
      : []),
    ...(row === undefined ? [] : fitted(row)),
    ...trackLines(document),
  ];
}

/** What the units are: which letters, and whether Medicare uses them. */
export function unitNotes(document: TimelineDocument): string[] {
  const unused = unusedUnits(document);
  return [
    "letters: PFS status, OPPS status indicator, ASC payment indicator",
    ...(hasIdleFactor(document) ? fitted(IDLE_FACTOR) : []),
    ...(unused === undefined ? [] : fitted(unused)),
  ];
}

/** What the files are: those that are not CMS's own figures, each by name, and how many are. */
export function fileLines(document: TimelineDocument, colours: Colours): string[] {
  const all = document.points.flatMap(({ release, files }) =>
    Object.values(files).map((file) => ({ release, ...file })),
  );
  const others = all.filter(({ origin }) => origin !== "cms");
  const own = new Set(all.filter(({ origin }) => origin === "cms").map(({ sha256 }) => sha256)).size;
  const partial = excerpts(document);
  const notes = document.points.flatMap(({ release, notes: told }) => told.map((note) => `${release}: ${note}`));
  return [
    `read from ${counted(own, "file")} of CMS's own figures${others.length === 0 ? "" : ", and copies that are not CMS's own bytes"}`,
    ...others.flatMap(({ release, name, origin }) => fitted(name, `  ${release}, ${colours.yellow(origin)}: `)),
    ...(partial === "" ? [] : fitted(`built from excerpts of CMS's files: ${partial}`)),
    ...notes.flatMap((note) => fitted(note)),
    "each file with its sha256, each figure with its cells: --json, --page",
  ];
}

/** Releases that answer for days in between, and are not there. */
export function notBuiltLines({ notBuilt }: TimelineDocument): string[] {
  return notBuilt.length === 0
    ? []
    : fitted(notBuilt.join(", "), `in force between them and not built (${notBuilt.length}): `);
}

/** "work RVU": the causes that a rule is about, in the words of the changes. */
function causesOf(document: TimelineDocument, rules: readonly string[]): string {
  const explained = shownChanges(document).flatMap(({ change }) => Object.entries(change.explained));
  const causes = new Set(
    explained.filter(([, id]) => rules.includes(id)).map(([cause]) => CAUSE_WORDS[cause] ?? cause),
  );
  return [...causes].join(", ");
}

/** Rules that explain what is marked, by cause; factors stand in the table, with the law of each year in the JSON. */
export function ruleLines(document: TimelineDocument): string[] {
  const rules = shownRules(document);
  const ids = Object.keys(rules);
  const factors = ids.filter((id) => id.startsWith("conversion-factor-"));
  const others = ids.filter((id) => !factors.includes(id));
  return [
    ...(factors.length === 0 ? [] : [`${causesOf(document, factors)}: set by law or rule`]),
    ...others.map((id) => `${causesOf(document, [id])}: ${rules[id]?.title}`),
  ].flatMap((text) => fitted(text, "* "));
}
