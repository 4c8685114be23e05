import type { PhysicianFigure, TimelineDocument, TimelinePoint } from "../../../schemas/out/timeline.ts";
import type { Setting } from "../../../schemas/setting.ts";
import { SCHEMA_VERSION } from "../../../schemas/version.ts";
import type { ReleaseDocuments } from "../../documents/release-documents.ts";
import { nameList } from "../../problems/nearest.ts";
import { fault } from "../../problems/problems.ts";
import { LOCALITY_AMOUNT, NATIONAL_AMOUNT, OPPS_CAP_PAYABLE, OPPS_CAPPED_AMOUNT } from "../../schedules/pfs/rules.ts";
import { inForceWithin } from "../../sources/calendar.ts";
import { successionText } from "../../words/successions.ts";
import { METHOD } from "../diff/document-parts.ts";
import { Changes } from "./changes.ts";
import { lifeOf } from "./life.ts";
import { byDay, inForceBefore } from "./order.ts";
import { homesOf } from "./place-in-release.ts";
import { type Reading, readPoint } from "./point.ts";
import { sourceOf, type WantedTimeline } from "./source.ts";

const CONDITIONAL = { conditional: true } as const;

function pointOf(reading: Reading, earlier: readonly Reading[], changes: Changes): TimelinePoint {
  const feeOf = (setting: Setting): PhysicianFigure => {
    const { modifier, beside } = reading[setting];
    return { ...changes.figure(reading, earlier, (each) => each[setting]), modifier, ...beside };
  };
  return {
    ...reading.about,
    nonFacility: feeOf("nonFacility"),
    facility: feeOf("facility"),
    oppsRate: {
      ...changes.figure(reading, earlier, ({ oppsRate }) => oppsRate),
      ...(reading.oppsRate.conditional && CONDITIONAL),
    },
    ascRate: changes.figure(reading, earlier, ({ ascRate }) => ascRate),
  };
}

/** Rules that physicians' amounts are computed by; facilities' rates are printed. */
const AMOUNT_RULES = [NATIONAL_AMOUNT, LOCALITY_AMOUNT, OPPS_CAPPED_AMOUNT, OPPS_CAP_PAYABLE];

function amountRules(points: readonly TimelinePoint[]): TimelineDocument["amountRules"] {
  const figures = points.flatMap(({ nonFacility, facility }) => [nonFacility, facility]);
  const all = figures.flatMap((figure) => [figure, figure.oppsCap, figure.payable, figure.qualifyingApm]);
  const used = new Set(all.map((each) => (each !== undefined && "rule" in each ? each.rule : undefined)));
  const rules = AMOUNT_RULES.filter(({ id }) => used.has(id));
  return Object.fromEntries(rules.map(({ id, title, formula, cites }) => [id, { title, formula, cites: [...cites] }]));
}

/** Releases in force between the first and the last built one that are not built. */
function notBuilt(readings: readonly Reading[]): string[] {
  const built = new Set(readings.map(({ about }) => about.release));
  const [first, last] = [readings[0]?.about.window.from ?? "", readings.at(-1)?.about.window.to ?? ""];
  return inForceWithin(first, last).filter((release) => !built.has(release));
}

function refuseUnknown(readings: readonly Reading[], { hcpcs, modifier, locality }: WantedTimeline): void {
  const names = nameList(readings.map(({ about }) => about.release));
  const cure = "Correct it, or name another folder with --out";
  const more = `${successionText(hcpcs)}${readings.at(-1)?.like}`;
  if (!readings.some(({ known }) => known))
    throw fault("code.unknown", { file: hcpcs }, `no source of ${names} has the code${more}`, cure);
  if (modifier !== undefined && !readings.some(({ modifiers }) => modifiers.includes(modifier)))
    throw fault("modifier.unknown", { file: "--modifier" }, `${hcpcs} has no row with "${modifier}" in ${names}`, cure);
  if (locality !== undefined && !readings.some(({ gpci }) => gpci !== undefined))
    throw fault("locality.unknown", { file: "--locality" }, `"${locality}" is not a locality of ${names}`, cure);
}

/**
 * One code over many releases: its figures, and why each changed since the last release in force.
 *
 * @param releases built ones, opened one by one; read twice where a locality is followed
 * @throws InputFault when no release has the code, the modifier or the locality
 */
export function timeline(releases: Iterable<ReleaseDocuments>, wanted: WantedTimeline): TimelineDocument {
  const homes = wanted.locality === undefined ? [] : homesOf(releases, wanted.locality);
  const readings = Array.from(releases, (documents) => readPoint(sourceOf(documents, wanted, homes))).sort(byDay);
  refuseUnknown(readings, wanted);
  const place = homes.at(-1)?.row;
  const changes = new Changes();
  const points = readings.map((reading) => pointOf(reading, inForceBefore(reading, readings), changes));
  return {
    schema: "ratebook/timeline",
    schemaVersion: SCHEMA_VERSION,
    hcpcs: wanted.hcpcs,
    modifier: wanted.modifier ?? null,
    locality: place === undefined ? null : { locality: place.locality, name: place.name },
    life: lifeOf(wanted.hcpcs, readings),
    method: METHOD,
    points,
    notBuilt: notBuilt(readings),
    amountRules: amountRules(points),
    rules: changes.rules(),
  };
}
