import { existsSync } from "node:fs";
import { join } from "node:path";
import type { CodeDocument } from "../../schemas/out/code.ts";
import type { Manifest } from "../../schemas/out/manifest.ts";
import type { PtpSetting } from "../../schemas/out/ncci.ts";
import { codeOfPath } from "../../schemas/out/paths.ts";
import { InputFault } from "../problems/problems.ts";
import type { BuiltDocuments, PtpSlice, TableHead, TableRow } from "./built-documents.ts";
import { refuseMisshapen, unlisted } from "./faults.ts";
import { type DocumentHead, headFault } from "./head-fault.ts";
import { jsonIn } from "./parse-json.ts";
import { type Pin, readPinned } from "./pinned-file.ts";
import { TableDocument } from "./table-document.ts";
import type { Tables } from "./tables.ts";

/** Documents that `ratebook/read` computes amounts from. */
type ReaderPart = "reader" | "reader-zips" | "reader-counties" | "reader-cells";

/**
 * The documents of one built release, each read when it is first used. What the release was built without is undefined.
 *
 * Every file that is opened is verified by the hash in the manifest, and its head has this release and a version that
 * is read. So its rows are not validated again. Every method throws InputFault for a file that differs from the built
 * one.
 */
export class ReleaseDocuments implements BuiltDocuments {
  readonly manifest: Manifest;
  readonly manifestSha256: string;
  private readonly folder: string;
  private readonly release: string;
  private readonly pins: ReadonlyMap<string, Pin>;
  private readonly opened = new Map<string, unknown>();

  /** @param folder of the release */
  constructor(folder: string, manifest: Manifest, manifestSha256: string) {
    this.folder = folder;
    this.manifest = manifest;
    this.release = manifest.release;
    this.manifestSha256 = manifestSha256;
    this.pins = new Map(manifest.outputs.map(({ path, ...pin }) => [path, { ...pin, pinnedBy: "the manifest" }]));
  }

  /** Codes with their own document, sorted. */
  get codes(): string[] {
    return [...this.pins.keys()].flatMap((path) => codeOfPath(path) ?? []).sort();
  }

  /** Everything about one code; undefined for a code without its own document. */
  code(hcpcs: string): CodeDocument | undefined {
    const path = `codes/${hcpcs}.json`;
    return codeOfPath(path) === undefined ? undefined : this.whole<CodeDocument>(path);
  }

  /** A document of `ratebook/read`, which opens it; undefined for a release without it. */
  reader(name: ReaderPart): DocumentHead | undefined {
    return this.whole<DocumentHead>(`${name}.json`);
  }

  /** The procedure-to-procedure edits of one code; undefined for a code without a slice. */
  ptpEdits(setting: PtpSetting, hcpcs: string): PtpSlice | undefined {
    return this.whole<PtpSlice>(`ncci-ptp-${setting}/${hcpcs}.json`);
  }

  /** The bytes of any document but the manifest, as they were built; undefined where the release has none. */
  bytesOf(path: string): Uint8Array | undefined {
    const pin = this.pinOf(path);
    return pin && readPinned(this.fileOf(path), pin);
  }

  /** The bytes of the manifest. */
  manifestBytes(): Uint8Array {
    const pin = { sha256: this.manifestSha256, pinnedBy: "the index" };
    return readPinned(this.fileOf("manifest.json"), pin);
  }

  /** One of the published tables. */
  table<Name extends keyof Tables>(name: Name): TableDocument<TableHead<Name>, TableRow<Name>> | undefined {
    return this.open<TableHead<Name>, TableRow<Name>>(`${name}.json`);
  }

  private whole<Document extends DocumentHead>(path: string): Document | undefined {
    const [file, pin] = [this.fileOf(path), this.pinOf(path)];
    if (pin === undefined) return undefined;
    const document = jsonIn<Document>(file, readPinned(file, pin));
    refuseMisshapen(file, headFault(path, document, this.release));
    return document;
  }

  private fileOf(path: string): string {
    return join(this.folder, path);
  }

  private pinOf(path: string): Pin | undefined {
    const pin = this.pins.get(path);
    if (pin === undefined && existsSync(this.fileOf(path))) throw new InputFault(unlisted(this.fileOf(path)));
    return pin;
  }

  private open<Head extends DocumentHead, Row>(path: string) {
    if (!this.opened.has(path)) {
      const [file, pin] = [this.fileOf(path), this.pinOf(path)];
      const refuseOther = (head: Head): void => refuseMisshapen(file, headFault(path, head, this.release));
      this.opened.set(path, pin && new TableDocument<Head, Row>({ file, pin, refuseOther }));
    }
    return this.opened.get(path) as TableDocument<Head, Row> | undefined;
  }
}
