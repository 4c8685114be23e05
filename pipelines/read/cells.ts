import type { ReaderCellsDocument } from "../../schemas/out/reader.ts";
import type { Origin } from "../../schemas/source/release.ts";
import { documentOf } from "./check.ts";
import { load } from "./load.ts";
import { ReaderError } from "./reader-error.ts";
import type { Answer, OpenedRelease, ReleaseSource } from "./types.ts";

/** A cell of one of CMS's files. */
export interface SourceCell {
  /** CMS's name: archive and member. */
  readonly file: string;
  /** The worksheet, for workbooks. */
  readonly sheet?: string | undefined;
  /** What it is to CMS's own file: `cms` for that itself. */
  readonly origin: Origin;
  /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt. */
  readonly excerptOf?: string | undefined;
  /** Column letter. */
  readonly column: string;
  /** As CMS prints it. */
  readonly heading: string;
  /** As a spreadsheet numbers it, from 1. */
  readonly row: number;
}

/** Fields of the relative value file that an amount is computed from, by setting and by what is payable. */
const PE = { office: "nonFacilityPeRvu", facility: "facilityPeRvu" } as const;
const CAPPED_PE = { office: "oppsNonFacilityPeRvu", facility: "oppsFacilityPeRvu" } as const;

const FACILITY_FILES = {
  hopd: { ids: ["addendum-b"], rate: "oppsRate", why: "statusIndicator" },
  asc: { ids: ["asc-aa", "asc-bb"], rate: "ascRate", why: "paymentIndicator" },
} as const;

/** Row numbers from their steps; 0 where there is none. */
function fromSteps(steps: readonly (number | null)[] = []): Int32Array {
  let row = 0;
  return Int32Array.from(steps, (step) => {
    row += step ?? 0;
    return step === null ? 0 : row;
  });
}

/** Where the inputs of a release are in CMS's files, and the policy indicators of its rows. */
export class ReleaseCells {
  private readonly cells: ReaderCellsDocument;
  private readonly release: OpenedRelease;
  private readonly rowOf = new Map<string, number>();
  private readonly codeAt: ReadonlyMap<string, number>;
  private readonly localityAt: ReadonlyMap<string, number>;
  private readonly pfs: Int32Array;
  private readonly gpci: Int32Array;
  private readonly facilities: ReadonlyMap<string, Int32Array>;

  constructor(cells: ReaderCellsDocument, release: OpenedRelease, where: string) {
    this.cells = cells;
    this.release = release;
    for (const { code, modifier } of release.rows()) this.rowOf.set(code + modifier, this.rowOf.size);
    this.codeAt = new Map(release.codes.map((code, at) => [code, at]));
    this.localityAt = new Map(release.localities.map(({ key }, at) => [key, at]));
    this.pfs = fromSteps(cells.pfs?.rows);
    this.gpci = fromSteps(cells.gpci?.rows);
    this.facilities = new Map(Object.entries(cells.facilities).map(([id, steps]) => [id, fromSteps(steps)]));
    const fits =
      this.pfs.length === this.rowOf.size &&
      this.gpci.length === this.localityAt.size &&
      [...this.facilities.values()].every(({ length }) => length === this.codeAt.size);
    if (!fits) throw new ReaderError("damaged-document", `${where} is damaged: it has other rows than reader.json`);
  }

  /** The cells that an amount was read from or computed from, or the one that says why there is none. */
  of(answer: Answer): readonly SourceCell[] {
    const { setting, payee } = answer;
    const facility =
      setting === "office" || payee === "physician" ? [] : this.facility(answer, FACILITY_FILES[setting]);
    if (payee === "facility") return facility;
    return [...facility, ...this.physician(payee === "total" ? this.physicianOf(answer) : answer)];
  }

  /** Status and policy indicators of a row, as CMS prints them; undefined where there is no row. */
  indicators(code: string, modifier: string): Readonly<Record<string, string>> | undefined {
    const row = this.rowOf.get(code + modifier);
    const { pfs } = this.cells;
    const kind = row === undefined ? undefined : pfs?.kinds[pfs.kindOf[row] as number];
    return kind && Object.fromEntries((pfs?.fields ?? []).map((field, at) => [field, kind[at] ?? ""]));
  }

  /** The cell of one of those. */
  indicatorCell(code: string, modifier: string, field: string): SourceCell | undefined {
    const row = this.rowOf.get(code + modifier);
    return row === undefined ? undefined : this.cell("rvu", field, this.pfs[row])[0];
  }

  private cell(id: string, field: string, row: number | undefined): SourceCell[] {
    const file = this.cells.files[id];
    const column = file?.columns[field];
    if (file === undefined || column === undefined || row === undefined || row === 0) return [];
    const { name, sheet, origin, excerptOf } = file;
    return [
      {
        file: name,
        origin,
        ...(sheet !== undefined && { sheet }),
        ...(excerptOf !== undefined && { excerptOf }),
        ...column,
        row,
      },
    ];
  }

  /** What the physician is paid in a total: by which row is the reader's to say. */
  private physicianOf({ code, setting, locality }: Answer): Answer {
    const place = { code, locality: locality ?? "national" };
    return setting === "office"
      ? this.release.rate({ ...place, setting })
      : this.release.rate({ ...place, setting, payee: "physician" });
  }

  private physician(answer: Answer): SourceCell[] {
    const number = this.rowOf.get(answer.code + ("modifier" in answer ? answer.modifier : ""));
    if (number === undefined) return [];
    const row = this.pfs[number];
    if (answer.kind === "reason") return this.cell("rvu", "status", row);
    const setting = answer.setting === "office" ? "office" : "facility";
    const isCapped = "by" in answer && answer.by === "opps-cap";
    const fields = ["workRvu", isCapped ? CAPPED_PE[setting] : PE[setting], isCapped ? "oppsMpRvu" : "mpRvu"];
    const factor = "track" in answer && answer.track === "qualifying-apm" ? [] : ["conversionFactor"];
    return [...[...fields, ...factor].flatMap((field) => this.cell("rvu", field, row)), ...this.locality(answer)];
  }

  private locality({ locality }: Answer): SourceCell[] {
    const at = this.localityAt.get(locality ?? "");
    if (at === undefined) return [];
    const work = this.cells.gpci?.workFields[at] ?? "";
    return [work, "peGpci", "mpGpci"].flatMap((field) => this.cell("gpci", field, this.gpci[at]));
  }

  private facility({ kind, code }: Answer, { ids, rate, why }: (typeof FACILITY_FILES)["hopd" | "asc"]): SourceCell[] {
    const at = this.codeAt.get(code) ?? -1;
    return ids.flatMap((id) => this.cell(id, kind === "amount" ? rate : why, this.facilities.get(id)?.[at]));
  }
}

/**
 * Opens `reader-cells.json`: where the amounts of a release come from.
 *
 * @param release that is open
 * @param source folder of the release, or the document, as for `openRelease`
 * @throws ReaderError for a document of another release, or one that does not fit
 */
export async function openCells(release: OpenedRelease, source: ReleaseSource): Promise<ReleaseCells> {
  const { json, where } = await load(source, "reader-cells");
  const cells = documentOf<ReaderCellsDocument>(json, "ratebook/reader-cells", where);
  if (cells.release === release.release) return new ReleaseCells(cells, release, where);
  const message = `${where} is of release ${cells.release}, and ${release.release} was opened`;
  throw new ReaderError("other-release", message);
}
