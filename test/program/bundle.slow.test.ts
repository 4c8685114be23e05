import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BUNDLE } from "../../scripts/program/bundle-files.ts";
import { ratebook } from "../support/command.ts";
import { ROOT } from "../support/documents.ts";
import { ProjectCopy } from "../support/project-copy.ts";

const CACHE = join(ROOT, BUNDLE);

describe("the bundle", () => {
  it("serves a copy of the folder, and is made again for another source", () => {
    expect(ratebook(["--version"]).status).toBe(0);
    const copy = new ProjectCopy();
    const cache = join(copy.folder, BUNDLE);
    const namesOf = (files: readonly string[]) =>
      new Set(files.filter((file) => file.endsWith(".cjs")).map((file) => file.slice(0, 16)));
    const version = () => copy.run("node scripts/ratebook.mjs --version").stdout.trim();
    const known = version();
    expect(known).toMatch(/^\d/);
    expect(namesOf(readdirSync(cache))).toEqual(namesOf(readdirSync(CACHE)));

    const entry = readdirSync(cache).find((name) => /^[0-9a-f]+\.cjs$/.test(name)) ?? "";
    // One letter of what V8 compiled is another: it would be believed, and the version would be "0.3.0" no more
    const compiled = readdirSync(cache).filter((name) => name.endsWith(".compiled"));
    expect(compiled.length).toBeGreaterThan(1);
    for (const name of compiled) {
      const bytes = readFileSync(join(cache, name)).toString("latin1");
      writeFileSync(join(cache, name), Buffer.from(bytes.replaceAll(known, known.replace(/\d/, "9")), "latin1"));
    }
    expect(version()).toBe(known);
    for (const name of compiled) writeFileSync(join(cache, name), "not what V8 compiled");
    expect(version()).toBe(known);

    // A note that was not written to its end is none
    for (const name of readdirSync(cache).filter((each) => each.endsWith(".note")))
      writeFileSync(join(cache, name), "");
    expect(version()).toBe(known);

    // A part that is gone is made again at the next start
    for (const name of readdirSync(cache).filter((each) => each.endsWith(".cjs") && each !== entry))
      rmSync(join(cache, name));
    expect(copy.run("node scripts/ratebook.mjs --version").stderr).toContain("run the command again");
    expect(version()).toBe(known);

    appendFileSync(join(copy.folder, "scripts/main.ts"), 'process.stdout.write("changed ");\n');
    expect(version()).toMatch(/^changed \d/);
    expect(readdirSync(cache)).not.toContain(entry);

    const main = join(copy.folder, "scripts/main.ts");
    writeFileSync(
      main,
      readFileSync(main, "utf8").replace(
        /^import \{ run \}.*$/m,
        "const run = async () => await new Promise(() => {});",
      ),
    );
    expect(copy.run("node scripts/ratebook.mjs --version").status).toBe(13);
  });
});
