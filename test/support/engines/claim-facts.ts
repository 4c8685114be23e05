import { releaseInForce } from "../../../pipelines/inputs/in-force.ts";
import { publishedAmounts } from "../../../pipelines/schedules/pfs/published.ts";
import type { AmountKind } from "../../../pipelines/schedules/pfs/published-figures.ts";
import { placesOfService } from "../../../pipelines/sources/places-of-service.ts";
import type { SiteOfServiceRow } from "../../../schemas/out/facility.ts";
import type { NationalRow } from "../../../schemas/out/national.ts";
import type { Setting } from "../../../schemas/setting.ts";
import type { PlaceOfService } from "../../../schemas/source/places-of-service.ts";
import { type ClaimZip, documentsOf, madeUpZips } from "./tables.ts";

type Site = "office" | "hopd" | "asc";

/** What a claim needs of a release, from its documents and the kernel: nothing here reads a table or uses SQL. */
export interface RateFacts {
  readonly codes: readonly string[];
  readonly zips: ReadonlyMap<string, ClaimZip>;
  readonly localities: ReadonlyMap<string, number>;
  readonly row: (hcpcs: string, modifier: string) => NationalRow | undefined;
  /** The physician's row at a site, by its modifier, and why it is not paid there. */
  readonly physician: (hcpcs: string, site: Site) => { modifier: string | null; reason: string | null };
  readonly cents: (row: NationalRow, place: number, setting: Setting, isQualifying: boolean) => number;
}

function payOf(row: SiteOfServiceRow, site: Site): { modifier?: string; reason: string | null } {
  const pay = site === "office" ? row.office.nonFacility : row[site].facility;
  const modifier = pay.modifier === undefined ? {} : { modifier: pay.modifier };
  return { ...modifier, reason: pay.value === null ? pay.reason : null };
}

/** The facts of one release. */
export function rateFacts(out: string, release: string): RateFacts {
  const documents = documentsOf(out, release);
  const national = documents.table("national");
  const sites = new Map(
    documents
      .table("site-of-service")
      ?.allRows()
      .map((row) => [row.hcpcs, row]),
  );
  const places = documents.table("localities")?.allRows() ?? [];
  if (national === undefined) throw new Error(`${release} has no national.json`);
  const rows = national.allRows();
  const amountsOf = (kind: AmountKind) => publishedAmounts(kind, national.head, rows, places);
  const fees = amountsOf("feeSchedule");
  const tracks = [fees, amountsOf("qualifyingApm") ?? fees].map((track) => {
    return { amounts: track?.amounts, positions: new Map(track?.rows.map((row, at) => [row, at])) };
  });
  const byCode = new Map<string, Record<string, NationalRow>>();
  for (const row of rows) byCode.set(row.hcpcs, { ...byCode.get(row.hcpcs), [row.modifier]: row });
  const rowOf = (hcpcs: string, modifier: string) => byCode.get(hcpcs)?.[modifier];
  const zips = documents.table("zips")?.allRows() ?? madeUpZips(places.map(({ locality }) => locality));
  return {
    codes: [...sites.keys()],
    zips: new Map(zips.map((zip) => [zip.zip, zip])),
    localities: new Map(places.map(({ locality }, at) => [locality, at])),
    row: rowOf,
    physician: (hcpcs, site) => {
      const code = sites.get(hcpcs);
      if (code === undefined) return { modifier: null, reason: "not-in-fee-schedule" };
      const { modifier = "", reason } = payOf(code, site);
      const isWithoutRow = reason?.startsWith("no-") === true || rowOf(hcpcs, modifier) === undefined;
      return { modifier: isWithoutRow ? null : modifier, reason };
    },
    cents: (row, place, setting, isQualifying) => {
      const track = tracks[isQualifying ? 1 : 0];
      return track?.amounts?.at(track.positions.get(row) ?? -1, setting, place) ?? Number.NaN;
    },
  };
}

/** The release of a day of service; undefined for a day before or after all of them. */
export function releaseOn(day: string): string | undefined {
  try {
    return releaseInForce(day).release;
  } catch {
    return undefined;
  }
}

/** Setting and site of a place of service on a day; undefined for a code without them. */
export function placeFinder(): (pos: string, day: string) => PlaceOfService | undefined {
  const places = new Map(placesOfService().map((place) => [place.pos, place]));
  return (pos, day) => {
    const place = places.get(pos);
    return place?.from === undefined || place.from <= day ? place : undefined;
  };
}
