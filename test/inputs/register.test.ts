import { describe, expect, it } from "vitest";
import type { Download } from "../../pipelines/inputs/downloads.ts";
import { type AboutRevision, entriesWith, registrations } from "../../pipelines/inputs/register.ts";
import { publicationEntry, registeredEntries, releaseName } from "../../pipelines/inputs/registry.ts";
import { withRegistration, withRelease } from "../../pipelines/inputs/source-edits.ts";
import { calendar } from "../../pipelines/sources/calendar.ts";
import { zipOf } from "../support/zips.ts";

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
      "RVU39B/PPRRVU2039_Apr_nonQPP.txt",
      "RVU39B/GPCI2039.csv",
      "RVU39B/PPRRVU2039_Apr_nonQPP.csv",
      "RVU39B/x.pdf",
    ];
    const [one, ...rest] = await found("2039B", paths);
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ kind: "new", revision: 1, entry: { id: "RVU39B", window: { from: "2039-04-01" } } });
    expect(one?.entry.revisions[0]?.files.map(({ role, name, copy }) => [role, name, copy])).toEqual([
      ["rvu", "PPRRVU2039_Apr_nonQPP.csv", undefined],
      ["rvu", "PPRRVU2039_Apr_nonQPP.txt", undefined],
      ["gpci", "GPCI2039.csv", "RVU39B/GPCI2039.csv"],
    ]);
  });

  it.each([
    [{}, "2039-03-22", "the date in CMS's file name"],
    [{ url: "https://www.cms.gov/files/zip/rvu39b-updated-04/01/2039.zip" }, "2039-04-01", "the date in the address"],
    [{ posted: "2039-03-25" }, "2039-03-25", "stated by whoever registered it"],
  ])("dates a posting by what is known of it: %o", async (about, posted, postedSource) => {
    const [one] = await registrations(
      releaseName("2039B"),
      ["opps"],
      [download("April 2039 Web Addendum B.03.22.39.csv")],
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

  it("adds a table that CMS publishes beside the archive, and says that it is not in it", async () => {
    const archive = await zipOf({ "PPRRVU39_JAN.csv": "x", "GPCI2039.csv": "y" });
    const zip: Download = { path: "RVU39A/RVU39A.zip", bytes: archive.length, read: () => archive };
    const beside = download("RVU39A/2039_Anesthesia_Base_Units.xlsx");
    const [one] = await registrations(releaseName("2039A"), ["pfs"], [zip, beside], [], {});
    expect(one?.entry.revisions[0]).toMatchObject({
      archive: { name: "RVU39A.zip" },
      files: [
        { role: "rvu", name: "PPRRVU39_JAN.csv" },
        { role: "gpci", name: "GPCI2039.csv" },
        { role: "anesthesia-base-units", name: "2039_Anesthesia_Base_Units.xlsx", beside: true },
      ],
    });
  });

  it("appends another posting for other bytes, asks what changed, and never overwrites", async () => {
    await expect(found("2026C", [OTHER_GPCI])).rejects.toThrow(/registered with other bytes.*--note/s);
    const before = publicationEntry("pfs", "RVU26C");
    const [one] = await found("2026C", [OTHER_GPCI], { note: "Alaska" });
    expect(one).toMatchObject({ kind: "revision", revision: before.revisions.length + 1 });
    if (one === undefined) throw new Error("nothing found");
    expect(one.entry.revisions.slice(0, -1)).toEqual(before.revisions);
    expect(withRegistration(before, one).revisions[0]).toBe(before.revisions[0]);
    const known = entriesWith(registeredEntries(releaseName("2026C")), [one]);
    expect(known.find(({ entry }) => entry.family === "pfs")?.registered).toBe(false);
  });

  it("registers a ZIP code file of its own quarter beside the one that stood in for it", async () => {
    const file = download("ZIP5_APR2025.txt");
    const fresh = await registrations(releaseName("2025B"), ["zip"], [file], [], {});
    expect(fresh).toMatchObject([{ kind: "new", entry: { id: "2025Q2" } }]);
    const zipOf = (known: ReturnType<typeof entriesWith>) =>
      known.find(({ entry }) => entry.family === "zip")?.entry.id;
    expect([
      zipOf(entriesWith(registeredEntries(releaseName("2025B")), [])),
      zipOf(entriesWith(registeredEntries(releaseName("2025B")), fresh)),
    ]).toEqual(["2025Q4", "2025Q2"]);
  });

  it("finds nothing where nothing is named like the release", async () => {
    expect(await found("2039B", ["RVU39C/GPCI2039.csv", "notes.csv"])).toEqual([]);
  });

  it("refuses several files that could be the same, until one is picked", async () => {
    const twice = ["a/April 2039 Web Addendum B.csv", "b/April 2039 Web Addendum B.csv"];
    await expect(found("2039B", twice)).rejects.toThrow(/several downloads could be it/);
    expect(await found("2039B", twice, {}, ["b/"])).toHaveLength(1);
  });

  it("does not guess the days of a release with more than one letter", async () => {
    await expect(found("2039AR", ["RVU39AR/GPCI2039.csv"])).rejects.toThrow(/does not say which days it is for/);
  });
});

describe(withRelease, () => {
  it("puts a new release behind those that began no later, once", async () => {
    const fresh = await found("2039B", ["RVU39B/GPCI2039.csv"]);
    const { releases } = calendar();
    const all = withRelease(releases, releaseName("2039B"), fresh) ?? [];
    expect(all.map((each) => each.release)).toEqual([...releases.map((each) => each.release), "2039B"]);
    expect(withRelease(all, releaseName("2039B"), fresh)).toBeUndefined();
  });
});
