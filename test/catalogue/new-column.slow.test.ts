import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { embeddedFolder } from "../../pipelines/sources/excerpts.ts";
import { FILES_2025A, replaceOnce } from "../support/excerpt-copy.ts";
import { ProjectCopy } from "../support/project-copy.ts";

function edit(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, "utf8")));
}

/** CMS's rows with a column more, whose heading stands in the last of the stacked rows. */
function withColumn(text: string, letterOf: (code: string) => string): string {
  const lines = text.trimEnd().split("\n");
  const heading = lines.findIndex((line) => line.startsWith("HCPCS,"));
  const grown = lines.map((line, index) => {
    if (index === heading) return `${line},TRAVEL IND`;
    return `${line},${index > heading ? letterOf(line.slice(0, 5)) : ""}`;
  });
  return `${grown.join("\n")}\n`;
}

/** The embedded January 2025 with the column, as a folder of downloads. */
function release(copy: ProjectCopy, name: string, letterOf: (code: string) => string): string {
  const folder = join(copy.folder, name);
  cpSync(embeddedFolder("2025A"), folder, { recursive: true });
  edit(join(folder, FILES_2025A.rvu), (text) => withColumn(text, letterOf));
  const said = copy.run(`node scripts/ratebook.mjs build --from ${name} --allow-changed --out ${name}-out --quiet`);
  expect(said).toMatchObject({ status: 0, stderr: "" });
  return join(folder, "..", `${name}-out`, "2025A");
}

describe("a new column of CMS's", () => {
  it("takes one line of the layout and one entry of the catalogue to be read, published and compared", () => {
    const copy = new ProjectCopy();
    edit(
      join(copy.folder, "sources/layouts/pfs-rvu.json"),
      replaceOnce(
        '"columns": [',
        '"columns": [{ "field": "travelIndicator", "headings": ["TRAVEL IND"], "optional": true },',
      ),
    );
    edit(
      join(copy.folder, "schemas/row/pfs-rvu.ts"),
      replaceOnce(
        '  imagingFamily: indicator("imaging family"),',
        '  imagingFamily: indicator("imaging family"),\n  travelIndicator: published(maybe(KIND.text), { words: "travel indicator" }),',
      ),
    );
    const before = release(copy, "before", () => "A");
    const after = release(copy, "after", (code) => (code === "22511" ? "B" : "A"));
    const { rows } = JSON.parse(readFileSync(join(after, "national.json"), "utf8"));
    const read = rows.map((row: { hcpcs: string; travelIndicator: string }) => [row.hcpcs, row.travelIndicator]);
    expect(read).toContainEqual(["22511", "B"]);
    expect(read).toContainEqual(["22512", "A"]);
    const diff = copy.run(`node scripts/ratebook.mjs diff ${before} ${after} --json`);
    const { pfs } = JSON.parse(diff.stdout);
    expect(pfs.changed).toMatchObject([{ hcpcs: "22511", fields: { travelIndicator: { from: "A", to: "B" } } }]);
    const report = copy.run(`node scripts/ratebook.mjs diff ${before} ${after}`);
    expect(report.stdout).toMatch(/travel indicator.*22511/);
  });
});
