import { describe, expect, it, vi } from "vitest";
import { InputFault, printable, shortened } from "../../pipelines/problems/problems.ts";
import { isPlain, plain, quoted } from "../../pipelines/problems/quoted.ts";
import type { Problem } from "../../schemas/place.ts";
import { problemLines } from "../../scripts/print/problem-report.ts";
import { jsonText, TERMINAL } from "../../scripts/print/terminal.ts";

/** What clears a screen, sets a title, erases a line, turns the direction of writing and ends a line elsewhere. */
const ACTING = "\u001b[2J\u001b]0;x\u0007\r\u009b2K\u202e\u2066\u2028\u0000";
const HUGE = "x".repeat(100_000_000);

const hostile: Problem = {
  code: "cell.unreadable",
  place: { file: `${ACTING}a.csv`, row: 7, column: "B", heading: ACTING, key: ACTING, sheet: ACTING },
  message: `saw "${ACTING}"`,
  cure: `Mend ${ACTING}`,
};

describe("what is told of a hostile file", () => {
  it("acts on no terminal", () => {
    const lines = problemLines([hostile, { ...hostile, place: { ...hostile.place, row: 8 } }]);
    expect(lines.join("\n").split("\n").every(isPlain)).toBe(true);
    expect(lines.join("\n")).toContain("\\u001b[2J");
    expect(isPlain(new InputFault(hostile).message)).toBe(true);
    expect(plain("\u001b")).toBe("\\u001b");
  });

  it("is no longer than can be read, for people and for programs", () => {
    expect(quoted(HUGE)).toBe(`${"x".repeat(60)}... (100000000 characters)`);
    const long: Problem = { ...hostile, message: HUGE, cure: HUGE, place: { file: HUGE, key: HUGE } };
    expect(problemLines([long]).join("\n").length).toBeLessThan(5_000);
    expect(jsonText(shortened(long)).length).toBeLessThan(5_500);
    expect(new InputFault(long).message.length).toBeLessThan(5_000);
    expect(printable(long).place.file).toMatch(/^x{300}\.\.\. \(100000000 characters\)$/);
  });

  it("is the same text for programs, spelled out", () => {
    const text = jsonText(hostile);
    expect(text.split("\n").every(isPlain)).toBe(true);
    expect(JSON.parse(text)).toEqual(hostile);
  });

  it("passes the terminal with our own colours and nothing else", () => {
    const written: string[] = [];
    const spy = vi.spyOn(process.stdout, "write").mockImplementation((text) => written.push(String(text)) > 0);
    TERMINAL.result(`\u001b[31mred\u001b[39m\ta${ACTING}b`);
    spy.mockRestore();
    expect(written).toEqual(["\u001b[31mred\u001b[39m\ta[2J]0;x2Kb\n"]);
  });
});
