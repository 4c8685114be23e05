import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { PairsOfRelease } from "../../pipelines/answers/audit/prices.ts";
import { paidPairs } from "../../pipelines/answers/rate/paid-pairs.ts";
import { openFolder } from "../../pipelines/documents/release-folder.ts";
import { AUDIT_2025, audited } from "../support/audited.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));

/** Pairs of Addendum J that the embedded release has, and the combination codes that its excerpt lacks (CMS's rates). */
const pairsOf: PairsOfRelease = (release) =>
  release !== "2025A"
    ? []
    : [
        ...paidPairs(openFolder(join(OUT, "2025A"))),
        ...(["22510", "22511"] as const).map((primary, at) => ({
          ...{ setting: "asc" as const, primary, secondary: "22512", through: ["C7504", "C7505"][at] ?? "" },
          ...{ amount: "3510.84", isInferred: false },
        })),
      ];

const FEES = (rows: readonly string[]) => ["code,OPPS rate,ASC rate", ...rows].join("\n");

describe("a figure that is paid for two codes on one claim", () => {
  it("is equal to the pair, not only wrong by the difference to the code alone", () => {
    // Addendum J of 2025: 22511 with 22512 is paid by APC 5114, 7,143.73; alone 3,244.61. The difference: 3,899.12.
    const { figures, causes } = audited(FEES(["22511,7143.73,3510.84", "22513,12866.82,"]), { pairsOf }, AUDIT_2025);
    expect(figures.map(({ verdict }) => verdict)).toMatchObject([
      { kind: "equal-to-other", difference: "3899.12", equals: { pairedWith: ["22512"] } },
      { kind: "equal-to-other", equals: { pairedWith: ["22512"] }, text: "the pair with 22512 (C7505)" },
      { equals: { pairedWith: ["22510", "22515"] }, text: "the pair with 22510 or 22515 (APC 5115)" },
    ]);
    expect(causes).toHaveLength(3);
  });

  it("is only wrong where nobody gives the pairs, or no pair has the amount", () => {
    expect(audited(FEES(["22511,7143.73,"]), {}, AUDIT_2025).figures[0]?.verdict.kind).toBe("wrong");
    expect(audited(FEES(["22511,7143.74,"]), { pairsOf }, AUDIT_2025).figures[0]?.verdict.kind).toBe("wrong");
  });

  it("of a packaged code has the pair through which it is paid, with its amount", () => {
    const { figures } = audited(FEES(["22512,1500,0", "77002,1,"]), { pairsOf }, AUDIT_2025);
    const [hospital, asc, other] = figures.map(({ verdict }) => verdict);
    expect(hospital).toMatchObject({
      ...{ kind: "not-priced", reason: "packaged" },
      text: "the payment is packaged into the payment for another service; it is paid through the pair with 22510 or 22511 (APC 5114): $7,143.73",
      pairs: [
        { with: "22510", through: "5114", amount: "7143.73" },
        { with: "22511", through: "5114", amount: "7143.73" },
      ],
    });
    expect(asc).toMatchObject({ isDrift: false, pairs: [{ through: "C7504" }, { through: "C7505" }] });
    expect(other).not.toHaveProperty("pairs");
  });

  it("is found in another release where it equals nothing else, and in that of the whole table", () => {
    const other = audited(FEES(["22511,7143.73,", "22510,3342.87,"]), { pairsOf }).figures[0]?.verdict;
    expect(other).toMatchObject({ text: "2025A, the pair with 22512 (APC 5114)" });
    const { figures } = audited(FEES(["22511,7143.73,", "22510,3244.61,", "22514,7143.73,", "22505,1600.41,"]), {
      pairsOf,
    });
    expect(figures[0]?.verdict).toMatchObject({ equals: { release: "2025A", pairedWith: ["22512"] } });
  });
});
