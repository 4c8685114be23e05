import { openCells, type ReleaseCells } from "../../read/cells.ts";
import { CountiesByName } from "../../read/counties-by-name.ts";
import { openRelease } from "../../read/index.ts";
import { type ReleaseInputs, releaseInputs } from "../../read/inputs.ts";
import type { OpenedRelease, Parts } from "../../read/types.ts";
import type {
  SiteCodes,
  SiteDescriptors,
  SiteFile,
  SiteIndex,
  SitePart,
  SiteRelease,
  SiteVolumes,
} from "../site-index.ts";
import { SiteFault } from "./load-script.ts";
import { placeAsTyped, type SitePlace } from "./place.ts";
import { bytesAt } from "./received.ts";
import type { Origins } from "./sources-words.ts";

async function documentAt({ path, sha256 }: SiteFile): Promise<object> {
  return JSON.parse(new TextDecoder().decode(await bytesAt(path, sha256))) as object;
}

/** The releases of a site, each opened when it is asked for. */
export class SiteData {
  readonly index: SiteIndex;
  private readonly loaded = new Map<string, Promise<unknown>>();
  private readonly opened = new Map<string, OpenedRelease>();
  private readonly inputs = new Map<string, ReleaseInputs>();
  private readonly counties = new Map<string, CountiesByName>();
  private readonly read = new Map<string, ReleaseCells>();

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

  /**
   * Opens a release; parts that it does not have are left out, and the answers say that they are missing. Its cells do
   * not keep it from opening: without them each amount still has its rule.
   */
  async open(release: string, parts: readonly SitePart[] = []): Promise<OpenedRelease> {
    const key = [release, ...parts].join(" ");
    const before = this.opened.get(key);
    if (before !== undefined) return before;
    const reader = await this.document(release, "reader");
    const zips = parts.includes("reader-zips") && (await this.document(release, "reader-zips"));
    const counties = parts.includes("reader-counties") && (await this.document(release, "reader-counties"));
    if (!reader) throw new SiteFault(`This site does not have the release ${release}.`);
    if (counties && !this.counties.has(release)) this.counties.set(release, new CountiesByName(counties));
    const given: Parts = { ...(zips && { zips }), ...(counties && { counties }) };
    const opened = await openRelease(reader, given);
    if (!this.inputs.has(release)) this.inputs.set(release, releaseInputs(opened, reader));
    if (parts.includes("reader-cells")) await this.cells(opened).catch(() => undefined);
    this.opened.set(key, opened);
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
    if (document === undefined) return undefined;
    const cells = this.cellsOf(release) ?? (await openCells(release, document));
    this.read.set(release.release, cells);
    return cells;
  }

  /** The cells of a release that was opened with them, or whose cells were asked for; undefined where there are none. */
  cellsOf({ release }: OpenedRelease): ReleaseCells | undefined {
    return this.read.get(release);
  }

  /** Finds what somebody typed as a place in a release that was opened with the parts for it. */
  placeIn(release: OpenedRelease, place: string): SitePlace {
    return placeAsTyped(release, place, (name) => this.counties.get(release.release)?.named(name) ?? []);
  }

  /** What says where the figures of an open release come from. */
  originsOf(release: OpenedRelease, placeTitle: string): Origins {
    return { release, cells: this.cellsOf(release), inputs: this.inputsOf(release), placeTitle };
  }

  /** Descriptors of a release's codes; undefined in a site without them. */
  async descriptors(release: string): Promise<SiteDescriptors | undefined> {
    return (await this.document(release, "descriptors")) as SiteDescriptors | undefined;
  }

  /** Which releases have which codes; none of them in a site without a release. */
  async codes(): Promise<SiteCodes> {
    const { codes } = this.index;
    if (codes === null) return { schema: "ratebook/site-codes", kinds: [], successions: {} };
    return (await this.file(codes)) as SiteCodes;
  }

  /** What a file of volumes is compared by, beside the release. */
  async volumes(release: string): Promise<SiteVolumes> {
    const document = await this.document(release, "volumes");
    if (document !== undefined) return document as SiteVolumes;
    throw new SiteFault(`This site cannot compare volumes in ${release}.`);
  }

  private async document(release: string, part: SitePart): Promise<object | undefined> {
    const file = this.entry(release)?.parts[part];
    return file && (await this.file(file));
  }

  private async file(file: SiteFile): Promise<object> {
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
