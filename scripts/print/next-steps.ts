import { isPreview } from "../../pipelines/sources/calendar.ts";
import type { Outcome } from "../build/outcome.ts";
import { STARTED_AS } from "../program/packed.ts";

/** A path, quoted for a shell. */
export function shellQuoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

/** Commands to try next, which work with the releases just built. */
export function nextSteps(out: string, built: readonly Outcome[]): string[] {
  const [before, last] = [built.at(-2), built.at(-1)];
  const code = last?.family[0]?.hcpcs;
  if (last === undefined || code === undefined) return [];
  if (isPreview(last.id)) return ["", "Try next:", `  ${STARTED_AS} diff RELEASE ${last.id} --out out-local`];
  const commands = [
    `rate ${code} --release ${last.id}`,
    `explain ${code} office --release ${last.id}`,
    before === undefined ? `page ${code} --release ${last.id}` : `diff ${before.id} ${last.id}`,
  ];
  const folder = out === "out" ? "" : ` --out ${shellQuoted(out)}`;
  return ["", "Try next:", ...commands.map((command) => `  ${STARTED_AS} ${command}${folder}`)];
}
