import { expect, it } from "vitest";
import { auditNotes } from "../../pipelines/answers/audit/summary.ts";
import { allModifiers } from "../../pipelines/answers/rate/all-modifiers.ts";
import { togetherOf } from "../../pipelines/answers/rate/together.ts";
import { openOutput } from "../../pipelines/documents/output.ts";
import type { IndexedRelease } from "../../pipelines/documents/release-index.ts";
import { openRelease } from "../../pipelines/read/index.ts";
import { FOR_COMMAND_LINE, FOR_OWN_FILES, FOR_SITE } from "../../pipelines/words/audience.ts";
import { plainReason, reasonSentence } from "../../pipelines/words/reasons.ts";

const built = openOutput("out");
const documents = built.open(built.releases.find(({ release }) => release === "2026A") as IndexedRelease);
const release = await openRelease("out/2026A");
const asked = { hcpcs: "22511", modifier: undefined, place: undefined, wageIndex: undefined };

const NOT_BUILT = { "command-line": FOR_COMMAND_LINE, site: FOR_SITE, "own-files": FOR_OWN_FILES };

/** What is not known of a code, and what somebody can do about it. */
function unknown(reader: keyof typeof NOT_BUILT = "command-line"): string[] {
  const notBuilt = NOT_BUILT[reader];
  return [
    ...togetherOf(documents, { hcpcs: "22511", day: null, notBuilt }).missing.map(({ message }) => message),
    ...allModifiers({ ...asked, documents }, "2026-01-01", notBuilt).map(({ meaning }) => meaning),
    ...auditNotes({ zeros: 0, blanks: 0 } as never, 1, release, reader === "command-line" ? reader : "site"),
  ];
}

const OPTIONS = / --with ncci|build the whole release|release was built without Addendum J/;

it("tells the command line how to build again", () => {
  expect(unknown().filter((text) => OPTIONS.test(text))).toHaveLength(3);
});

it("tells a reader of a site whom to ask, and nothing of a build", () => {
  const texts = unknown("site");
  expect(texts).toHaveLength(unknown().length);
  expect(texts.filter((text) => /--|\bbuil[dt]\b/.test(text))).toEqual([]);
  expect(texts.filter((text) => text.includes("Ask whoever publishes it"))).toHaveLength(2);
});

it("tells a reader of own files what to bring", () => {
  const texts = unknown("own-files");
  expect(texts).toHaveLength(unknown().length);
  expect(texts.filter((text) => /--|\bbuil[dt]\b|whoever publishes/.test(text))).toEqual([]);
  expect(texts.filter((text) => /\bBring /.test(text))).toHaveLength(2);
});

it("adds the command to a reason at the command line alone", () => {
  const id = "other-procedures-decide";
  expect(plainReason(id)).toBe("the other procedures of the day decide");
  expect(reasonSentence(id)).toBe("the other procedures of the day decide; ratebook price ranks those of one claim");
});
