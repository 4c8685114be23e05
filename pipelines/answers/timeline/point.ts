import type { CodeLife } from "../../../schemas/out/life.ts";
import type { LocalityRow } from "../../../schemas/out/localities.ts";
import type { Manifest } from "../../../schemas/out/manifest.ts";
import type { TimelinePoint } from "../../../schemas/out/timeline.ts";
import { replacedBy, standingOf, withoutRevisions } from "../../sources/calendar.ts";
import { notesOf } from "../rate/notes.ts";
import { codesLike } from "../rate/question.ts";
import { type ReadFee, type ReadFigure, type ReadHopd, readAsc, readFee, readHopd } from "./figures.ts";
import { filesOf, rowSource } from "./files.ts";
import { deletionIn } from "./life.ts";
import type { Source } from "./source.ts";

/** One code in one built release, without its changes. It keeps no document, which takes tens of megabytes. */
export interface Reading {
  readonly manifest: Manifest;
  /** Whether any source of the release has the code. */
  readonly known: boolean;
  /** Whether it was built with CMS's add-on code edits, and the last day of the code in them. */
  readonly hasAddOnEdits: boolean;
  readonly deleted: CodeLife["deleted"];
  /** What a message adds when there is none. */
  readonly like: string;
  /** Modifiers of the code's rows in the relative value file. */
  readonly modifiers: readonly string[];
  readonly gpci: LocalityRow | undefined;
  readonly about: Omit<TimelinePoint, "nonFacility" | "facility" | "oppsRate" | "ascRate">;
  readonly nonFacility: ReadFee;
  readonly facility: ReadFee;
  readonly oppsRate: ReadHopd;
  readonly ascRate: ReadFigure;
}

/** A release with a plain name is the one for its days; one with another revision of a file is listed beside it. */
function standing(release: string): Pick<TimelinePoint, "standing" | "replacedBy"> {
  const last = replacedBy(release)?.release ?? null;
  if (withoutRevisions(release) !== release) return { standing: "other-revision", replacedBy: last };
  if (standingOf(release).neverInForce) return { standing: "never-in-force", replacedBy: last };
  return { standing: last === null ? "in-force" : "superseded", replacedBy: last };
}

/** Fields of the relative value file that a timeline shows. */
const RVU_FIELDS = [
  ...["status", "workRvu", "nonFacilityPeRvu", "facilityPeRvu", "mpRvu", "nonFacilityTotal", "facilityTotal"],
  ...["pctcIndicator", "globalDays", "conversionFactor"],
];

function rvus({ documents, rows }: Source, modifiers: readonly string[]): TimelinePoint["rvus"] {
  const head = documents.table("national")?.head;
  return rows
    .filter(({ modifier }) => modifiers.includes(modifier))
    .map((row) => ({
      modifier: row.modifier,
      status: row.status,
      workRvu: row.workRvu,
      nonFacilityPeRvu: row.nonFacilityPeRvu,
      facilityPeRvu: row.facilityPeRvu,
      mpRvu: row.mpRvu,
      nonFacilityTotal: row.nonFacilityTotal,
      facilityTotal: row.facilityTotal,
      pctcIndicator: row.pctcIndicator,
      globalDays: row.globalDays,
      notUsedForMedicare: row.notUsedForMedicare,
      source: rowSource(head, "rvu", row.row, RVU_FIELDS),
    }));
}

function hospitalIndicators({ documents, opps }: Source): TimelinePoint["opps"] {
  if (opps === undefined) return null;
  const { statusIndicator, apc, relativeWeight, row } = opps;
  const head = documents.table("opps")?.head;
  const source = rowSource(head, "addendum-b", row, ["statusIndicator", "apc", "relativeWeight"]);
  return { statusIndicator, apc, relativeWeight, source };
}

function centerIndicators({ documents, asc }: Source): TimelinePoint["asc"] {
  if (asc === undefined) return null;
  const { addendum, paymentIndicator, paymentWeight, row } = asc;
  const head = documents.table("asc")?.head;
  const source = rowSource(head, `asc-${addendum.toLowerCase()}`, row, ["paymentIndicator", "paymentWeight"]);
  return { addendum, paymentIndicator, paymentWeight, source };
}

/** Reads what one release says about a code. */
export function readPoint(source: Source): Reading {
  const { documents, gpci } = source;
  const { release, title, window, coverage } = documents.manifest;
  const [nonFacility, facility] = [readFee(source, "nonFacility"), readFee(source, "facility")];
  const head = documents.table("national")?.head;
  const about = {
    release,
    title,
    window,
    coverage,
    ...standing(release),
    files: filesOf(source),
    notes: [...notesOf(documents.manifest, false), ...(source.there?.notes ?? [])],
    locality: gpci?.locality ?? null,
    conversionFactor: head?.conversionFactor ?? null,
    qualifyingApm: head?.qualifyingApm ?? null,
    gpci: gpci === undefined ? null : { work: gpci.workGpci, pe: gpci.peGpci, mp: gpci.mpGpci },
    rvus: rvus(source, [nonFacility.modifier, facility.modifier]),
    opps: hospitalIndicators(source),
    asc: centerIndicators(source),
  };
  const { known, rows } = source;
  const modifiers = rows.map(({ modifier }) => modifier);
  const rates = { oppsRate: readHopd(source), ascRate: readAsc(source) };
  const { hcpcs } = source.question;
  const like = known ? "" : codesLike(documents, hcpcs);
  const edits = {
    hasAddOnEdits: documents.table("ncci-addon") !== undefined,
    deleted: deletionIn(documents, hcpcs),
  };
  const own = { manifest: documents.manifest, known, like, modifiers, gpci };
  return { ...own, about, ...edits, nonFacility, facility, ...rates };
}
