import { formatScaled } from "../../../schemas/scaled.ts";
import { SCALE } from "../../../schemas/units.ts";
import type { ReleaseCells, SourceCell } from "../../read/cells.ts";
import type { PlaceIndices, ReleaseInputs } from "../../read/inputs.ts";
import type { Answer, ChargeLimit, FeeTrack, NoAmount, OpenedRelease, PhysicianAmount } from "../../read/types.ts";
import { excerptLines, ruleWords } from "../../reports/views/rate-source.ts";
import { fileText } from "../../words/files.ts";
import { dollars } from "../../words/money-text.ts";
import { siteReason } from "../../words/site-reasons.ts";

/** What says where the figures of a release come from. */
export interface Origins {
  readonly release: OpenedRelease;
  /** Undefined until they are loaded. */
  readonly cells: ReleaseCells | undefined;
  /** GPCIs and indicators of the release; undefined where a page does not show them. */
  readonly inputs?: ReleaseInputs | undefined;
  /** The place in words. */
  readonly placeTitle: string;
}

/** The conversion factor of a track as text: "33.4009". */
function factorOfTrack(release: OpenedRelease, track: FeeTrack | null): string {
  const used = release.factors.find((each) => each.track === track) ?? release.factors[0];
  return used === undefined ? "" : formatScaled(used.factor, SCALE.factor);
}

/** A row of the fee schedule, where its service is done, and at which factor it is paid. */
type PaidRow = Pick<PhysicianAmount, "code" | "modifier" | "setting" | "track">;

/** What is paid of an amount under the OPPS cap on imaging, and what it is the lower of. */
function capWords({ by, feeSchedule, oppsCap }: PhysicianAmount): string[] {
  if (feeSchedule === undefined || oppsCap === undefined) return [];
  const which = by === "opps-cap" ? "the cap" : "the fee schedule amount";
  return [`fee schedule ${dollars(feeSchedule.value)}, OPPS cap ${dollars(oppsCap.value)}: ${which} is paid`];
}

/** RVUs with the indices of a place, or their sum for the nation, where every index is 1. */
function rvusText([work, pe, mp]: readonly [number, number, number], gpcis: PlaceIndices | undefined): string {
  const [ofWork, ofPe, ofMp, total] = [work, pe, mp, work + pe + mp].map((each) => formatScaled(each, SCALE.rvu));
  if (gpcis === undefined) return `work ${ofWork} + PE ${ofPe} + MP ${ofMp} = ${total} RVU`;
  const { workGpci, peGpci, mpGpci } = gpcis;
  const [atWork, atPe, atMp] = [workGpci, peGpci, mpGpci].map((each) => formatScaled(each, SCALE.gpci));
  return `work ${ofWork} x ${atWork} + PE ${ofPe} x ${atPe} + MP ${ofMp} x ${atMp}, RVUs by GPCIs`;
}

/** The numbers that a physician's amount is computed from. */
function rowInputs({ release, inputs }: Origins, row: PaidRow, locality: string): string[] {
  const { code, modifier, setting, track } = row;
  const name = modifier === "" ? code : `${code} with modifier ${modifier}`;
  const rvus = release.row(code, modifier)?.rvus;
  if (rvus === undefined) return [`Row of ${name}`];
  const pe = setting === "office" ? rvus.nonFacilityPe : rvus.facilityPe;
  const gpcis = locality === "national" ? undefined : inputs?.gpcis(locality);
  const parts = rvusText([rvus.work, pe, rvus.mp], gpcis);
  return [`Row of ${name}: ${parts}`, `conversion factor ${factorOfTrack(release, track)}`];
}

/** "F9 WORK RVU in PPRRVU25_JAN.csv", with what the file is where it is a copy or an excerpt. */
function cellText({ column, row, heading, file, sheet, origin, excerptOf }: SourceCell): string {
  const name = fileText({ name: file, origin, sheet });
  return `${column}${row} ${heading} in ${[name, ...excerptLines({ excerptOf })].join(", ")}`;
}

/** Why there is no amount, to a reader who has the site and not the build. */
export function whyNoAmount({ reason, text }: Pick<NoAmount, "reason" | "text">): string {
  return siteReason(reason, text);
}

const PRINTED = {
  office: "",
  hopd: "Printed by CMS in OPPS Addendum B: the national rate, before any wage index of the hospital",
  asc: "Printed by CMS in ASC Addendum AA or BB: the national rate, before any wage index of the center",
} as const;

/** The numbers that a physician's amount is computed from. The cap has RVUs of its own, which the cells name. */
function numberWords(origins: Origins, amount: PhysicianAmount): string[] {
  const ofRow = amount.by === "fee-schedule" ? rowInputs(origins, amount, amount.locality ?? "national") : [];
  return [...ofRow, ...capWords(amount)];
}

/** The release and the place of an amount, the numbers it is computed from, the cells they are read from. */
function inputWords(origins: Origins, answer: Extract<Answer, { kind: "amount" }>): string[] {
  const { release, cells, placeTitle } = origins;
  const where = answer.payee === "physician" ? `${release.release}, ${placeTitle}` : release.release;
  const numbers = "by" in answer ? numberWords(origins, answer) : [];
  return [where, ...numbers, ...(cells?.of(answer) ?? []).map(cellText)];
}

/** The same in short, for a mark of a chart, which has a row of a table with the rest: the numbers and the rule. */
export function whereInShort(origins: Origins, amount: PhysicianAmount): string {
  const { title, id } = amount.rule;
  return [...numberWords(origins, amount), `${title} (${id})`].join("\n");
}

/** Where an amount comes from: its rule, the numbers it is computed from, the cells they are read from. */
export function whereFrom(origins: Origins, answer: Answer): string {
  if (answer.kind === "reason")
    return [whyNoAmount(answer), ...(origins.cells?.of(answer) ?? []).map(cellText)].join("\n");
  const rule = answer.rule === null ? PRINTED[answer.setting] : ruleWords(answer.rule.id, answer.rule);
  return [...inputWords(origins, answer), rule].join("\n");
}

/** Where the limiting charge of an amount comes from: the numbers of that amount, multiplied before it is rounded. */
export function whereLimit(origins: Origins, amount: PhysicianAmount, { rule, unrounded }: ChargeLimit): string {
  return [...inputWords(origins, amount), `${unrounded} before rounding`, ruleWords(rule.id, rule)].join("\n");
}

/**
 * Where the amount of a row comes from, whether or not somebody is paid by it at the site.
 *
 * @param locality `"national"`, or the key of the place
 */
export function whereRow(origins: Origins, row: PaidRow, locality: string): string {
  const { release, placeTitle } = origins;
  const rule = release.row(row.code, row.modifier)?.rule(locality);
  return [
    `${release.release}, ${placeTitle}`,
    ...rowInputs(origins, row, locality),
    ...(rule ? [ruleWords(rule.id, rule)] : []),
  ].join("\n");
}

/** How an amount is known, in a word: its cell where CMS prints it, or that it is computed. */
export function chipOf({ cells }: Origins, answer: Answer): string {
  if (answer.kind === "reason") return "";
  if (answer.rule !== null) return answer.payee === "total" ? "sum" : "computed";
  const [cell] = cells?.of(answer) ?? [];
  return cell === undefined ? "printed" : `cell ${cell.column}${cell.row}`;
}
