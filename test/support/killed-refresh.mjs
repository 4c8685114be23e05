/**
 * Loaded before ratebook by a test: kills the process at step number `KILLED_AT_STEP`. A step is a change to a file or
 * folder below `KILLED_IN` that is done, another program that is at work and goes on alone, or one that has ended.
 */
import child from "node:child_process";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const { KILLED_AT_STEP, KILLED_IN = "" } = process.env;
// The programs that it runs are not killed
delete process.env.KILLED_AT_STEP;
let left = Number(KILLED_AT_STEP);

function step() {
  left -= 1;
  if (left === 0) process.kill(process.pid, "SIGKILL");
}

for (const name of ["renameSync", "cpSync", "rmSync", "writeFileSync", "rmdirSync"]) {
  const whole = fs[name];
  fs[name] = (...args) => {
    const done = whole(...args);
    if (args.slice(0, 2).some((path) => String(path).startsWith(KILLED_IN))) step();
    return done;
  };
}

const { execFile, spawn, spawnSync } = child;
child.spawnSync = (file, args, options) => {
  if (left === 1) spawn(file, args, { ...options, detached: true, stdio: "ignore" });
  step();
  const done = spawnSync(file, args, options);
  step();
  return done;
};
child.execFile = (file, args, options, ended) => {
  const started = execFile(file, args, options, (...result) => {
    step();
    ended(...result);
  });
  step();
  return started;
};
syncBuiltinESMExports();
