/** Loaded before ratebook by tests: every rename is followed by a pause, so that a kill falls between two of them. */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const PAUSE_MS = 60;
const rename = fs.renameSync;

fs.renameSync = (from, to) => {
  rename(from, to);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
};
syncBuiltinESMExports();
