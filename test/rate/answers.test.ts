import { describe, expect, it } from "vitest";
import { answer, said } from "../support/rate-answers.ts";

describe("a rate without an amount", () => {
  it("says in words, below the table and in the JSON, why there is no amount", () => {
    const text = said("22512");
    expect(text).toMatch(/hospital outpatient +facility +packaged\n/);
    expect(text.match(/^packaged: the payment is packaged into the payment for another service$/gm)).toHaveLength(1);
    expect(answer("22512").reasons).toEqual({
      packaged: "the payment is packaged into the payment for another service",
      "facility-packaged": "the payment is packaged into the payment for another service",
    });
    expect(answer("22511").reasons).toEqual({});
  });
});
