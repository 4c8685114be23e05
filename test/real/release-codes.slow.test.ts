import { join } from "node:path";
import { expect, it } from "vitest";
import { ReleaseCodes } from "../../pipelines/answers/code/release-codes.ts";
import { derive } from "../../pipelines/answers/explain/derivation.ts";
import { openFolder } from "../../pipelines/documents/release-folder.ts";
import { builtWhole } from "../support/built-whole.ts";
import { ratebook } from "../support/command.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { CMS_FOLDER, describeWithRealFiles } from "../support/real.ts";

/**
 * Some of every kind: anesthesia, tests of new technology, surgery, imaging under the OPPS cap and with components,
 * laboratory, vaccines, cardiology, therapy, visits, supplies, devices, codes of Addendum B alone, dental codes, G codes,
 * drugs at less than a cent, blood, and cells that CMS ends with blanks.
 */
const KINDS = [
  ..."00100-00104 0100T-0110T 10004-10012 20600-20611 22510-22899 33206-33214 62320-62329 70010-70030".split(" "),
  ..."70450-70496 77001-77022 78000-78015 83000-83030 90281-90300 92920-92944 93000-93012 97110-97116".split(" "),
  ..."99202-99215 A4341-A4360 C1713-C1760 C9600-C9610 D0120-D0150 G0101-G0132 J0120-J0180 J1428-J1430".split(" "),
  ..."J9358-J9359 K0001-K0005 P9010-P9020 Q0138-Q0144 V2020-V2030 GXXX0-GXXX9".split(" "),
].join(",");

function built(id: string, ...more: readonly string[]): ReleaseCodes {
  const out = temporaryFolder();
  const asked = ["--from", CMS_FOLDER, "--release", id, "--codes", KINDS, "--out", out, "--quiet", ...more];
  const { status, stderr } = ratebook(asked);
  expect([status, stderr]).toEqual([0, ""]);
  return new ReleaseCodes(openFolder(join(out, id)));
}

describeWithRealFiles("the document that tables make of a code is the one that would be published", () => {
  it.each([
    ["2025A", "csv", 300],
    ["2025A", "txt", 300],
    ["2022A", "xlsx", 300],
    ["2026B", "csv", 300],
    ["2009A", "csv", 200],
  ])("of %s, read from %s where there is it", (id, format, least) => {
    const codes = built(id, "--format", format);
    const own = codes.documents.codes;
    expect(own.length).toBeGreaterThan(least);
    for (const hcpcs of own) {
      const [published, made] = [codes.documents.code(hcpcs), codes.fromTables(hcpcs)].map((each) =>
        JSON.stringify(each),
      );
      expect(made).toBe(published);
    }
  });

  it("for a code that nobody chose, down to the cells of CMS's file", async () => {
    const codes = new ReleaseCodes(openFolder(join(await builtWhole("2025D"), "2025D")));
    expect(codes.documents.code("99213")).toBeUndefined();
    // Line 12807 of PPRRVU2025_Oct.csv; (1.30 + 1.35 + 0.10) x 32.3465 = 88.952875
    const { value, inputs } = derive(codes.document("99213"), "/siteOfService/office/nonFacility");
    expect(value).toBe("88.95");
    expect(inputs.map(({ cell }) => `${cell?.column}${cell?.row} ${cell?.printed}`)).toEqual([
      "F12807 1.30",
      "G12807 1.35",
      "K12807 0.10",
      "Y12807 32.3465",
    ]);
    expect(() => codes.document("99999")).toThrow(/no source of 2025D has the code/);
  });
});
