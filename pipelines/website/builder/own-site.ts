import type { Problem } from "../../../schemas/place.ts";
import type { SourceName } from "../../../schemas/source/release.ts";
import { STAGES } from "../../build-release.ts";
import type { Download } from "../../inputs/downloads.ts";
import type { BuilderProgress, BuiltForPage, OwnRelease, OwnState } from "../builder-messages.ts";
import { addSource } from "../sealed-sources.ts";
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
  private notUsed: readonly Problem[] = [];

  constructor({ store, notKept }: OpenedStore, program: string, report: (progress: BuilderProgress) => void) {
    this.store = store;
    this.notKept = notKept;
    this.program = program;
    this.report = report;
    this.files = new OwnFiles(store);
  }

  /** Lists what is kept, and builds again what another program built. */
  async open(): Promise<void> {
    await this.files.open();
    for (const id of await this.store.list("own")) {
      const entry = await jsonAt<KeptRelease>(this.store, `${ownFolder(id)}/${ENTRY}`);
      if (entry?.release !== id) await this.store.remove(ownFolder(id));
      else this.releases.set(id, entry);
      const profiles = await jsonAt<Record<string, object>>(this.store, `${ownFolder(id)}/${PROFILES}`);
      for (const [path, profile] of Object.entries(profiles ?? {})) addSource(path, profile);
    }
    const isStale = [...this.releases.values()].some(({ program }) => program !== this.program);
    if (isStale || (this.releases.size === 0 && this.files.list.length > 0)) await this.buildAll();
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

  /** A file of a release that is built; undefined for another path. */
  async read(path: string): Promise<Uint8Array | undefined> {
    return path.startsWith("own/") ? await this.store.read(path) : undefined;
  }

  get state(): OwnState {
    const releases = [...this.releases.values()].map(
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
    return { files: this.files.list, releases, notUsed: this.notUsed, notKept: this.notKept };
  }

  private async buildAll(): Promise<void> {
    const lost: string[] = [];
    const downloads = await this.files.downloads((name) => lost.push(name));
    const found = await foundReleases(downloads);
    for (const id of this.releases.keys()) if (!found.some((each) => each.id === id)) await this.drop(id);
    for (const each of found) await this.settle(each, downloads);
    const used = new Set(found.flatMap(({ files }) => files));
    this.notUsed = [
      ...lost.map((name) => problemOf(name, "its bytes are no longer those that were kept", "Drop the file again")),
      ...this.files.list
        .filter(({ sha256 }) => !used.has(sha256))
        .map(({ name }) =>
          problemOf(
            name,
            "neither its bytes nor its name is known",
            "Drop CMS's own zip or csv, under CMS's name: RVU26A.zip, or the csv of Addendum B, AA or BB",
          ),
        ),
    ];
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
    for (const [path, profile] of profiles) addSource(path, profile);
    return { built, problems: [] };
  }
}

function problemOf(file: string, message: string, cure: string): Problem {
  return { code: "own.not-used", place: { file }, message, cure };
}
