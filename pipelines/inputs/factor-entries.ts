import type { ConversionFactorEntry } from "../../schemas/source/parameters.ts";
import { DecimalText, type Window } from "../../schemas/text.ts";
import { fault } from "../problems/problems.ts";
import { hasTwoTracks } from "./release-id.ts";

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
    const message = `"${text}" is no factor; factors are ${FACTOR_NAMES.join(", ")}, each with its dollars`;
    throw fault("factor.invalid", { file: "factor" }, message, "Write it as pfs=33.4009");
  }
  return { schedule: KINDS[known].schedule, ...trackOf(known, window), value, ...window, cites: [{ title: cite }] };
}

/** The same schedule and track for some of the same days. */
function rivals(one: ConversionFactorEntry, two: ConversionFactorEntry): boolean {
  const same = one.schedule === two.schedule && one.track === two.track && two.publication === undefined;
  return same && one.from <= two.to && two.from <= one.to;
}

/**
 * The list of factors with new ones, each behind the last of its schedule.
 *
 * @throws InputFault when a factor for some of the days is recorded already: that one is changed by hand, with its reason
 */
export function withFactors(
  before: readonly ConversionFactorEntry[],
  fresh: readonly ConversionFactorEntry[],
): ConversionFactorEntry[] {
  const factors = [...before];
  for (const entry of fresh) {
    const rival = factors.find((each) => rivals(entry, each));
    if (rival !== undefined) {
      const message = `${rival.value} is recorded for ${entry.schedule} from ${rival.from} to ${rival.to}`;
      const cure = "If the law changed it inside those days, shorten that entry by hand and say so in its note";
      throw fault("factor.recorded", { file: "sources/parameters/conversion-factors.json" }, message, cure);
    }
    const last = factors.findLastIndex((each) => each.schedule === entry.schedule);
    factors.splice(last + 1, 0, entry);
  }
  return factors;
}
