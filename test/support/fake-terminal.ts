import type { Terminal } from "../../scripts/print/terminal.ts";

/** A terminal that remembers what was printed. */
export function fakeTerminal(): Terminal & { readonly results: string[]; readonly notes: string[] } {
  const results: string[] = [];
  const notes: string[] = [];
  return { results, notes, result: (text) => results.push(text), note: (text) => notes.push(text), isTty: false };
}
