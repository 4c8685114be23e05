import { AvailableReleases } from "../../pipelines/proof/conformance/available-releases.ts";
import { conformanceOf } from "../../pipelines/proof/conformance/conformance.ts";
import { embeddedFolder } from "../../pipelines/sources/excerpts.ts";
import { PaymentConformance } from "../../schemas/out/conformance.ts";
import { published, record } from "./payment-file.ts";

/*
 * Alabama, 10112 00, has GPCIs 1, 0.869, 0.575 in 2025; the factor is 32.3465.
 * 22511 non-facility (7.33 + 43.46 x 0.869 + 1.04 x 0.575) x 32.3465 = 45.69474 x 32.3465 = 1478.06490741
 * 22511 facility     (7.33 + 3.80 x 0.869 + 1.04 x 0.575) x 32.3465 = 11.2302 x 32.3465 = 363.2576643
 * 77012 TC           (1.71 x 0.869 + 0.01 x 0.575) x 32.3465 = 1.49174 x 32.3465 = 48.25256791
 * 77012 TC capped    (1.20 x 0.869 + 0.01 x 0.575) x 32.3465 = 1.04855 x 32.3465 = 33.916922575
 */
/** A procedure. */
export const VERTEBROPLASTY = record({ hcpcs: "22511", nonFacility: "1478.06", facility: "363.26" });
/** A technical component. */
export const CT_GUIDANCE = {
  hcpcs: "77012",
  modifier: "TC",
  nonFacility: "48.25",
  facility: "48.25",
  pctcIndicator: "1",
  multipleSurgery: "0",
};

/** The embedded release of January 2025. */
export const RELEASES = new AvailableReleases(embeddedFolder("2025A"), {});

/** A file of this text, compared. */
export async function compare(text: string, releases = RELEASES, path = "PFREV25A.txt", release?: string) {
  return PaymentConformance.parse(await conformanceOf(published(path, text), releases, { release }));
}
