/**
 * Loaded before ratebook by tests: makes the file system fail as `FAILING_FILES` says, a JSON object of
 *
 * - `roomBytes`: bytes that can be written before the disk is full
 * - `unreadable`: a part of the paths that cannot be read
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const { roomBytes = Number.POSITIVE_INFINITY, unreadable } = JSON.parse(process.env.FAILING_FILES ?? "{}");
let room = roomBytes;

function failure(code, syscall, path, words) {
  return Object.assign(new Error(`${code}: ${words}, ${syscall} '${path}'`), { code, syscall, path: String(path) });
}

/** Counts only writes into an output folder: the launcher writes its bundle elsewhere. */
function takeRoom(path, bytes) {
  if (!String(path).includes(".ratebook-")) return;
  room -= bytes.length;
  if (room < 0) throw failure("ENOSPC", "write", path, "no space left on device");
}

function mayRead(path) {
  if (unreadable !== undefined && String(path).includes(unreadable))
    throw failure("EACCES", "open", path, "permission denied");
}

const { openSync, readFileSync, writeFileSync } = fs;
const { writeFile } = fs.promises;
fs.openSync = (path, ...rest) => {
  mayRead(path);
  return openSync(path, ...rest);
};
fs.readFileSync = (path, ...rest) => {
  mayRead(path);
  return readFileSync(path, ...rest);
};
fs.writeFileSync = (path, bytes, ...rest) => {
  takeRoom(path, bytes);
  return writeFileSync(path, bytes, ...rest);
};
fs.promises.writeFile = async (path, bytes, ...rest) => {
  takeRoom(path, bytes);
  return await writeFile(path, bytes, ...rest);
};
syncBuiltinESMExports();
