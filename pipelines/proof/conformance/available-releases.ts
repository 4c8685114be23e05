import type { Release, Role } from "../../../schemas/source/release.ts";
import { isEntryAvailable } from "../../inputs/available.ts";
import { discoverFamily, releasesAmong } from "../../inputs/discover.ts";
import { type Download, listDownloads } from "../../inputs/downloads.ts";
import { type Inputs, locateInputs } from "../../inputs/locate.ts";
import { ownRelease } from "../../inputs/own-entry.ts";
import { registeredReleases } from "../../inputs/registered-releases.ts";
import { assembleRelease, type KnownEntry, ownEntry, releaseName } from "../../inputs/registry.ts";
import { Problems } from "../../problems/problems.ts";
import type { ReleaseBook } from "../../schedules/book.ts";
import { readRelease } from "../../schedules/read-release.ts";
import { hasRelease } from "../../sources/excerpts.ts";

/** How to look for releases in a folder of downloads. */
export interface AvailableOptions {
  /** Read releases that are not registered. */
  readonly allowUnregistered?: boolean | undefined;
  /** Read files whose bytes are not the pinned ones. */
  readonly allowChanged?: boolean | undefined;
  /** Parts of paths that choose between several unregistered files. */
  readonly pick?: readonly string[] | undefined;
}

/** Tables that locality amounts are made of, and those of CMS's prices at the cap. */
const AMOUNT_ROLES: readonly Role[] = ["rvu", "rvu-qpp", "gpci"];
const CAP_ROLES: readonly Role[] = ["rvu", "gpci", "opps-cap"];

/** A release's files in the folder. */
interface Looked {
  readonly release: Release;
  readonly inputs: Inputs;
  readonly problems: Problems;
}

function hasAll({ inputs }: Looked, roles: readonly Role[]): boolean {
  return roles.every((role) => inputs.located.some(({ entry }) => entry.role === role));
}

/** The physician fee schedules of a folder of downloads, or of the one release that the folder says it is. */
export class AvailableReleases {
  readonly folder: string;
  private readonly downloads: readonly Download[];
  private readonly options: AvailableOptions;
  private readonly own: Release | undefined;
  private readonly looked = new Map<string, Promise<Looked | undefined>>();
  private lastRead: { readonly id: string; readonly book: Promise<ReleaseBook> } | undefined;

  /** Throws InputFault when it is not a folder. */
  constructor(folder: string, options: AvailableOptions) {
    this.folder = folder;
    this.options = options;
    this.downloads = listDownloads(folder);
    this.own = hasRelease(folder) ? ownRelease(folder, options.allowUnregistered === true) : undefined;
  }

  /** Releases that may be there, by name, sorted; of one year where it is given. */
  candidates(year = ""): string[] {
    if (this.own !== undefined) return [this.own.release].filter((id) => id.startsWith(year));
    const named = this.options.allowUnregistered === true ? releasesAmong(this.downloads) : [];
    return [...new Set([...registeredReleases(), ...named])].filter((id) => id.startsWith(year)).sort();
  }

  /** Whether a release's relative value and GPCI files are there, and may be read. */
  async has(id: string): Promise<boolean> {
    const looked = await this.look(id);
    return looked !== undefined && !looked.problems.any && hasAll(looked, ["rvu", "gpci"]);
  }

  /** Whether the files are there with a problem that the user must see. */
  async isBroken(id: string): Promise<boolean> {
    const looked = await this.look(id);
    return looked?.problems.any === true && hasAll(looked, ["rvu", "gpci"]);
  }

  /** Whether files there have names like a release that is not registered. */
  isNamed(id: string): boolean {
    return releasesAmong(this.downloads).includes(id);
  }

  /** Whether CMS's prices at the cap are also there. */
  async hasOppsCap(id: string): Promise<boolean> {
    const looked = await this.look(id);
    return (await this.has(id)) && looked !== undefined && hasAll(looked, CAP_ROLES);
  }

  /**
   * Reads and prices a release.
   *
   * @throws InputFault with the first thing that is wrong with its files
   */
  async book(id: string): Promise<ReleaseBook> {
    if (this.lastRead?.id !== id) this.lastRead = { id, book: this.read(id, AMOUNT_ROLES) };
    return await this.lastRead.book;
  }

  /** The same with CMS's prices at the cap. */
  async bookWithOppsCap(id: string): Promise<ReleaseBook> {
    return await this.read(id, CAP_ROLES);
  }

  private async read(id: string, roles: readonly Role[]): Promise<ReleaseBook> {
    const looked = await this.look(id);
    if (looked === undefined) throw new Error(`${id} is not a candidate`);
    looked.problems.refuse();
    const { release, inputs } = looked;
    const problems = new Problems();
    const located = inputs.located.filter(({ entry }) => roles.includes(entry.role));
    const book = await readRelease(release, { ...inputs, located }, problems);
    problems.refuse();
    return book;
  }

  private look(id: string): Promise<Looked | undefined> {
    const known = this.looked.get(id) ?? this.lookAnew(id);
    this.looked.set(id, known);
    return known;
  }

  private async lookAnew(id: string): Promise<Looked | undefined> {
    const release = this.own?.release === id ? this.own : await this.assembled(id);
    if (release === undefined) return undefined;
    const problems = new Problems();
    const allowChanged = this.options.allowChanged === true;
    const inputs = await locateInputs(release, this.downloads, { allowChanged }, problems);
    return { release, inputs, problems };
  }

  private async assembled(id: string): Promise<Release | undefined> {
    if (this.own !== undefined) return undefined;
    const entry = await this.entryOf(id);
    return entry && assembleRelease(id, [entry]);
  }

  /** The relative value publication by the registry when its files are available, else by its name when that is allowed. */
  private async entryOf(id: string): Promise<KnownEntry | undefined> {
    const { allowUnregistered, allowChanged } = this.options;
    const name = releaseName(id);
    const registered = ownEntry(name, "pfs");
    if (allowUnregistered !== true || (registered !== undefined && allowChanged !== true)) return registered;
    if (registered !== undefined && isEntryAvailable(registered.entry, this.downloads)) return registered;
    const found = await discoverFamily(name, "pfs", this.downloads, this.options.pick ?? []);
    return found === undefined ? registered : { entry: found, registered: false };
  }
}
