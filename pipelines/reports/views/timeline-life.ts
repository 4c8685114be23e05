import type { CodeLife } from "../../../schemas/out/life.ts";
import type { TimelineDocument } from "../../../schemas/out/timeline.ts";
import { counted, firstAndMore } from "../../words/money-text.ts";
import { successionSentence } from "../../words/successions.ts";

/** The most names of releases in a sentence. */
const MOST_NAMES = 8;

function presence({ life: { first, last, absentFrom }, points }: TimelineDocument): string[] {
  if (absentFrom.length === 0) return [];
  const excerpts = new Set(points.filter(({ coverage }) => coverage === "excerpt").map(({ release }) => release));
  const absent = absentFrom.map((release) => (excerpts.has(release) ? `${release} (an excerpt)` : release));
  const there = points.length - absentFrom.length;
  const which = first === last ? first : `${first} to ${last}`;
  return [
    `In ${there} of ${counted(points.length, "built release")}: ${which}. Not in ${firstAndMore(absent, MOST_NAMES)}.`,
  ];
}

function deletion({ deleted }: CodeLife): string[] {
  if (deleted === null) return [];
  const { lastDay, release, cells } = deleted;
  const where = cells.columns.map(({ column }) => `${column}${cells.row}`).join(", ");
  return [
    `Deleted: its last day of service was ${lastDay}, by CMS's add-on code edits of ${release} (${where} of ${cells.file}).`,
  ];
}

/** Which built releases have the code, its last day, and what it succeeded or was succeeded by. */
export function lifeLines(document: TimelineDocument): string[] {
  const { successions } = document.life;
  return [
    ...presence(document),
    ...deletion(document.life),
    ...(successions?.successions ?? []).map((each) => `${successionSentence(each)}.`),
  ];
}

/** "22511 succeeded 22521: ..." by each source that says so. */
export function lifeCites({ life }: TimelineDocument): string[] {
  return (life.successions?.cites ?? []).map(({ title }) => `Succession of codes: ${title}`);
}
