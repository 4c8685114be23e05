import type { Command } from "commander";
import { didYouMean } from "../../pipelines/problems/nearest.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Refuses `--page --json`: an option that lost its value takes the next option for one, and nobody would see it.
 *
 * @throws UsageError naming both
 */
export function refuseOptionsAsValues(command: Command): void {
  for (const option of command.options) {
    const values: unknown[] = [command.getOptionValue(option.attributeName())].flat();
    const swallowed = values.find((value) => typeof value === "string" && value.startsWith("--"));
    if (swallowed !== undefined) throw new UsageError(`${option.flags} needs a value, and "${swallowed}" is an option`);
  }
}

/**
 * Refuses options that answer one question twice.
 *
 * @throws UsageError naming those that were given
 */
export function refuseTwo<Options>(options: Options, names: readonly (keyof Options & string)[]): void {
  const given = names.filter((name) => options[name] !== undefined).map((name) => `--${name}`);
  if (given.length > 1) throw new UsageError(`${given.join(" and ")} could contradict each other; give one of them`);
}

/**
 * One of the names that an option takes.
 *
 * @param kind what they are, one and several: "track", "tracks"
 * @throws UsageError that lists them
 */
export function oneOf<Name extends string>(
  option: string,
  [one, several]: readonly [string, string],
  names: readonly Name[],
  text: string,
): Name {
  const name = names.find((each) => each === text);
  if (name !== undefined) return name;
  const near = didYouMean(text, names);
  throw new UsageError(`${option}: "${text}" is not ${one}; ${several} are ${names.join(", ")}${near}`);
}

/** Codes and modifiers have capitals only, and people type them as they like. */
export function inCapitals(value: string): string {
  return value.toUpperCase();
}

/** Value of an option that may be repeated, such as a path, which may have commas. */
export function collect(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, value];
}

/** Values of an option that may be repeated, or be a list with commas. */
export function collectList(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, ...value.split(",")];
}

/** A release's name as CMS spells it: 2026a and 26A are 2026A, 24ar is 2024AR. Any other text stays as it is. */
export function releaseAsTyped(text: string): string {
  const [, year, letters, revision = ""] = /^(?:20)?(\d\d)([a-d]r?)(-[a-z\d-]+)?$/i.exec(text) ?? [];
  if (year === undefined || letters === undefined) return text;
  return `20${year}${letters.toUpperCase()}${revision.toLowerCase()}`;
}

/** Values of a `--release` that may be repeated, or be a list with commas. */
export function collectReleases(value: string, earlier: readonly string[] = []): string[] {
  return collectList(value, earlier).map(releaseAsTyped);
}
