import { expect, it } from "vitest";
import type { OpenedRelease } from "../../pipelines/read/types.ts";
import { siteCodes } from "../../pipelines/website/site-codes.ts";

const withCodes = (...codes: readonly string[]) => ({ codes }) as unknown as OpenedRelease;

it("names the releases of every code once", () => {
  const { kinds } = siteCodes([withCodes("22510", "22520"), withCodes("22510", "22511"), withCodes("22510", "22511")]);
  expect(kinds).toEqual([
    { releases: [0, 1, 2], codes: "22510" },
    { releases: [0], codes: "22520" },
    { releases: [1, 2], codes: "22511" },
  ]);
});

it("says of both codes of a succession what took whose place", () => {
  const { successions } = siteCodes([]);
  expect(successions["22521"]).toMatch(/^; 22511 succeeded 22521 on 2015-01-01/);
  expect(successions["22511"]).toBe(successions["22521"]);
  expect(successions["99213"]).toBeUndefined();
});
