import type { CodeDocument } from "../../../schemas/out/code.ts";
import type { Manifest } from "../../../schemas/out/manifest.ts";
import { Role } from "../../../schemas/source/release.ts";
import type { ReleaseDocuments } from "../../documents/release-documents.ts";
import { codeDocument, type SharedByCodes, sharedByCodes } from "../../publish/code.ts";
import type { CodeBook } from "../../publish/code-book.ts";
import type { GpciBook } from "../../schedules/pfs/localities.ts";
import type { SourceFile } from "../../tables/source-file.ts";
import { siteRow } from "../rate/question.ts";
import { pairsInTables } from "./code-pairs.ts";
import { ascBook, oppsBook } from "./facility-books.ts";
import { gpciBook } from "./gpci-book.ts";
import { type ManifestFiles, readPublished } from "./manifest-file.ts";
import { pfsParts } from "./pfs-book.ts";
import { statusWordsInTables } from "./status-words.ts";

/** What documents of all codes of a release have in common. */
interface Common {
  readonly files: ManifestFiles;
  readonly gpci: GpciBook | undefined;
  readonly shared: SharedByCodes;
}

function filesOf({ publications }: Manifest): ManifestFiles {
  const files = publications.flatMap((publication) => publication.files.map((input) => ({ publication, input })));
  const byRole = Role.options.flatMap((role) => files.find(({ input }) => input.id === role) ?? []);
  return new Map(byRole.map((file) => [file.input.id, file]));
}

function namedOnly(files: ManifestFiles): SourceFile<unknown>[] {
  const kind = { catalogue: {}, keyOf: () => () => "" };
  return [...files.values()].map((file) => readPublished<unknown>(file, kind, []));
}

/**
 * Documents of the codes of one built release. A code without its own document gets the same one from the tables, by
 * the code that publishes documents. It computes nothing that the tables have.
 */
export class ReleaseCodes {
  readonly documents: ReleaseDocuments;
  private common: Common | undefined;

  constructor(documents: ReleaseDocuments) {
    this.documents = documents;
  }

  /** Every code of any source, sorted. */
  all(): readonly string[] {
    const rows = this.documents.table("site-of-service")?.allRows() ?? [];
    return rows.map(({ hcpcs }) => hcpcs);
  }

  /** Everything about one code; throws InputFault for one that no source of the release has. */
  document(hcpcs: string): CodeDocument {
    return this.documents.code(hcpcs) ?? this.fromTables(hcpcs);
  }

  /** The same from the tables alone. */
  fromTables(hcpcs: string): CodeDocument {
    const { files, gpci, shared } = this.inCommon();
    const { manifest } = this.documents;
    const opps = oppsBook(this.documents, files, hcpcs);
    const asc = ascBook(this.documents, files, hcpcs);
    const parts = pfsParts(this.documents, files, gpci, hcpcs);
    const isKnown = [parts.pfs?.rvu.states.length, opps?.byCode.size, asc?.byCode.size].some((rows) => (rows ?? 0) > 0);
    if (!isKnown) siteRow({ documents: this.documents, hcpcs });
    const [pairsOf, statusWordsOf] = [pairsInTables(this.documents), statusWordsInTables(this.documents)];
    const book: CodeBook = { release: manifest, gpci, ...parts, opps, asc, pairsOf, statusWordsOf };
    return codeDocument(book, hcpcs, shared);
  }

  private inCommon(): Common {
    if (this.common !== undefined) return this.common;
    const files = filesOf(this.documents.manifest);
    const gpci = gpciBook(this.documents, files);
    const shared = sharedByCodes(gpci, namedOnly(files));
    this.common = { files, gpci, shared };
    return this.common;
  }
}
