import { describe, expect, it } from "vitest";
import type { Download } from "../../pipelines/inputs/downloads.ts";
import { type AboutRevision, entriesWith, registrations } from "../../pipelines/inputs/register.ts";
import { publicationEntry, releaseName } from "../../pipelines/inputs/registry.ts";
import { withRegistration, withRelease } from "../../pipelines/inputs/source-edits.ts";
import { calendar } from "../../pipelines/sources/calendar.ts";

function download(path: string, text = path): Download {
  const bytes = new Uint8Array(Buffer.from(text));
  return { path, bytes: bytes.length, read: () => bytes };
}

async function found(release: string, paths: readonly string[], about: AboutRevision = {}, picks: string[] = []) {
  const families = ["pfs", "opps", "asc"] as const;
  return await registrations(
    releaseName(release),
    families,
    paths.map((path) => download(path)),
    picks,
    about,
  );
}

const CAP = "RVU26C/OPPSCAP_Jul.csv";
const OTHER_GPCI = "RVU26C/GPCI2026.csv";

describe(registrations, () => {
  it("finds new publications by the names of files and folders, tables in order, with a path only where it is needed", async () => {
    const paths = [
      "RVU27B/PPRRVU2027_Apr_nonQPP.txt",
      "RVU27B/GPCI2027.csv",
      "RVU27B/PPRRVU2027_Apr_nonQPP.csv",
      "RVU27B/x.pdf",
    ];
    const [one, ...rest] = await found("2027B", paths);
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ kind: "new", revision: 1, entry: { id: "RVU27B", window: { from: "2027-04-01" } } });
    expect(one?.entry.revisions[0]?.files.map(({ role, name, copy }) => [role, name, copy])).toEqual([
      ["rvu", "PPRRVU2027_Apr_nonQPP.csv", undefined],
      ["rvu", "PPRRVU2027_Apr_nonQPP.txt", undefined],
      ["gpci", "GPCI2027.csv", "RVU27B/GPCI2027.csv"],
    ]);
  });

  it.each([
    [{}, "2027-03-22", "the date in CMS's file name"],
    [{ url: "https://www.cms.gov/files/zip/rvu27b-updated-04/01/2027.zip" }, "2027-04-01", "the date in the address"],
    [{ posted: "2027-03-25" }, "2027-03-25", "stated by whoever registered it"],
  ])("dates a posting by what is known of it: %o", async (about, posted, postedSource) => {
    const [one] = await registrations(
      releaseName("2027B"),
      ["opps"],
      [download("April 2027 Web Addendum B.03.22.27.csv")],
      [],
      about,
    );
    expect(one?.entry.revisions[0]).toMatchObject({ posted, postedSource });
  });

  it("adds files that a registered posting lacks, and leaves the rest of it alone", async () => {
    const before = publicationEntry("pfs", "RVU26C");
    const [one] = await found("2026C", [CAP]);
    expect(one).toMatchObject({ kind: "completed", revision: before.revisions.length });
    expect(one?.entry.revisions[0]?.files.map(({ name }) => name)).toEqual([
      ...(before.revisions[0]?.files ?? []).map(({ name }) => name),
      "OPPSCAP_Jul.csv",
    ]);
  });

  it("appends another posting for other bytes, asks what changed, and never overwrites", async () => {
    await expect(found("2026C", [OTHER_GPCI])).rejects.toThrow(/registered with other bytes.*--note/s);
    const before = publicationEntry("pfs", "RVU26C");
    const [one] = await found("2026C", [OTHER_GPCI], { note: "Alaska" });
    expect(one).toMatchObject({ kind: "revision", revision: before.revisions.length + 1 });
    if (one === undefined) throw new Error("nothing found");
    expect(one.entry.revisions.slice(0, -1)).toEqual(before.revisions);
    expect(withRegistration(before, one).revisions[0]).toBe(before.revisions[0]);
    const known = entriesWith(releaseName("2026C"), [one]);
    expect(known.find(({ entry }) => entry.family === "pfs")?.registered).toBe(false);
  });

  it("registers a ZIP code file of its own quarter beside the one that stood in for it", async () => {
    const file = download("ZIP5_APR2025.txt");
    const fresh = await registrations(releaseName("2025B"), ["zip"], [file], [], {});
    expect(fresh).toMatchObject([{ kind: "new", entry: { id: "2025Q2" } }]);
    const zipOf = (known: ReturnType<typeof entriesWith>) =>
      known.find(({ entry }) => entry.family === "zip")?.entry.id;
    expect([zipOf(entriesWith(releaseName("2025B"), [])), zipOf(entriesWith(releaseName("2025B"), fresh))]).toEqual([
      "2025Q4",
      "2025Q2",
    ]);
  });

  it("finds nothing where nothing is named like the release", async () => {
    expect(await found("2027B", ["RVU27C/GPCI2027.csv", "notes.csv"])).toEqual([]);
  });

  it("refuses several files that could be the same, until one is picked", async () => {
    const twice = ["a/April 2027 Web Addendum B.csv", "b/April 2027 Web Addendum B.csv"];
    await expect(found("2027B", twice)).rejects.toThrow(/several downloads could be it/);
    expect(await found("2027B", twice, {}, ["b/"])).toHaveLength(1);
  });

  it("does not guess the days of a release with more than one letter", async () => {
    await expect(found("2027AR", ["RVU27AR/GPCI2027.csv"])).rejects.toThrow(/does not say which days it is for/);
  });
});

describe(withRelease, () => {
  it("puts a new release behind those that began no later, once", async () => {
    const fresh = await found("2027B", ["RVU27B/GPCI2027.csv"]);
    const { releases } = calendar();
    const all = withRelease(releases, releaseName("2027B"), fresh) ?? [];
    expect(all.map((each) => each.release)).toEqual([...releases.map((each) => each.release), "2027B"]);
    expect(withRelease(all, releaseName("2027B"), fresh)).toBeUndefined();
  });
});
