import type { ReleaseReport } from "../../schemas/out/refresh.ts";
import { shellQuoted } from "../print/next-steps.ts";
import { STARTED_AS } from "../program/packed.ts";
import { registryArguments } from "../program/registry-folder.ts";
import type { DryRun } from "./dry-run.ts";
import { OPTIONS, optionName, type RefreshArguments } from "./refresh-options.ts";

/** What stands in the next command where a person writes; it is refused when it comes back. */
export const TO_WRITE = { reason: "WHY CMS IS RIGHT", source: "WHO SAYS SO", cite: "WHERE CMS PUBLISHED IT" } as const;

/** The texts that an option was typed with. */
function textsOf(
  value: string | boolean | readonly string[],
  kind: (typeof OPTIONS)[number]["kind"],
): readonly string[] {
  if (typeof value === "boolean") return [];
  if (typeof value === "string") return [value];
  return kind === "list" ? [value.join(",")] : value;
}

function typedOption(option: (typeof OPTIONS)[number], options: RefreshArguments): string[] {
  const value = options[option.name];
  const isDefault = "default" in option && value === option.default;
  if (value === undefined || isDefault) return [];
  return textsOf(value, option.kind).map((text) => `${optionName(option)} ${shellQuoted(text)}`);
}

/** Each finding is accepted by itself, with a reason that only a person has. */
function acceptOptions({ findings }: ReleaseReport): string[] {
  const keys = new Set(findings.map(({ check, key }) => `${check}:${key}`));
  return [...keys].map((key) => `--accept "${key}=${TO_WRITE.reason}"`);
}

function registryOption(): string[] {
  const typed = registryArguments().map(shellQuoted).join(" ");
  return typed === "" ? [] : [typed];
}

/** What to type when the report is right: the same command, what is left to say, and the yes. */
export function nextCommand({ report, tried }: DryRun, options: RefreshArguments): string {
  const typed = OPTIONS.flatMap((option) => typedOption(option, options));
  const accept = report.releases.flatMap(acceptOptions);
  const source = accept.length > 0 && options.source === undefined ? [`--source "${TO_WRITE.source}"`] : [];
  const isUncited = options.cite === undefined && tried.some(({ newFactors }) => newFactors.length > 0);
  const cite = isUncited ? [`--cite "${TO_WRITE.cite}"`] : [];
  const parts = [`${STARTED_AS} refresh`, ...registryOption(), ...typed, ...accept, ...source, ...cite, "--apply"];
  return parts.join(" \\\n    ");
}
