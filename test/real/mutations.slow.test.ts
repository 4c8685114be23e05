import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { TABLE_DAMAGES } from "../../tools/mutations/damages.ts";
import { cmsFiles } from "../../tools/mutations/folder.ts";
import { damagesPage } from "../../tools/mutations/page.ts";
import { faultsOf } from "../../tools/mutations/report.ts";
import { runAll } from "../../tools/mutations/run.ts";
import { CMS_FOLDER, describeWithRealFiles } from "../support/real.ts";

describeWithRealFiles("docs/mutations.md", () => {
  it("is what comes out today: every damage is noticed as its list says, or has its reason", async () => {
    const results = await runAll(TABLE_DAMAGES, await cmsFiles(CMS_FOLDER));
    expect(faultsOf(results)).toEqual([]);
    expect(damagesPage(results)).toBe(readFileSync(new URL("../../docs/mutations.md", import.meta.url), "utf8"));
  });
});
