import type {
  PhysicianFigure,
  TimelineDocument,
  TimelineFigure,
  TimelinePoint,
  TimelineRvus,
} from "../../schemas/out/timeline.ts";
import { trackText } from "../diff/side-words.ts";
import { physicianDollars } from "../shared/na-mark.ts";
import { rowName } from "./row-name.ts";
import { inWords } from "./source-text.ts";

/** The four amounts of a release, by their fields. */
export const AMOUNT_FIELDS = ["office", "facility", "hopd", "ascRate"] as const;
export type AmountField = (typeof AMOUNT_FIELDS)[number];

/** What the amounts are, and what is still taken from them. */
export const GENERAL =
  "Fee schedule amounts and national facility rates: before sequestration, coinsurance and deductible, and before reductions that depend on the claim.";

/** Why a release tells no amount of a row that has one: its localities go by other numbers. */
const NOT_THERE = "locality-not-in-release";

/** Whether an amount is of a setting that CMS marks NA for the physician; facilities' rates have no such mark. */
export function isMarkedNa(figure: TimelineFigure | PhysicianFigure): boolean {
  return figure.amount !== null && "na" in figure && figure.na === true;
}

/** Whether any amount of a timeline is marked so, and the mark wants its words. */
export function hasMarkedNa({ points }: TimelineDocument): boolean {
  return points.some(({ office, facility }) => isMarkedNa(office) || isMarkedNa(facility));
}

/** "$758.53", or "NA $758.53" where CMS marks the setting so; undefined where there is no amount. */
export function amountText(figure: TimelineFigure | PhysicianFigure): string | undefined {
  if (figure.amount === null) return undefined;
  return physicianDollars(figure.amount, isMarkedNa(figure));
}

/** What stands beside a physician's amount: of the other track, and under the OPPS cap on imaging. */
export type Beside = "qualifyingApm" | "oppsCap" | "payable";

/** Which of such amounts any release has, and the releases that have any. */
export function besideIn<Each extends readonly ["office" | "facility", Beside, string]>(
  points: readonly TimelinePoint[],
  all: readonly Each[],
): { readonly used: Each[]; readonly told: TimelinePoint[] } {
  const has = (point: TimelinePoint, [setting, kind]: Each): boolean => point[setting][kind] !== undefined;
  const used = all.filter((each) => points.some((point) => has(point, each)));
  return { used, told: points.filter((point) => used.some((each) => has(point, each))) };
}

/** The row that the office's amount comes from, and that of the facility's, which may have another modifier. */
export const officeRow = ({ office, rvus }: TimelinePoint): TimelineRvus | undefined =>
  rvus.find(({ modifier }) => modifier === office.modifier);
export const facilityRow = ({ facility, rvus }: TimelinePoint): TimelineRvus | undefined =>
  rvus.find(({ modifier }) => modifier === facility.modifier);

/** Which row a facility's amount is of, where it is not the office's; undefined where it always is. */
export function facilityRowWords(document: TimelineDocument): string | undefined {
  const other = document.points.find(
    ({ office, facility, rvus }) => rvus.length > 1 && office.modifier !== facility.modifier,
  );
  return (
    other && `In a facility the physician's amount is that of ${rowName(document.hcpcs, other.facility.modifier)}.`
  );
}

/** Whom a release's physician amounts are for: "all clinicians", "non-qualifying APM". */
export function trackWords({ conversionFactor }: TimelinePoint): string {
  return conversionFactor === null ? "" : trackText(conversionFactor);
}

/** Why a release has no units, letters, or factor of its own for the code. */
export const noUnits = ({ office }: TimelinePoint): string => inWords(office.reason ?? "not in fee schedule");

/** What changes are told against. */
export const COMPARED =
  "Each amount is compared with that of the last built release that was in force and whose file for it was read. Releases that were replaced, and other postings of one, are not compared.";

/** A change of an amount since the last built release in force that tells of it, and the figures on both sides. */
export interface ShownChange {
  readonly field: AmountField;
  readonly release: string;
  readonly change: NonNullable<TimelineFigure["change"]>;
  readonly isNaBefore: boolean;
  readonly isNaAfter: boolean;
}

/** Every change that a reader is shown: of releases in force alone, since another posting repeats them. */
export function shownChanges({ points }: TimelineDocument): ShownChange[] {
  return points.flatMap((point) =>
    AMOUNT_FIELDS.flatMap((field): ShownChange[] => {
      const { change } = point[field];
      if (point.standing !== "in-force" || change === null || change.from === change.to) return [];
      const before = points.find(({ release }) => release === change.since);
      const isNaBefore = before !== undefined && isMarkedNa(before[field]);
      return [{ field, release: point.release, change, isNaBefore, isNaAfter: isMarkedNa(point[field]) }];
    }),
  );
}

/** What a release's factor is to a code that it does not price. */
export const IDLE_FACTOR =
  "The factor is the release's. It does not apply to rows for which the physician has no amount.";

/** Whether a release says that no factor pays the physician for the code: carriers price it, or units of time do. */
export function hasIdleFactor({ points }: TimelineDocument): boolean {
  return points.some(({ conversionFactor, rvus, office, facility }) => {
    const isPriced = [office, facility].some(({ amount, reason }) => amount !== null || reason === NOT_THERE);
    return conversionFactor !== null && rvus.length > 0 && !isPriced;
  });
}

/** The rules that explain what is shown, by id. */
export function shownRules(document: TimelineDocument): TimelineDocument["rules"] {
  const used = new Set(shownChanges(document).flatMap(({ change }) => Object.values(change.explained)));
  return Object.fromEntries(Object.entries(document.rules).filter(([id]) => used.has(id)));
}
