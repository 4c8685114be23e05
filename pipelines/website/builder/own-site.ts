import type { Problem } from "../../../schemas/place.ts";
import type { SourceName } from "../../../schemas/source/release.ts";
import { STAGES } from "../../build-release.ts";
import type { Download } from "../../inputs/downloads.ts";
import { sha256 } from "../../problems/sha256.ts";
import { openRelease } from "../../read/index.ts";
import type { OpenedRelease } from "../../read/types.ts";
import type { BuilderProgress, BuiltForPage, OwnRelease, OwnState } from "../builder-messages.ts";
import { hasSealedCode } from "../sealed-codes.ts";
import { useOwnSources } from "../sealed-sources.ts";
import { siteCodes } from "../site-codes.ts";
import type { SiteFile } from "../site-index.ts";
import { buildForPage, ownFolder } from "./own-build.ts";
import { OwnFiles } from "./own-files.ts";
import { type FoundRelease, foundReleases } from "./own-releases.ts";
import type { OpenedStore, OwnStore } from "./own-store.ts";

/** What is kept of a release, beside its files: the last that is written of it. */
interface KeptRelease extends Pick<FoundRelease, "title" | "isRegistered" | "files" | "lacks"> {
  readonly release: string;
  /** Hash of the program that built it: another one builds it again. */
  readonly program: string;
  readonly without: readonly SourceName[];
  readonly built?: BuiltForPage;
  readonly problems: readonly Problem[];
}

const ENTRY = "entry.json";
const PROFILES = "profiles.json";
/** Is there while releases are built: a page that was closed meanwhile goes on when it is opened again. */
const UNFINISHED = "unfinished";
/** What is said of all files and releases together. */
const TOGETHER = "together.json";
const CODES = "own/codes/codes.json";

type Together = Pick<OwnState, "notUsed" | "codes">;

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

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.join() === other.join();
}

/** A person's files and the releases that are built of them. */
export class OwnSite {
  private readonly store: OwnStore;
  private readonly notKept: string | undefined;
  private readonly files: OwnFiles;
  private readonly program: string;
  private readonly releases = new Map<string, KeptRelease>();
  private readonly report: (progress: BuilderProgress) => void;
  private readonly profiles = new Map<string, object>();
  private together: Together = { notUsed: [], codes: null };

  constructor({ store, notKept }: OpenedStore, program: string, report: (progress: BuilderProgress) => void) {
    this.store = store;
    this.notKept = notKept;
    this.program = program;
    this.report = report;
    this.files = new OwnFiles(store);
  }

  /** Reads what is kept, and goes on with what was not finished or was built by another program. */
  async open(): Promise<void> {
    await this.files.open();
    for (const id of await this.store.list("own")) {
      const entry = await jsonAt<KeptRelease>(this.store, `${ownFolder(id)}/${ENTRY}`);
      if (entry?.release !== id) continue;
      this.releases.set(id, entry);
      const profiles = await jsonAt<Record<string, object>>(this.store, `${ownFolder(id)}/${PROFILES}`);
      for (const [path, profile] of Object.entries(profiles ?? {})) this.profiles.set(path, profile);
    }
    this.together = (await jsonAt<Together>(this.store, TOGETHER)) ?? this.together;
    const isStale = [...this.releases.values()].some(({ program }) => program !== this.program);
    if (isStale || (await this.store.list("")).includes(UNFINISHED)) await this.buildAll();
  }

  async add(files: readonly { readonly name: string; readonly file: Blob }[]): Promise<void> {
    for (const [done, { name, file }] of files.entries()) {
      this.report({ text: `Reading ${name}`, done, of: files.length });
      await this.files.add(name, new Uint8Array(await file.arrayBuffer()));
    }
    await this.buildAll();
  }

  async forget(hashes: readonly string[]): Promise<void> {
    for (const hash of hashes) await this.files.forget(hash);
    await this.buildAll();
  }

  /** Builds a release although it lacks tables. */
  async without(release: string, without: readonly SourceName[]): Promise<void> {
    const entry = this.releases.get(release);
    if (entry === undefined) return;
    this.releases.set(release, { ...entry, without, files: [] });
    await this.buildAll();
  }

  get state(): OwnState {
    const releases = this.inOrder().map(
      ({ release, title, built, lacks, without, problems, isRegistered }): OwnRelease => ({
        release,
        title,
        built,
        lacks,
        without,
        problems,
        isRegistered,
      }),
    );
    return { files: this.files.list, releases, ...this.together, notKept: this.notKept };
  }

  /** By their first days; those that are not built by their names, which say them. */
  private inOrder(): KeptRelease[] {
    const placed = ({ release, built }: KeptRelease): string => `${built?.entry.window.from ?? release} ${release}`;
    return [...this.releases.values()].sort((one, other) => (placed(one) < placed(other) ? -1 : 1));
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
    const { successions, ...codes } = siteCodes(opened);
    const named = Object.entries(successions).filter(([code, text]) => !hasSealedCode(code) && !hasSealedCode(text));
    const bytes = encoded({ ...codes, successions: Object.fromEntries(named) });
    await this.store.write(CODES, bytes);
    return { path: CODES, sha256: sha256(bytes), bytes: bytes.length };
  }

  private async buildAll(): Promise<void> {
    await this.store.write(UNFINISHED, new Uint8Array());
    useOwnSources(this.profiles);
    const lost: string[] = [];
    const downloads = await this.files.downloads((name) => lost.push(name));
    const found = await foundReleases(downloads);
    const ids = new Set(found.map(({ id }) => id));
    for (const id of [...this.releases.keys(), ...(await this.store.list("own"))])
      if (!ids.has(id)) await this.drop(id);
    for (const each of found) await this.settle(each, downloads);
    const used = new Set(found.flatMap(({ files }) => files));
    const unknown = this.files.list.filter(({ sha256 }) => !used.has(sha256));
    const notUsed = [...lost.map(lostFile), ...unknown.map(({ name }) => unknownFile(name))];
    this.together = { notUsed, codes: await this.writeCodes() };
    await this.store.write(TOGETHER, encoded(this.together));
    await this.store.remove(UNFINISHED);
  }

  private async drop(id: string): Promise<void> {
    this.releases.delete(id);
    await this.store.remove(ownFolder(id));
  }

  /** Builds a release where its files, what it is built without, or the program are not those it was built of. */
  private async settle(found: FoundRelease, downloads: readonly Download[]): Promise<void> {
    const { id, files, lacks, title, isRegistered } = found;
    const before = this.releases.get(id);
    if (before?.program === this.program && isSame(before.files, files)) return;
    // What is brought later is read
    const without = (before?.without ?? []).filter((source) => lacks.some((each) => each.source === source));
    const head = { release: id, title, isRegistered, files, lacks, without, program: this.program };
    await this.drop(id);
    const isWhole = lacks.every(({ source, isNeeded }) => !isNeeded || without.includes(source));
    const outcome =
      isWhole || found.hasUnknown ? await this.build(found, without, downloads) : { problems: found.problems };
    const entry: KeptRelease = { ...head, ...outcome };
    await this.store.write(`${ownFolder(id)}/${ENTRY}`, encoded(entry));
    this.releases.set(id, entry);
  }

  private async build(
    { id, release, asked, isRegistered, problems }: FoundRelease,
    without: readonly SourceName[],
    downloads: readonly Download[],
  ): Promise<Pick<KeptRelease, "built" | "problems">> {
    if (release === undefined) return { problems };
    const result = await buildForPage({
      release,
      downloads,
      without,
      asked,
      isRegistered,
      onStage: (stage) => this.report({ text: `${id}: ${stage}`, done: STAGES.indexOf(stage), of: STAGES.length + 1 }),
    });
    if ("problems" in result) return { problems: result.problems };
    const { built, files, profiles } = result;
    this.report({ text: `${id}: keep`, done: STAGES.length, of: STAGES.length + 1 });
    for (const { path, bytes } of files) await this.store.write(path, bytes);
    await this.store.write(`${ownFolder(id)}/${PROFILES}`, encoded(Object.fromEntries(profiles)));
    for (const [path, profile] of profiles) this.profiles.set(path, profile);
    return { built, problems: [] };
  }
}

function lostFile(file: string): Problem {
  const message = "its bytes are no longer those that were kept";
  return { code: "own.lost", place: { file }, message, cure: "Bring the file again" };
}

function unknownFile(file: string): Problem {
  const message = "neither its bytes nor its name is known";
  const cure = "Bring CMS's own zip or csv under CMS's name: RVU26A.zip, or the csv of Addendum B, AA or BB";
  return { code: "own.not-used", place: { file }, message, cure };
}
