import { PREVIEWED_RULES, type PreviewedRule } from "../../schemas/names.ts";
import type { Family } from "../../schemas/source/release.ts";

/** Families whose revisions a release's name can pick. */
type Picked = Extract<Family, "pfs" | "opps" | "asc">;

/** A release's name taken apart: "2022D-opps1" is 2022D with the first Addendum B. */
export interface ReleaseName {
  /** Year and CMS's letters: "2022D", "2024AR"; of a preview the whole name, "2027A-proposed". */
  readonly base: string;
  /** The rule whose addenda are read; undefined for what is or was in force. */
  readonly preview: PreviewedRule | undefined;
  readonly year: string;
  /** Letters, and what follows them: "D", "AR", "CPCT22". */
  readonly letters: string;
  readonly quarter: 1 | 2 | 3 | 4;
  readonly picks: ReadonlyMap<Family, number>;
}

/** A = January, B = April, C = July, D = October (record layout, "Update Schedule"); M was March 2012. */
const QUARTER_OF: Readonly<Record<string, ReleaseName["quarter"]>> = { A: 1, B: 2, C: 3, D: 4, M: 1 };

const NAME =
  /^(?<base>(?<year>\d{4})(?<letters>[A-DM][A-Z0-9]*)(?:-(?<preview>proposed|final))?)(?<picks>(?:-(?:pfs|opps|asc)\d+)*)$/;

/** Takes a release's name apart; undefined when it is none. */
export function parseReleaseName(id: string): ReleaseName | undefined {
  const groups = NAME.exec(id)?.groups;
  const { base = "", year = "", letters = "", picks = "", preview } = groups ?? {};
  const quarter = QUARTER_OF[letters.charAt(0)];
  if (quarter === undefined || (preview !== undefined && picks !== "")) return undefined;
  const named = [...picks.matchAll(/-(pfs|opps|asc)(\d+)/g)];
  return {
    base,
    year,
    letters,
    quarter,
    preview: PREVIEWED_RULES.find((rule) => rule === preview),
    picks: new Map(named.map(([, family, number]) => [family as Picked, Number(number)])),
  };
}

/** Name of the relative value file's archive: RVU26A. */
export function pfsId({ year, letters }: ReleaseName): string {
  return `RVU${year.slice(2)}${letters}`;
}

/** "2026Q1". */
export function quarterId({ year, quarter }: ReleaseName): string {
  return `${year}Q${quarter}`;
}

/** The release's name as of each quarter of its year, the nearest first, of two as near the earlier one. */
export function nearestQuarters(name: ReleaseName): ReleaseName[] {
  const far = (quarter: number): number => Math.abs(quarter - name.quarter);
  const quarters = ([1, 2, 3, 4] as const).toSorted((one, other) => far(one) - far(other) || one - other);
  return quarters.map((quarter) => ({ ...name, quarter }));
}

/** Release of a quarter when no relative value file gives it a letter: "2022Q4" is 2022D. */
export function releaseOfQuarter(id: string): string {
  return `${id.slice(0, 4)}${"ABCD".charAt(Number(id.slice(5)) - 1)}`;
}

/** Two factors, one for each track, and with them two relative value files exist since 2026 (42 USC 1395w-4(d)). */
export function hasTwoTracks(year: string): boolean {
  return year >= "2026";
}

const FIRST_DAY = ["01-01", "04-01", "07-01", "10-01"] as const;
const LAST_DAY = ["03-31", "06-30", "09-30", "12-31"] as const;
const MONTH = ["January", "April", "July", "October"] as const;

/** The quarter's days of service. */
export function quarterWindow({ year, quarter }: Pick<ReleaseName, "year" | "quarter">): { from: string; to: string } {
  return { from: `${year}-${FIRST_DAY[quarter - 1]}`, to: `${year}-${LAST_DAY[quarter - 1]}` };
}

/** "January 2024", "January 2024, AR". */
export function releaseTitle({ year, quarter, letters, picks, preview }: ReleaseName): string {
  if (preview !== undefined) return `Preview of ${year}: addenda of the ${preview} rule`;
  const revised = letters.length > 1 ? `, ${letters}` : "";
  const picked = [...picks].map(([family, number]) => `, ${family.toUpperCase()} revision ${number}`).join("");
  return `${MONTH[quarter - 1]} ${year}${revised}${picked}`;
}
