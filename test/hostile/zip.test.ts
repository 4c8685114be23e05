import { existsSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { BOUNDS } from "../../pipelines/problems/bounds.ts";
import { InputFault } from "../../pipelines/problems/problems.ts";
import { openZip } from "../../pipelines/tables/zip.ts";
import { deflatedZeros, type RawEntry, rawZipOf } from "../../tools/fuzz/raw-zip.ts";
import { zipOf } from "../support/zips.ts";

const TEXT = "HCPCS,MOD\n22511,\n";

async function readAll(zip: Uint8Array): Promise<string[]> {
  const texts: string[] = [];
  for (const member of await openZip(zip, "a.zip")) texts.push(Buffer.from(await member.read()).toString("utf8"));
  return texts;
}

async function problemOf(entries: readonly RawEntry[]) {
  const error: unknown = await readAll(rawZipOf(entries)).catch((each: unknown) => each);
  if (!(error instanceof InputFault)) throw new Error(`expected an InputFault, saw ${String(error)}`);
  return error.problem;
}

const named = (name: string | Uint8Array): RawEntry[] => [{ name, bytes: TEXT }];

const NAMES: Readonly<Record<string, { name: string; says: RegExp }>> = {
  "a way out": {
    name: "../../ratebook-escape.csv",
    says: /"\.\.\/\.\.\/ratebook-escape\.csv" leads out of the archive/,
  },
  "a way out in the middle": { name: "a/../../b.csv", says: /leads out/ },
  "a way out on Windows": { name: "..\\b.csv", says: /contains a backslash/ },
  "a path from the root": { name: "/tmp/ratebook-escape.csv", says: /is an absolute path/ },
  "a drive": { name: "C:/b.csv", says: /is an absolute path/ },
  "a network share": { name: "\\\\host\\b.csv", says: /contains a backslash/ },
  "a NUL": { name: "b.csv\u0000.exe", says: /"b\.csv\\u0000\.exe" contains control characters/ },
  "an escape sequence": { name: "\u001b[2Jb.csv", says: /"\\u001b\[2Jb\.csv" contains control characters/ },
  "a turned direction of writing": { name: "b\u202evsc.exe", says: /"b\\u202evsc\.exe" contains control characters/ },
  "60,000 characters": {
    name: "b".repeat(60_000),
    says: /b{60}\.\.\. \(60000 characters\)" has 60000 characters; the limit is 255/,
  },
};

describe("a zip is refused for a member", () => {
  it.each(Object.entries(NAMES))("whose name has %s", async (_, { name, says }) => {
    const problem = await problemOf(named(name));
    expect(problem).toMatchObject({ code: "zip.unsafe-name", place: { file: "a.zip" } });
    expect(problem.message).toMatch(says);
    expect(problem.message.length).toBeLessThan(300);
    expect(problem.cure).toMatch(/download the archive again from CMS$/);
  });

  it("that is a link, a pipe or a device", async () => {
    for (const [mode, seen] of [
      [0o120777, "a symbolic link"],
      [0o010644, "a named pipe"],
      [0o020644, "a device"],
    ] as const) {
      const problem = await problemOf([{ name: "b.csv", bytes: "/etc/passwd", mode }]);
      expect(problem).toMatchObject({ code: "zip.not-a-file", place: { file: "a.zip > b.csv" } });
      expect(problem.message).toBe(`the member is ${seen}, expected a file`);
    }
  });

  it("that stands in it twice", async () => {
    const problem = await problemOf([...named("b.csv"), ...named("b.csv")]);
    expect(problem).toMatchObject({ code: "zip.duplicate-name", place: { file: "a.zip" } });
    expect(problem.message).toMatch(/two members have the name "b\.csv"/);
  });

  it("that is encrypted", async () => {
    const problem = await problemOf([{ name: "b.csv", bytes: TEXT, flags: 1 }]);
    expect(problem).toMatchObject({ code: "zip.encrypted", place: { file: "a.zip > b.csv" } });
  });

  it("that inflates to more than it claims", async () => {
    const problem = await problemOf([{ name: "b.csv", bytes: deflatedZeros(2), deflated: true, claimed: 1024 }]);
    expect(problem).toMatchObject({ code: "zip.damaged-member", place: { file: "a.zip > b.csv" } });
    expect(problem.message).toMatch(/it does not inflate to the 1024 bytes it claims/);
  });

  it.each([
    ["one byte less than it claims", { bytes: TEXT, claimed: TEXT.length + 1 }, /does not inflate to the 18 bytes/],
    ["one byte more than it claims", { bytes: TEXT, claimed: TEXT.length - 1 }, /does not inflate to the 16 bytes/],
    ["other bytes than it claims", { bytes: TEXT, crc: 1 }, /Invalid CRC/i],
    [
      "its bytes, with more behind them",
      { bytes: Buffer.concat([deflateRawSync(TEXT), Buffer.from("more")]), deflated: true, claimed: TEXT.length },
      /there is data after its last byte/,
    ],
  ])("that inflates to %s", async (_, member, says) => {
    const problem = await problemOf([{ name: "b.csv", crc: crc32(TEXT), ...member }]);
    expect(problem).toMatchObject({ code: "zip.damaged-member", place: { file: "a.zip > b.csv" } });
    expect(problem.message).toMatch(says);
  });

  it("that claims more than any file has", async () => {
    const problem = await problemOf([{ name: "b.csv", bytes: TEXT, claimed: 0xffff_fffe }]);
    expect(problem).toMatchObject({ code: "zip.member-too-large", place: { file: "a.zip > b.csv" } });
    expect(problem.message).toBe(`the member claims 4294967294 bytes; the limit is ${BOUNDS.fileBytes}`);
    expect(problem.cure).toMatch(/raise the bound in pipelines\/problems\/bounds\.ts/);
  });

  it("whose size is said to stand where nothing stands (zip64)", async () => {
    const problem = await problemOf([{ name: "b.csv", bytes: TEXT, claimed: 0xffff_ffff }]);
    expect(problem.code).toBe("zip.member-too-large");
  });
});

describe("a zip", () => {
  it("of more members than any of CMS's is not listed to its end", async () => {
    const many = Array.from({ length: 66_000 }, (_, index) => ({ name: `${index}.csv`, bytes: "" }));
    const problem = await problemOf(many);
    expect(problem).toMatchObject({ code: "zip.too-many-members", place: { file: "a.zip" } });
    expect(problem.message).toBe("more than 400 members; the limit is 400");
  });

  it("inside a zip is a member like any other", async () => {
    const inner = await zipOf({ "PPRRVU25_JAN.csv": TEXT });
    const members = await openZip(rawZipOf([{ name: "RVU25A.zip", bytes: inner }]), "a.zip");
    expect(members.map((member) => member.name)).toEqual(["RVU25A.zip"]);
    expect(await members[0]?.read()).toEqual(inner);
  });

  it("is inflated as far as its allowance goes", async () => {
    const member = { bytes: "x".repeat(600) };
    const zip = rawZipOf([
      { name: "a.csv", ...member },
      { name: "b.csv", ...member },
    ]);
    const [first, second] = await openZip(zip, "a.zip", { inflated: 1000 });
    expect((await first?.read())?.length).toBe(600);
    const error: unknown = await second?.read().catch((each: unknown) => each);
    expect((error as InputFault).problem).toMatchObject({
      code: "zip.inflates-too-large",
      place: { file: "a.zip > b.csv" },
      message: "the member claims 600 bytes, after 600 bytes of other members; the limit is 1000",
    });
  });

  it("of honest names is read, and nothing is ever unpacked", async () => {
    expect(await readAll(rawZipOf([{ name: "folder/b.csv", bytes: TEXT }]))).toEqual([TEXT]);
    for (const path of [
      "/tmp/ratebook-escape.csv",
      resolve("../../ratebook-escape.csv"),
      resolve("ratebook-escape.csv"),
    ]) {
      expect(existsSync(path)).toBe(false);
    }
    expect(readdirSync(tmpdir()).filter((name) => name.includes("ratebook-escape"))).toEqual([]);
    expect(existsSync(join(tmpdir(), "b.csv"))).toBe(false);
  });
});
