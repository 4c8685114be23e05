import { describe, expect, it } from "vitest";
import { askedIn, hashOf, NOTHING, unreadIn } from "../../pipelines/website/browser/asked.ts";
import { codeAsTyped, codeWithModifiers, modifierNote } from "../../pipelines/website/browser/code-typed.ts";
import { historyStep } from "../../pipelines/website/browser/kept.ts";

describe("the question of an address", () => {
  it("is written as it was read, without what says nothing", () => {
    const hash = "#page=map&code=22511&modifier=26&place=94110&on=2026-02-14&setting=facility";
    expect(hashOf(askedIn(hash))).toBe(hash);
    expect(hashOf(askedIn("#setting=office&page=look-up&place="))).toBe("#");
  });

  it("refuses a name that every object has", () => {
    expect(askedIn("#page=toString&setting=constructor")).toEqual(NOTHING);
    expect(unreadIn("#page=toString")).toEqual(["page=toString"]);
  });

  it.each(["zip=94110", "county=Marin, CA", "locality=0111205"])("has the place as %s", (field) => {
    expect(askedIn(`#${field}`).place).toBe(field.replace(/^\w+=/, ""));
    expect(unreadIn(`#${field}`)).toEqual([]);
  });

  it("names the fields that it does not have, and a second place", () => {
    expect(unreadIn("#code=22511&colour=red&toString=1")).toEqual(["colour=red", "toString=1"]);
    expect(unreadIn("#place=94110&zip=10001&county=")).toEqual(["zip=10001"]);
  });

  it("has the modifier of a code, however it is written", () => {
    expect(askedIn("#code=22511-26")).toMatchObject({ code: "22511", modifier: "26" });
    expect(askedIn("#code=22511&modifier=26")).toMatchObject({ code: "22511", modifier: "26" });
  });
});

describe("a code as it is typed", () => {
  it.each([
    [" 22511", "22511", ""],
    ["22511 ", "22511", ""],
    ["CPT 22511", "22511", ""],
    ["hcpcs: j0171", "J0171", ""],
    ["22511-26", "22511", "26"],
    ["22511 rt, 59", "22511", "RT-59"],
    ["GXXX1", "GXXX1", ""],
    // Neither is half a modifier, a sixth character or a word a code
    ["22511-2", "22511-2", ""],
    ["225110", "225110", ""],
    ["spine mr", "SPINE MR", ""],
  ])("%s", (text, code, modifier) => {
    expect(codeAsTyped(text)).toEqual({ code, modifier });
  });

  it("is written with its modifiers", () => {
    expect(codeWithModifiers({ code: "22511", modifier: "26-59" })).toBe("22511-26-59");
    expect(codeWithModifiers({ code: "22511", modifier: "" })).toBe("22511");
  });

  it("has words for the modifier on every page that has amounts of the code", () => {
    const asked = { ...NOTHING, code: "22511", modifier: "26-59" };
    expect(modifierNote(asked, true)).toBe(
      "The amounts are without modifiers 26 and 59, but for lines that name it. What a modifier does to them, where Medicare has a rule for it, is in the section Modifiers.",
    );
    expect(modifierNote(asked, false)).toContain("This site does not have");
    expect(modifierNote({ ...asked, page: "history" }, true)).toContain("Look up says");
    expect(modifierNote({ ...asked, page: "list" }, true)).toBe("");
    expect(modifierNote({ ...asked, modifier: "" }, true)).toBe("");
  });
});

/** What the browser's history has after the field of the code, or of the place, had these texts one after the other. */
function entriesAfter(field: "code" | "place", texts: readonly string[], first = NOTHING): string[] {
  const entries = [first];
  let isKept = true;
  for (const text of texts) {
    const before = entries.at(-1) ?? NOTHING;
    const next = { ...before, [field]: text };
    const step = historyStep(isKept, before, next, true);
    if (step.how === "replaceState") entries.pop();
    entries.push(next);
    isKept = step.isKept;
  }
  return entries.map((each) => each[field]);
}

describe("the browser's history", () => {
  it("has one entry more when a place was typed", () => {
    expect(entriesAfter("place", ["9", "94", "941", "9411", "94110"])).toEqual(["", "94110"]);
  });

  it("keeps a whole code when it is typed over", () => {
    const typed = ["2251", "22510", "2251", "2250", "22505"];
    expect(entriesAfter("code", typed, { ...NOTHING, code: "22511" })).toEqual(["22511", "22510", "22505"]);
  });

  it("keeps what was chosen", () => {
    const next = { ...NOTHING, release: "2026A" };
    expect(historyStep(true, NOTHING, next, false)).toEqual({ how: "pushState", isKept: true });
  });
});
