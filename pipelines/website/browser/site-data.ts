import { openCells, type ReleaseCells } from "../../read/cells.ts";
import { openRelease } from "../../read/index.ts";
import { type ReleaseInputs, releaseInputs } from "../../read/inputs.ts";
import type { OpenedRelease, Parts } from "../../read/types.ts";
import type { SiteDescriptors, SiteFile, SiteIndex, SitePart, SiteRelease, SiteVolumes } from "../site-index.ts";
import { SiteFault } from "./load-script.ts";
import { bytesAt } from "./received.ts";

async function documentAt({ path, sha256 }: SiteFile): Promise<object> {
  return JSON.parse(new TextDecoder().decode(await bytesAt(path, sha256))) as object;
}

/** The releases of a site, each opened when it is asked for. */
export class SiteData {
  readonly index: SiteIndex;
  private readonly loaded = new Map<string, Promise<unknown>>();
  private readonly opened = new Map<string, OpenedRelease>();
  private readonly inputs = new Map<string, ReleaseInputs>();

  constructor(index: SiteIndex) {
    this.index = index;
  }

  /** A release of the index by its name. */
  entry(release: string): SiteRelease | undefined {
    return this.index.releases.find((each) => each.release === release);
  }

  /** What was opened with these parts, without waiting for it. */
  ready(release: string, parts: readonly SitePart[] = []): OpenedRelease | undefined {
    return this.opened.get([release, ...parts].join(" "));
  }

  /** Opens a release; parts that it does not have are left out, and the answers say that they are missing. */
  async open(release: string, parts: readonly SitePart[] = []): Promise<OpenedRelease> {
    const key = [release, ...parts].join(" ");
    const before = this.opened.get(key);
    if (before !== undefined) return before;
    const reader = await this.document(release, "reader");
    const zips = parts.includes("reader-zips") && (await this.document(release, "reader-zips"));
    const counties = parts.includes("reader-counties") && (await this.document(release, "reader-counties"));
    if (!reader) throw new SiteFault(`This site does not have the release ${release}.`);
    const given: Parts = { ...(zips && { zips }), ...(counties && { counties }) };
    const opened = await openRelease(reader, given);
    this.opened.set(key, opened);
    if (!this.inputs.has(release)) this.inputs.set(release, releaseInputs(opened, reader));
    return opened;
  }

  /** The inputs of a release that is open. */
  inputsOf({ release }: OpenedRelease): ReleaseInputs {
    const inputs = this.inputs.get(release);
    if (inputs === undefined) throw new SiteFault(`The release ${release} is not open.`);
    return inputs;
  }

  /** Where the amounts of a release come from; undefined where that was not built. */
  async cells(release: OpenedRelease): Promise<ReleaseCells | undefined> {
    const document = await this.document(release.release, "reader-cells");
    return document && openCells(release, document);
  }

  /** Descriptors of a release's codes; undefined in a site without them. */
  async descriptors(release: string): Promise<SiteDescriptors | undefined> {
    return (await this.document(release, "descriptors")) as SiteDescriptors | undefined;
  }

  /** What a file of volumes is compared by, beside the release. */
  async volumes(release: string): Promise<SiteVolumes> {
    const document = await this.document(release, "volumes");
    if (document !== undefined) return document as SiteVolumes;
    throw new SiteFault(`This site cannot compare volumes in ${release}.`);
  }

  private async document(release: string, part: SitePart): Promise<object | undefined> {
    const file = this.entry(release)?.parts[part];
    if (file === undefined) return undefined;
    const loading = this.loaded.get(file.path) ?? documentAt(file);
    this.loaded.set(file.path, loading);
    try {
      return (await loading) as object;
    } catch (error) {
      this.loaded.delete(file.path);
      throw error;
    }
  }
}
