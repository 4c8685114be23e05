import { describe, expect, it } from "vitest";
import { findMember, openZip } from "../../pipelines/tables/zip.ts";
import { replaceBytes, storedZipOf, zipOf } from "../support/zips.ts";

const TEXT = "HCPCS,MOD\n22511,\n".repeat(40);

async function readAll(bytes: Uint8Array): Promise<string[]> {
  const members = await openZip(bytes, "a.zip");
  return await Promise.all(members.map(async (member) => Buffer.from(await member.read()).toString("utf8")));
}

/** Overwrites the uncompressed size that the central directory states for the first member. */
function lieAboutSize(zip: Uint8Array, size: number): Uint8Array {
  const buffer = Buffer.from(zip);
  const directory = buffer.indexOf("PK\u0001\u0002", 0, "latin1");
  buffer.writeUInt32LE(size, directory + 24);
  return new Uint8Array(buffer);
}

describe(openZip, () => {
  it("lists and inflates", async () => {
    const zip = await zipOf({ "a.csv": TEXT, "folder/b.csv": "x" });
    expect((await openZip(zip, "a.zip")).map((member) => member.name)).toEqual(["a.csv", "folder/b.csv"]);
    expect(await readAll(zip)).toEqual([TEXT, "x"]);
  });

  it.each([
    ["no bytes", new Uint8Array(), /zip\.empty/],
    ["an HTML page", Buffer.from("\n <!DOCTYPE html><html>"), /zip\.not-a-zip.*HTML page/],
    ["something else", Buffer.from("HCPCS,MOD"), /zip\.not-a-zip.*neither a zip/],
  ])("refuses %s", async (_, bytes, message) => {
    await expect(openZip(bytes, "a.zip")).rejects.toThrow(message);
  });

  it("refuses an archive cut short, wherever it is cut", async () => {
    const zip = await zipOf({ "a.csv": TEXT });
    for (const part of [0.2, 0.5, 0.9, 0.99]) {
      await expect(readAll(zip.subarray(0, Math.floor(zip.length * part)))).rejects.toThrow(/a\.zip/);
    }
  });

  it("refuses a member whose bytes do not fit their CRC-32", async () => {
    const zip = replaceBytes(await storedZipOf({ "a.csv": TEXT }), "22511,", "22512,");
    await expect(readAll(zip)).rejects.toThrow(/zip\.damaged-member: a\.zip > a\.csv/);
  });

  it("refuses a member that states a size it does not have", async () => {
    const zip = await zipOf({ "a.csv": TEXT });
    await expect(readAll(lieAboutSize(zip, 10))).rejects.toThrow(/a\.zip > a\.csv/);
    await expect(readAll(lieAboutSize(zip, TEXT.length + 5))).rejects.toThrow(/a\.zip > a\.csv/);
  });

  it("refuses a member too large for a fee schedule before it inflates it", async () => {
    const zip = lieAboutSize(await zipOf({ "a.csv": TEXT }), 3_000_000_000);
    await expect(readAll(zip)).rejects.toThrow(/zip\.member-too-large.*3000000000 bytes; the limit is 67108864/);
  });
});

describe("a member in pieces", () => {
  async function inPieces(bytes: Uint8Array, atMost: number): Promise<string> {
    const [member] = await openZip(bytes, "a.zip");
    const pieces: Uint8Array[] = [];
    for await (const piece of member?.pieces(atMost) ?? []) pieces.push(piece);
    return Buffer.concat(pieces).toString("utf8");
  }

  it("is the same as in one, and can be left off", async () => {
    const zip = await zipOf({ "a.csv": TEXT });
    expect(await inPieces(zip, TEXT.length)).toBe(TEXT);
    const [member] = await openZip(zip, "a.zip");
    for await (const piece of member?.pieces(TEXT.length) ?? []) {
      expect(piece.length).toBeGreaterThan(0);
      break;
    }
  });

  it("is refused when it is larger than the caller wants, or damaged", async () => {
    await expect(inPieces(await zipOf({ "a.csv": TEXT }), 100)).rejects.toThrow(
      /zip\.member-too-large.*the limit is 100/,
    );
    const damaged = replaceBytes(await storedZipOf({ "a.csv": TEXT }), "22511,", "22512,");
    await expect(inPieces(damaged, TEXT.length)).rejects.toThrow(/zip\.damaged-member: a\.zip > a\.csv/);
  });
});

describe(findMember, () => {
  it("finds the one member that fits", async () => {
    const members = await openZip(await zipOf({ "PPRRVU25_JAN.csv": "a", "PPRRVU25_JAN.txt": "b" }), "a.zip");
    expect(findMember(members, /^PPRRVU/i, "a.zip", (name) => name.endsWith(".csv")).name).toBe("PPRRVU25_JAN.csv");
  });

  it("lists what is there when none or several fit", async () => {
    const members = await openZip(await zipOf({ "a.csv": "a", "b.csv": "b" }), "a.zip");
    expect(() => findMember(members, /^c$/, "a.zip")).toThrow(/no member matches.*the archive contains a\.csv, b\.csv/);
    expect(() => findMember(members, /^[ab]$/, "a.zip")).toThrow(/2 members match.*they are a\.csv, b\.csv/);
  });
});
