import fc from "fast-check";

const SURROGATES = { first: 0xd800, count: 0x800 } as const;
const LAST = 0x10ffff;

function character(number: number): string {
  return String.fromCodePoint(number < SURROGATES.first ? number : number + SURROGATES.count);
}

function numberOf(text: unknown): number {
  const [only = "", ...more] = typeof text === "string" ? text : "";
  if (only === "" || more.length > 0) throw new Error("not one character");
  const point = only.codePointAt(0) as number;
  return point < SURROGATES.first ? point : point - SURROGATES.count;
}

/**
 * Any text, of all characters of Unicode. The library's unit `binary` gives the same, and first makes a table of all of
 * them, which takes a second.
 */
export const anyText = fc.string({ unit: fc.nat(LAST - SURROGATES.count).map(character, numberOf) });
