import { describe, expect, it } from "vitest";
import { progressFor } from "../../scripts/print/progress.ts";
import { fakeTerminal } from "../support/fake-terminal.ts";

describe(progressFor, () => {
  it("prints plain lines off a terminal, and none once it is closed", async () => {
    const terminal = fakeTerminal();
    const progress = await progressFor(terminal, false, ["2025A", "2026A"]);
    progress.stage("2025A", "check");
    progress.finish("2025A", false);
    progress.close();
    progress.stage("2026A", "locate");
    progress.finish("2026A", true);
    progress.close();
    expect(terminal.notes).toEqual(["2025A: check", "2025A: not built"]);
  });

  it("is silent when quiet", async () => {
    const terminal = fakeTerminal();
    const progress = await progressFor(terminal, true, ["2025A"]);
    progress.stage("2025A", "check");
    expect(terminal.notes).toEqual([]);
  });
});
