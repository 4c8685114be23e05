import {
  accessSync,
  closeSync,
  constants,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, resolve } from "node:path";
import { readTail } from "../../pipelines/problems/regular-file.ts";
import { UsageError } from "../program/usage-error.ts";
import { errorCode } from "./files.ts";
import { makeFolders } from "./make-folders.ts";

/** Where a user wants a file, after a check that it can be written. */
export interface NamedFile {
  /** Option that names it: "--page". */
  readonly option: string;
  /** As the user typed it. */
  readonly named: string;
  /** Absolute, links followed. */
  readonly path: string;
  /** A pipe or a device: written directly, because a rename would replace it with a file. */
  readonly isStream: boolean;
}

function refusal(option: string, named: string, error: unknown): UsageError {
  const why = error instanceof Error ? error.message : String(error);
  return new UsageError(`${option}: cannot write ${named}: ${why}`);
}

/** Undefined where nothing exists, even when the path runs through a file. */
function lookedUp(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(errorCode(error) ?? "")) return undefined;
    throw error;
  }
}

function refuseNoFolder(folder: string): void {
  const stat = lookedUp(folder);
  if (stat === undefined) refuseNoFolder(dirname(folder));
  else if (stat.isDirectory()) accessSync(folder, constants.W_OK);
  else throw new Error(`${folder} is not a folder`);
}

/** How our files begin: HTML pages, and NDJSON. */
const OURS = /^<!doctype html>\s[\s\S]{0,100}<meta name="generator" content="ratebook">|^\{"schema":"ratebook\//;
const BEGINNING = 500;

/** How the end of a Parquet file and the beginning of a workbook name the program that wrote it. */
const OUR_NAME = /ratebook version \d/;

function isOurs(path: string, ours: string | undefined): boolean {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(BEGINNING);
    const beginning = bytes.toString("utf8", 0, readSync(file, bytes));
    if (beginning.startsWith("PAR1")) return OUR_NAME.test(Buffer.from(readTail(path, BEGINNING)).toString("latin1"));
    if (beginning.startsWith("PK")) return OUR_NAME.test(beginning);
    return OURS.test(beginning) || (ours !== undefined && beginning.startsWith(ours.slice(0, BEGINNING)));
  } finally {
    closeSync(file);
  }
}

function placeOf(path: string, overwrite: boolean, ours: string | undefined): Pick<NamedFile, "path" | "isStream"> {
  const stat = lookedUp(path);
  if (stat?.isDirectory() === true) throw new Error("it is a folder; name a file in it");
  if (stat !== undefined && !stat.isFile()) return { path, isStream: true };
  const real = stat === undefined ? path : realpathSync(path);
  if (stat !== undefined && stat.size > 0 && !overwrite && !isOurs(real, ours))
    throw new Error("ratebook did not write the existing file; name another one, or replace it with --overwrite");
  refuseNoFolder(dirname(real));
  return { path: real, isStream: false };
}

/**
 * Checks, before any work is done, that a file can be written.
 *
 * @param overwrite whether to replace a file that ratebook did not write
 * @param ours how a file of this kind begins that ratebook wrote, where the file has no mark of its own
 * @throws UsageError when the path is a folder, runs through a file, or cannot be written
 */
export function namedFile(option: string, named: string, overwrite = false, ours?: string): NamedFile {
  try {
    return { option, named, ...placeOf(resolve(named), overwrite, ours) };
  } catch (error) {
    throw refusal(option, named, error);
  }
}

function open({ option, named, path }: NamedFile, part: string): number {
  try {
    makeFolders(dirname(path));
    return openSync(part, "w");
  } catch (error) {
    throw refusal(option, named, error);
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** Puts a whole file in its place; removes a partial one. */
function settle({ option, named, path }: NamedFile, part: string, isWhole: boolean): void {
  try {
    if (isWhole) renameSync(part, path);
  } catch (error) {
    throw refusal(option, named, error);
  } finally {
    rmSync(part, { force: true });
  }
}

/**
 * Writes a file piece by piece beside its place, then renames it: a reader sees the whole new file or the old one.
 *
 * @param work gets a function that writes the next piece; when it throws, no file remains
 * @throws UsageError when the file cannot be opened or put in its place
 */
export function writingWhole<T>(target: NamedFile, work: (write: (bytes: Uint8Array) => void) => T): T {
  const { path, isStream } = target;
  const part = isStream ? path : `${path}.${process.pid}.part`;
  const file = open(target, part);
  let isWhole = false;
  try {
    const result = work((bytes) => writeAll(file, bytes));
    isWhole = true;
    return result;
  } finally {
    closeSync(file);
    if (!isStream) settle(target, part, isWhole);
  }
}

/** Writes a text with {@link writingWhole}. */
export function writeWhole(target: NamedFile, text: string): void {
  writingWhole(target, (write) => write(Buffer.from(text)));
}
