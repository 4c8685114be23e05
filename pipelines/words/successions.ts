import { type Succession, successionsOf } from "../sources/successions.ts";

/** "22511 succeeded 22521 on 2015-01-01 (not like for like: ...)" */
export function successionSentence({ deleted, successor, on, scope }: Succession): string {
  return `${successor} succeeded ${deleted} on ${on} (${scope})`;
}

/** What a message adds about an unknown code that succeeded another one, or was succeeded: "" for any other code. */
export function successionText(hcpcs: string): string {
  const { successions = [] } = successionsOf(hcpcs) ?? {};
  return successions.map((each) => `; ${successionSentence(each)}`).join("");
}
