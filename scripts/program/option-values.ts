import type { Command } from "commander";
import { didYouMean } from "../../pipelines/problems/nearest.ts";
import { RATE_SETTINGS } from "../../schemas/names.ts";
import type { RateSettingName } from "../../schemas/out/rate.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Refuses `--page --json`: an option without its value would silently take the next option as the value.
 *
 * @throws UsageError that names both
 */
export function refuseOptionsAsValues(command: Command): void {
  for (const option of command.options) {
    const values: unknown[] = [command.getOptionValue(option.attributeName())].flat();
    const swallowed = values.find((value) => typeof value === "string" && value.startsWith("--"));
    if (swallowed !== undefined) throw new UsageError(`${option.flags} needs a value; "${swallowed}" is an option`);
  }
}

/**
 * Refuses options that say the same thing twice.
 *
 * @throws UsageError that names the given ones
 */
export function refuseTwo<Options>(options: Options, names: readonly (keyof Options & string)[]): void {
  const given = names.filter((name) => options[name] !== undefined).map((name) => `--${name}`);
  if (given.length > 1) throw new UsageError(`give only one of ${given.join(" and ")}`);
}

/**
 * One of the names that an option takes.
 *
 * @param kind singular and plural: "a track", "tracks"
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

/** Codes and modifiers have capitals only; users may type small letters. */
export function inCapitals(value: string): string {
  return value.toUpperCase();
}

/** Value of an option that may be repeated; a value, such as a path, may contain commas. */
export function collect(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, value];
}

/** Values of an option that may be repeated, or have a list with commas. */
export function collectList(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, ...value.split(",")];
}

/** A release's name as CMS spells it: 2026a and 26A become 2026A, 24ar becomes 2024AR. Other text is unchanged. */
export function releaseAsTyped(text: string): string {
  const [, year, letters, revision = ""] = /^(?:20)?(\d\d)([a-d]r?)(-[a-z\d-]+)?$/i.exec(text) ?? [];
  if (year === undefined || letters === undefined) return text;
  return `20${year}${letters.toUpperCase()}${revision.toLowerCase()}`;
}

/** Values of a `--release` that may be repeated, or have a list with commas. */
export function collectReleases(value: string, earlier: readonly string[] = []): string[] {
  return collectList(value, earlier).map(releaseAsTyped);
}

/** The setting of `--setting`, or all of them. */
export function wantedSettings(text: string | undefined): readonly RateSettingName[] {
  return text === undefined ? RATE_SETTINGS : [oneOf("--setting", ["a setting", "settings"], RATE_SETTINGS, text)];
}
