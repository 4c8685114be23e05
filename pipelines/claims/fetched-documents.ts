import type { Manifest } from "../../schemas/out/manifest.ts";
import type { PtpSetting } from "../../schemas/out/ncci.ts";
import type {
  BuiltDocuments,
  BuiltReleases,
  BuiltTable,
  PtpSlice,
  TableHead,
  TableRow,
} from "../documents/built-documents.ts";
import { refuseMisshapen } from "../documents/faults.ts";
import { type DocumentHead, headFault } from "../documents/head-fault.ts";
import { jsonIn } from "../documents/parse-json.ts";
import {
  INDEX_FILE,
  type IndexedRelease,
  MANIFEST_FILE,
  pinnedManifest,
  releasesIn,
} from "../documents/release-index.ts";
import type { Tables } from "../documents/tables.ts";
import type { BuiltFiles, FilePin } from "./built-files.ts";
import { RowsInMemory } from "./rows-in-memory.ts";

/** The documents of one built release, each read when an answer first needs it. */
class FetchedDocuments implements BuiltDocuments {
  readonly manifest: Manifest;
  private readonly files: BuiltFiles;
  private readonly pins: ReadonlyMap<string, FilePin>;
  private readonly opened = new Map<string, unknown>();

  constructor(files: BuiltFiles, manifest: Manifest) {
    this.files = files;
    this.manifest = manifest;
    this.pins = new Map(manifest.outputs.map(({ path, ...pin }) => [path, { ...pin, pinnedBy: "the manifest" }]));
  }

  table<Name extends keyof Tables>(name: Name): BuiltTable<TableHead<Name>, TableRow<Name>> | undefined {
    return this.once(`table ${name}`, () => {
      const document = this.document<Tables[Name]>(`${name}.json`);
      return document && new RowsInMemory<TableHead<Name>, TableRow<Name>>(document);
    });
  }

  ptpEdits(setting: PtpSetting, hcpcs: string): PtpSlice | undefined {
    return this.document<PtpSlice>(`ncci-ptp-${setting}/${hcpcs}.json`);
  }

  /** A document of the release; undefined where it was built without it. */
  private document<Document extends DocumentHead>(path: string): Document | undefined {
    const pin = this.pins.get(path);
    if (pin === undefined) return undefined;
    return this.once(path, () => {
      const file = `${this.manifest.release}/${path}`;
      const document = jsonIn<Document>(file, this.files.bytesOf(file, pin));
      refuseMisshapen(file, headFault(path, document, this.manifest.release));
      return document;
    });
  }

  private once<Made>(name: string, make: () => Made): Made {
    if (!this.opened.has(name)) this.opened.set(name, make());
    return this.opened.get(name) as Made;
  }
}

/** Built releases whose files are read when an answer first needs them. */
export class FetchedReleases implements BuiltReleases {
  private readonly files: BuiltFiles;
  private readonly opened = new Map<string, BuiltDocuments>();

  constructor(files: BuiltFiles) {
    this.files = files;
  }

  get releases(): readonly IndexedRelease[] {
    return releasesIn(INDEX_FILE, this.files.unpinned(INDEX_FILE));
  }

  readonly open = (entry: IndexedRelease): BuiltDocuments => {
    const known = this.opened.get(entry.release);
    if (known !== undefined) return known;
    const file = `${entry.release}/${MANIFEST_FILE}`;
    const bytes = this.files.bytesOf(file, { sha256: entry.manifestSha256, pinnedBy: "the index" });
    const documents = new FetchedDocuments(this.files, pinnedManifest(file, bytes, entry, INDEX_FILE));
    this.opened.set(entry.release, documents);
    return documents;
  };
}
