import { describe, expect, it } from "vitest";
import { publishedName } from "../../pipelines/conformance/published-name.ts";

describe(publishedName, () => {
  it.each([
    ["/cms/PFREV25C/PFREV25C.txt", "2025", "C", false],
    ["/cms/PFREV25D/PFREV4.txt", "2025", "D", false],
    ["pfrev26a-updated-12-29-2025.zip > PFALL26AR.txt", "2026", "AR", false],
    ["PFALL20.txt", "2020", undefined, false],
    ["PFREV20B/PFALL20.txt", "2020", "B", false],
    ["PFREV2.txt", undefined, "B", false],
    ["pfall10c_pct22.zip > PFALL10C_PCT22.txt", "2010", "CPCT22", false],
    ["PFALL12M.txt", "2012", "M", false],
    ["PFALL26A_QPP.txt", "2026", "A", true],
    ["PFALL26A_nonQPP.txt", "2026", "A", false],
    ["QPP/PFALL26A_nonQPP.txt", "2026", "A", false],
    ["PFREV26B non-QPP/PFALL26B.txt", "2026", "B", false],
    ["/cms/2024/amounts.csv", undefined, undefined, false],
  ])("%s", (path, year, letters, qualifying) => {
    expect(publishedName(path)).toEqual({ year, letters, qualifying });
  });
});
