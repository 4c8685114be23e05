import { describe, expect, it } from "vitest";
import { AvailableReleases } from "../../pipelines/proof/conformance/available-releases.ts";
import { conformanceOf } from "../../pipelines/proof/conformance/conformance.ts";
import { embeddedFolder } from "../../pipelines/sources/excerpts.ts";
import { CT_GUIDANCE, compare, RELEASES, VERTEBROPLASTY } from "../support/compared.ts";
import { copyExcerpt, FILES_2025A, temporaryFolder } from "../support/excerpt-copy.ts";
import { CAP_77012 } from "../support/more-files.ts";
import { fileOf, published, record } from "../support/payment-file.ts";

const withCap = () =>
  new AvailableReleases(copyExcerpt("2025A", { [FILES_2025A.rvu]: CAP_77012 }), {
    allowUnregistered: true,
    allowChanged: true,
  });

describe(conformanceOf, () => {
  it("finds every amount of the embedded release equal", async () => {
    const found = await compare(fileOf(VERTEBROPLASTY, record({ ...CT_GUIDANCE })));
    expect(found).toMatchObject({ release: "2025A", fallback: null, rows: 2, differenceCount: 0, problems: [] });
    expect(found.passedOver.trailer).toBe(1);
    expect(found.columns).toMatchObject({
      rows: { matched: 2, compared: 2 },
      nonFacility: { matched: 2, compared: 2 },
      facility: { matched: 2, compared: 2 },
      pctcIndicator: { matched: 2, compared: 2 },
      status: { matched: 2, compared: 2 },
      multipleSurgery: { matched: 2, compared: 2 },
      oppsIndicator: { matched: 2, compared: 2 },
      oppsNonFacility: { matched: 0, compared: 0 },
    });
  });

  it("derives a difference: rule, figures, digits before rounding, cells", async () => {
    const { differences, columns } = await compare(fileOf(VERTEBROPLASTY.replace("1478.06", "1478.07")));
    expect(columns.nonFacility).toEqual({ matched: 0, compared: 1 });
    expect(differences).toEqual([
      {
        line: 1,
        hcpcs: "22511",
        modifier: "",
        locality: "1011200",
        column: "nonFacility",
        published: "1478.07",
        ours: "1478.06",
        derivation: {
          rule: "pfs.locality-amount",
          formula: "(7.33 x 1.000 + 43.46 x 0.869 + 1.04 x 0.575) x 32.3465",
          unrounded: "1478.06490741",
          cells: [
            {
              file: "PPRRVU25_JAN.csv",
              row: 14,
              columns: [
                { column: "F", heading: "WORK RVU" },
                { column: "G", heading: "NON-FAC PE RVU" },
                { column: "K", heading: "MP RVU" },
                { column: "Y", heading: "CONV FACTOR" },
              ],
            },
            expect.objectContaining({ file: "GPCI2025.csv", row: 4 }),
          ],
        },
      },
    ]);
  });

  it("says why there is no amount of ours", async () => {
    const amounts = { nonFacility: "1.00", facility: "1.00" };
    const { differences, columns } = await compare(
      fileOf(
        record({ hcpcs: "22899", ...amounts }),
        record({ hcpcs: "99999", ...amounts }),
        record({ hcpcs: "22511", place: "1011299", ...amounts }),
      ),
    );
    expect(columns.rows).toEqual({ matched: 0, compared: 3 });
    expect(differences.map(({ ours, reason }) => [ours, reason])).toEqual([
      [null, "status C, contractor-priced: no amount"],
      [null, "the relative value file has no such row"],
      [null, "the GPCI file has no locality 10112 99"],
    ]);
  });

  it("compares the amounts at the OPPS cap where the indicator is 1, and the indicator everywhere", async () => {
    const right = record({ ...CT_GUIDANCE, cap: ["33.92", "33.92"] });
    const found = await compare(fileOf(right, VERTEBROPLASTY), withCap());
    expect(found).toMatchObject({ differenceCount: 0, columns: { oppsIndicator: { matched: 2, compared: 2 } } });
    expect(found.columns.oppsFacility).toEqual({ matched: 1, compared: 1 });
    const wrong = await compare(fileOf(record({ ...CT_GUIDANCE, cap: ["33.92", "33.91"] })), withCap());
    expect(wrong.differences).toMatchObject([
      { column: "oppsFacility", derivation: { rule: "pfs.opps-capped-amount", unrounded: "33.916922575" } },
    ]);
    const unmarked = await compare(fileOf(record({ ...CT_GUIDANCE })), withCap());
    expect(unmarked.differences).toMatchObject([{ column: "oppsIndicator", published: "9", ours: "1" }]);
    const marked = await compare(
      fileOf(record({ hcpcs: "22511", nonFacility: "1478.06", facility: "363.26", cap: ["1.00", "1.00"] })),
    );
    expect(marked.differences).toMatchObject([{ column: "oppsIndicator", published: "1", ours: "9" }]);
    const stray = await compare(fileOf(VERTEBROPLASTY.replace(/"0000000\.00"$/, '"0000001.00"')));
    expect(stray.differences).toMatchObject([{ column: "oppsFacility", published: "1.00", ours: "0.00" }]);
  });

  it("compares each copy of a record that stands twice, and refuses copies that contradict each other", async () => {
    const twice = await compare(fileOf(VERTEBROPLASTY, VERTEBROPLASTY));
    expect(twice).toMatchObject({ rows: 2, distinctRows: 1, columns: { nonFacility: { matched: 2 } }, problems: [] });
    const { problems, differenceCount } = await compare(
      fileOf(VERTEBROPLASTY, VERTEBROPLASTY.replace("363.26", "363.27")),
    );
    expect(differenceCount).toBe(1);
    expect(problems).toMatchObject([
      {
        code: "payment.contradiction",
        place: { row: 2, key: "1011200 22511" },
        message:
          "line 1 has the same code and place with other figures: Facility Fee Schedule Amount 363.26 there, 363.27 here",
      },
    ]);
    const unknown = record({ hcpcs: "99999", nonFacility: "1.00", facility: "1.00" });
    expect((await compare(fileOf(unknown, unknown.replace("1.00", "2.00")))).problems).toHaveLength(1);
  });

  it("finds a locality of California under either of the state's contracts", async () => {
    // 18 has 1.042, 1.194, 0.690: (7.33 x 1.042 + 43.46 x 1.194 + 1.04 x 0.690) x 32.3465 = 1948.76988155; 417.03242669
    const losAngeles = { hcpcs: "22511", nonFacility: "1948.77", facility: "417.03" };
    const both = fileOf(record({ ...losAngeles, place: "0118218" }), record({ ...losAngeles, place: "0111218" }));
    expect(await compare(both)).toMatchObject({ differenceCount: 0, problems: [] });
  });
});

describe("the release that a file is compared with", () => {
  it("is the one of the file's name, else of the year in its records, and never of another year", async () => {
    expect(await compare(fileOf(VERTEBROPLASTY), RELEASES, "amounts.csv")).toMatchObject({
      release: "2025A",
      releaseBecause: "the year in its first record, which has no letter and so means January",
    });
    await expect(compare(fileOf(VERTEBROPLASTY), RELEASES, "PFALL24A.txt")).rejects.toThrow(
      /release\.not-available.*2024/,
    );
    await expect(compare("", RELEASES, "amounts.csv")).rejects.toThrow(/published\.release/);
    const other = await compare(
      fileOf(record({ year: "2024", hcpcs: "22511", nonFacility: "1.00", facility: "1.00" })),
    );
    expect(other.problems).toMatchObject([{ code: "payment.year", place: { row: 1, column: "A" } }]);
  });

  it("is the nearest of the year, and says so, when its own files are not at hand", async () => {
    expect(await compare(fileOf(VERTEBROPLASTY), RELEASES, "PFREV25C.txt")).toMatchObject({
      release: "2025A",
      fallback: { wanted: "2025C", reason: "RVU25C is not among the downloads" },
      differenceCount: 0,
    });
    const empty = new AvailableReleases(temporaryFolder(), {});
    await expect(compare(fileOf(VERTEBROPLASTY), empty)).rejects.toThrow(/no release of 2025 has its relative value/);
  });

  it("has the qualifying participants' amounts for a file that says QPP", async () => {
    // Alabama in 2026: 1, 0.875, 0.566. (7.15 + 44.89 x 0.875 + 1.07 x 0.566) = 47.03437
    // x 33.4009 = 1570.990288933, x 33.5675 = 1578.826214975; facility 10.03062: 335.031735558 and 336.70283685
    const releases = new AvailableReleases(embeddedFolder("2026A"), {});
    const usual = fileOf(record({ year: "2026", hcpcs: "22511", nonFacility: "1570.99", facility: "335.03" }));
    const qualifying = fileOf(record({ year: "2026", hcpcs: "22511", nonFacility: "1578.83", facility: "336.70" }));
    expect(await compare(usual, releases, "PFREV26A_nonQPP.txt")).toMatchObject({
      differenceCount: 0,
      conversionFactor: { value: "33.4009", track: "non-qualifying-apm" },
    });
    expect(await compare(qualifying, releases, "PFREV26A_QPP.txt")).toMatchObject({
      differenceCount: 0,
      conversionFactor: { value: "33.5675", track: "qualifying-apm" },
    });
    const wrong = fileOf(
      record({ year: "2026", hcpcs: "22511", nonFacility: "1578.83", facility: "336.70" }),
      record({ year: "2026", hcpcs: "22511", nonFacility: "1578.84", facility: "336.70", place: "1011200" }),
    );
    const [difference] = (await compare(wrong, releases, "PFREV26A.txt")).differences;
    expect(difference?.derivation).toMatchObject({
      rule: "pfs.locality-amount, pfs.qualifying-apm-factor",
      unrounded: "1578.826214975",
    });
    await expect(compare(fileOf(VERTEBROPLASTY), RELEASES, "PFREV25A_QPP.txt")).rejects.toThrow(/published\.track/);
  });

  it("is of the track that its amounts are of, whatever it is called, and says what showed it", async () => {
    // As in the test above: Alabama at 33.4009 and at 33.5675.
    const releases = new AvailableReleases(embeddedFolder("2026A"), {});
    const usual = fileOf(record({ year: "2026", hcpcs: "22511", nonFacility: "1570.99", facility: "335.03" }));
    const qualifying = fileOf(record({ year: "2026", hcpcs: "22511", nonFacility: "1578.83", facility: "336.70" }));
    const because = "1 of the first 1 row that tells the two factors apart is at 33.5675";
    // CMS's member is PFREV26A.txt in both of its archives.
    expect(await compare(qualifying, releases, "PFREV26A.txt")).toMatchObject({
      conversionFactor: { track: "qualifying-apm" },
      trackBecause: because,
      differenceCount: 0,
      problems: [],
    });
    expect(await compare(qualifying, releases, "PFREV26A_QP.zip > PFREV26A.txt")).toMatchObject({ problems: [] });
    const misnamed = await compare(usual, releases, "PFREV26A_QP.zip > PFREV26A.txt");
    expect(misnamed).toMatchObject({ conversionFactor: { track: "non-qualifying-apm" }, differenceCount: 0 });
    expect(misnamed.problems).toMatchObject([
      { code: "published.track-name", message: expect.stringMatching(/^its name says QP, but 1 of .* at 33\.4009$/) },
    ]);
    const file = published("PFREV26A.txt", qualifying);
    await expect(conformanceOf(file, releases, { track: "usual" })).rejects.toThrow(
      new RegExp(`published\\.track-contradicted: .*--track says usual, but ${because}`),
    );
    // An amount of neither: 0.01 off at either factor.
    const neither = fileOf(record({ year: "2026", hcpcs: "22511", nonFacility: "1571.00", facility: "335.03" }));
    expect(await compare(neither, releases, "PFREV26A_QP.txt")).toMatchObject({
      conversionFactor: { track: "qualifying-apm" },
      trackBecause: "its name says so, and no row tells the two factors apart",
    });
    expect((await compare(neither, releases, "PFREV26A.txt")).trackBecause).toMatch(/^no name says QP, and no row/);
    expect((await compare(fileOf(VERTEBROPLASTY))).trackBecause).toBeNull();
  });

  it("is January's for a corrected file of January: CMS has no RVU26AR", async () => {
    const releases = new AvailableReleases(embeddedFolder("2026A"), {});
    const text = fileOf(record({ year: "2026", hcpcs: "22511", nonFacility: "1570.99", facility: "335.03" }));
    expect(await compare(text, releases, "PFREV26AR_nonQP.zip > PFALL26AR.txt")).toMatchObject({
      release: "2026A",
      fallback: null,
      releaseBecause: "the name PFALL26AR.txt, and CMS has no relative value release 2026AR",
    });
    // CMS has RVU24AR, so a file of its name belongs to that and to no other one.
    await expect(compare(text, releases, "PFREV24AR.txt")).rejects.toThrow(/no release of 2024 has its relative value/);
  });

  it("says what is wrong with its files when they are not those that the registry pins", async () => {
    const changed = new AvailableReleases(copyExcerpt("2025A", { [FILES_2025A.rvu]: CAP_77012 }), {});
    await expect(compare(fileOf(VERTEBROPLASTY), changed)).rejects.toThrow(/input\.changed/);
  });
});
