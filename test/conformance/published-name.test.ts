import { describe, expect, it } from "vitest";
import { publishedName } from "../../pipelines/proof/conformance/published-name.ts";

describe(publishedName, () => {
  it.each([
    ["/cms/PFREV25C/PFREV25C.txt", "2025", "C", false, ["PFREV25C.txt"]],
    ["/cms/PFREV25D/PFREV4.txt", "2025", "D", false, ["PFREV4.txt", "PFREV25D"]],
    ["pfrev26a-updated-12-29-2025.zip > PFALL26AR.txt", "2026", "AR", false, ["PFALL26AR.txt"]],
    ["PFALL20.txt", "2020", undefined, false, ["PFALL20.txt"]],
    ["PFREV20B/PFALL20.txt", "2020", "B", false, ["PFALL20.txt", "PFREV20B"]],
    ["PFREV2.txt", undefined, "B", false, ["PFREV2.txt"]],
    ["pfall10c_pct22.zip > PFALL10C_PCT22.txt", "2010", "CPCT22", false, ["PFALL10C_PCT22.txt"]],
    ["PFALL12M.txt", "2012", "M", false, ["PFALL12M.txt"]],
    ["PFALL26A_QPP.txt", "2026", "A", true, ["PFALL26A_QPP.txt"]],
    ["PFALL26A_nonQPP.txt", "2026", "A", false, ["PFALL26A_nonQPP.txt"]],
    ["QPP/PFALL26A_nonQPP.txt", "2026", "A", false, ["PFALL26A_nonQPP.txt"]],
    ["PFREV26B non-QPP/PFALL26B.txt", "2026", "B", false, ["PFALL26B.txt"]],
    ["/cms/2024/amounts.csv", undefined, undefined, false, []],
  ])("%s", (path, year, letters, qualifying, said) => {
    expect(publishedName(path)).toMatchObject({ year, letters, qualifying, said });
  });

  it("takes a file for one of all codes by its own name, not by those around it", () => {
    const paths = ["PFALL26A.txt", "pfrev26a.zip > pfall26ar.txt", "PFALL25/PFREV25C.txt", "amounts.csv"];
    expect(paths.map((path) => publishedName(path).annual)).toEqual([true, true, false, false]);
  });
});
