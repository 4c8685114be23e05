import type { Successions } from "../../schemas/source/successions.ts";
import { sourceAsItIs } from "./read-source.ts";

/** What a message adds about a code that succeeded another one, or was succeeded: "" for any other code. */
export function successionText(hcpcs: string): string {
  const { successions } = sourceAsItIs<Successions>("successions.json");
  const found = successions.find(({ deleted, successor }) => deleted === hcpcs || successor === hcpcs);
  if (found === undefined) return "";
  const { deleted, successor, on, scope } = found;
  return deleted === hcpcs
    ? `; ${successor} succeeded it on ${on} (${scope})`
    : `; before ${on} the code was ${deleted} (${scope})`;
}
