import { firstNames } from "../../pipelines/problems/nearest.ts";
import { renderPlace } from "../../pipelines/problems/problems.ts";
import { onceAYear } from "../../pipelines/schedules/continuity/once-a-year.ts";
import { countText } from "../../pipelines/words/money-text.ts";
import type { Problem } from "../../schemas/place.ts";
import { type DamageOutcome, type DamageResult, findingOf } from "./run.ts";

/** The most checks that a row of the report names, and the most keys of each. */
const CHECKS = 4;
const KEYS = 3;

function byCode(problems: readonly Problem[]): [code: string, of: Problem[]][] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) groups.set(problem.code, [...(groups.get(problem.code) ?? []), problem]);
  return [...groups];
}

function checkText([code, problems]: readonly [string, readonly Problem[]]): string {
  const keys = [...new Set(problems.flatMap(({ place }) => place.key ?? []))];
  if (keys.length === 0) return code;
  if (code === "cross.continuity") return `${code}: ${firstNames(keys, CHECKS)}`;
  return keys.length > KEYS ? `${code} (${countText(keys.length)})` : `${code}: ${keys.join(", ")}`;
}

/** "pfs.components-by-pctc (440); cross.continuity: rvu.pctcIndicator". */
export function noticedText(problems: readonly Problem[]): string {
  const groups = byCode(problems);
  const more = groups.length > CHECKS ? [`${groups.length - CHECKS} more`] : [];
  return [...groups.slice(0, CHECKS).map(checkText), ...more].join("; ");
}

/** Place of the first thing that was noticed. */
export function whereText([first]: readonly Problem[]): string {
  return first === undefined ? "" : renderPlace(first.place);
}

/** What was noticed of a damage: what stops the build, else what is listed for review. */
export function noticedIn({ outcome, stops, notes }: DamageResult): readonly Problem[] {
  return outcome === "stopped" ? stops : notes;
}

/** How many damages have each outcome. */
export function outcomeCounts(results: readonly DamageResult[]): Readonly<Record<DamageOutcome, number>> {
  const of = (outcome: DamageOutcome): number => results.filter((result) => result.outcome === outcome).length;
  return { stopped: of("stopped"), noted: of("noted"), harmless: of("harmless"), passed: of("passed") };
}

function lacking(wanted: readonly string[] = [], problems: readonly Problem[]): string[] {
  const found = new Set(problems.flatMap((problem) => [problem.code, findingOf(problem)]));
  return wanted.filter((finding) => !found.has(finding));
}

/** Whether a damage is noticed where no other release of the year is registered. */
export function isNoticedInJanuary({ inJanuary, notes }: DamageResult): boolean {
  return inJanuary.length > 0 || notes.some(({ code }) => code !== onceAYear.id);
}

function faultsOfOne(result: DamageResult): string[] {
  const { damage, outcome, stops, notes } = result;
  const faults = [
    ...lacking(damage.stops, stops).map((finding) => `is not stopped by ${finding}`),
    ...lacking(damage.notes, notes).map((finding) => `is not noted by ${finding}`),
  ];
  if ((outcome === "harmless") !== (damage.harmless === true)) faults.push(`is ${outcome}`);
  if ((outcome === "passed") !== (damage.why !== undefined)) faults.push(`is ${outcome}, and the list does not agree`);
  const isQuiet = outcome !== "harmless" && outcome !== "passed" && !isNoticedInJanuary(result);
  if (isQuiet !== (damage.whyInJanuary !== undefined))
    faults.push(isQuiet ? "passes in January" : "does not pass in January");
  return faults;
}

/** Where the list of damages and what was noticed differ; a damage that passes in silence is one, unless the list says why. */
export function faultsOf(results: readonly DamageResult[]): string[] {
  return results.flatMap((result) =>
    faultsOfOne(result).map((fault) => `${result.damage.table}, ${result.damage.name}: ${fault}`),
  );
}
