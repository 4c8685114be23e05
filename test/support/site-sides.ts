import { readFileSync } from "node:fs";
import { openRelease } from "../../pipelines/read/index.ts";
import { releaseInputs } from "../../pipelines/read/inputs.ts";
import type { Movement } from "../../pipelines/reports/views/movements.ts";
import { type ComparedAmount, type ComparedSide, hasMoved } from "../../pipelines/website/browser/two-sides.ts";

/** A release in an output folder as the site compares it; in a locality, or nationally. */
export async function siteSide(out: string, id: string, locality = "national"): Promise<ComparedSide> {
  const reader = JSON.parse(readFileSync(`${out}/${id}/reader.json`, "utf8")) as object;
  const release = await openRelease(reader);
  const placeTitle = release.localities.find(({ key }) => key === locality)?.name ?? locality;
  return { release, inputs: releaseInputs(release, reader), locality, placeTitle };
}

type Named = Pick<ComparedAmount, "hcpcs" | "modifier" | "schedule">;

/** The row and the schedule of an amount. */
function amountName({ hcpcs, modifier, schedule }: Named): string {
  return `${hcpcs} ${modifier} ${schedule}`;
}

/** An amount that moved, as a diff has it: the site has no weights, so that it does not split rates. */
function asOnSite({ schedule, amount, isNa }: Movement) {
  const { from, to, change, percent, effects, na } = amount;
  const isSplit = schedule === "office" || schedule === "facility";
  return { from, to, change, percent, na, isNa, effects: isSplit ? effects : null };
}

/** Names of the amounts for which the site and a diff of the same releases do not say the same. */
export function unlikeDiff(site: readonly ComparedAmount[], diff: readonly Movement[]): string[] {
  const text = (each: Movement): string => JSON.stringify(asOnSite(each));
  const ours = new Map(site.filter(hasMoved).map((each) => [amountName(each), text(each)]));
  const theirs = new Map(diff.map((each) => [amountName(each), text(each)]));
  return [...new Set([...ours.keys(), ...theirs.keys()])].filter((name) => ours.get(name) !== theirs.get(name));
}
