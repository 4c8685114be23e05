import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { marked } from "../../scripts/print/marked.ts";
import { gather } from "../../tools/proof/evidence.ts";
import { figuresOf } from "../../tools/proof/figures.ts";
import { page, README_MARKS, reasonsTable } from "../../tools/proof/page.ts";
import { describeWithFoundOracles, FOUND_ORACLES_FOLDER, ORACLES_FOLDER, SHARED_FOLDER } from "../support/real.ts";

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");

describeWithFoundOracles("docs/proof.md", () => {
  it("and the README's quote of it are what comes out today", () => {
    const evidence = gather({ from: SHARED_FOLDER, published: [ORACLES_FOLDER, FOUND_ORACLES_FOLDER] }, () => {});
    expect(evidence.verify).toMatchObject({ verified: true, findings: [] });
    expect(evidence.conformance).toMatchObject({ matched: true });
    expect(reasonsTable(figuresOf(evidence))).toBe(marked(read("README.md"), ...README_MARKS));
    expect(page(evidence)).toBe(read("docs/proof.md"));
  });
});
