import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { openRelease, openReleases, type Question, ReaderError } from "../../pipelines/read/index.ts";
import { addressOf, besides } from "../../pipelines/read/load.ts";
import type { ReaderDocument } from "../../schemas/out/reader.ts";
import { SCHEMA_VERSION } from "../../schemas/version.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));
const text = (id: string, name = "reader"): string => readFileSync(join(OUT, id, `${name}.json`), "utf8");
const documentOf = (id: string): ReaderDocument => JSON.parse(text(id));

/** A folder whose `reader.json` has this text. */
function folderWith(content: string): string {
  const folder = mkdtempSync(join(tmpdir(), "ratebook-read-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "reader.json"), content);
  return folder;
}

async function errorOf(opened: Promise<unknown>): Promise<Pick<ReaderError, "code" | "message">> {
  const error = await opened.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ReaderError)) throw new Error(`expected a ReaderError, got ${error}`);
  return error;
}

const [major = 0] = SCHEMA_VERSION.split(".").map(Number);

describe("a file that cannot be opened", () => {
  it("is one that is not there", async () => {
    expect(await errorOf(openRelease(join(OUT, "2099Z")))).toMatchObject({
      code: "not-found",
      message: expect.stringContaining("2099Z/reader.json could not be read: ENOENT"),
    });
  });

  it("is one that was cut, at any place", async () => {
    const whole = text("2026A");
    for (const part of [0, 1, 100, whole.length / 2, whole.length - 3].map(Math.floor))
      expect(await errorOf(openRelease(folderWith(whole.slice(0, part))))).toMatchObject({
        code: "not-json",
        message: expect.stringContaining("is not JSON, or it was cut"),
      });
  });

  it.each([
    ["a document of another kind", () => text("2026A", "national"), /is ratebook\/national, and ratebook\/reader was/],
    ["JSON of somebody else", () => '{"name":"fees"}', /is no document of ratebook/],
    ["no object", () => "[1]", /is no document of ratebook/],
    ["null", () => "null", /is no document of ratebook/],
  ])("is %s", async (_, content, message) => {
    const error = await errorOf(openRelease(folderWith(content())));
    expect(error).toMatchObject({ code: "foreign-document", message: expect.stringMatching(message) });
  });

  it.each([
    [`${major + 1}.0.0`, /has shapes \d+\.0\.0, newer than .* which this reader reads: update ratebook/],
    [`${major - 1}.9.0`, /has shapes \d+\.9\.0, older than .*: build the release again/],
  ])("has shapes %s", async (schemaVersion, message) => {
    const error = await errorOf(openRelease({ ...documentOf("2026A"), schemaVersion }));
    expect(error).toMatchObject({ code: "other-shapes", message: expect.stringMatching(message) });
  });

  it("may have newer fields of the same major version", async () => {
    const later = { ...documentOf("2026A"), schemaVersion: `${major}.99.0`, later: {} };
    expect((await openRelease(later)).release).toBe("2026A");
  });

  type Pfs = NonNullable<ReaderDocument["pfs"]>;
  const withPfs = (change: (pfs: Pfs) => Partial<Pfs>): object => {
    const document = documentOf("2026A");
    return { ...document, pfs: { ...document.pfs, ...change(document.pfs as Pfs) } };
  };
  it.each<[string, () => object, RegExp]>([
    [
      "a column that is cut",
      () => withPfs(({ rvus }) => ({ rvus: { ...rvus, mp: rvus.mp.slice(1) } })),
      /pfs\.rvus\.mp has/,
    ],
    [
      "a text among numbers",
      () => withPfs(({ rvus }) => ({ rvus: { ...rvus, work: rvus.work.map(String) as never } })),
      /pfs\.rvus\.work has/,
    ],
    [
      "a fraction",
      () => withPfs(({ rvus }) => ({ rvus: { ...rvus, work: rvus.work.map((each) => each + 0.5) } })),
      /pfs\.rvus\.work has/,
    ],
    [
      "a kind that is not there",
      () => withPfs(({ kindOf }) => ({ kindOf: kindOf.map(() => 9999) })),
      /pfs\.kindOf has 9999/,
    ],
    ["a factor that is not a number", () => withPfs(() => ({ factor: null as never })), /pfs\.factor has null/],
    ["codes out of order", () => ({ ...documentOf("2026A"), codes: "22511 0" }), /codes has 22510 after 22511/],
    [
      "no GPCI of a locality",
      () => ({ ...documentOf("2026A"), localities: { ...documentOf("2026A").localities, pe: [] } }),
      /localities\.pe has 0 entries/,
    ],
  ])("has %s", async (_, document, message) => {
    const error = await errorOf(openRelease(document()));
    expect(error).toMatchObject({ code: "damaged-document", message: expect.stringMatching(message) });
  });

  it("has ZIP codes or counties of another release, or none that are loaded", async () => {
    const counties = JSON.parse(text("2025A", "reader-counties"));
    expect(await errorOf(openRelease(join(OUT, "2026A"), { counties }))).toMatchObject({ code: "other-release" });
    expect(await errorOf(openRelease(documentOf("2025A"), { counties: true }))).toMatchObject({
      code: "part-not-loaded",
    });
    const release = await openRelease(join(OUT, "2025A"));
    expect(() => release.placeOfCounty("Marin, CA")).toThrow(/reader-counties\.json is not loaded/);
  });
});

describe("a question that is malformed", () => {
  const asked = { code: "22511", setting: "office", locality: "national" };
  it.each([
    [{ ...asked, code: "2251" }, /code is "2251"; write five characters/],
    [{ ...asked, code: 22511 }, /code is 22511/],
    [{ ...asked, setting: "home" }, /setting is "home"; write "office", "hopd" or "asc"/],
    [{ ...asked, setting: "hopd" }, /at hopd two are paid: write payee "physician", "facility", or "total"/],
    [{ ...asked, payee: "facility" }, /payee is "facility", who is not paid at office/],
    [{ ...asked, setting: "asc", payee: "total", modifier: "26" }, /a facility's rate has no modifier/],
    [{ code: "22511", setting: "office" }, /name one place/],
    [{ ...asked, zip: "94110" }, /name one place/],
    [{ ...asked, modifer: "26" }, /a question has no modifer; its fields are code, setting, payee, modifier/],
    [{ ...asked, on: "2026-02-30" }, /on is "2026-02-30"; write a day/],
  ])("%o throws", async (question, message) => {
    const release = await openRelease(join(OUT, "2026A"));
    const ask = () => release.rate(question as unknown as Question);
    expect(ask).toThrow(ReaderError);
    expect(ask).toThrow(message);
  });
});

describe("a question without an answer", () => {
  const asked = { code: "22511", setting: "office", locality: "national" } as const;

  it.each([
    [{ ...asked, code: "99999" }, "unknown-code"],
    [{ ...asked, locality: "0111299" }, "unknown-locality"],
    [{ ...asked, locality: "" }, "unknown-locality"],
    [{ ...asked, modifier: "26" }, "no-row-with-modifier"],
    [{ ...asked, modifier: "50" }, "no-row-with-modifier"],
    [{ ...asked, on: "2026-04-01" }, "outside-window"],
    [{ ...asked, on: "2025-12-31" }, "outside-window"],
    [{ ...asked, track: "all-clinicians" }, "no-such-track"],
    [{ code: "22511", setting: "office", zip: "94110" }, "source-missing"],
    [{ code: "22511", setting: "office", county: "Marin, CA" }, "source-missing"],
    [{ code: "22511", setting: "hopd", payee: "total", locality: "0111205" }, "different-places"],
    [{ code: "22899", setting: "office", locality: "national" }, "contractor-priced"],
    [{ code: "22512", setting: "hopd", payee: "facility", locality: "national" }, "packaged"],
    [{ code: "22512", setting: "hopd", payee: "total", locality: "national" }, "facility-packaged"],
    [{ code: "22526", setting: "asc", payee: "facility", locality: "national" }, "not-on-asc-list"],
    [
      { code: "77012", setting: "hopd", payee: "physician", modifier: "TC", locality: "national" },
      "technical-component-only",
    ],
  ] as [Question, string][])("%o: %s", async (question, reason) => {
    const answer = (await openRelease(join(OUT, "2026A"))).rate(question);
    expect(answer).toMatchObject({ kind: "reason", value: null, reason, release: "2026A", code: question.code });
    expect(answer.kind === "reason" && answer.text).toMatch(/^[a-z].{15,}/i);
  });

  it("names a release in force that is not opened, and never takes another one", async () => {
    const releases = await openReleases([join(OUT, "2026A"), join(OUT, "2025A")]);
    expect(releases.releases.map(({ release }) => release)).toEqual(["2025A", "2026A"]);
    const on = (day: string) => releases.rate({ ...asked, on: day });
    expect(on("2025-03-31")).toMatchObject({ release: "2025A", value: "1676.52" });
    expect(on("2026-01-01")).toMatchObject({ release: "2026A", value: "1773.92" });
    for (const day of ["2025-04-01", "2026-04-01", "2024-12-31"])
      expect(on(day)).toMatchObject({ kind: "reason", reason: "no-release-on-day", release: null });
    expect(releases.history(asked).map(({ release, answer }) => [release, answer.value])).toEqual([
      ["2025A", "1676.52"],
      ["2026A", "1773.92"],
    ]);
  });

  it("is one for a day on which another release replaces the opened one", async () => {
    const document = { ...documentOf("2026A"), inForce: [{ from: "2026-01-01", to: "2026-01-31" }] };
    const release = await openRelease(document);
    expect(release.rate({ ...asked, on: "2026-01-31" })).toMatchObject({ value: "1773.92" });
    expect(release.rate({ ...asked, on: "2026-02-01" })).toMatchObject({ reason: "not-in-force" });
  });
});

describe("the address of a document", () => {
  it.each([
    ["out/2026A", "out/2026A/reader.json", "out/2026A/reader-zips.json"],
    ["https://a.example/2026A/", "https://a.example/2026A/reader.json", "https://a.example/2026A/reader-zips.json"],
    ["https://a.example/r.json?v=2/3", "https://a.example/r.json?v=2/3", "https://a.example/reader-zips.json?v=2/3"],
    [
      "https://a.example/2026A?key=1",
      "https://a.example/2026A/reader.json?key=1",
      "https://a.example/2026A/reader-zips.json?key=1",
    ],
  ])("of %s keeps a query", (source, reader, zips) => {
    expect(addressOf(source, "reader")).toBe(reader);
    expect(besides(reader, "reader-zips")).toBe(zips);
  });
});
