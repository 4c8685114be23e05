import { describe, expect, it } from "vitest";
import { publishedName } from "../../pipelines/proof/conformance/published-name.ts";

describe(publishedName, () => {
  it.each([
    ["/cms/PFREV25C/PFREV25C.txt", "2025", "C", undefined, ["PFREV25C.txt"]],
    ["/cms/PFREV25D/PFREV4.txt", "2025", "D", undefined, ["PFREV4.txt", "PFREV25D"]],
    ["pfrev26a-updated-12-29-2025.zip > PFALL26AR.txt", "2026", "AR", undefined, ["PFALL26AR.txt"]],
    ["PFALL20.txt", "2020", undefined, undefined, ["PFALL20.txt"]],
    ["PFREV20B/PFALL20.txt", "2020", "B", undefined, ["PFALL20.txt", "PFREV20B"]],
    ["PFREV2.txt", undefined, "B", undefined, ["PFREV2.txt"]],
    ["pfall10c_pct22.zip > PFALL10C_PCT22.txt", "2010", "CPCT22", undefined, ["PFALL10C_PCT22.txt"]],
    ["PFALL12M.txt", "2012", "M", undefined, ["PFALL12M.txt"]],
    ["PFALL26A_QPP.txt", "2026", "A", "qualifying-apm", ["PFALL26A_QPP.txt"]],
    ["PFALL26A_nonQPP.txt", "2026", "A", "usual", ["PFALL26A_nonQPP.txt"]],
    ["QPP/PFALL26A_nonQPP.txt", "2026", "A", "usual", ["PFALL26A_nonQPP.txt"]],
    ["PFREV26B non-QPP/PFALL26B.txt", "2026", "B", "usual", ["PFALL26B.txt"]],
    ["PFREV26B_QP.zip > PFREV26B.txt", "2026", "B", "qualifying-apm", ["PFREV26B.txt"]],
    ["PFREV26B_nonQP.zip > PFREV26B.txt", "2026", "B", "usual", ["PFREV26B.txt"]],
    [
      "pfrev26b-updated-03-10-2026.zip > PFREV26B_QP.zip > PFREV26B.txt",
      "2026",
      "B",
      "qualifying-apm",
      ["PFREV26B.txt"],
    ],
    ["PFREV26A/PFREV26AR_nonQP.zip > PFALL26AR.txt", "2026", "AR", "usual", ["PFALL26AR.txt"]],
    ["Qp.zip > PFALL26B.txt", "2026", "B", "qualifying-apm", ["PFALL26B.txt"]],
    ["acqp/PFALL26B.txt", "2026", "B", undefined, ["PFALL26B.txt"]],
    ["files-1gX9qp/PFREV25A.txt", "2025", "A", undefined, ["PFREV25A.txt"]],
    ["aqppz/PFREV25A.txt", "2025", "A", undefined, ["PFREV25A.txt"]],
    ["/cms/2024/amounts.csv", undefined, undefined, undefined, []],
  ])("%s", (path, year, letters, track, names) => {
    expect(publishedName(path)).toMatchObject({ year, letters, track, names });
  });

  it("takes a file for one of all codes by its own name, not by those around it", () => {
    const paths = ["PFALL26A.txt", "pfrev26a.zip > pfall26ar.txt", "PFALL25/PFREV25C.txt", "amounts.csv"];
    expect(paths.map((path) => publishedName(path).annual)).toEqual([true, true, false, false]);
  });
});
