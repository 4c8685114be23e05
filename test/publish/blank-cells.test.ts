import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { CodeDocument } from "../../schemas/out/code.ts";

const document = JSON.parse(
  readFileSync(new URL("../../out/2026A/codes/22512.json", import.meta.url), "utf8"),
) as CodeDocument;

describe("the reason of a figure that there is none of", () => {
  // 22512 is an add-on: N1 in Addendum AA, of CMS's own, has no weight; Addendum B of 2026 was put together without any.
  it("is CMS's blank cell only in a file of CMS's own", () => {
    const origins = ["asc-aa", "addendum-b"].map((id) => document.files[id]?.origin);
    expect(origins).toEqual(["cms", "reconstructed"]);
    expect(document.asc?.paymentWeight).toMatchObject({ value: null, reason: "blank-in-cms-file" });
    expect(document.opps?.relativeWeight).toMatchObject({ value: null, reason: "blank-in-copy" });
    expect(document.opps?.apc).toMatchObject({ value: null, reason: "blank-in-copy" });
  });
});
