import type {
  PhysicianFigure,
  TimelineDocument,
  TimelineFigure,
  TimelinePoint,
  TimelineRvus,
} from "../../../schemas/out/timeline.ts";
import { physicianDollars } from "../../words/na.ts";
import { AMOUNTS, rowName, trackText } from "../../words/names.ts";
import { ANESTHESIA, inWords } from "../../words/reasons.ts";

/** The four amounts of a release, by their fields, and what they are called. */
export const AMOUNT_FIELDS = {
  nonFacility: AMOUNTS.office,
  facility: AMOUNTS.facility,
  oppsRate: AMOUNTS.opps,
  ascRate: AMOUNTS.asc,
} as const;
export type AmountField = keyof typeof AMOUNT_FIELDS;
export const FIELDS = Object.keys(AMOUNT_FIELDS) as AmountField[];

/** What the amounts are, and what is still taken from them. */
export const GENERAL =
  "Fee schedule amounts and national facility rates: before sequestration, coinsurance and deductible, and before reductions that depend on the claim.";

/** Why a release has no amount for a priced row: it has no such locality, or has its counties in several. */
const NOT_THERE: readonly (string | null)[] = ["locality-not-in-release", "locality-in-several"];

/** Whether an amount is of a setting that CMS marks NA for the physician; facilities' rates have no such mark. */
export function isNaFigure(figure: TimelineFigure | PhysicianFigure): boolean {
  return figure.value !== null && "na" in figure && figure.na === true;
}

/** Whether any amount of a timeline is marked so, so that the mark needs its explanation. */
export function hasMarkedNa({ points }: TimelineDocument): boolean {
  return points.some(({ nonFacility, facility }) => isNaFigure(nonFacility) || isNaFigure(facility));
}

/** "$758.53", or "NA $758.53" where CMS marks the setting so; undefined where there is no amount. */
export function amountText(figure: TimelineFigure | PhysicianFigure): string | undefined {
  if (figure.value === null) return undefined;
  return physicianDollars(figure.value, isNaFigure(figure));
}

/** The row that the office's amount comes from, and that of the facility's, which may have another modifier. */
export const officeRow = ({ nonFacility, rvus }: TimelinePoint): TimelineRvus | undefined =>
  rvus.find(({ modifier }) => modifier === nonFacility.modifier);
export const facilityRow = ({ facility, rvus }: TimelinePoint): TimelineRvus | undefined =>
  rvus.find(({ modifier }) => modifier === facility.modifier);

/** Which row a facility's amount is of, where it is not the office's; undefined where it always is. */
export function facilityRowWords(document: TimelineDocument): string | undefined {
  const other = document.points.find(
    ({ nonFacility, facility, rvus }) => rvus.length > 1 && nonFacility.modifier !== facility.modifier,
  );
  return (
    other && `In a facility the physician's amount is that of ${rowName(document.hcpcs, other.facility.modifier)}.`
  );
}

/** Whom a release's physician amounts are for: "all clinicians", "non-qualifying APM". */
export function trackWords({ conversionFactor }: TimelinePoint): string {
  return conversionFactor === null ? "" : trackText(conversionFactor);
}

/** Why a release has no RVUs, indicators, or factor of its own for the code. */
export const noRvus = ({ nonFacility }: TimelinePoint): string => inWords(nonFacility.reason ?? "not in fee schedule");

/** What amounts are compared with. */
export const COMPARED =
  "Each amount is compared with that of the last built release that was in force and whose file for it was read. Releases that were replaced, and other revisions of one, are not compared.";

/** A change of an amount since the last built release in force that has it, and the figures on both sides. */
export interface ListedChange {
  readonly field: AmountField;
  readonly release: string;
  readonly change: NonNullable<TimelineFigure["change"]>;
  readonly isNaBefore: boolean;
  readonly isNaAfter: boolean;
}

/** Every change that is shown: of releases in force only, since another revision repeats them. */
export function listedChanges({ points }: TimelineDocument): ListedChange[] {
  return points.flatMap((point) =>
    FIELDS.flatMap((field): ListedChange[] => {
      const { change } = point[field];
      if (point.standing !== "in-force" || change === null || change.from === change.to) return [];
      const before = points.find(({ release }) => release === change.since);
      const isNaBefore = before !== undefined && isNaFigure(before[field]);
      return [{ field, release: point.release, change, isNaBefore, isNaAfter: isNaFigure(point[field]) }];
    }),
  );
}

/** Releases by name as a sentence has them, "every release" where it is all that were in force. */
export function releasesIn({ points }: TimelineDocument, which: (point: TimelinePoint) => boolean): string {
  const inForce = points.filter(({ standing }) => standing === "in-force");
  const found = inForce.filter(which);
  return found.length === inForce.length ? "every release" : found.map(({ release }) => release).join(", ");
}

/** That Medicare does not use the RVUs that CMS prints, and in which releases; nothing where it always does. */
export function unusedRvus(document: TimelineDocument): string | undefined {
  const unused = releasesIn(document, (point) => officeRow(point)?.notUsedForMedicare === true);
  return unused === "" ? undefined : `CMS prints RVUs that Medicare does not use, in ${unused}.`;
}

/** The note about the factor for a code that it does not price. */
export const IDLE_FACTOR =
  "This is the factor of the release. It does not apply to rows without an amount for the physician.";

/** Whether the factor that is shown of a release does not apply to the code, such as one that contractors price. */
export function hasIdleFactor({ points }: TimelineDocument): boolean {
  return points.some(({ conversionFactor, rvus, nonFacility, facility }) => {
    const isPriced = [nonFacility, facility].some(({ value, reason }) => value !== null || NOT_THERE.includes(reason));
    return conversionFactor !== null && rvus.length > 0 && !isPriced && nonFacility.reason !== ANESTHESIA;
  });
}

/** The rules that explain what is shown, by id. */
export function listedRules(document: TimelineDocument): TimelineDocument["rules"] {
  const used = new Set(listedChanges(document).flatMap(({ change }) => Object.values(change.explained)));
  return Object.fromEntries(Object.entries(document.rules).filter(([id]) => used.has(id)));
}
