import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { ClaimsError, openClaims } from "../../read/claims.mjs";
import { claimsFolder, noted } from "../support/claims-folder.ts";
import { ROOT } from "../support/documents.ts";
import { filesBelow } from "../support/installed.ts";

const OUT = join(ROOT, "out");
const QUESTION = { lines: ["22511", "22512"], release: "2025A" } as const;

/** The code of the problem that an answer ends with; undefined for an answer. */
async function problemOf(answer: Promise<object>): Promise<string | undefined> {
  return await answer.then(
    () => undefined,
    (error: ClaimsError) => error.problem.code,
  );
}

/** One bit of one byte is another. */
function changedByte(bytes: Uint8Array, at: number): Uint8Array {
  const changed = Uint8Array.from(bytes);
  changed[at] = (changed[at] as number) ^ 1;
  return changed;
}

describe("openClaims refuses", () => {
  it.each(["out", "claims"])("one changed byte of every file that an answer reads, in the folder %s", async (kind) => {
    const folder = kind === "out" ? OUT : await claimsFolder(OUT);
    const { paths, claims } = noted(folder);
    await claims.price(QUESTION);
    expect(paths.length).toBeGreaterThan(4);
    for (const wanted of paths.filter((path) => path !== "index.json"))
      for (const share of [0, 0.5, 0.99]) {
        const spoilt = noted(folder, (path, bytes) =>
          path === wanted ? changedByte(bytes, Math.floor(bytes.length * share)) : bytes,
        );
        expect([wanted, await problemOf(spoilt.claims.price(QUESTION))]).toEqual([wanted, "document.changed"]);
      }
  });

  it("an index whose entry for the release is another, or that has another hash", async () => {
    const folder = await claimsFolder(OUT);
    const edited = (from: string, to: string) =>
      noted(folder, (path, bytes) => {
        const text = Buffer.from(bytes).toString();
        return path === "index.json" ? Buffer.from(text.replace(from, to)) : bytes;
      }).claims.price(QUESTION);
    expect(await problemOf(edited("January 2025", "January 2024"))).toBe("document.index");
    expect(await problemOf(edited('"claimsSha256": "', '"claimsSha256": "0'))).toBe("document.changed");
    expect(await problemOf(edited("ratebook/index", "ratebook/other"))).toBe("document.shape");
    expect(await problemOf(edited("{", "["))).toBe("document.shape");
  });

  it("a file that is not there, is shorter, or cannot be read, and reads it again the next time", async () => {
    const folder = await claimsFolder(OUT);
    let fault: "missing" | "short" | "unreadable" | undefined;
    const { claims } = noted(folder, (path, bytes) => {
      if (!path.endsWith("/claims.json") || fault === undefined) return bytes;
      if (fault === "unreadable") throw new Error("the network is down");
      return fault === "missing" ? undefined : bytes.subarray(1);
    });
    const codes: (string | undefined)[] = [];
    for (fault of ["missing", "short", "unreadable", undefined] as const)
      codes.push(await problemOf(claims.price(QUESTION)));
    expect(codes).toEqual(["document.missing", "document.changed", "document.unreadable", undefined]);
  });

  it("to answer where WebCrypto cannot check the files", async () => {
    const { claims } = noted(await claimsFolder(OUT));
    vi.stubGlobal("crypto", {});
    try {
      await expect(claims.price(QUESTION)).rejects.toThrow(/document\.unverified.*Serve the page by https/);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it("a folder in which nothing was built", async () => {
    expect(await problemOf(openClaims(join(ROOT, "nowhere")).together({ code: "22511" }))).toBe("out.not-built");
    expect(filesBelow(OUT)).not.toEqual([]);
  });

  it.each([
    [{ lines: ["22511-26-TC"] }, /has modifiers 26 and TC/],
    [{ lines: ["2251"] }, /"2251" is not a line of a claim/],
    [{ lines: [] }, /name the lines of the claim/],
    [{ lines: "22511" }, /lines is a list of texts/],
    [{ lines: ["22511"], setting: "home" }, /setting is "home"; write office, hopd, asc/],
    [{ lines: ["22511"], county: "Marin, CA" }, /a question has no county/],
    [{ lines: ["22511"], zip: 94110 }, /zip is 94110, and not a text/],
    [{ lines: ["22511"], zip: "94110", locality: "0111205" }, /give only one of locality and zip/],
    [{ lines: ["22511"], on: "2025-02-01", release: "2025A" }, /give only one of on and release/],
  ])("%j", async (question, message) => {
    const { paths, claims } = noted(OUT);
    await expect(claims.price(question as never)).rejects.toThrow(message);
    await expect(claims.price(question as never)).rejects.toBeInstanceOf(ClaimsError);
    expect(paths).toEqual([]);
  });

  it.each([
    [{}, /code is undefined; write five characters/],
    [{ code: "22511-26" }, /write five characters without a modifier/],
    [{ code: "22511", other: "5" }, /other is "5"/],
    [{ code: "22511", lines: [] }, /a question has no lines/],
  ])("%j, which asks what is paid together", async (question, message) => {
    await expect(noted(OUT).claims.together(question as never)).rejects.toThrow(message);
  });
});
