import { describe, expect, it } from "vitest";
import { asTyped, withInstalledNames } from "../../scripts/program/as-typed.ts";

describe(withInstalledNames, () => {
  it.each([
    ["npm start", "ratebook"],
    ["npm start -- --from FOLDER", "ratebook --from FOLDER"],
    ["npm start --silent -- --json", "ratebook --json"],
    ["npm run --silent explain -- 22511 office", "ratebook explain 22511 office"],
    [
      "Build one with `npm start`, or `npm run register -- --help`",
      "Build one with `ratebook`, or `ratebook register --help`",
    ],
    [
      "npm run releases      all of them\nnpm run rate -- 1     one",
      "ratebook releases     all of them\nratebook rate 1       one",
    ],
    ["installed with npm", "installed with npm"],
  ])("%s", (typed, installed) => {
    expect(withInstalledNames(typed)).toBe(installed);
  });

  it("is not for a checkout", () => {
    expect(asTyped("npm start -- --help")).toBe("npm start -- --help");
  });
});
