import { describe, expect, it } from "vitest";
import { factorsSeen, type SeenFactor } from "../../pipelines/refresh/proposed-factors.ts";
import { buildEdited, type Edits, replaceOnce } from "../support/excerpt-copy.ts";

const AA_2026 = "AA.csv";

async function seen(release: string, edits: Edits = {}): Promise<Map<string, SeenFactor>> {
  const { book } = await buildEdited(release, edits);
  return new Map(factorsSeen(book).map((each) => [each.name, each]));
}

/** Addendum AA with the rates of another factor. */
function ratesOf(factor: number): (text: string) => string {
  return (text) => text.replace(/,([\d.]+),"\$[\d,.]+ "/g, (_, weight) => `,${weight},${(weight * factor).toFixed(2)}`);
}

describe(factorsSeen, () => {
  it("reads the printed factor, and computes the others as they are recorded", async () => {
    const factors = await seen("2026A");
    expect(factors.get("pfs")).toMatchObject({ value: "33.4009", printed: true, recorded: ["33.4009"], of: 22 });
    expect(factors.get("pfs")?.agree).toBe(22);
    expect(factors.get("asc")).toMatchObject({
      value: "56.322",
      printed: false,
      recorded: ["56.322"],
      agree: 7,
      of: 7,
    });
    expect(factors.get("asc")?.place).toMatchObject({ file: AA_2026, column: "G", key: "22862" });
  });

  it("computes that of Addendum B, from rates of whole cents", async () => {
    const opps = (await seen("2025A")).get("opps");
    expect(opps).toMatchObject({ value: "89.169", printed: false, recorded: ["89.169"] });
    expect([opps?.agree, opps?.of]).toEqual([opps?.of, expect.any(Number)]);
    expect(opps?.of).toBeGreaterThan(3);
  });

  it("gives none for a table without weights", async () => {
    expect((await seen("2026A")).has("opps")).toBe(false);
    const none = (text: string): string => text.replace(/,[\d.]+,("\$[\d,.]+ ")/g, ",,$1");
    expect((await seen("2026A", { [AA_2026]: none })).has("asc")).toBe(false);
  });

  it("is not misled by one wrong rate, and counts it", async () => {
    const wrong = replaceOnce('247.3845,"$13,933.19 "', '247.3845,"$13,903.19 "');
    expect((await seen("2026A", { [AA_2026]: wrong })).get("asc")).toMatchObject({ value: "56.322", agree: 6, of: 7 });
  });

  it("says that another factor is recorded", async () => {
    const asc = (await seen("2026A", { [AA_2026]: ratesOf(60) })).get("asc");
    expect(asc).toMatchObject({ value: "60.000", agree: 7, of: 7, recorded: ["56.322"] });
  });
});
