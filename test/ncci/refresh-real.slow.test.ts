import { expect, it } from "vitest";
import { publicationEntries } from "../../pipelines/sources/publications.ts";
import { PublicationEntry } from "../../schemas/source/publication.ts";
import { EarlierRepository } from "../support/earlier-registry.ts";
import { describeWithNcci, FOUND_NCCI_FOLDER } from "../support/real.ts";

describeWithNcci("CMS's NCCI files of April 2026, in a checkout that does not know them", () => {
  it("are registered on a branch as they are registered here, with nothing else built again", async () => {
    const repository = new EarlierRepository("2026A");
    const refresh = `node scripts/ratebook.mjs refresh --from ${FOUND_NCCI_FOLDER} --store ../store --on 2026-04-02`;
    const said = await repository.run(refresh);
    // Counted in CMS's files with other programs.
    expect(said.stdout).toContain("9,000 edits; 7,740 of 723 add-on codes are in force on 2026-04-01");
    expect(said.stdout).toContain("15,095 codes; 2,642 of them with the value 0");
    expect(said.status).toBe(4);
    const applied = await repository.run(`${refresh} --apply`);
    expect([applied.status, applied.stdout]).toEqual([0, expect.stringContaining("branch refresh/2026B has")]);
    const changed = repository.git("diff --name-only main refresh/2026B -- sources docs").stdout.trim().split("\n");
    expect(changed).toEqual(["sources/profiles/ncci/2026Q2.json", "sources/publications/ncci/2026Q2.json"]);
    const { stdout } = repository.git("show refresh/2026B:sources/publications/ncci/2026Q2.json");
    const here = publicationEntries("ncci").find(({ id }) => id === "2026Q2");
    const pins = ({ id, window, revisions }: PublicationEntry) => ({
      id,
      window,
      files: revisions[0]?.files.map(({ role, name, bytes, sha256 }) => ({ role, name, bytes, sha256 })),
    });
    expect(pins(PublicationEntry.parse(JSON.parse(stdout)))).toEqual(pins(PublicationEntry.parse(here)));
  });
});
