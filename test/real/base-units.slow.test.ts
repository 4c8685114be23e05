import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { useRegistry } from "../../pipelines/sources/read-source.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { ratebookHere } from "../support/in-process.ts";
import { CMS_FOLDER, describeWithFoundOracles } from "../support/real.ts";

const WORKBOOK = "CY_2022_Anesthesia_Base_Units_110921.xlsx";
const OTHERS = ["--without", "opps,asc,wage-index"];

afterEach(() => useRegistry(undefined));

describeWithFoundOracles("CMS's anesthesia base units of 2022, which no archive has", () => {
  it("are registered beside RVU22A.zip in a registry of the user's, and published", async () => {
    const [world, registry] = [temporaryFolder(), join(temporaryFolder(), "registry")];
    const [from, out] = [join(world, "RVU22A"), join(temporaryFolder(), "out")];
    mkdirSync(from);
    copyFileSync(join(CMS_FOLDER, "pfs/RVU22A.zip"), join(from, "RVU22A.zip"));
    copyFileSync(join(CMS_FOLDER, "../found-2026-11/anesthesia", WORKBOOK), join(from, WORKBOOK));
    const where = ["--from", world, "--release", "2022A", ...OTHERS, "--registry", registry];
    expect(await ratebookHere("register", ...where)).toMatchObject({ status: 0, stderr: "" });
    expect(await ratebookHere("build", ...where, "--out", out, "--quiet")).toMatchObject({ status: 0, stderr: "" });
    const text = readFileSync(join(out, "2022A/anesthesia.json"), "utf8");
    // 00100 has 5 base units: row 4 of the workbook, cell B4.
    expect(text).toContain(`{"hcpcs": "00100", "units": 5, "row": 4}`);
    expect(text).toContain(`"RVU22A/${WORKBOOK}"`);
    const rated = async (code: string, ...more: string[]): Promise<string> =>
      (await ratebookHere("rate", code, "--locality", "0111205", "--out", out, ...more)).stdout;
    // ANES2022.csv: 01112, 05, 23.26. (5 + 50 / 15) x 23.26 = 193.8333...; (5 + 3.3) x 23.26 = 193.058
    expect(await rated("00100", "--minutes", "50")).toMatch(
      /3\.3 units.*\$193\.06[\s\S]*^office +physician +\$193\.83 /m,
    );
    expect(await rated("00100")).toMatch(/^office +physician +paid by base and time units/m);
    // 01996 has 3 base units in the workbook, and contractors recognize no units of time for it.
    expect(await rated("01996", "--minutes", "50")).toMatch(/^base units: 3[\s\S]*^office +physician +no time units/m);
  });
});
