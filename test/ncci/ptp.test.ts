import { describe, expect, it } from "vitest";
import { buildRelease } from "../../pipelines/build-release.ts";
import { discoverEntries } from "../../pipelines/inputs/discover-release.ts";
import { listDownloads } from "../../pipelines/inputs/downloads.ts";
import { assembleRelease } from "../../pipelines/inputs/registry.ts";
import { NcciPtpDocument, NcciPtpIndex } from "../../schemas/out/ncci.ts";
import type { Publication } from "../../schemas/source/release.ts";
import { buildApril, documentsOf, type Files, folderOfApril } from "../support/ncci-build.ts";
import { ptpFiles, ptpNames, ptpRow, ptpText } from "../support/ptp-files.ts";
import { zipOf } from "../support/zips.ts";

const FILES = ptpFiles();
const [FIRST, SECOND, THIRD, FOURTH] = ptpNames("ccipra-v311r0") as [string, string, string, string];
const SLICE = "ncci-ptp-practitioner/22511.json";
const INDEX = "ncci-ptp-practitioner/index.json";

async function published(files: Files, codes: readonly string[] = ["22511"]) {
  const built = await buildApril(folderOfApril(files), ["ncci-ptp"], codes);
  expect(built.problems).toEqual([]);
  return documentsOf(built);
}

async function slice(files: Files) {
  return NcciPtpDocument.parse((await published(files)).get(SLICE));
}

describe("procedure-to-procedure edits", () => {
  it("are a slice of the edits with the code in either column, each with its part and row", async () => {
    const { rows, window, setting, files } = await slice(FILES);
    expect([window, setting]).toEqual([{ from: "2025-04-01", to: "2025-06-30" }, "practitioner"]);
    expect(rows.map(({ column1, column2, part, row }) => `${column1} ${column2} ${part} ${row}`)).toEqual([
      "22315 22511 2 9",
      "22511 20225 3 7",
      "22511 22510 3 8",
      "22511 77012 3 9",
      "22514 22511 4 7",
    ]);
    expect(rows[0]).toEqual({
      column1: "22315",
      column2: "22511",
      effective: "2015-01-01",
      deletion: null,
      modifierIndicator: "1",
      rationale: "a rationale",
      part: 2,
      row: 9,
    });
    expect(Object.keys(files)).toEqual([1, 2, 3, 4].map((part) => `ncci-ptp-practitioner-${part}`));
    expect(files["ncci-ptp-practitioner-2"]).toMatchObject({ name: SECOND, origin: "unverified" });
  });

  it("have an index with every slice and its hash, and the edits of the setting in all", async () => {
    const documents = await published(FILES, ["22510", "22511", "22515"]);
    const index = NcciPtpIndex.parse(documents.get(INDEX));
    // Eleven edits, of which two have indicator 9, three 0; four have a last day.
    expect(index.edits).toEqual({ all: 11, active: 7, byModifierIndicator: { 0: 3, 1: 6, 9: 2 } });
    expect(index.rows.map(({ hcpcs, column1, column2 }) => [hcpcs, column1, column2])).toEqual([
      ["22510", 0, 1],
      ["22511", 3, 2],
      ["22515", 0, 0],
    ]);
    const manifest = documents.get("manifest.json") as { outputs: { path: string; sha256: string }[] };
    for (const { path, sha256 } of index.rows)
      expect(manifest.outputs).toContainEqual(expect.objectContaining({ path, sha256 }));
    expect(documents.get("ncci-ptp-practitioner/22515.json")).toMatchObject({ hcpcs: "22515", rows: [] });
  });

  it("are of both settings where both are there", async () => {
    const documents = await published({ ...FILES, ...ptpFiles("ccioph-v311r0") });
    expect(documents.get("ncci-ptp-hospital/22511.json")).toMatchObject({ setting: "hospital" });
    expect(documents.get("ncci-ptp-hospital/index.json")).toMatchObject({ edits: { all: 11 } });
  });

  it("are listed part by part in the manifest, with rows, columns and hashes", async () => {
    const documents = await published(FILES);
    const { publications } = documents.get("manifest.json") as { publications: { family: string; files: object[] }[] };
    const files = publications.find(({ family }) => family === "ncci-ptp")?.files ?? [];
    expect(files).toHaveLength(4);
    expect(files[2]).toMatchObject({
      id: "ncci-ptp-practitioner",
      name: THIRD,
      headingRows: { from: 3, to: 5 },
      rows: { data: 3, blank: 0, endMark: 0 },
      columns: { deletion: { column: "E", heading: "Deletion Date *=no data" } },
    });
  });

  const lines = (edit: (line: string) => string): Files =>
    Object.fromEntries(Object.entries(FILES).map(([name, text]) => [name, text.split("\r\n").map(edit).join("\r\n")]));

  it.each<[string, Files]>([
    [
      "line feeds alone",
      Object.fromEntries(Object.entries(FILES).map(([name, text]) => [name, text.replaceAll("\r", "")])),
    ],
    ["no end of the last line", { ...FILES, [FOURTH]: (FILES[FOURTH] ?? "").trimEnd() }],
    ["blanks around cells", lines((line) => (line.startsWith("22") ? line.replaceAll("\t", " \t ") : line))],
    ["blank rows and an end mark below", { ...FILES, [THIRD]: `${FILES[THIRD]}\r\n\r\n\u001a\r\n` }],
  ])("are the same with %s", async (_, files) => {
    expect((await slice(files)).rows).toEqual((await slice(FILES)).rows);
  });

  it("are the same from CMS's archives, one for each part", async () => {
    const zips = Object.entries(FILES).map(async ([name, text]) => {
      const archive = `medicare-ncci-2025q2-practitioner-ptp-edits-${name.replace(".txt", ".zip")}`;
      return [archive, await zipOf({ [name.replace(".txt", ".TXT")]: text })] as const;
    });
    const fromZips = await slice(Object.fromEntries(await Promise.all(zips)));
    expect(fromZips.rows).toEqual((await slice(FILES)).rows);
    expect(fromZips.files["ncci-ptp-practitioner-1"]?.name).toBe(
      "medicare-ncci-2025q2-practitioner-ptp-edits-ccipra-v311r0-f1.zip > ccipra-v311r0-f1.TXT",
    );
  });

  it("have their columns by the text of the heading, wherever it stands", async () => {
    const moved = (line: string): string => {
      const cells = line.split("\t");
      return cells.length < 7 ? line : [...cells.slice(0, 5), cells[6], cells[5]].join("\t");
    };
    const files = Object.entries(lines(moved)).map(([name, text]) => [name, `Another line of notice\r\n${text}`]);
    const rows = (await slice(FILES)).rows.map((row) => ({ ...row, row: row.row + 1 }));
    expect((await slice(Object.fromEntries(files))).rows).toEqual(rows);
  });

  it("have a rationale beyond ASCII in its own characters", async () => {
    const text = ptpText([ptpRow("22514 22511 20150101 * 1", "CMS\u0092s \u0096 words")]);
    const { rows } = await slice({ ...FILES, [FOURTH]: Buffer.from(text, "latin1") });
    expect(rows.at(-1)?.rationale).toBe("CMS\u2019s \u2013 words");
  });
});

describe("procedure-to-procedure edits with other bytes than the registered ones", () => {
  async function build(allowChanged: boolean) {
    const downloads = listDownloads(folderOfApril(FILES));
    const entries = await discoverEntries("2025B", downloads, { asked: ["ncci-ptp"] });
    const { publications, ...release } = assembleRelease("2025B", entries, ["ncci-ptp"]);
    const [ptp] = publications.filter(({ family }) => family === "ncci-ptp") as [Publication];
    const files = ptp.files.map((file) => (file.name === THIRD ? { ...file, sha256: "0".repeat(64), bytes: 7 } : file));
    const registered = { ...release, publications: [{ ...ptp, registered: true, files }] };
    const options = { chooseCodes: () => [], required: [], sideTablesAlone: true, asked: ["ncci-ptp"] as const };
    return await buildRelease(registered, downloads, { ...options, allowChanged });
  }

  it("are refused", async () => {
    const { problems, outputs } = await build(false);
    expect(problems).toMatchObject([{ code: "input.changed", place: { file: THIRD } }]);
    expect([...outputs]).toEqual([]);
  });

  it("are read where that is allowed, and the manifest says which part it was", async () => {
    const { publications } = documentsOf(await build(true)).get("manifest.json") as {
      publications: { label: string; files: { name: string }[] }[];
    };
    expect(publications.map(({ label, files }) => [label, files.map(({ name }) => name)])).toEqual([
      ["NCCI PTP edits 2025Q2", [FIRST, SECOND, FOURTH]],
      ["NCCI PTP edits 2025Q2, other bytes", [THIRD]],
    ]);
  });
});
