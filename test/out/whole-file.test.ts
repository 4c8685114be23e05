import { spawnSync } from "node:child_process";
import {
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { namedFile, writeWhole, writingWhole } from "../../scripts/out/whole-file.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";

describe(namedFile, () => {
  it("refuses a folder, and a way through a file, before anything is written", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "a file"), "");
    expect(() => namedFile("--file", folder)).toThrow(/^--file: cannot write .*: it is a folder; name a file in it/);
    expect(() => namedFile("--file", join(folder, "a file", "x", "y.html"))).toThrow(/a file is not a folder/);
    expect(() => namedFile("--file", join(folder, "x".repeat(300)))).toThrow(/--file: cannot write .*: ENAMETOOLONG/);
    expect(readdirSync(folder)).toEqual(["a file"]);
  });

  it("makes no folder until there is something to write", () => {
    const folder = temporaryFolder();
    const file = namedFile("--file", join(folder, "a", "b", "c.html"));
    expect(readdirSync(folder)).toEqual([]);
    writeWhole(file, "whole");
    expect(readFileSync(join(folder, "a", "b", "c.html"), "utf8")).toBe("whole");
  });
});

describe(writingWhole, () => {
  it("leaves what was there, and nothing beside it, when the work fails", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "x"), "before");
    const failing = (write: (bytes: Uint8Array) => void): void => {
      write(Buffer.from("a part"));
      throw new Error("half way");
    };
    expect(() => writingWhole(namedFile("--file", join(folder, "x"), true), failing)).toThrow("half way");
    expect(readdirSync(folder)).toEqual(["x"]);
    expect(readFileSync(join(folder, "x"), "utf8")).toBe("before");
  });

  it("leaves nothing beside a place that became a folder meanwhile", () => {
    const folder = temporaryFolder();
    const file = namedFile("--file", join(folder, "x"));
    mkdirSync(join(folder, "x"));
    expect(() => writeWhole(file, "whole")).toThrow(/^--file: cannot write .*: /);
    expect(readdirSync(folder)).toEqual(["x"]);
  });

  it("replaces what ratebook wrote, and nothing else without being asked", () => {
    const folder = temporaryFolder();
    const path = join(folder, "package.json");
    writeFileSync(path, "{}");
    expect(() => namedFile("--file", path)).toThrow(
      /^--file: .* ratebook did not write the existing file; .*--overwrite/,
    );
    writeWhole(namedFile("--file", path, true), '{"schema":"ratebook/locality-changes"}');
    writeWhole(namedFile("--file", path), '<!doctype html>\n<meta name="generator" content="ratebook">');
    writeWhole(namedFile("--file", path), "");
    writeWhole(namedFile("--file", path), "whole");
    expect(readFileSync(path, "utf8")).toBe("whole");
  });

  it("writes through a link, and leaves the link", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "x"), "before");
    symlinkSync("x", join(folder, "link"));
    writeWhole(namedFile("--file", join(folder, "link"), true), "after");
    expect(readFileSync(join(folder, "x"), "utf8")).toBe("after");
    expect(lstatSync(join(folder, "link")).isSymbolicLink()).toBe(true);
  });

  it("writes into a pipe, and leaves the pipe", () => {
    const folder = temporaryFolder();
    const pipe = join(folder, "pipe");
    spawnSync("mkfifo", [pipe]);
    const reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
    writeWhole(namedFile("--file", pipe), "through");
    const bytes = Buffer.alloc(20);
    expect(bytes.toString("utf8", 0, readSync(reader, bytes))).toBe("through");
    closeSync(reader);
    expect(lstatSync(pipe).isFIFO()).toBe(true);
    expect(readdirSync(folder)).toEqual(["pipe"]);
  });
});
