import type { ReleaseDocuments } from "../documents/release-documents.ts";

/** Reasons of a site where no row of the relative value file is the physician's. */
const WITHOUT_ROW: ReadonlySet<string | undefined> = new Set([
  "no-global-row",
  "no-professional-row",
  "not-in-fee-schedule",
  "source-missing",
]);

/** Which row of the relative value file pays the physician for a code at a site. */
type PhysicianRow = {
  readonly hcpcs: string;
  readonly site: "office" | "hopd" | "asc";
  /** "26" where only the professional component is the physician's; null where no row is. */
  readonly modifier: string | null;
  /** Why the physician is not paid; null where there is an amount. */
  readonly reason: string | null;
  readonly na: boolean;
};

/** The physician's rows of every code at each site; undefined for a release without the physician fee schedule. */
export function payingRows(documents: ReleaseDocuments): PhysicianRow[] | undefined {
  return documents
    .table("site-of-service")
    ?.allRows()
    .flatMap(({ hcpcs, office, hopd, asc }) =>
      Object.entries({ office: office.nonFacility, hopd: hopd.facility, asc: asc.facility }).map(
        ([site, physician]) => {
          const reason = physician.value === null ? physician.reason : null;
          const modifier = WITHOUT_ROW.has(reason ?? undefined) ? null : (physician.modifier ?? "");
          return { hcpcs, site: site as PhysicianRow["site"], modifier, reason, na: physician.na === true };
        },
      ),
    );
}
