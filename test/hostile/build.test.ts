import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { deflatedZeros, type RawEntry, rawZipOf } from "../../tools/fuzz/raw-zip.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { ratebookHere } from "../support/in-process.ts";
import { workbookOf } from "../support/raw-workbooks.ts";

/** Runs the program on a folder with one download, all in a folder of its own, and returns what it said and left. */
async function buildFrom(name: string, bytes: Uint8Array, without = "opps,asc,wage-index") {
  const world = temporaryFolder();
  const [from, out, temp] = ["from", "out", "temp"].map((each) => join(world, each)) as [string, string, string];
  for (const folder of [from, temp]) mkdirSync(folder);
  writeFileSync(join(from, name), bytes);
  vi.stubEnv("TMPDIR", temp);
  vi.stubEnv("HOME", world);
  onTestFinished(() => void vi.unstubAllEnvs());
  const where = [
    "--from",
    from,
    "--release",
    "2025A",
    "--allow-unregistered",
    "--allow-changed",
    "--without",
    without,
    "--out",
    out,
  ];
  const { status, stdout } = await ratebookHere("build", ...where, "--json");
  const [release] = (JSON.parse(stdout) as { releases: { problems: { code: string; place: object }[] }[] }).releases;
  const left = readdirSync(world, { recursive: true, encoding: "utf8" });
  return { status, problems: release?.problems ?? [], left: left.sort() };
}

const RVU = { name: "PPRRVU25_JAN.csv", bytes: "HCPCS,MOD\n22511,\n" };

const ARCHIVES: Readonly<Record<string, { entries: readonly RawEntry[]; code: string }>> = {
  "that writes elsewhere": { entries: [{ ...RVU, name: "../../PPRRVU25_JAN.csv" }], code: "zip.unsafe-name" },
  "that links elsewhere": { entries: [{ ...RVU, bytes: "/etc/passwd", mode: 0o120777 }], code: "zip.not-a-file" },
  "that inflates to 10 GB": {
    entries: [{ ...RVU, bytes: deflatedZeros(640), deflated: true, claimed: 1024 }],
    code: "zip.damaged-member",
  },
  "that inflates to 48 MB of zeros": {
    entries: [{ ...RVU, bytes: Buffer.alloc(3 << 24) }],
    code: "text.nul-bytes",
  },
};

describe("the program refuses an archive", () => {
  it.each(Object.entries(ARCHIVES))("%s, and leaves nothing anywhere", async (_, { entries, code }) => {
    const { status, problems, left } = await buildFrom("RVU25A.zip", rawZipOf(entries));
    expect(status).toBe(1);
    expect(problems.map((each) => each.code)).toContain(code);
    expect(left.filter((path) => !["from", "temp", "out"].includes(path))).toEqual(["from/RVU25A.zip"]);
  });

  it("in an archive, as it refuses one by itself", async () => {
    const inner = rawZipOf([{ ...RVU, name: "../../PPRRVU25_JAN.csv" }]);
    const { status, problems } = await buildFrom("RVU25A.zip", rawZipOf([{ name: "PPRRVU25_JAN.zip", bytes: inner }]));
    expect(status).toBe(1);
    expect(new Set(problems.map((each) => each.code))).toEqual(new Set(["zip.unsafe-name"]));
  });

  it("and a workbook that would make a spreadsheet compute", async () => {
    const evil = '<row r="1"><c r="A1" t="str"><f>HYPERLINK("http://x")</f><v>HCPCS Code</v></c></row>';
    const { status, problems, left } = await buildFrom(
      "January_2025_Web_Addendum_B.xlsx",
      workbookOf(evil),
      "pfs,asc,wage-index",
    );
    expect(status).toBe(1);
    expect(problems).toMatchObject([{ code: "xlsx.sheet-not-found" }]);
    expect(left).toContain("from/January_2025_Web_Addendum_B.xlsx");
  });
});
