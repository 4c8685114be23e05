import type { ConversionFactorEntry } from "../../schemas/source/parameters.ts";
import { DecimalText, type Window } from "../../schemas/text.ts";
import { fault } from "../problems/problems.ts";
import { hasTwoTracks } from "./release-id.ts";

const CONVERSION_FACTORS = "sources/parameters/conversion-factors.json";

/** Schedules and tracks by the name that a user gives them. */
const KINDS = {
  pfs: { schedule: "pfs" },
  "pfs-qualifying": { schedule: "pfs", track: "qualifying-apm" },
  opps: { schedule: "opps" },
  asc: { schedule: "asc" },
} as const satisfies Record<string, Pick<ConversionFactorEntry, "schedule" | "track">>;

/** Names of the factors that there are, for messages and help. */
export const FACTOR_NAMES = Object.keys(KINDS);

function trackOf(name: keyof typeof KINDS, { from }: Window): Pick<ConversionFactorEntry, "track"> {
  if (name === "pfs-qualifying") return { track: "qualifying-apm" };
  if (name !== "pfs") return {};
  return { track: hasTwoTracks(from.slice(0, 4)) ? "non-qualifying-apm" : "all-clinicians" };
}

/**
 * One expected conversion factor from what a user writes.
 *
 * @param text "pfs=33.4009"
 * @param window days of service that the factor holds for
 * @param cite where it was published
 */
export function factorEntry(text: string, window: Window, cite: string): ConversionFactorEntry {
  const [, name = "", value = ""] = /^([a-z-]+)=(.+)$/.exec(text) ?? [];
  const known = FACTOR_NAMES.find((each) => each === name) as keyof typeof KINDS | undefined;
  if (known === undefined || !DecimalText.safeParse(value).success) {
    const message = `"${text}" is not a valid factor; factors are ${FACTOR_NAMES.join(", ")}, each with its dollars`;
    throw fault("factor.invalid", { file: "factor" }, message, "Write it as pfs=33.4009");
  }
  return { schedule: KINDS[known].schedule, ...trackOf(known, window), value, ...window, cites: [{ title: cite }] };
}

/** The same schedule and track for some of the same days. */
function rivals(one: ConversionFactorEntry, two: ConversionFactorEntry): boolean {
  const same = one.schedule === two.schedule && one.track === two.track && two.publication === undefined;
  return same && one.from <= two.to && two.from <= one.to;
}

/** CMS's factors move by a few percent a year; the largest recorded step, of 2011, is 7.9 percent. */
const MOST_PERCENT = 15;

/**
 * Refuses a factor that is far off the one before it of its schedule and track: a slip of the hand prices everything.
 *
 * @throws InputFault naming both
 */
function refuseFarOff(entry: ConversionFactorEntry, before: readonly ConversionFactorEntry[]): void {
  const isTrack = ({ schedule, track }: ConversionFactorEntry): boolean =>
    schedule === entry.schedule && (track === entry.track || track === "all-clinicians");
  const earlier = before.filter((each) => isTrack(each) && each.publication === undefined && each.to < entry.from);
  const last = earlier.toSorted((left, right) => (left.to < right.to ? -1 : 1)).at(-1);
  if (last === undefined) return;
  const percent = Math.abs(Number(entry.value) / Number(last.value) - 1) * 100;
  if (percent <= MOST_PERCENT) return;
  throw fault(
    "factor.far-off",
    { file: CONVERSION_FACTORS },
    `${entry.value} for ${entry.schedule} is ${percent.toFixed(1)} % off ${last.value}, the factor until ${last.to}; ${MOST_PERCENT} % are allowed`,
    "Correct the number, or give --yes when CMS has set it so",
  );
}

/** How new factors are taken in. */
export interface Recording {
  /** A value may be far off last year's. */
  readonly yes?: boolean;
  /** A factor that is recorded for the same days gives way. */
  readonly replace?: boolean;
}

function isSameDays(one: ConversionFactorEntry, two: ConversionFactorEntry): boolean {
  return one.from === two.from && one.to === two.to;
}

function refuseRival(entry: ConversionFactorEntry, rival: ConversionFactorEntry): void {
  const message = `${rival.value} is recorded for ${entry.schedule} from ${rival.from} to ${rival.to}`;
  const cure = isSameDays(entry, rival)
    ? "If that is a mistake, give --replace"
    : "If the law changed it inside those days, shorten that entry by hand and say so in its note";
  throw fault("factor.recorded", { file: CONVERSION_FACTORS }, message, cure);
}

/**
 * The list of factors with new ones, each behind the last of its schedule, or in the place of the one it replaces.
 *
 * @throws InputFault when a factor for some of the days is recorded already, or one is far off last year's
 */
export function withFactors(
  before: readonly ConversionFactorEntry[],
  fresh: readonly ConversionFactorEntry[],
  { yes = false, replace = false }: Recording = {},
): ConversionFactorEntry[] {
  const factors = [...before];
  for (const entry of fresh) {
    const at = factors.findIndex((each) => rivals(entry, each));
    const rival = factors[at];
    if (rival !== undefined && !(replace && isSameDays(entry, rival))) refuseRival(entry, rival);
    if (!yes) refuseFarOff(entry, factors);
    const last = factors.findLastIndex((each) => each.schedule === entry.schedule);
    if (rival === undefined) factors.splice(last + 1, 0, entry);
    else factors.splice(at, 1, entry);
  }
  return factors;
}
