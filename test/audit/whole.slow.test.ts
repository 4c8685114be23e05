import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { AuditDocument } from "../../schemas/out/audit.ts";
import { ratebook } from "../support/command.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { ratebookHere } from "../support/in-process.ts";
import { CMS_FOLDER, describeWithRealFiles } from "../support/real.ts";

/**
 * Figures that public apps have, with what is wrong in them. CMS's amounts of July 2026: 99213 is 2.85 RVUs x 33.4009 =
 * 95.19, 71046 0.99 x 33.4009 = 33.07, 70553 9.49 x 33.4009 = 316.97.
 */
const APPS = `CPT,Fee
99213,95.19
99213,76
71046,33.07
70553,422
29827,1250.00
80053,14.50
99241,45.00
`;

describeWithRealFiles("audit of whole releases", () => {
  it("finds the faults of public apps", async () => {
    const folder = temporaryFolder();
    const [out, file] = [join(folder, "out"), join(folder, "apps.csv")];
    // A folder of its own: a third release in it would be one more that has 99241.
    const releases = ["--release", "2025D", "--release", "2026C"];
    expect(ratebook(["--from", CMS_FOLDER, ...releases, "--out", out, "--quiet"])).toMatchObject({ status: 0 });
    writeFileSync(file, APPS);
    const { status, stdout } = await ratebookHere("audit", file, "--setting", "office", "--out", out, "--json");
    expect(status).toBe(1);
    const { figures } = AuditDocument.parse(JSON.parse(stdout));
    expect(figures.map(({ verdict }) => ("reason" in verdict ? verdict.reason : verdict.kind))).toEqual([
      ...["equal", "wrong", "equal", "wrong", "wrong", "excluded-by-statute", "deleted-code"],
    ]);
    expect(figures[3]?.verdict).toMatchObject({ expected: { value: "316.97" }, difference: "105.03" });
    // 99241 is in no file since 2023; RVU22A is the last registered one that has it.
    expect(figures[6]?.verdict).toMatchObject({
      text: expect.stringMatching(/the last registered file with it is RVU22A$/),
    });
  });
});
