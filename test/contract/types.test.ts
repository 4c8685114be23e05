import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

it("gives types of documents to a strict TypeScript program that has no zod, and finds its mistakes", () => {
  const folder = mkdtempSync(join(tmpdir(), "ratebook-types-"));
  try {
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(ROOT, join(folder, "node_modules/ratebook"));
    writeFileSync(join(folder, "package.json"), '{"type":"module"}');
    writeFileSync(
      join(folder, "app.ts"),
      `import type { Manifest, National, Rate } from "ratebook/types";
declare const [national, rate, manifest]: [National, Rate, Manifest];
export const fee: string | null | undefined = national.rows[0]?.nonFacility;
export const day: string = manifest.expiresOn;
for (const each of rate.settings)
  if (each.setting === "asc") {
    const figure = each.ascRate;
    if (figure?.value === null) throw new Error(figure.reason);
  }
// @ts-expect-error amounts are text
export const dollars: number = national.rows[0]?.nonFacility;
// @ts-expect-error the name before 3.0.0
export const old = national.rows[0]?.nonFacilityAmount;
`,
    );
    const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
    const how = ["--strict", "--noEmit", "--target", "ES2022", "--module", "NodeNext", "--lib", "ES2022,DOM"];
    const { status, stdout } = spawnSync(process.execPath, [tsc, ...how, "--types", "", "app.ts"], {
      cwd: folder,
      encoding: "utf8",
    });
    expect([status, stdout]).toEqual([0, ""]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
