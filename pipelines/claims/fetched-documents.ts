import type { ClaimsDocument, ClaimsSlice } from "../../schemas/out/claims.ts";
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
  releasesOfIndex,
} from "../documents/release-index.ts";
import type { Tables } from "../documents/tables.ts";
import type { BuiltFiles, FilePin } from "./built-files.ts";
import { RowsInMemory } from "./rows-in-memory.ts";
import { SlicedRows } from "./sliced-rows.ts";

function pinOf({ bytes, sha256 }: ClaimsDocument["slices"][number]): FilePin {
  return { bytes, sha256, pinnedBy: "claims.json" };
}

/** The documents of one built release, each read when an answer first needs it. */
class FetchedDocuments implements BuiltDocuments {
  readonly manifest: Manifest;
  private readonly files: BuiltFiles;
  private readonly pins: ReadonlyMap<string, FilePin>;
  private readonly opened = new Map<string, unknown>();
  private readonly claims: ClaimsDocument | undefined;

  /** @param claimsSha256 hash of `claims.json`; undefined for a folder without slices */
  constructor(files: BuiltFiles, manifest: Manifest, claimsSha256: string | undefined) {
    this.files = files;
    this.manifest = manifest;
    const pin = claimsSha256 && { sha256: claimsSha256, pinnedBy: "the index" };
    this.claims = pin ? this.parsed<ClaimsDocument>("claims.json", pin) : undefined;
    this.pins = new Map(manifest.outputs.map(({ path, ...pin }) => [path, { ...pin, pinnedBy: "the manifest" }]));
  }

  table<Name extends keyof Tables>(name: Name): BuiltTable<TableHead<Name>, TableRow<Name>> | undefined {
    const head = this.claims?.heads[name] as TableHead<Name> | undefined;
    if (head !== undefined) return this.once(`table ${name}`, () => this.sliced(name, head));
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
    return this.once(path, () => this.parsed<Document>(path, pin));
  }

  private parsed<Document extends DocumentHead>(path: string, pin: FilePin): Document {
    const file = this.pathOf(path);
    const document = jsonIn<Document>(file, this.files.bytesOf(file, pin));
    refuseMisshapen(file, headFault(path, document, this.manifest.release));
    return document;
  }

  private pathOf(path: string): string {
    return `${this.manifest.release}/${path}`;
  }

  private sliced<Name extends keyof Tables>(name: Name, head: TableHead<Name>) {
    const of = name === "zips" ? "zips" : "codes";
    const slices = this.claims?.slices.filter((slice) => slice.of === of) ?? [];
    return new SlicedRows<TableHead<Name>, TableRow<Name>>(head, slices, {
      rows: (slice) => {
        const document = this.once(slice.path, () => this.parsed<ClaimsSlice>(slice.path, pinOf(slice)));
        return (document.rows[name] ?? []) as unknown as readonly TableRow<Name>[];
      },
      need: (wanted) => this.files.need(wanted.map((slice) => ({ path: this.pathOf(slice.path), pin: pinOf(slice) }))),
      all: () => this.document<Tables[Name]>(`${name}.json`)?.rows ?? [],
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
    return releasesOfIndex(INDEX_FILE, this.files.unpinned(INDEX_FILE));
  }

  readonly open = (entry: IndexedRelease): BuiltDocuments => {
    const known = this.opened.get(entry.release);
    if (known !== undefined) return known;
    const file = `${entry.release}/${MANIFEST_FILE}`;
    const bytes = this.files.bytesOf(file, { sha256: entry.manifestSha256, pinnedBy: "the index" });
    const documents = new FetchedDocuments(
      this.files,
      pinnedManifest(file, bytes, entry, INDEX_FILE),
      entry.claimsSha256,
    );
    this.opened.set(entry.release, documents);
    return documents;
  };
}
