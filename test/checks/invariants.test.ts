import { expect, it } from "vitest";
import { CHECKS } from "../../pipelines/schedules/checks/all-checks.ts";

const count = (letter: string, last: number): string[] =>
  Array.from({ length: last }, (_, index) => `${letter}${index + 1}`);

/** The list of docs/proof.md. */
const INVARIANTS = [...count("P", 19), ...count("O", 6), ...count("A", 6), ...count("X", 1)];

it("has a check for every invariant, and names no other", () => {
  expect([...new Set(CHECKS.flatMap((check) => check.invariants))].sort()).toEqual([...INVARIANTS].sort());
});

it("says of every check what it means, where it comes from and what to do", () => {
  for (const { id, title, cites, cure } of CHECKS) {
    expect([id, title.length > 20, title.includes(". "), cites.length > 0, cure.length > 20]).toEqual([
      id,
      true,
      false,
      true,
      true,
    ]);
  }
  expect(new Set(CHECKS.map((check) => check.id)).size).toBe(CHECKS.length);
});
