import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { readDescriptors } from "../../pipelines/inputs/descriptors.ts";
import { listDownloads } from "../../pipelines/inputs/downloads.ts";
import { registeredRelease } from "../../pipelines/inputs/registry.ts";
import { builtWhole } from "../support/built-whole.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { ratebookHere } from "../support/in-process.ts";
import { CMS_FOLDER, describeWithRealFiles } from "../support/real.ts";

/** Every text of a site: its pages and programs, and its documents as a browser reads them. */
function textsOf(site: string): string[] {
  const files = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((entry) => {
    const text = readFileSync(join(entry.parentPath, entry.name), "utf8");
    const data = /^ratebookReceives\("[^"]*","([^"]*)"\)/.exec(text)?.[1];
    return data === undefined ? text : gunzipSync(Buffer.from(data, "base64")).toString("utf8");
  });
}

const LENGTH = 16;
/** Words of descriptors that our own words have too are no evidence; three words or more are. */
const isTelling = (text: string): boolean => text.split(/\s+/).length >= 3 && text.length >= LENGTH;

/** Texts by how they begin. */
function byBeginning(texts: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, string[]>();
  for (const text of texts) all.set(text.slice(0, LENGTH), [...(all.get(text.slice(0, LENGTH)) ?? []), text]);
  return all;
}

/** Descriptors that stand anywhere in the texts. Figures repeat, so each quoted text is looked at once. */
function found(texts: readonly string[], descriptors: readonly string[]): string[] {
  const known = byBeginning(descriptors.map((text) => text.toLowerCase()));
  const pieces = new Set(texts.flatMap((text) => text.toLowerCase().split('"')).filter((piece) => piece.includes(" ")));
  const inPiece = (piece: string): string[] =>
    Array.from({ length: Math.max(0, piece.length - LENGTH) }, (_, at) =>
      (known.get(piece.slice(at, at + LENGTH)) ?? []).filter((text) => piece.startsWith(text, at)),
    ).flat();
  return [...new Set([...pieces].flatMap(inPiece))];
}

describeWithRealFiles("descriptors in a site", () => {
  it("are in none of its files, unless its maker asks for them", { timeout: 120_000 }, async () => {
    const site = join(temporaryFolder(), "site");
    const out = await builtWhole("2025A");
    expect(await ratebookHere("site", "--out", out, "--release", "2025A", "--to", site)).toMatchObject({ status: 0 });
    const { texts } = await readDescriptors(registeredRelease("2025A"), listDownloads(CMS_FOLDER));
    const telling = [...texts.values()].filter(isTelling);
    // CMS's file of January 2025 has 19,000 codes; nearly half have a descriptor of three words or more.
    expect(telling.length).toBeGreaterThan(8000);
    const all = textsOf(site);
    expect(found(all, telling)).toEqual([]);
    // The search sees a descriptor that is there.
    const [one = ""] = telling;
    expect(found([...all, `{"text":"of ${one}"}`], telling)).toContain(one.toLowerCase());
  });

  it("come from CMS's files with the notices of their owners", { timeout: 120_000 }, async () => {
    const site = join(temporaryFolder(), "site");
    const out = await builtWhole("2025A");
    const asked = ["--out", out, "--release", "2025A", "--to", site, "--with-descriptions", CMS_FOLDER];
    expect(await ratebookHere("site", ...asked)).toMatchObject({ status: 0 });
    const own = textsOf(site).find((text) => text.startsWith('{"schema":"ratebook/site-descriptors"')) ?? "{}";
    const { texts, notices } = JSON.parse(own) as { texts: Record<string, string>; notices: string[] };
    expect(texts["22511"]).toMatch(/\S+ \S+/);
    expect(notices.some((each) => /copyright 2024 American Medical Association/.test(each))).toBe(true);
    expect(notices.some((each) => /American Dental Association/.test(each))).toBe(true);
  });

  it("need CMS's files of one of the releases", async () => {
    const empty = temporaryFolder();
    const said = await ratebookHere("site", "--out", "out", "--to", join(empty, "site"), "--with-descriptions", empty);
    expect(said).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("has none of CMS's files of these releases"),
    });
  });
});
