import { describe, expect, it } from "vitest";
import type { Registration } from "../../pipelines/inputs/register.ts";
import { publicationEntry, releaseName } from "../../pipelines/inputs/registry.ts";
import { factsOf, rowCounts } from "../../pipelines/refresh/facts.ts";
import { factorsSeen } from "../../pipelines/refresh/proposed-factors.ts";
import type { Fact } from "../../schemas/out/refresh.ts";
import type { Revision } from "../../schemas/source/publication.ts";
import { buildEdited, replaceOnce } from "../support/excerpt-copy.ts";

/** The ASC addenda of January 2026 as a new posting. */
function posting(about: Partial<Revision>): Registration {
  const entry = publicationEntry("asc", "2026Q1");
  const [first, ...others] = entry.revisions;
  if (first === undefined) throw new Error("no posting");
  const revisions = [{ ...first, ...about }, ...others];
  return { kind: "new", entry: { ...entry, revisions }, revision: 1 };
}

async function facts(about: Partial<Revision>, stated: readonly string[] = []): Promise<Fact[]> {
  const { book } = await buildEdited("2026A", { "AA.csv": replaceOnce('"$13,933.19 "', '"$13,933.20 "') });
  return factsOf(releaseName("2026A"), [posting(about)], factorsSeen(book), stated, book);
}

function fact(all: readonly Fact[], end: string): Fact | undefined {
  return all.find((each) => each.fact.endsWith(end));
}

describe(factsOf, () => {
  it("gives each factor with its cell, how many rows agree, and whether it is recorded", async () => {
    const all = await facts({});
    expect(fact(all, "factor, PFS")).toMatchObject({
      value: "33.4009",
      certainty: "printed",
      source: "in PPRRVU2026_Jan_nonQPP.csv Z6 and in 22 of 22 rows; as recorded",
      place: { column: "Z", row: 6 },
    });
    expect(fact(all, "factor, ASC")).toMatchObject({
      certainty: "computed",
      source: expect.stringMatching(/^rate \/ weight of AA\.csv G\d+; 6 of 7 rates are weight x 56\.322; as recorded$/),
    });
  });

  it("marks a factor that a person states", async () => {
    const stated = fact(await facts({}, ["pfs-qualifying=33.5675"]), "qualifying APM participants");
    expect(stated).toEqual({ fact: expect.any(String), value: "33.5675", certainty: "stated", source: "--factor" });
  });

  it.each([
    [{ posted: null, postedSource: "not recorded" }, null, "unknown"],
    [{ posted: "2025-12-29", postedSource: "the date in the address" }, "2025-12-29", "guess"],
    [{ posted: "2025-12-29", postedSource: "stated by whoever registered it" }, "2025-12-29", "stated"],
  ])("shows a guess as a guess: %j", async (about, value, certainty) => {
    expect(fact(await facts(about), "day on which CMS posted it")).toMatchObject({ value, certainty });
  });

  it("says where a file came from, and who accepted its licence", async () => {
    const url = "https://www.cms.gov/files/zip/a.zip";
    expect(fact(await facts({ url }), "address")).toMatchObject({ value: url, certainty: "observed" });
    const local = await facts({ url: null });
    expect(fact(local, "address")).toMatchObject({ value: null, certainty: "unknown" });
    expect(fact(local, "licence")).toBeUndefined();
    const licence = { by: "an analyst", on: "2026-01-02" };
    expect(fact(await facts({ licence }), "licence")).toMatchObject({ value: "accepted by an analyst on 2026-01-02" });
  });

  it("says which crosswalks are missing", async () => {
    const all = await facts({});
    expect(fact(all, "ZIP codes")).toMatchObject({ value: null, certainty: "unknown" });
    expect(fact(all, "counties")).toMatchObject({ value: null, source: "the archive has no county crosswalk" });
  });
});

describe(rowCounts, () => {
  it("puts the rows of each table beside those of another release", async () => {
    const { book } = await buildEdited("2026A", {});
    expect(rowCounts(book, new Map([["rvu", 23]]))).toEqual(
      expect.arrayContaining([
        { table: "rvu", rows: 22, before: 23 },
        { table: "asc-aa", rows: 10, before: null },
      ]),
    );
  });
});
