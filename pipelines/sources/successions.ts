import type { Successions } from "../../schemas/source/successions.ts";
import { sourceAsItIs } from "./read-source.ts";

/** A code that was deleted, and the code that succeeded it. */
export type Succession = Successions["successions"][number];

/** Every succession. */
export const allSuccessions = (): readonly Succession[] => sourceAsItIs<Successions>("successions.json").successions;

/** The successions that a rule picks, with who says so; null where it picks none. */
export function successionsThat(picks: (each: Succession) => boolean): Omit<Successions, "note"> | null {
  const { successions, cites } = sourceAsItIs<Successions>("successions.json");
  const picked = successions.filter(picks);
  return picked.length === 0 ? null : { successions: picked, cites };
}

/** The successions of a code, as the one that was deleted or the one that succeeded it. */
export function successionsOf(hcpcs: string): Omit<Successions, "note"> | null {
  return successionsThat(({ deleted, successor }) => deleted === hcpcs || successor === hcpcs);
}
