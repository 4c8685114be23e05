import { describe, expect, it } from "vitest";
import { prettyFile, printFields } from "../../pipelines/publish/json.ts";

const figure = (row: number) => ({ value: "1.000", cell: { file: "gpci", row, column: "D", printed: "1.000" } });
const localities = Array.from({ length: 5 }, (_, at) => ({ name: 'A "$&" name', work: figure(at), pe: figure(at) }));
const files = Object.fromEntries(localities.map((each, at) => [`file-${at}`, each]));

const text = ({ bytes }: { bytes: Uint8Array }): string => Buffer.from(bytes).toString("utf8");

describe(printFields, () => {
  it.each([
    ["first", { localities, hcpcs: "22511", pfs: localities }, { localities }],
    ["in the middle", { hcpcs: "22511", localities, region: null }, { localities }],
    ["empty", { hcpcs: "22511", localities: [], files, pfs: localities }, { localities: [], files }],
    ["last, two of them", { hcpcs: "22511", localities, files }, { localities, files }],
  ])("prints fields as they stand in the document: %s", (_, document, apart) => {
    const empty = Object.fromEntries(Object.keys(apart).map((field) => [field, null]));
    const assembled = prettyFile("22511.json", { ...document, ...empty }, printFields(apart));
    expect(text(assembled)).toBe(text(prettyFile("22511.json", document)));
  });
});
