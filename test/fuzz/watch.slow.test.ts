import { expect, it } from "vitest";
import { fuzzLines } from "../../tools/fuzz/report.ts";
import { watch } from "../../tools/fuzz/watch.ts";
import { PATIENT } from "./patient.ts";

const order = { reader: "csv", seconds: 0, seed: 5, from: undefined } as const;

it("tries the input that a seed and a path name, and no other", async () => {
  const tally = await watch({ ...order, kept: [{ seed: 5, path: "3" }] }, PATIENT);
  expect(tally).toMatchObject({ reader: "csv", tried: 1, findings: [] });
});

it("makes a finding of a process that hangs, with the input that it was at", async () => {
  const session = new URL("hanging-session.ts", import.meta.url);
  const tally = await watch({ ...order, seconds: 1, kept: [] }, { session, seconds: { input: 1, ready: 60 } });
  expect(tally.findings).toEqual([{ seed: 7, path: "3", what: "not read after 1 seconds" }]);
  expect(fuzzLines([tally], "/cms").join("\n")).toContain(
    "npm run fuzz -- --reader csv --seed 7 --path 3 --from /cms\n  not read after 1 seconds",
  );
});

it("makes a finding of a process that dies, with what it said last", async () => {
  const session = new URL("dying-session.ts", import.meta.url);
  const tally = await watch({ ...order, kept: [] }, { session, seconds: { input: 60, ready: 60 } });
  expect(tally.findings).toMatchObject([{ seed: 7, path: "3", what: "the process ended with 9: out of memory\n" }]);
});
