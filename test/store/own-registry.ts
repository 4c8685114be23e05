import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { publicationEntry } from "../../pipelines/inputs/registry.ts";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import { useRegistry } from "../../pipelines/sources/read-source.ts";
import type { PublicationEntry } from "../../schemas/source/publication.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { bytesOf } from "./occasion.ts";

/** A file of 2039, which no registry has, by its name and text. */
export const POSTED = ["October_2039_Web_Addendum_B.09.26.39.csv", "as it was posted first"] as const;
export const CORRECTED = ["October_2039_Web_Addendum_B.11.14.39.csv", "as it was corrected"] as const;

function revisionWith([name, text]: readonly [string, string]): PublicationEntry["revisions"][number] {
  const [model] = publicationEntry("opps", "2022Q4").revisions as [PublicationEntry["revisions"][number]];
  const bytes = bytesOf(text);
  return { ...model, files: [{ role: "addendum-b", name, bytes: bytes.length, sha256: sha256(bytes) }] };
}

/** Uses a registry with an Addendum B of October 2039 and its correction, and whatever else a test says. */
export function useOwnRegistry(more: Readonly<Record<string, unknown>> = {}): string {
  const window = { from: "2039-10-01", to: "2039-12-31" };
  const revisions = [POSTED, CORRECTED].map(revisionWith);
  const entry = { ...publicationEntry("opps", "2022Q4"), id: "2039Q4", label: "Addendum B 2039Q4", window, revisions };
  const folder = join(temporaryFolder(), "registry");
  for (const [name, content] of Object.entries({ "publications/opps/2039Q4.json": entry, ...more })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), JSON.stringify(content));
  }
  useRegistry(folder);
  return folder;
}
