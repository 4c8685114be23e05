import { describe, expect, it } from "vitest";
import type { PfsBook } from "../../pipelines/schedules/pfs/price.ts";
import { compare, RELEASES, VERTEBROPLASTY } from "../support/compared.ts";
import { fileOf, lines, record } from "../support/payment-file.ts";

function pricedRows({ rvu }: PfsBook): { hcpcs: string; modifier: string }[] {
  return Array.from(rvu.priced, (row) => ({
    hcpcs: rvu.columns.hcpcs.at(row),
    modifier: rvu.columns.modifier.at(row),
  }));
}

describe("a file as a whole", () => {
  it("is cut off where CMS's trailer lines do not end it", async () => {
    const { problems, differenceCount } = await compare(lines(VERTEBROPLASTY));
    expect(differenceCount).toBe(0);
    expect(problems).toMatchObject([{ code: "payment.truncated", cure: "Download the file again" }]);
  });

  it("loses no half character at its end", async () => {
    const bytes = Buffer.concat([Buffer.from(fileOf(VERTEBROPLASTY), "latin1"), Buffer.from([0xe2, 0x80])]);
    expect((await compare(bytes.toString("latin1"))).problems).toMatchObject([
      { code: "payment.layout", place: { row: 3 } },
    ]);
  });

  it("has all codes when its name says so, and half of them when another quarter's are compared", async () => {
    const annual = await compare(fileOf(VERTEBROPLASTY), RELEASES, "PFALL25A.txt");
    expect(annual).toMatchObject({
      unlisted: { localities: { listed: 1, all: 109 } },
      problems: [{ code: "payment.incomplete", place: { file: "PFALL25A.txt" } }],
    });
    const rows = annual.unlisted?.rows;
    expect(annual.problems[0]?.message).toMatch(
      new RegExp(
        `lacks ${rows} of the rows that 2025A prices in the file's localities \\(1\\): those of 22310, .* and others$`,
      ),
    );
    const book = await RELEASES.book("2025A");
    const priced = book.pfs === undefined ? [] : pricedRows(book.pfs);
    const records = priced.map(({ hcpcs, modifier }) =>
      record({ hcpcs, modifier: modifier || "  ", nonFacility: "1.00", facility: "1.00" }),
    );
    const most = fileOf(...records.slice(3));
    expect((await compare(most, RELEASES, "PFALL25A.txt")).problems).toHaveLength(1);
    const { problems, unlisted } = await compare(most, RELEASES, "PFALL25C.txt");
    expect([problems, unlisted?.rows]).toEqual([[], 3]);
    expect((await compare(fileOf(...records.slice(0, 3)), RELEASES, "PFALL25C.txt")).problems).toHaveLength(1);
  });

  it("is compared with what its names say, and the names are told", async () => {
    const because = async (path: string) => (await compare(fileOf(VERTEBROPLASTY), RELEASES, path)).releaseBecause;
    expect(await because("PFREV25A.txt")).toBe("the name PFREV25A.txt");
    expect(await because("PFREV25C/PFREV1.txt")).toBe("the names PFREV1.txt and PFREV25C");
    expect(await because("PFREV1.txt")).toBe("the name PFREV1.txt and the year in its first record");
  });

  it("tells what we price and a file of all codes lacks, and nothing of the kind for a file of a few", async () => {
    expect((await compare(fileOf(VERTEBROPLASTY))).unlisted).toBeNull();
    const all = RELEASES.book("2025A").then(({ pfs }) => pfs && pricedRows(pfs));
    const records = (await all)?.map((row) =>
      record({ hcpcs: row.hcpcs, modifier: row.modifier || "  ", nonFacility: "1.00", facility: "1.00" }),
    );
    const { unlisted } = await compare(fileOf(...(records ?? []).slice(1)));
    expect(unlisted).toEqual({ rows: 1, codes: ["22310"], localities: { listed: 1, all: 109 } });
  });
});
