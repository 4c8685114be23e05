import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sourceText } from "../../scripts/out/source-files.ts";

const SOURCES = new URL("../../sources/", import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, SOURCES), "utf8");

const PUBLICATIONS = readdirSync(new URL("publications", SOURCES), { recursive: true })
  .map((name) => `publications/${String(name)}`)
  .filter((name) => name.endsWith(".json"));
const WRITTEN = [...PUBLICATIONS, "calendar.json", "exceptions.json", "parameters/conversion-factors.json"];

describe(sourceText, () => {
  it.each(WRITTEN)("writes %s as it stands", (name) => {
    expect(sourceText(JSON.parse(read(name)))).toBe(read(name));
  });

  it("breaks a list that is longer than a line", () => {
    const long = Array.from({ length: 12 }, (_, at) => `a text of the list, number ${at}`);
    expect(sourceText({ list: long }).split("\n")).toHaveLength(long.length + 5);
    expect(sourceText({ list: [], object: {} })).toBe('{\n  "list": [],\n  "object": {}\n}\n');
  });
});
