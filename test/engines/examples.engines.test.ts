import { expect, inject, it } from "vitest";
import { FRAMES } from "../support/engines/engines-needs.ts";
import { printed, SHOWN } from "../support/examples.ts";
import { describeWith } from "../support/needs.ts";

describeWith(FRAMES, "the example for pandas", () => {
  it("prints the three amounts, and computes the changes exactly", () => {
    const python = inject("python");
    expect(printed(python, "examples/pandas/rates.py")).toBe(`${SHOWN}\n`);
    const change = 'import runpy; print(runpy.run_path("examples/pandas/rates.py")["change"]["22511"])';
    expect(printed(python, "-c", change)).toBe(`${SHOWN}\n97.40\n`);
  });
});
