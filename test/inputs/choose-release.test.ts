import { describe, expect, it } from "vitest";
import { chooseRelease } from "../../pipelines/answers/rate/choose-release.ts";
import type { IndexedRelease } from "../../pipelines/documents/output.ts";

const built = (...names: readonly string[]): IndexedRelease[] =>
  names.map((release) => ({ release, window: { from: "2026-04-01", to: "2026-06-30" } }) as IndexedRelease);

describe(chooseRelease, () => {
  it("takes the same revision with a day and without", () => {
    const releases = built("2026B", "2026B-pfs1");
    expect(chooseRelease({ on: "2026-05-01" }, releases, "out").built.release).toBe("2026B");
    expect(chooseRelease({}, releases, "out").built.release).toBe("2026B");
  });

  it("takes no other revision for the release, with a day or without", () => {
    const releases = built("2026B-pfs1");
    expect(() => chooseRelease({ on: "2026-05-01" }, releases, "out")).toThrow(/release\.not-built/);
    expect(() => chooseRelease({}, releases, "out")).toThrow(/2026B-pfs1, is another revision/);
    expect(chooseRelease({ release: "2026B-pfs1" }, releases, "out").built.release).toBe("2026B-pfs1");
  });
});
