import type { Problem } from "../../../schemas/place.ts";
import type { SourceName } from "../../../schemas/source/release.ts";
import { STAGES, type Stage } from "../../build-release.ts";
import type { Download } from "../../inputs/downloads.ts";
import { sha256 } from "../../problems/sha256.ts";
import { openRelease } from "../../read/index.ts";
import type { OpenedRelease } from "../../read/types.ts";
import type { BuilderProgress, OwnRelease, OwnState } from "../builder-messages.ts";
import { hasSealedCode } from "../sealed-codes.ts";
import { revealCodes, sealAgain, useOwnSources } from "../sealed-sources.ts";
import { siteCodes } from "../site-codes.ts";
import type { SiteFile } from "../site-index.ts";
import { buildForPage, ownFolder } from "./own-build.ts";
import { OwnFiles } from "./own-files.ts";
import { failedBuild, unusedFile } from "./own-problems.ts";
import { type FoundRelease, foundRelease, foundReleases } from "./own-releases.ts";
import { FullStore, type OpenedStore, type OwnStore } from "./own-store.ts";

/** What is kept of a release, beside its files: the last that is written of it. */
interface KeptRelease extends OwnRelease {
  /** All that the build follows from: files, program, what is left out, and what unregistered tables are compared with. */
  readonly from: string;
}

const ENTRY = "entry.json";
const PROFILES = "profiles.json";
/** Is there from the first change of files until all is built. */
const UNFINISHED = "unfinished";
/** What is said of all files and releases together, and the program that said it. */
const TOGETHER = "together.json";
const CODES = "own-codes.json";

interface Together extends Pick<OwnState, "notUsed" | "codes"> {
  readonly program: string;
}

type Profiles = ReadonlyMap<string, object>;

const STAGE_TEXTS: Readonly<Record<Stage, string>> = {
  locate: "finding its tables",
  "read and price": "reading and pricing",
  check: "checking",
  publish: "writing its documents",
};

const encoded = (json: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(json));

async function jsonAt<T>(store: OwnStore, path: string): Promise<T | undefined> {
  const bytes = await store.read(path);
  if (bytes === undefined) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as T;
  } catch {
    return undefined;
  }
}

/** A person's files and the releases that are built of them. */
export class OwnSite {
  private readonly store: OwnStore;
  private readonly notKept: string | undefined;
  private readonly files: OwnFiles;
  private readonly program: string;
  private readonly releases = new Map<string, KeptRelease>();
  private readonly report: (progress: BuilderProgress) => void;
  private refused: readonly Problem[] = [];
  private together: Together;

  constructor({ store, notKept }: OpenedStore, program: string, report: (progress: BuilderProgress) => void) {
    this.store = store;
    this.notKept = notKept;
    this.program = program;
    this.report = report;
    this.files = new OwnFiles(store);
    this.together = { notUsed: [], codes: null, program };
  }

  /** Lists what is kept; nothing is built. Returns whether something is left to build. */
  async open(): Promise<boolean> {
    await this.files.open();
    for (const id of await this.store.list("own")) {
      const entry = await jsonAt<KeptRelease>(this.store, `${ownFolder(id)}/${ENTRY}`);
      if (entry?.release === id) this.releases.set(id, entry);
    }
    this.together = (await jsonAt<Together>(this.store, TOGETHER)) ?? this.together;
    return this.together.program !== this.program || (await this.store.list("")).includes(UNFINISHED);
  }

  async add(files: readonly { readonly name: string; readonly file: Blob }[]): Promise<void> {
    const refused: Problem[] = [];
    for (const [done, { name, file }] of files.entries()) {
      this.report({ text: `Reading ${name}`, done, of: files.length });
      refused.push(...[await this.files.add(name, file)].filter((each) => each !== undefined));
    }
    this.refused = refused;
  }

  async forget(hashes: readonly string[]): Promise<void> {
    for (const hash of hashes) await this.files.forget(hash);
  }

  /** Leaves sources out of a release that lacks them. */
  without(release: string, without: readonly SourceName[]): void {
    const entry = this.releases.get(release);
    if (entry !== undefined) this.releases.set(release, { ...entry, without });
  }

  get state(): OwnState {
    const { notUsed: others, codes } = this.together;
    const notUsed = [...this.refused, ...others];
    return { files: this.files.list, releases: this.inOrder(), notUsed, codes, notKept: this.notKept };
  }

  /** Comes before every change: a page that is closed meanwhile goes on when it is opened again. */
  async begin(): Promise<void> {
    await this.store.write(UNFINISHED, new Uint8Array());
  }

  /** By their first days; those that are not built by their names, which say them. */
  private inOrder(): KeptRelease[] {
    const placed = ({ release, built }: KeptRelease): string => `${built?.entry.window.from ?? release} ${release}`;
    return [...this.releases.values()].sort((one, other) => (placed(one) < placed(other) ? -1 : 1));
  }

  /** Builds every release that the files make and that is not built of them yet. */
  async build(): Promise<void> {
    const lost: Problem[] = [];
    const downloads = await this.files.downloads(lost);
    const { releases, labels } = await foundReleases(downloads);
    const ids = new Set(releases.map(({ id }) => id));
    for (const id of [...this.releases.keys(), ...(await this.store.list("own"))])
      if (!ids.has(id)) await this.drop(id);
    // Verdicts must not depend on the order in which files came: only registered tables are compared with
    for (const each of releases.filter(({ isRegistered }) => isRegistered))
      await this.settle(each, downloads, new Map());
    const profiles = await this.profiles(releases.filter(({ isRegistered }) => isRegistered));
    for (const each of releases.filter(({ isRegistered }) => !isRegistered))
      await this.settle(each, downloads, profiles);
    const used = new Set(releases.flatMap(({ files }) => files));
    const unused = this.files.list.filter(({ sha256 }) => !used.has(sha256));
    const notUsed = [...lost, ...unused.map(({ name, sha256 }) => unusedFile(name, labels.get(sha256)))];
    this.together = { notUsed, codes: await this.writeCodes(), program: this.program };
    await this.store.write(TOGETHER, encoded(this.together));
    await this.store.remove(UNFINISHED);
  }

  /** Names the successors of codes only where the files have both codes. */
  private async writeCodes(): Promise<SiteFile | null> {
    const opened: OpenedRelease[] = [];
    for (const { built } of this.inOrder()) {
      const reader = built?.entry.parts.reader;
      const document = reader && (await jsonAt<object>(this.store, reader.path));
      if (document !== undefined) opened.push(await openRelease(document));
    }
    if (opened.length === 0) return null;
    sealAgain();
    for (const { codes } of opened) revealCodes(codes);
    const { successions, ...codes } = siteCodes(opened);
    const named = Object.entries(successions).filter(([code, text]) => !hasSealedCode(code) && !hasSealedCode(text));
    const bytes = encoded({ ...codes, successions: Object.fromEntries(named) });
    await this.store.write(CODES, bytes);
    return { path: CODES, sha256: sha256(bytes), bytes: bytes.length };
  }

  /** What the tables of registered releases look like. Of two revisions of a publication, the first one's. */
  private async profiles(registered: readonly FoundRelease[]): Promise<Profiles> {
    const all = new Map<string, object>();
    for (const { id } of registered) {
      const own = await jsonAt<Record<string, object>>(this.store, `${ownFolder(id)}/${PROFILES}`);
      for (const [path, profile] of Object.entries(own ?? {})) if (!all.has(path)) all.set(path, profile);
    }
    return all;
  }

  private async drop(id: string): Promise<void> {
    this.releases.delete(id);
    await this.store.remove(ownFolder(id));
  }

  /** Builds a release where what it follows from has changed, and again where it has problems: they quote other files. */
  private async settle(found: FoundRelease, downloads: readonly Download[], profiles: Profiles): Promise<void> {
    const { id, files, lacks, title, isRegistered } = found;
    const before = this.releases.get(id);
    // What is brought later is read
    const without = (before?.without ?? []).filter((source) => lacks.some((each) => each.source === source));
    const from = JSON.stringify([this.program, files, without, [...profiles.keys()].sort()]);
    if (before?.from === from && before.built !== undefined) return;
    await this.drop(id);
    const isWhole = lacks.every(({ source, isNeeded }) => !isNeeded || without.includes(source));
    const outcome =
      isWhole || found.hasUnknown
        ? await this.outcome(found, { without, downloads, profiles })
        : { built: undefined, problems: found.problems };
    const entry: KeptRelease = { release: id, title, isRegistered, from, lacks, without, ...outcome };
    await this.store.write(`${ownFolder(id)}/${ENTRY}`, encoded(entry));
    this.releases.set(id, entry);
  }

  private async outcome(
    { id, release, asked, isRegistered, problems }: FoundRelease,
    how: { without: readonly SourceName[]; downloads: readonly Download[]; profiles: Profiles },
  ): Promise<Pick<KeptRelease, "built" | "problems">> {
    if (release === undefined) return { built: undefined, problems };
    const report = (text: string, done: number): void =>
      this.report({ text: `${id}: ${text}`, done, of: STAGES.length + 1 });
    useOwnSources(how.profiles);
    const onStage = (stage: Stage): void => report(STAGE_TEXTS[stage], STAGES.indexOf(stage));
    try {
      const readAgain = async () => (await foundRelease(id, how.downloads)).release;
      const result = await buildForPage({ ...how, release, readAgain, asked, isRegistered, onStage });
      if ("problems" in result) return { built: undefined, problems: result.problems };
      const { built, files, profiles } = result;
      report("keeping it", STAGES.length);
      for (const { path, bytes } of files) await this.store.write(path, bytes);
      if (isRegistered) await this.store.write(`${ownFolder(id)}/${PROFILES}`, encoded(Object.fromEntries(profiles)));
      return { built, problems: [] };
    } catch (error) {
      if (error instanceof FullStore) throw error;
      return { built: undefined, problems: [failedBuild(id, error as Error)] };
    }
  }
}
