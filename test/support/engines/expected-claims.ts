import { unpaidAt } from "../../../pipelines/schedules/site/not-paid.ts";
import { placesOfService } from "../../../pipelines/sources/places-of-service.ts";
import type { NationalRow } from "../../../schemas/out/national.ts";
import type { PlaceOfService } from "../../../schemas/source/places-of-service.ts";
import { placeFinder, type RateFacts, rateFacts, releaseOn } from "./claim-facts.ts";
import { DAYS, NO_PLACE, NO_RELEASE, NOT_EXPORTED, STEP } from "./claims.ts";
import type { EngineTables } from "./tables.ts";

/** A synthetic line, by its number: the same as the SQL of `claimLinesSql`. */
interface Line {
  readonly hcpcs: string;
  readonly modifiers: readonly (string | null)[];
  readonly pos: string;
  readonly day: string;
  readonly zip: string | null;
  readonly locality: string | null;
  readonly isQualifying: boolean;
  readonly units: number;
}

function sorted(values: Iterable<string>): string[] {
  return [...new Set(values)].sort();
}

/** The ISO day some days after another one. */
function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

function modifiersOf(i: number): (string | null)[] {
  const first = i % 3 === 0 ? "59" : null;
  return [i % 11 === 5 ? "TC" : first, i % 11 === 3 ? "26" : null, i % 11 === 7 ? "53" : null];
}

function lineMaker({ releases }: EngineTables, facts: ReadonlyMap<string, RateFacts>): (i: number) => Line {
  const last = facts.get(releases.at(-1)?.[0] ?? "");
  const codes = sorted([...facts.values()].flatMap((each) => each.codes));
  const zips = sorted(last?.zips.keys() ?? []);
  const places = sorted([...placesOfService().map(({ pos }) => pos), NO_PLACE]);
  const localities = sorted(last?.localities.keys() ?? []);
  const days = releases.flatMap(([, first]) => Array.from({ length: DAYS }, (_, at) => daysAfter(first, at)));
  const every = <T>(values: readonly T[], i: number, step: number): T => values[(i * step) % values.length] as T;
  return (i) => ({
    hcpcs: every(codes, i, STEP.code),
    modifiers: modifiersOf(i),
    pos: every(places, i, STEP.pos),
    day: i % 1009 === 0 ? NOT_EXPORTED : i % 1013 === 0 ? NO_RELEASE : every(days, i, STEP.day),
    zip: i % 10 < 9 ? every(zips, i, STEP.zip) : null,
    locality: i % 10 === 9 ? every(localities, i, STEP.locality) : null,
    isQualifying: i % 5 === 0,
    units: (i % 4) + 1,
  });
}

type Place = PlaceOfService | undefined;

/** What a line is paid, or why it is not; and the row that was found. */
interface Priced {
  readonly row: string | null;
  readonly reason: string | null;
  readonly cents: number;
}

function componentOf(facts: RateFacts, { hcpcs, modifiers }: Line): string | undefined {
  const chosen = ["TC", "26"].find((modifier) => modifiers.includes(modifier));
  const isStopped = modifiers.includes("53") && facts.row(hcpcs, "53") !== undefined;
  return chosen ?? (isStopped ? "53" : undefined);
}

function localityOf(facts: RateFacts, { zip, locality }: Line): { at: number } | { reason: string } {
  const found = locality === null ? facts.zips.get(zip ?? "") : undefined;
  if (found?.plusFour === true) return { reason: "ambiguous-zip" };
  if (locality === null && found === undefined) return { reason: "unknown-zip" };
  const at = facts.localities.get(locality ?? found?.locality ?? "");
  return at === undefined ? { reason: "unknown-locality" } : { at };
}

type Physician = ReturnType<RateFacts["physician"]>;

/** Why no row was found. */
function absence(hasComponent: boolean, { reason }: Physician): string {
  if (!hasComponent) return reason ?? "not-in-fee-schedule";
  return reason === "not-in-fee-schedule" ? reason : "no-row-with-modifier";
}

/** Why a row is not paid; null where there is an amount. */
function rowReason(row: NationalRow, physician: Physician, { site }: PlaceOfService): string | null {
  const technical = "technical-component-only";
  if (row.modifier === "TC" && unpaidAt({ ...row, state: row.priceState }, site ?? "hopd") === technical)
    return technical;
  if (site !== null && physician.modifier === row.modifier && physician.reason !== null) return physician.reason;
  return row.priceState === "priced" ? null : row.priceState;
}

function priced(facts: RateFacts, line: Line, place: Place): Priced {
  const component = componentOf(facts, line);
  const physician = facts.physician(line.hcpcs, place?.site ?? "hopd");
  const modifier = component ?? physician.modifier;
  const row = modifier === null ? undefined : facts.row(line.hcpcs, modifier);
  const found = row?.modifier ?? null;
  if (place === undefined) return { row: found, reason: "unknown-place-of-service", cents: 0 };
  const locality = localityOf(facts, line);
  if ("reason" in locality) return { row: found, reason: locality.reason, cents: 0 };
  if (row === undefined) return { row: found, reason: absence(component !== undefined, physician), cents: 0 };
  const reason = rowReason(row, physician, place);
  if (reason !== null) return { row: found, reason, cents: 0 };
  return { row: found, reason, cents: facts.cents(row, locality.at, place.setting, line.isQualifying) * line.units };
}

/** Lines and cents by "release setting row reason"; null is "-", and a row without a modifier is "global". */
export type ClaimSums = Record<string, readonly [lines: number, cents: number]>;

type Part = string | null | undefined;

function sumKey(release: Part, setting: Part, row: Part, reason: Part): string {
  return `${release ?? "-"} ${setting ?? "-"} ${row === "" ? "global" : (row ?? "-")} ${reason ?? "-"}`;
}

/** Names of a setting in tables. */
const SETTING_NAMES = { nonFacility: "non_facility", facility: "facility" } as const;

/** The sums of synthetic lines by TypeScript: documents, kernel, calendar and places of service. */
export function expectedClaims(tables: EngineTables, lines: number): ClaimSums {
  const facts = new Map(tables.releases.map(([id]) => [id as string, rateFacts(tables.out, id)]));
  const lineOf = lineMaker(tables, facts);
  const placeOn = placeFinder();
  const releases = new Map<string, string | undefined>();
  const sums: Record<string, [number, number]> = {};
  for (let i = 0; i < lines; i += 1) {
    const line = lineOf(i);
    const { day, pos } = line;
    if (!releases.has(day)) releases.set(day, releaseOn(day));
    const release = releases.get(day);
    const place = placeOn(pos, day);
    const own = facts.get(release ?? "");
    const missing = release === undefined ? "no-release-on-day" : "release-not-exported";
    const { row, reason, cents } = own ? priced(own, line, place) : { row: null, reason: missing, cents: 0 };
    const key = sumKey(release, place && SETTING_NAMES[place.setting], row, reason);
    sums[key] ??= [0, 0];
    sums[key][0] += 1;
    sums[key][1] += cents;
  }
  return sums;
}

/** The same sums as an engine returns them, as rows of texts. */
export function claimSums(rows: readonly Readonly<Record<string, string | null>>[]): ClaimSums {
  return Object.fromEntries(
    rows.map(({ release, setting, row_modifier, reason, lines, amount }) => [
      sumKey(release, setting, row_modifier, reason),
      [Number(lines), Number((amount ?? "0.00").replace(".", ""))] as const,
    ]),
  );
}
