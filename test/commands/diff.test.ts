import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type DiffArguments, diff } from "../../scripts/commands/diff.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { fakeTerminal } from "../support/fake-terminal.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));

function said(options: Partial<DiffArguments> = {}): string {
  const terminal = fakeTerminal();
  expect(diff("2025A", "2026A", { out: OUT, most: "20", ...options }, terminal)).toBe(0);
  return terminal.results.join("\n");
}

describe(diff, () => {
  it("writes every locality's changes to a file, whole or not at all, and sums them up", () => {
    const folder = temporaryFolder();
    const file = join(folder, "localities.ndjson");
    writeFileSync(file, "what was there");
    const text = said({ localitiesTo: file, most: "4" });
    expect(text).toMatch(/^18 rows priced on both sides/m);
    expect(text).toMatch(/^\.\.\. and 105 between them$/m);
    // A head, and two settings of 18 rows.
    expect(readFileSync(file, "utf8").trimEnd().split("\n")).toHaveLength(37);
    expect(() => said({ localitiesTo: join(folder, "other.ndjson"), codes: "99999" })).toThrow(/99999/);
    expect(readdirSync(folder)).toEqual(["localities.ndjson"]);
    expect(() => said({ localitiesTo: join(folder, "no", "folder.ndjson") })).toThrow(/cannot be written/);
    expect(existsSync(join(folder, "no"))).toBe(false);
  });
});
