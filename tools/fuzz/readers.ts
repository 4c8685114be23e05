import { releasesAmong } from "../../pipelines/inputs/discover.ts";
import { discoverEntries } from "../../pipelines/inputs/discover-release.ts";
import type { Download } from "../../pipelines/inputs/downloads.ts";
import type { Format } from "../../pipelines/inputs/formats.ts";
import { type Located, locateInputs } from "../../pipelines/inputs/locate.ts";
import { openTable } from "../../pipelines/inputs/open-table.ts";
import { assembleRelease } from "../../pipelines/inputs/registry.ts";
import { Problems, printable } from "../../pipelines/problems/problems.ts";
import { isPlain } from "../../pipelines/problems/quoted.ts";
import { readTables } from "../../pipelines/schedules/read-tables.ts";
import { tableKind } from "../../pipelines/schedules/table-rows.ts";
import { readTable, type TableKind } from "../../pipelines/tables/table.ts";
import { openZip } from "../../pipelines/tables/zip.ts";
import type { Problem } from "../../schemas/place.ts";
import type { Input } from "./inputs.ts";
import type { Reader } from "./tokens.ts";

type Read = (input: Input, problems: Problems) => Promise<void>;

function table(format: Format): Read {
  return async ({ name, role, bytes }, problems) => {
    const kind = tableKind(role) as unknown as TableKind<unknown>;
    const located = { shown: name, format, bytes, sha256: "" } as Located;
    await problems.attempt(async () => {
      const source = await openTable(located, kind.layout, new Map());
      readTable(source, name, kind, problems, "2025");
    });
  };
}

async function archive({ name, bytes }: Input, problems: Problems): Promise<void> {
  const members = await problems.attempt(() => openZip(bytes, name));
  for (const member of members ?? []) await problems.attempt(() => member.read());
}

/** Searches a folder with one download, as with `--allow-unregistered` and `--allow-changed`, and reads all its releases. */
async function folder({ name, bytes }: Input, problems: Problems): Promise<void> {
  const downloads: Download[] = [{ path: name, bytes: bytes.length, read: () => bytes }];
  for (const id of [...releasesAmong(downloads), "2025A"]) {
    await problems.attempt(async () => {
      const release = assembleRelease(id, await discoverEntries(id, downloads));
      await readTables(await locateInputs(release, downloads, { allowChanged: true }, problems), problems);
    });
  }
}

const READ: Readonly<Record<Reader, Read>> = {
  csv: table("csv"),
  txt: table("txt"),
  xlsx: table("xlsx"),
  zip: archive,
  downloads: folder,
};

/** Most characters of a problem, all parts together. */
const LONGEST = 6_000;

/** Checks that a problem is readable and can be printed. */
function provePrintable(problem: Problem): void {
  const { code, place, message, cure } = printable(problem);
  const texts = [code, message, cure, ...Object.values(place).map(String)];
  if (!texts.every(isPlain)) throw new Error(`${code} cannot be printed`);
  if (texts.join("").length > LONGEST) throw new Error(`${code} is too long to be read`);
  if (message === "" || cure === "") throw new Error(`${code} does not say what is wrong, or what to do`);
}

/**
 * Reads an input and returns its kinds of problems; none when it was read.
 *
 * @throws any other error: that is a finding
 */
export async function codesOf(reader: Reader, input: Input): Promise<string[]> {
  const problems = new Problems();
  await READ[reader](input, problems);
  for (const problem of problems.list.slice(0, 20)) provePrintable(problem);
  if (Object.keys(Object.prototype).length > 0) throw new Error("an input changed what all objects have");
  return [...new Set(problems.list.map(({ code }) => code))];
}
