import type { Family } from "../../../schemas/source/release.ts";

/** A file that the imitation of CMS has posted. */
export interface Posting {
  readonly family: Family;
  /** "RVU26D", "2026Q4", "2026": what the publication is. The file's name need not say it. */
  readonly id: string;
  /** Text of the link: "RVU26D", "October 2026", "October 2026 ASC Approved HCPCS Code and Payment Rates". */
  readonly label: string;
  /** Name below /files/zip/; CMS's names sometimes contain slashes. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Whether CMS's licence page stands before the file. */
  readonly gated: boolean;
  /** Which form of the licence page the link has; the new one when not given. */
  readonly licence?: "new" | "old";
  /** Last step of the address of the page with the file; made from the label when not given. */
  readonly slug?: string;
}

/** Address of CMS; its own links are absolute or relative, as they happen to be. */
export const CMS = "https://www.cms.gov";

const PAYMENT = "/medicare/payment";

const NCCI = "/medicare/coding-billing/national-correct-coding-initiative-ncci-edits";

/** Path of the page with add-on code edits; those of the family's other tables are on another one. */
export const ADD_ON_PAGE = `${NCCI}/medicare-ncci-add-code-edits`;

/** Paths of the pages that lead to the files of a family. */
export const LANDING: Readonly<Record<Family, string>> = {
  pfs: `${PAYMENT}/fee-schedules/physician/pfs-relative-value-files`,
  opps: `${PAYMENT}/prospective-payment-systems/hospital-outpatient-pps/quarterly-addenda-updates`,
  asc: `${PAYMENT}/prospective-payment-systems/ambulatory-surgical-center-asc/asc-payment-rates-addenda`,
  "opps-rule": `${PAYMENT}/prospective-payment-systems/hospital-outpatient-pps`,
  ncci: `${NCCI}/medicare-ncci-medically-unlikely-edits-mues`,
  "ncci-ptp": `${NCCI}/medicare-ncci-procedure-procedure-ptp-edits`,
  "wage-index": `${PAYMENT}/prospective-payment-systems/ambulatory-surgical-center-asc/asc-payment-rates-addenda`,
  zip: `${PAYMENT}/fee-schedules`,
};

/** Years before this one have their pages below an address that CMS's move to another system left behind. */
const MOVED = 22;
const OLD_PFS = "/medicaremedicare-fee-service-paymentphysicianfeeschedpfs-relative-value-files";

/** Years of four digits: "RVU26D" and "2026Q4" are of 2026. */
export function yearOf({ id }: Posting): string {
  const [, digits = ""] = /^(?:RVU|20)(\d{2})/.exec(id) ?? [];
  return `20${digits}`;
}

/** Path of the file itself. */
export function filePath({ name }: Posting): string {
  return `/files/zip/${name}`;
}

/** Path of the page that links to the file; the landing page itself where CMS has no other. */
export function detailPath(posting: Posting): string {
  const { family, id, label, name } = posting;
  if (family === "ncci" && name.startsWith("add-code-edits")) return ADD_ON_PAGE;
  if (family !== "pfs" && family !== "opps") return LANDING[family];
  const slug = posting.slug ?? (family === "pfs" ? id.toLowerCase() : label.toLowerCase().replaceAll(" ", "-"));
  const isOld = family === "pfs" && Number(yearOf(posting).slice(2)) < MOVED;
  return `${isOld ? OLD_PFS : LANDING[family]}/${slug}`;
}

/** Address in the link to the file: the file, or the licence page before it. */
export function linkTo(posting: Posting): string {
  if (!posting.gated) return filePath(posting);
  if (posting.licence === "old") return `/apps/ama/license.asp?file=${CMS}${filePath(posting)}`;
  return `${CMS}/license/ama?file=${filePath(posting)}`;
}
