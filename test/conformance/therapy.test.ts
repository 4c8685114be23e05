import { describe, expect, it } from "vitest";
import { AvailableReleases } from "../../pipelines/proof/conformance/available-releases.ts";
import { Comparison } from "../../pipelines/proof/conformance/compare.ts";
import { CT_GUIDANCE, compare, VERTEBROPLASTY } from "../support/compared.ts";
import { copyExcerpt, FILES_2025A, replaceOnce } from "../support/excerpt-copy.ts";
import { fileOf, record } from "../support/payment-file.ts";

/** 22511 as if it were a therapy service, of which the excerpt has none. */
const withTherapy = () =>
  new AvailableReleases(
    copyExcerpt("2025A", {
      [FILES_2025A.rvu]: replaceOnce("51.83,12.17,0,010,0.10,0.80,0.10,2", "51.83,12.17,0,010,0.10,0.80,0.10,5"),
    }),
    { allowUnregistered: true, allowChanged: true },
  );

describe(Comparison, () => {
  it("halves the practice expense of therapy exactly, for both settings that of the office", async () => {
    // (7.33 + 43.46 x 0.50 x 0.869 + 1.04 x 0.575) x 32.3465 = 26.81137 x 32.3465 = 867.253979705
    const therapy = { hcpcs: "22511", nonFacility: "1478.06", facility: "363.26", multipleSurgery: "5" };
    const compareTherapy = (text: string) => compare(text, withTherapy());
    const right = await compareTherapy(fileOf(record({ ...therapy, therapy: ["867.25", "867.25"] })));
    expect(right).toMatchObject({ differenceCount: 0, columns: { therapyInstitutional: { matched: 1, compared: 1 } } });
    const wrong = await compareTherapy(fileOf(record({ ...therapy, therapy: ["867.25", "867.26"] })));
    expect(wrong.differences).toMatchObject([
      {
        column: "therapyInstitutional",
        ours: "867.25",
        derivation: {
          rule: "pfs.therapy-reduced-amount",
          formula: "(7.33 x 1.000 + 43.46 x 0.50 x 0.869 + 1.04 x 0.575) x 32.3465",
          unrounded: "867.253979705",
        },
      },
    ]);
  });

  it("decides by the relative value file what is therapy, whatever the record says", async () => {
    const marked0 = { hcpcs: "22511", nonFacility: "1478.06", facility: "363.26", multipleSurgery: "0" };
    const { differences } = await compare(fileOf(record({ ...marked0, therapy: ["0.00", "0.00"] })), withTherapy());
    expect(differences).toMatchObject([
      {
        column: "multipleSurgery",
        published: "0",
        ours: "5",
        reason: expect.stringMatching(/^it is in PPRRVU25_JAN\.csv \w+14$/),
      },
      { column: "therapyNonInstitutional", published: "0.00", ours: "867.25" },
      { column: "therapyInstitutional", published: "0.00", ours: "867.25" },
    ]);
    const marked5 = { ...CT_GUIDANCE, multipleSurgery: "5", therapy: ["0.00", "0.00"] as const };
    expect((await compare(fileOf(record(marked5)))).differences).toMatchObject([{ column: "multipleSurgery" }]);
  });

  it("compares the indicators that a record repeats", async () => {
    const wrong = VERTEBROPLASTY.replace('"0","A","2"', '"9","Z","7"');
    const { differences, columns } = await compare(fileOf(wrong));
    expect(differences.map(({ column, published, ours }) => [column, published, ours])).toEqual([
      ["pctcIndicator", "9", "0"],
      ["status", "Z", "A"],
      ["multipleSurgery", "7", "2"],
    ]);
    expect(columns.status).toEqual({ matched: 0, compared: 1 });
  });

  it("counts a flat visit fee in the therapy column, names its code, and does not compare it", async () => {
    const found = await compare(fileOf(record({ ...CT_GUIDANCE, therapy: ["40.82", "0.00"] })));
    expect(found).toMatchObject({ flatVisitFees: { rows: 1, codes: ["77012 TC"] }, differenceCount: 0 });
    const institutional = await compare(fileOf(record({ ...CT_GUIDANCE, therapy: ["0.00", "40.82"] })));
    expect(institutional.differences).toMatchObject([{ column: "therapyInstitutional", ours: "0.00" }]);
  });

  it("takes nothing for a flat visit fee that cannot be one", async () => {
    const fee = (amount: string, more = {}) => record({ ...CT_GUIDANCE, ...more, therapy: [amount, "0.00"] });
    const procedure = {
      hcpcs: "22511",
      nonFacility: "1478.06",
      facility: "363.26",
      therapy: ["9999.99", "0.00"],
    } as const;
    expect((await compare(fileOf(record(procedure)))).differences).toMatchObject([
      {
        column: "therapyNonInstitutional",
        published: "9999.99",
        ours: "0.00",
        reason: "the service has 010 global days: it is not a visit with a flat fee",
      },
    ]);
    const other = await compare(fileOf(fee("40.82"), fee("40.83")));
    expect(other).toMatchObject({
      flatVisitFees: { rows: 1 },
      differences: [{ line: 2, reason: "line 1 has another flat visit fee for the locality, 40.82" }],
    });
    // San Francisco, 1.419 and 0.445: (1.71 x 1.419 + 0.01 x 0.445) x 32.3465 = 2.43094 x 32.3465 = 78.63240071
    const elsewhere = { place: "0111205", nonFacility: "78.63", facility: "78.63" };
    expect(await compare(fileOf(fee("40.82"), fee("45.00", elsewhere)))).toMatchObject({ differenceCount: 0 });
  });
});
