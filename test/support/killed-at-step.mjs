/**
 * Loaded before ratebook by tests: kills the process at step number `KILLED_AT_STEP`. A step is a file that is half
 * written, or a rename that is done.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

let left = Number(process.env.KILLED_AT_STEP);

function isLast(path) {
  if (!String(path).includes(".ratebook-")) return false;
  left -= 1;
  return left === 0;
}

function die() {
  process.kill(process.pid, "SIGKILL");
}

const { renameSync, writeFileSync } = fs;
const { writeFile } = fs.promises;
function dieHalfWritten(path, bytes) {
  const whole = Buffer.from(bytes);
  writeFileSync(path, whole.subarray(0, whole.length / 2));
  die();
}
fs.renameSync = (from, to) => {
  renameSync(from, to);
  if (isLast(`${from} ${to}`)) die();
};
fs.writeFileSync = (path, bytes, ...rest) => {
  if (isLast(path)) dieHalfWritten(path, bytes);
  return writeFileSync(path, bytes, ...rest);
};
fs.promises.writeFile = async (path, bytes, ...rest) => {
  if (isLast(path)) dieHalfWritten(path, bytes);
  return await writeFile(path, bytes, ...rest);
};
syncBuiltinESMExports();
