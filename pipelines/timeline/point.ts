import type { LocalityRow } from "../../schemas/out/localities.ts";
import type { Manifest } from "../../schemas/out/manifest.ts";
import type { TimelinePoint } from "../../schemas/out/timeline.ts";
import { standingOf, withoutRevisions } from "../shared/calendar.ts";
import { type ReadFee, type ReadFigure, readAsc, readFee, readHopd } from "./figures.ts";
import type { Source } from "./source.ts";

/** One code in one built release, its changes not yet told. It holds no document: a release has tens of megabytes. */
export interface Reading {
  readonly manifest: Manifest;
  /** Whether any source of the release has the code. */
  readonly known: boolean;
  /** Modifiers of the code's rows in the relative value file. */
  readonly modifiers: readonly string[];
  readonly gpci: LocalityRow | undefined;
  readonly about: Omit<TimelinePoint, "office" | "facility" | "hopd" | "ascRate">;
  readonly office: ReadFee;
  readonly facility: ReadFee;
  readonly hopd: ReadFigure;
  readonly ascRate: ReadFigure;
}

/** A release asked for by its plain name answers for its days; another posting of one of its files stands beside it. */
function standing(release: string): Pick<TimelinePoint, "standing" | "replacedBy"> {
  const { neverInForce, supersededBy } = standingOf(release);
  if (withoutRevisions(release) !== release) return { standing: "other-revision", replacedBy: supersededBy };
  if (neverInForce) return { standing: "never-in-force", replacedBy: supersededBy };
  return { standing: supersededBy === null ? "in-force" : "superseded", replacedBy: supersededBy };
}

function rvus({ rows }: Source, modifiers: readonly string[]): TimelinePoint["rvus"] {
  return rows
    .filter(({ modifier }) => modifiers.includes(modifier))
    .map((row) => ({
      modifier: row.modifier,
      row: row.row,
      status: row.status,
      workRvu: row.workRvu,
      nonFacilityPeRvu: row.nonFacilityPeRvu,
      facilityPeRvu: row.facilityPeRvu,
      mpRvu: row.mpRvu,
      nonFacilityTotal: row.nonFacilityTotal,
      facilityTotal: row.facilityTotal,
      pctcIndicator: row.pctcIndicator,
      globalDays: row.globalDays,
    }));
}

function facilityLetters({ opps, asc }: Source): Pick<TimelinePoint, "opps" | "asc"> {
  const hospital = opps && {
    statusIndicator: opps.statusIndicator,
    apc: opps.apc,
    relativeWeight: opps.relativeWeight,
  };
  const center = asc && {
    addendum: asc.addendum,
    paymentIndicator: asc.paymentIndicator,
    paymentWeight: asc.paymentWeight,
  };
  return { opps: hospital ?? null, asc: center ?? null };
}

/** Reads what one release says of a code. */
export function readPoint(source: Source): Reading {
  const { documents, gpci } = source;
  const { release, title, window, coverage } = documents.release;
  const [office, facility] = [readFee(source, "nonFacility"), readFee(source, "facility")];
  const about = {
    release,
    title,
    window,
    coverage,
    ...standing(release),
    conversionFactor: documents.table("national.json")?.head.conversionFactor ?? null,
    gpci: gpci === undefined ? null : { work: gpci.workGpci, pe: gpci.peGpci, mp: gpci.mpGpci },
    rvus: rvus(source, [office.modifier, facility.modifier]),
    ...facilityLetters(source),
  };
  const { manifest, known, rows } = source;
  const modifiers = rows.map(({ modifier }) => modifier);
  const rates = { hopd: readHopd(source), ascRate: readAsc(source) };
  return { manifest, known, modifiers, gpci, about, office, facility, ...rates };
}
