import type { DiffSide } from "../../schemas/out/diff.ts";
import type { Side } from "./side.ts";

/** How a change is split, for whoever reads the numbers. */
export const METHOD =
  "An amount is (work x work GPCI + PE x PE GPCI + MP x MP GPCI) x conversion factor, a facility rate is weight x factor. The effect of each number is its change times the average, over every order in which the numbers could have changed, of what it is multiplied by (Shapley value). Effects do not depend on an order, add up to the change of the exact product, and turn their signs around when old and new are swapped. Each is rounded half away from zero to the cent; `rounding` is what that leaves of the change of the two rounded amounts.";

/** A side as a document tells it. */
export function sideOf({ manifest, manifestSha256, conversionFactor }: Side): DiffSide {
  const { release, title, window, coverage, publications, exceptions } = manifest;
  const files = publications.flatMap((publication) =>
    publication.files.map(({ name, sha256 }) => ({ name, sha256, origin: publication.origin })),
  );
  const excepted = exceptions.reduce((sum, { rows }) => sum + rows, 0);
  return { release, title, window, coverage, manifestSha256, conversionFactor, files, excepted };
}
