import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { foreignCode } from "../../tools/bundle/foreign-code.ts";
import { bundleProgram, type Program } from "../../tools/bundle/program.ts";
import { bundledPackages, thirdPartyLicences } from "../../tools/bundle/third-party.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { STOCK } from "../support/stock.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const { notInlined } = STOCK.reasons;

describe("the licences of what is in the program", () => {
  let program: Program;
  beforeAll(async () => {
    program = await bundleProgram(ROOT, "a hash");
  });
  const listed = (declared = notInlined): string[] =>
    bundledPackages(ROOT, program.packages, declared).map(({ name, inside }) =>
      inside ? `${name} in ${inside}` : name,
    );

  it("have those that somebody else put into a prebuilt file, of which the bundler knows nothing", () => {
    expect(Buffer.from(program.code).includes("InternMap = class extends Map")).toBe(true);
    expect(program.packages.map(({ path }) => path)).not.toContain("node_modules/internmap");
    expect(listed().filter((each) => each.includes(" in "))).toEqual([
      "internmap in d3-array",
      "delaunator in d3-delaunay",
      "html-escaper in linkedom",
      "robust-predicates in delaunator",
    ]);
    const licences = thirdPartyLicences(ROOT, bundledPackages(ROOT, program.packages, notInlined), STOCK);
    const text = readFileSync(join(ROOT, "node_modules/internmap/LICENSE"), "utf8").trim();
    expect(text).toContain("Copyright 2021 Mike Bostock");
    expect(licences).toContain(`internmap 2.0.3: ISC, inside d3-array\n\n${text}`);
    expect(licences).toMatch(/^robust-predicates 3\.0\.3: Unlicense, inside delaunator$/m);
  });

  it("have every package that is needed and not imported, but for those with a reason", () => {
    expect(listed({})).toContain("commander in d3-dsv");
    expect(listed()).not.toContain("commander in d3-dsv");
    expect(listed({ ...notInlined, "d3-array": { internmap: "a reason" } })).not.toContain("internmap in d3-array");
  });

  it("have no reason for what is imported, or not needed", () => {
    const declared = { ...notInlined, "d3-geo": { "d3-array": "imported" }, zod: { saxes: "not needed" } };
    expect(() => listed(declared)).toThrow(/unused entries: d3-geo > d3-array, zod > saxes$/);
  });

  it("are refused with the code of somebody whose licence is not among them", () => {
    const others = bundledPackages(ROOT, program.packages, notInlined).map((each) =>
      each.name === "d3-array" ? { ...each, version: "3.2.6" } : each,
    );
    expect(() => thirdPartyLicences(ROOT, others, STOCK)).toThrow(
      /d3-array\.mjs names "Vladimir Agafonkin", which no licence text of d3-array does\nPut the licence texts into/,
    );
  });

  it("are refused with a licence that we do not take, and with one that is not known", () => {
    const packages = bundledPackages(ROOT, program.packages, notInlined);
    const reasons = { ...STOCK.reasons, permissive: STOCK.reasons.permissive.filter((each) => each !== "Unlicense") };
    expect(() => thirdPartyLicences(ROOT, packages, { ...STOCK, reasons })).toThrow(
      "robust-predicates 3.0.3 has the licence Unlicense, which we do not accept",
    );
    expect(() => thirdPartyLicences(ROOT, packages, { ...STOCK, runtime: [] })).toThrow(/has the licence , which we/);
  });
});

describe(foreignCode, () => {
  const TEXTS = "Copyright (c) 2020 Maker Works and contributors";

  function signsIn(code: string, map?: string): string[] {
    const root = temporaryFolder();
    writeFileSync(join(root, "made.js"), code);
    if (map !== undefined) writeFileSync(join(root, "made.js.map"), map);
    return foreignCode(root, { name: "made-up", files: ["made.js"] }, TEXTS, new Set(["made-up", "known"]));
  }
  const mapOf = (...sources: string[]): string => JSON.stringify({ version: 3, sources });

  it.each([
    ["/*! made-up 1.2.3 */"],
    ["/** @license Made Up */"],
    ["// https://example.org/made-up v1.2.3 Copyright 2019-2021 Maker Works"],
    ["/* Copyright (c) 2020 Maker Works. All rights reserved. */"],
    ["// the above copyright notice of made-up, and nobody else's"],
    ["// not a word of whose it is, as of 2020 Other Corporation"],
  ])("finds nothing in %s", (code) => {
    expect(signsIn(code, mapOf("../src/made.ts", "../node_modules/known/index.js"))).toEqual([]);
  });

  it.each([
    ["/*! other v1.0.0 | (c) 2020 Other Corporation | MIT */", "Other Corporation"],
    ["code(); // ISC license, Copyright 2018 Other Corporation.", "Other Corporation"],
    ["// https://example.org/made-up v1.2.3 Copyright 2019 Maker Works, 2020 Other Corporation", "Other Corporation"],
    ["/**\n * @license\n * Copyright 2026 Other Corporation\n * Licensed under\n */", "Other Corporation"],
    ["/** @license Other v17.0.2 */", "/ @license Other v17.0.2 /"],
  ])("finds in %s whom no licence text names", (code, who) => {
    expect(signsIn(code)).toEqual([`made.js names "${who}", which no licence text of made-up does`]);
  });

  it("finds packages that a source map names, beside the file and in it", () => {
    const map = mapOf("../src/made.ts", "../node_modules/known/index.js", "../node_modules/@other/one/index.js");
    const inline = Buffer.from(map).toString("base64");
    const expected = ["made.js was made with code of @other/one, whose licence is not listed"];
    expect(signsIn("code()", map)).toEqual(expected);
    expect(signsIn(`code()\n//# sourceMappingURL=data:application/json;charset=utf-8;base64,${inline}`)).toEqual(
      expected,
    );
  });
});
