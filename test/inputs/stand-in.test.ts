import { describe, expect, it } from "vitest";
import { preferStandIn } from "../../pipelines/inputs/available.ts";
import type { Download } from "../../pipelines/inputs/downloads.ts";
import { publicationEntry, registeredRelease } from "../../pipelines/inputs/registry.ts";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import type { PublicationEntry } from "../../schemas/source/publication.ts";
import type { FileEntry } from "../../schemas/source/release.ts";

const GENUINE = Buffer.from("CMS's own rows");
const MADE = Buffer.from("rows put together from others");

function download(path: string, content: Buffer): Download {
  const bytes = new Uint8Array(content);
  return { path, bytes: bytes.length, read: () => bytes };
}

function pinned(name: string, content: Buffer): FileEntry {
  return { role: "rvu", name, bytes: content.length, sha256: sha256(new Uint8Array(content)) };
}

/** RVU26A as it is registered, with made-up bytes. */
function entry(): PublicationEntry {
  const { revisions, ...rest } = publicationEntry("pfs", "RVU26A");
  const [genuine, standIn] = revisions as [
    PublicationEntry["revisions"][number],
    PublicationEntry["revisions"][number],
  ];
  return {
    ...rest,
    revisions: [
      { ...genuine, files: [pinned("genuine.csv", GENUINE)] },
      { ...standIn, files: [pinned("made.csv", MADE)] },
    ],
  };
}

describe(preferStandIn, () => {
  it("takes what stands in for CMS's file while CMS's is not there, and says why", () => {
    const { preferred } = preferStandIn([download("made.csv", MADE)])(entry());
    expect(preferred?.revision).toBe(2);
    expect(preferred?.reason).toMatch(/^CMS's own file of RVU26A is not among the downloads/);
  });

  it("gives way to CMS's file", () => {
    const both = [download("made.csv", MADE), download("genuine.csv", GENUINE)];
    expect(preferStandIn(both)(entry()).preferred).toBeUndefined();
  });

  it("leaves everything as it is without either", () => {
    expect(preferStandIn([])(entry())).toEqual(entry());
  });

  it("is never what a name without a revision means by itself, nor what CMS's revision is replaced by", () => {
    const [pfs] = registeredRelease("2026A").publications;
    expect(pfs).toMatchObject({ origin: "cms", revision: { number: 1, of: 1, supersedes: null, supersededBy: null } });
  });

  it("marks its figures as reconstructed, and those of CMS's bytes beside them as CMS's", () => {
    const [pfs] = registeredRelease("2026A-pfs2").publications;
    expect(pfs).toMatchObject({ origin: "reconstructed", posted: null, url: null, revision: { number: 2, of: 2 } });
    expect(pfs?.files.map(({ role, origin }) => [role, origin])).toEqual([
      ["rvu", undefined],
      ["gpci", "cms"],
    ]);
  });
});
