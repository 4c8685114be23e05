import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inWords, reasonLines, reasonSentence, sentencesOf } from "../../pipelines/words/reasons.ts";

const sourceOf = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** States of indicators that pay a rate or an amount. */
const PAYS = /^(priced|rated.*)$/;
const STATES = ["pfs-status", "opps-status", "asc-payment"].flatMap((list) =>
  [...sourceOf(`sources/indicators/${list}.json`).matchAll(/"state": "([a-z-]+)"/g)].map(([, state = ""]) => state),
);
/** Reasons that the code itself gives, as literals. */
const LITERALS = [
  "pipelines/schedules/site/not-paid.ts",
  "pipelines/schedules/site/physician-rows.ts",
  "pipelines/schedules/site/site-of-service.ts",
  "pipelines/rules/rate-state.ts",
  "pipelines/answers/portfolio/amounts.ts",
  "pipelines/answers/portfolio/claims.ts",
  "pipelines/answers/portfolio/claim-prices.ts",
  "pipelines/answers/portfolio/claim-comparison.ts",
  "pipelines/answers/rate/anesthesia.ts",
  "pipelines/words/unread.ts",
].flatMap((path) => [...sourceOf(path).matchAll(/"((?:[a-z]+-)+[a-z]+)"/g)].map(([, word = ""]) => word));
/** Words of the same shape that are none: states that pay, tables, kinds of edits, doubts. */
const NO_REASONS = [
  ...["rated-unless-packaged", "anesthesia-base-units", "ncci-addon", "site-of-service"],
  ...["add-on", "may-be-more"],
];

describe(reasonSentence, () => {
  it("has a sentence for every state without an amount, and for every reason of a site", () => {
    const reasons = [...STATES.filter((state) => !PAYS.test(state)), ...LITERALS];
    expect(reasons.length).toBeGreaterThan(50);
    const without = [...new Set(reasons)].filter((each) => reasonSentence(each) === undefined);
    expect(without.filter((each) => !NO_REASONS.includes(each))).toEqual([]);
  });

  it("says of status X that the tests are paid under their own schedules", () => {
    expect(reasonSentence("excluded-by-statute")).toMatch(
      /^not paid under this schedule; laboratory and other tests are paid under their own/,
    );
  });

  it("explains the reason of a sum by its part, and lists it once", () => {
    expect(reasonSentence("facility-packaged")).toBe(reasonSentence("packaged"));
    const sentences = sentencesOf(["packaged", "facility-packaged", "packaged", "of-no-record"]);
    expect(Object.keys(sentences)).toEqual(["packaged", "facility-packaged"]);
    expect(reasonLines(sentences)).toEqual(["packaged: the payment is packaged into the payment for another service"]);
  });
});

describe(inWords, () => {
  it("names a reason by its short name, or by its words", () => {
    expect(inWords("source-missing")).toBe("file not read");
    expect(inWords("facility-source-missing")).toBe("facility: file not read");
    expect(inWords("not-on-asc-list")).toBe("not on ASC list");
    expect(inWords("conversionFactor")).toBe("conversion factor");
  });
});
