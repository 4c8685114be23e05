import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";

const ROOT = new URL("../../", import.meta.url);

function filesBelow(folder: string, wanted: (path: string) => boolean): string[] {
  const names = readdirSync(new URL(folder, ROOT), { recursive: true }) as string[];
  return names.map((name) => `${folder}/${name.replaceAll("\\", "/")}`).filter(wanted);
}

/** Hash over all that decides what a release looks like, besides CMS's files: code, shapes, layouts, parameters. */
export function codeHash(): string {
  const files = [
    "package-lock.json",
    ...filesBelow("pipelines", (path) => path.endsWith(".ts")),
    ...filesBelow("schemas", (path) => path.endsWith(".ts")),
    ...filesBelow("sources", (path) => /^sources\/(?!excerpts|publications).*\.json$/.test(path)),
  ].sort();
  const hash = createHash("sha256");
  for (const path of files) hash.update(`${path}\0`).update(readFileSync(new URL(path, ROOT)));
  return hash.digest("hex");
}
