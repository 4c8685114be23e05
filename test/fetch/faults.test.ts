import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { InputFault } from "../../pipelines/problems/problems.ts";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import { CmsClient } from "../../scripts/fetch/client.ts";
import type { WantedFile } from "../../scripts/fetch/download.ts";
import { FAULTS, type FaultName, MOVED_TO } from "../support/cms/faults.ts";
import { ImitationCms } from "../support/cms/imitation.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { zipOf } from "../support/zips.ts";

/** Noise keeps the archive long enough to be cut in its middle. */
const NOISE = Array.from({ length: 3000 }, (_, index) => (index * 7919) % 10_007).join();

/** What came: the file, whole, or another with its own hash; the file that we had; or the code of the fault. */
type Outcome = "whole" | "other bytes" | "not modified" | `fetch.${string}`;

/** What must come of a fault that occurs once, and of one that does not end. */
interface Case {
  readonly once: Outcome;
  readonly always: Outcome;
  /** Other faults that lead to it; they occur once. */
  readonly after?: readonly FaultName[];
  readonly wanted?: WantedFile;
}

const survived: Case = { once: "whole", always: "whole" };
const named = (code: Outcome): Case => ({ once: code, always: code });
const passes = (code: Outcome): Case => ({ once: "whole", always: code });

/** Only after a break does the client ask for the rest of a file. */
const brokeOff: Pick<Case, "after"> = { after: ["reset in the body"] };
const KNOWN_ETAG = { previous: { etag: '"known"', lastModified: null } };

const CASES: Readonly<Record<FaultName, Case>> = {
  "redirect within": survived,
  "redirect to another host": named("fetch.other-origin"),
  "redirect in a loop": passes("fetch.redirects"),
  "redirect to nowhere": named("fetch.redirects"),
  "redirect that accepts the licence": named("fetch.licence"),
  "redirect to the licence": named("fetch.licence"),
  "status 403": named("fetch.blocked"),
  "status 404": named("fetch.not-found"),
  "status 418": named("fetch.status"),
  "status 429": passes("fetch.busy"),
  "status 500": passes("fetch.server"),
  "status 503": passes("fetch.busy"),
  "retry after a day": named("fetch.busy"),
  "retry after a date": passes("fetch.busy"),
  "slow trickle": survived,
  "no answer": passes("fetch.timeout"),
  "silence in the body": passes("fetch.timeout"),
  "reset before the answer": passes("fetch.unreachable"),
  "reset in the body": passes("fetch.truncated"),
  "length too large": passes("fetch.truncated"),
  "length too small": named("fetch.damaged-zip"),
  "no length": survived,
  "truncated zip": named("fetch.damaged-zip"),
  "other bytes": { once: "other bytes", always: "other bytes" },
  "no bytes": named("fetch.too-small"),
  "not a zip": named("fetch.not-a-zip"),
  "weak etag": { ...survived, ...brokeOff },
  "last-modified alone": { ...survived, ...brokeOff },
  "no validators": { ...survived, ...brokeOff },
  "conditions ignored": { ...survived, wanted: KNOWN_ETAG },
  "not modified, unasked": named("fetch.status"),
  "ranges ignored": { ...survived, ...brokeOff },
  "range that begins elsewhere": { ...survived, ...brokeOff },
  "range of another total": { ...survived, ...brokeOff },
  "range of another etag": { ...survived, ...brokeOff },
  "range that is compressed": { ...survived, ...brokeOff },
  "range without its place": { ...survived, ...brokeOff },
  "range that nobody asked for": passes("fetch.range"),
  "status 416": { ...survived, ...brokeOff },
  "licence page": named("fetch.licence"),
  "error page": named("fetch.error-page"),
  "maintenance page": named("fetch.maintenance"),
  "another page": named("fetch.other-page"),
  "page that says it is a zip": named("fetch.error-page"),
  gzip: survived,
  "gzip that is none": passes("fetch.encoding"),
  "unknown encoding": named("fetch.encoding"),
  cookie: survived,
};

/** Only these run into a time limit, which is then short; on a slow machine the tries after them may do so too. */
const SILENT: ReadonlySet<FaultName> = new Set(["no answer", "silence in the body"]);

const cms = new ImitationCms();
let bytes: Uint8Array = Buffer.of();

beforeAll(async () => {
  bytes = await zipOf({ "PPRRVU2026_Oct.csv": NOISE });
  await cms.start();
});
afterAll(() => cms.stop());

function post(path: string): void {
  const name = path.replace("/files/zip/", "");
  cms.post({ family: "pfs", id: "RVU26D", label: "RVU26D", name, bytes, gated: false });
}

async function outcome(client: CmsClient, path: string, wanted: WantedFile): Promise<Outcome> {
  try {
    const file = await client.file(path, wanted);
    if (file.status === "not-modified") return "not modified";
    const came = readFileSync(file.path);
    if (file.sha256 !== sha256(came)) return "fetch.damaged-and-unnoticed";
    return Buffer.from(bytes).equals(came) ? "whole" : "other bytes";
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    return error.problem.code as Outcome;
  }
}

/** Each fault has an address of its own, so that all are tried at once. */
async function tried(folder: string, name: FaultName, times: number): Promise<Outcome> {
  const path = `/files/zip/${name.replaceAll(/\W/g, "-")}-${times}.zip`;
  const { after = [], wanted = {} } = CASES[name];
  post(path);
  for (const other of after) cms.fault(path, other, 1);
  cms.fault(path, name, after.length + times);
  const silence = { timeouts: { headers: 500, body: 500 }, retries: times === 1 ? 20 : 1 };
  const patience = SILENT.has(name) ? silence : { retries: 3 };
  const client = new CmsClient({ folder: join(folder, path), origin: cms.origin, delay: async () => {}, ...patience });
  const seen = await outcome(client, path, wanted);
  await client.close();
  return seen;
}

describe("what goes wrong while a file is downloaded", () => {
  it("is survived or named: every fault that the imitation of CMS knows, once and for ever", async () => {
    const folder = temporaryFolder();
    post(MOVED_TO);
    const outcomes = (Object.keys(FAULTS) as FaultName[]).map(async (name) => {
      const [once, always] = await Promise.all([tried(folder, name, 1), tried(folder, name, Number.POSITIVE_INFINITY)]);
      return [name, { once, always }];
    });
    const seen = Object.fromEntries(await Promise.all(outcomes));
    const expected = Object.entries(CASES).map(([name, { once, always }]) => [name, { once, always }]);
    expect(seen).toEqual(Object.fromEntries(expected));
    const count = Object.keys(seen).length;
    expect(count).toBe(Object.keys(FAULTS).length);
    console.info(`${count} faults tried, ${count} survived or named`);
  });
});
