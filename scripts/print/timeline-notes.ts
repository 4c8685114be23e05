import {
  facilityRowWords,
  hasIdleFactor,
  hasMarkedNa,
  IDLE_FACTOR,
  listedChanges,
  listedRules,
  trackWords,
  unusedRvus,
} from "../../pipelines/reports/views/timeline-facts.ts";
import { excerpts } from "../../pipelines/reports/views/timeline-sources.ts";
import { CAUSE_WORDS } from "../../pipelines/words/changes.ts";
import { counted } from "../../pipelines/words/money-text.ts";
import { NA_LEGEND } from "../../pipelines/words/na.ts";
import type { TimelineDocument, TimelinePoint } from "../../schemas/out/timeline.ts";
import { wrapped } from "./running-text.ts";
import type { Colours } from "./terminal.ts";

/** Greatest width of a timeline. */
const ROOM = 100;

/** Lines that fit; those after the first are indented. */
export function fitted(text: string, first = ""): string[] {
  return wrapped(text, first, "  ", ROOM);
}

/** Marks of releases that are not in force. */
export const MARKS: Readonly<Record<TimelinePoint["standing"], string>> = {
  "in-force": "",
  superseded: "#",
  "never-in-force": "!",
  "other-revision": "~",
};

const MARK_WORDS: Readonly<Record<string, string>> = {
  "#": "replaced by another release for the same days",
  "!": "replaced before its first day",
  "~": "another revision of this release",
};

function standingLines({ points }: TimelineDocument): string[] {
  const marks = [...new Set(points.map(({ standing }) => MARKS[standing]))].filter((mark) => mark !== "");
  return marks.length === 0 ? [] : fitted(marks.map((mark) => `${mark} ${MARK_WORDS[mark]}`).join("; "));
}

/** The track of the amounts since 2026, and the conversion factor of the other track. */
function trackLines({ points }: TimelineDocument): string[] {
  const texts = points.flatMap((point) => {
    const { qualifyingApm, nonFacility, facility } = point;
    const has = nonFacility.qualifyingApm !== undefined || facility.qualifyingApm !== undefined;
    if (qualifyingApm === null || !has) return [];
    return [
      `since 2026 the physician's amounts are for the ${trackWords(point)} track; the conversion factor for qualifying APM participants is ${qualifyingApm.conversionFactor.value}`,
    ];
  });
  return [...new Set(texts)].flatMap((text) => fitted(text));
}

/** Notes on the amounts: releases not in force, NA, the row in a facility, the track since 2026. */
export function amountNotes(document: TimelineDocument): string[] {
  const { points } = document;
  const row = facilityRowWords(document);
  return [
    ...standingLines(document),
    ...(hasMarkedNa(document) ? fitted(NA_LEGEND) : []),
    ...(points.some(({ oppsRate }) => oppsRate.conditional)
      ? ["unless: paid unless it is packaged into another service on the claim"]
      : []),
    ...(row === undefined ? [] : fitted(row)),
    ...trackLines(document),
  ];
}

/** Notes on the RVUs and indicators. */
export function rvuNotes(document: TimelineDocument): string[] {
  const unused = unusedRvus(document);
  return [
    "indicators: PFS status, OPPS status indicator, ASC payment indicator",
    ...(hasIdleFactor(document) ? fitted(IDLE_FACTOR) : []),
    ...(unused === undefined ? [] : fitted(unused)),
  ];
}

/** How many files are CMS's own, and each file that is not. */
export function fileLines(document: TimelineDocument, colours: Colours): string[] {
  const all = document.points.flatMap(({ release, files }) =>
    Object.values(files).map((file) => ({ release, ...file })),
  );
  const others = all.filter(({ origin }) => origin !== "cms");
  const own = new Set(all.filter(({ origin }) => origin === "cms").map(({ sha256 }) => sha256)).size;
  const partial = excerpts(document);
  const notes = document.points.flatMap(({ release, notes: texts }) => texts.map((note) => `${release}: ${note}`));
  return [
    `read from ${counted(own, "file")} with CMS's own figures${others.length === 0 ? "" : ", and from copies that are not CMS's own files"}`,
    ...others.flatMap(({ release, name, origin }) => fitted(name, `  ${release}, ${colours.yellow(origin)}: `)),
    ...(partial === "" ? [] : fitted(`built from excerpts of CMS's files: ${partial}`)),
    ...notes.flatMap((note) => fitted(note)),
    "--json and --page have the sha256 of each file, and the cells of each figure",
  ];
}

/** Releases that were in force in between, and are not built. */
export function notBuiltLines({ notBuilt }: TimelineDocument): string[] {
  return notBuilt.length === 0
    ? []
    : fitted(notBuilt.join(", "), `in force in between, but not built (${notBuilt.length}): `);
}

/** "work RVU": the causes that these rules explain. */
function causesOf(document: TimelineDocument, rules: readonly string[]): string {
  const explained = listedChanges(document).flatMap(({ change }) => Object.entries(change.explained));
  const causes = new Set(
    explained.filter(([, id]) => rules.includes(id)).map(([cause]) => CAUSE_WORDS[cause] ?? cause),
  );
  return [...causes].join(", ");
}

/** Rules that explain the marked causes. The JSON has the law of each year's conversion factor. */
export function ruleLines(document: TimelineDocument): string[] {
  const rules = listedRules(document);
  const ids = Object.keys(rules);
  const factors = ids.filter((id) => id.startsWith("conversion-factor-"));
  const others = ids.filter((id) => !factors.includes(id));
  return [
    ...(factors.length === 0 ? [] : [`${causesOf(document, factors)}: set by law or rule`]),
    ...others.map((id) => `${causesOf(document, [id])}: ${rules[id]?.title}`),
  ].flatMap((text) => fitted(text, "* "));
}
