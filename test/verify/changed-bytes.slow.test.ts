import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { flipBytes } from "../../tools/proof/flips.ts";
import { unnoticedChanges } from "../support/signed.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));
const files = readdirSync(OUT, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

it("verify notices each of a thousand changed bytes, in whichever file", () => {
  expect(flipBytes(OUT, 1000, 22511)).toEqual({ tried: 1000, caught: 1000, files: files.length });
});

it("a signature is not one with any byte of the envelope changed", async () => {
  const { places, unnoticed } = await unnoticedChanges({ start: 40, end: 1 });
  expect(places.length).toBeGreaterThan(500);
  expect(unnoticed).toEqual([]);
});
