import { existsSync, readdirSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import { BOUNDS } from "../problems/bounds.ts";
import { InputFault } from "../problems/problems.ts";
import { readRegular } from "../problems/regular-file.ts";
import { sha256 } from "../problems/sha256.ts";
import type { SourcesFinding } from "./sources-findings.ts";
import { ARRIVING, CONTENTS, RECORDS, recordedHashes, recordFile, storedFile, storeRecord } from "./store.ts";

/** Problems of the input that a look at one file throws, as a finding. */
function attempted(what: string, kind: SourcesFinding["kind"], look: () => SourcesFinding[]): SourcesFinding[] {
  try {
    return look();
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    const { message, cure } = error.problem;
    return [{ kind, what, seen: message, cure }];
  }
}

function aboutRecord(folder: string, hash: string): SourcesFinding[] {
  const what = `${RECORDS}/${hash}.json`;
  return attempted(what, "orphaned", () => {
    const record = storeRecord(folder, hash);
    if (record === undefined || existsSync(storedFile(folder, hash))) return [];
    const { name = "", address = null } = record.seen.at(-1) ?? {};
    const seen = `a record without bytes: those of ${name} are not in the store`;
    return [
      {
        kind: "orphaned",
        what,
        seen,
        cure: `Get the file again from ${address ?? "where you have it"}, or delete the record`,
      },
    ];
  });
}

function aboutContent(folder: string, path: string): SourcesFinding[] {
  const [hash, file] = [basename(path), join(folder, path)];
  if (file !== storedFile(folder, hash) || !/^[0-9a-f]{64}$/.test(hash)) return [leftover(path)];
  return attempted(path, "changed", () => {
    const seen = sha256(readRegular(file, path, BOUNDS.archiveBytes));
    if (seen !== hash) {
      const cure = "Delete the file, then get it again";
      return [{ kind: "changed", what: path, seen: `its bytes have sha256 ${seen}, which is not its name`, cure }];
    }
    if (existsSync(recordFile(folder, hash))) return [];
    const cure = "Get the file again, so that the store writes the record, or delete it";
    return [{ kind: "orphaned", what: path, seen: "bytes without a record: their name is not known", cure }];
  });
}

const WHEN_ALONE = "Delete it when no other ratebook is running";

function leftover(path: string): SourcesFinding {
  const seen = "a file that an interrupted run left, or that is not of the store";
  return { kind: "orphaned", what: path, seen, cure: WHEN_ALONE };
}

/** What a run that downloads left, or has: it takes it away when it ends. */
function arriving(folder: string): SourcesFinding[] {
  if (!existsSync(join(folder, ARRIVING))) return [];
  const seen = "downloads that have not arrived: their run was interrupted, or is at work";
  const names = readdirSync(join(folder, ARRIVING)).sort();
  return names.map((name) => ({ kind: "orphaned", what: `${ARRIVING}/${name}`, seen, cure: WHEN_ALONE }));
}

/** Files below a folder of the store, with the store's folder as their beginning. */
function filesBelow(folder: string, name: string): string[] {
  if (!existsSync(join(folder, name))) return [];
  const entries = readdirSync(join(folder, name), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  return files.map((file) => relative(folder, file).split(sep).join("/")).sort();
}

/**
 * What is wrong inside a store: bytes that are not those of their hash, records without bytes and the other way round,
 * and what interrupted runs left. Reads every byte.
 */
export function storeFindings(folder: string): SourcesFinding[] {
  const hashes = recordedHashes(folder);
  const isRecord = new Set(hashes.map((hash) => `${RECORDS}/${hash}.json`));
  const others = filesBelow(folder, RECORDS).filter((path) => !isRecord.has(path));
  const inRoot = readdirSync(folder).filter((name) => name.startsWith(".ratebook-"));
  return [
    ...hashes.flatMap((hash) => aboutRecord(folder, hash)),
    ...filesBelow(folder, CONTENTS).flatMap((path) => aboutContent(folder, path)),
    ...[...inRoot, ...others].map(leftover),
    ...arriving(folder),
  ];
}
