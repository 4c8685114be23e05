import type { ReleaseReport } from "../../schemas/out/refresh.ts";
import { shellQuoted } from "../print/next-steps.ts";
import { STARTED_AS } from "../program/packed.ts";
import { registryArguments } from "../program/registry-folder.ts";
import type { DryRun } from "./dry-run.ts";

/** Output folder, and folder of reports, where no option names them. */
export const DEFAULTS = { out: "out-local", to: "refresh" } as const;

/** What stands in the next command where a person writes; it is refused when it comes back. */
export const TO_WRITE = { reason: "WHY CMS IS RIGHT", source: "WHO SAYS SO", cite: "WHERE CMS PUBLISHED IT" } as const;

/** What is typed after `ratebook refresh`. */
export interface RefreshArguments {
  readonly from?: string;
  readonly store?: string;
  readonly out: string;
  readonly on?: string;
  readonly families?: readonly string[];
  readonly pick?: readonly string[];
  readonly accept?: readonly string[];
  readonly source?: string;
  readonly without?: readonly string[];
  readonly factor?: readonly string[];
  readonly cite?: string;
  readonly note?: string;
  readonly contact?: string;
  readonly acceptAmaLicense?: string;
  readonly apply?: boolean;
  readonly to: string;
  readonly json?: boolean;
}

/** Options that a second run needs as the first had them. */
const REPEATED = [
  ...(["from", "store", "out", "on", "families", "without", "source", "cite", "note", "to"] as const),
  ...(["contact", "acceptAmaLicense", "pick", "accept", "factor"] as const),
] as const;

function typedOption(name: (typeof REPEATED)[number], options: RefreshArguments): string[] {
  const value = options[name];
  const isDefault = (name === "out" || name === "to") && value === DEFAULTS[name];
  if (value === undefined || isDefault) return [];
  const isJoined = name === "families" || name === "without";
  const texts = typeof value === "string" ? [value] : isJoined ? [value.join(",")] : value;
  const option = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return texts.map((text) => `--${option} ${shellQuoted(text)}`);
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
  const typed = REPEATED.flatMap((name) => typedOption(name, options));
  const accept = report.releases.flatMap(acceptOptions);
  const source = accept.length > 0 && options.source === undefined ? [`--source "${TO_WRITE.source}"`] : [];
  const isUncited = options.cite === undefined && tried.some(({ newFactors }) => newFactors.length > 0);
  const cite = isUncited ? [`--cite "${TO_WRITE.cite}"`] : [];
  const parts = [`${STARTED_AS} refresh`, ...registryOption(), ...typed, ...accept, ...source, ...cite, "--apply"];
  return parts.join(" \\\n    ");
}
