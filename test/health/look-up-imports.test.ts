import { build } from "esbuild";
import { describe, expect, it } from "vitest";

/** Every module that is loaded when the entry is: what it imports, without what it imports later. */
async function loadedWith(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    outdir: ".",
    platform: "node",
    format: "esm",
    external: ["cli-progress", "@modelcontextprotocol/sdk"],
    logLevel: "error",
  });
  const loaded = new Set([entry]);
  for (const path of loaded)
    for (const { path: imported, kind, external } of metafile.inputs[path]?.imports ?? [])
      if (kind !== "dynamic-import" && external !== true) loaded.add(imported);
  return [...loaded];
}

/** Loading zod takes as long as a whole look-up, and a look-up has nothing to validate: hashes prove its documents. */
describe.each(["rate", "together", "price"])("%s", (command) => {
  it("answers without loading zod", async () => {
    const loaded = await loadedWith(`scripts/commands/${command}.ts`);
    expect(loaded).toContain("pipelines/documents/release-documents.ts");
    expect(loaded.filter((path) => path.startsWith("node_modules/zod/"))).toEqual([]);
  });
});

it("sees zod where a command loads it", async () => {
  expect((await loadedWith("scripts/commands/register.ts")).some((path) => path.startsWith("node_modules/zod/"))).toBe(
    true,
  );
});
