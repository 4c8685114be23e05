import { describe, expect, it } from "vitest";
import { chooseRelease } from "../../pipelines/answers/rate/choose-release.ts";
import type { IndexedRelease } from "../../pipelines/documents/release-index.ts";

function built(release: string, from: string, to: string): IndexedRelease {
  const zeros = "0".repeat(64);
  const manifest = { manifest: `${release}/manifest.json`, manifestSha256: zeros };
  const attestation = { attestation: `${release}/attestation.intoto.json`, attestationSha256: zeros };
  const standing = { neverInForce: false, supersededBy: null };
  const expiry = { expiresOn: to, next: { from: to, release: null } };
  const head = { release, title: release, window: { from, to }, ...expiry, standing, coverage: "whole" as const };
  return { ...head, ...manifest, ...attestation };
}

const A2018 = built("2018A", "2018-01-01", "2018-03-31");
const A2024 = built("2024A", "2024-01-01", "2024-03-08");
const AR2024 = built("2024AR", "2024-03-09", "2024-03-31");
const ASC2025 = built("2025A-asc2", "2025-01-01", "2025-03-31");

describe(chooseRelease, () => {
  it("takes the one in force on the day, and no neighbour", () => {
    const folder = [A2024, AR2024];
    expect(chooseRelease({ on: "2024-03-08" }, folder, "out").built.release).toBe("2024A");
    expect(chooseRelease({ on: "2024-03-09" }, folder, "out").built.release).toBe("2024AR");
    expect(() => chooseRelease({ on: "2024-03-09" }, [A2024], "out")).toThrow(
      /2024AR is in force \(2024-03-09 to 2024-03-31\).*built: 2024A.*--release 2024AR --allow-unregistered --out out/s,
    );
  });

  it("answers a day of a replaced release by nothing but its replacement", () => {
    expect(() => chooseRelease({ on: "2018-02-01" }, [A2018], "out")).toThrow(/2018AR1 is in force/);
    expect(() => chooseRelease({}, [A2018], "out")).toThrow(/the latest release there, 2018A, was replaced by 2018AR1/);
    // By name it is the one requested; the answer says that it was replaced
    expect(chooseRelease({ release: "2018A" }, [A2018], "out")).toMatchObject({ replacedBy: "2018AR1", day: null });
  });

  it("takes the latest by its days, and revisions under their own names", () => {
    expect(chooseRelease({}, [AR2024, A2024, A2018], "out").built.release).toBe("2024AR");
    expect(chooseRelease({ release: "2025A-asc2" }, [ASC2025], "out").replacedBy).toBeNull();
    expect(() => chooseRelease({ on: "2025-01-02" }, [ASC2025], "out")).toThrow(/2025A is in force/);
  });

  it("says so when nothing is built", () => {
    expect(() => chooseRelease({}, [], "out")).toThrow(/no release has been built there/);
    expect(() => chooseRelease({ release: "2018A" }, [], "out")).toThrow(/2018A was requested.*built: none/);
  });

  it("lists ten releases at most, and the nearest to a name that CMS has not posted", () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      built(`20${index + 10}A`, `20${index + 10}-01-01`, "2030-01-01"),
    );
    const ask = (release: string) => () => chooseRelease({ release }, many, "out");
    expect(ask("2018B")).toThrow(/built: 2012A, 2013A, .*, 2021A and 2 earlier ones\. Build it/);
    expect(ask("2018E")).toThrow(/2 earlier ones; did you mean "2018A"\?.*Correct the name/);
    expect(ask("20188A")).toThrow(/did you mean "2018A"\?/);
  });
});

const builtOnly = (...names: readonly string[]): IndexedRelease[] =>
  names.map((release) => ({ release, window: { from: "2026-04-01", to: "2026-06-30" } }) as IndexedRelease);

describe("the revision that is chosen", () => {
  it("takes the same revision with a day and without", () => {
    const releases = builtOnly("2026B", "2026B-pfs1");
    expect(chooseRelease({ on: "2026-05-01" }, releases, "out").built.release).toBe("2026B");
    expect(chooseRelease({}, releases, "out").built.release).toBe("2026B");
  });

  it("takes no other revision for the release, with a day or without", () => {
    const releases = builtOnly("2026B-pfs1");
    expect(() => chooseRelease({ on: "2026-05-01" }, releases, "out")).toThrow(/release\.not-built/);
    expect(() => chooseRelease({}, releases, "out")).toThrow(/2026B-pfs1, is another revision/);
    expect(chooseRelease({ release: "2026B-pfs1" }, releases, "out").built.release).toBe("2026B-pfs1");
  });
});
