import { describe, expect, it } from "vitest";
import { CHECKS } from "../../pipelines/schedules/checks/all-checks.ts";
import { buildEdited, type Edits, FILES_2025A, replaceOnce } from "../support/excerpt-copy.ts";

function without(start: string): (text: string) => string {
  return (text) => {
    const lines = text.split("\n");
    const kept = lines.filter((line) => !line.startsWith(start));
    if (kept.length !== lines.length - 1) throw new Error(`${lines.length - kept.length} lines start with ${start}`);
    return kept.join("\n");
  };
}

async function violations(edits: Edits): Promise<string[]> {
  const { problems, outputs } = await buildEdited("2025A", edits);
  expect([...outputs]).toEqual([]);
  return problems.filter((each) => each.code === "mission.known-figures").map((each) => each.message);
}

describe("mission.known-figures", () => {
  it.each([
    [FILES_2025A.rvu, 3, /^22511 has no readable row, so there is no total RVU; expected 51\.83/],
    [FILES_2025A.opps, 1, /^22511 has no readable row, so there is no hospital outpatient rate; expected 3244\.61/],
    [FILES_2025A.ascAA, 1, /^22511 has no readable row, so there is no ASC rate; expected 1579\.16/],
  ])("misses the row of 22511 in %s", async (file, count, message) => {
    const found = await violations({ [file]: without("22511,") });
    expect(found).toHaveLength(count);
    expect(found[0]).toMatch(message);
  });

  it("misses the row of a packaged code, for which no rate is expected either", async () => {
    const [message] = await violations({ [FILES_2025A.opps]: without("22512,") });
    expect(message).toMatch(/^22512 has no readable row, so there is no hospital outpatient rate; expected none/);
  });

  it("compares what is published: 22511 turned from J1 to N is packaged, whatever rate stands beside it", async () => {
    const [message, ...more] = await violations({ [FILES_2025A.opps]: replaceOnce("22511,,J1,", "22511,,N,") });
    expect(message).toMatch(/^the hospital outpatient rate is computed as none \(packaged\); expected 3244\.61/);
    expect(more).toEqual([]);
  });

  it("names no amount and no release in a title, which stands beside every release", () => {
    for (const { title } of CHECKS) expect(title).not.toMatch(/\$\d|\b(January|April|July|October) \d{4}/);
  });

  it("asks nothing of a source that is not there", async () => {
    const { problems } = await buildEdited("2025A", {}, (release) => ({
      ...release,
      publications: release.publications.filter((each) => each.family !== "opps"),
    }));
    expect(problems).toEqual([]);
  });
});
