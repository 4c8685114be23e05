import * as z from "zod";
import { Day, ReleaseId, Sha256, Window } from "../text.ts";

/** Every kind of CMS table that ratebook reads. */
export const Role = z.enum([
  "rvu",
  "rvu-qpp",
  "gpci",
  "opps-cap",
  "anesthesia",
  "anesthesia-base-units",
  "counties",
  "addendum-b",
  "asc-aa",
  "asc-bb",
  "asc-dd1",
  "asc-ee",
  "asc-ff",
  "addendum-a",
  "addendum-d1",
  "addendum-d2",
  "addendum-e",
  "addendum-j-pairs",
  "addendum-j-evaluation",
  "addendum-j-ranks",
  "addendum-j-exclusions",
  "addendum-m",
  "addendum-p",
  "ncci-addon",
  "ncci-mue-practitioner",
  "ncci-mue-hospital",
  "ncci-mue-dme",
  "ncci-ptp-practitioner",
  "ncci-ptp-hospital",
  "wage-index",
  "zip5",
]);
export type Role = z.infer<typeof Role>;

/** Roles of tables that CMS posts in several files, which are read as one. */
export const PartedRole = Role.extract(["ncci-ptp-practitioner", "ncci-ptp-hospital"]);
export type PartedRole = z.infer<typeof PartedRole>;

export function isParted(role: Role): role is PartedRole {
  return PartedRole.safeParse(role).success;
}

/** The sources that a user can require, each with its roles. */
export const SOURCES = {
  pfs: ["rvu"],
  gpci: ["gpci"],
  opps: ["addendum-b"],
  asc: ["asc-aa", "asc-bb"],
  qpp: ["rvu-qpp"],
  "opps-cap": ["opps-cap"],
  anesthesia: ["anesthesia"],
  "anesthesia-base-units": ["anesthesia-base-units"],
  counties: ["counties"],
  "asc-indicators": ["asc-dd1"],
  "asc-excluded": ["asc-ee"],
  "asc-device-offsets": ["asc-ff"],
  "opps-rule": [
    "addendum-a",
    "addendum-d1",
    "addendum-d2",
    "addendum-e",
    "addendum-j-pairs",
    "addendum-j-evaluation",
    "addendum-j-ranks",
    "addendum-j-exclusions",
    "addendum-m",
    "addendum-p",
  ],
  ncci: ["ncci-addon", "ncci-mue-practitioner", "ncci-mue-hospital", "ncci-mue-dme"],
  "ncci-ptp": ["ncci-ptp-practitioner", "ncci-ptp-hospital"],
  "wage-index": ["wage-index"],
  zip: ["zip5"],
} as const satisfies Record<string, readonly Role[]>;
export const SourceName = z.enum(Object.keys(SOURCES) as [keyof typeof SOURCES, ...(keyof typeof SOURCES)[]]);
export type SourceName = z.infer<typeof SourceName>;

/** The kind of a publication. */
export const Family = z.enum(["pfs", "opps", "asc", "opps-rule", "ncci", "ncci-ptp", "wage-index", "zip"]);
export type Family = z.infer<typeof Family>;

/** Families of a release only where a build asks for them, by name: `--with ncci`. Each is a source of its own. */
export const OnRequest = Family.extract(["ncci", "ncci-ptp"]);
export type OnRequest = z.infer<typeof OnRequest>;

export function isOnRequest(family: Family): family is OnRequest {
  return OnRequest.safeParse(family).success;
}

/** Families that every release has. */
export const UsualFamily = Family.exclude(OnRequest.options);
export type UsualFamily = z.infer<typeof UsualFamily>;

/**
 * How close a file is to what CMS published. Only `cms` is CMS's own bytes or text. `unverified` is an unregistered file,
 * identified by its name and headings.
 */
export const Origin = z.enum(["cms", "edited", "reconstructed", "transcribed", "unverified"]);
export type Origin = z.infer<typeof Origin>;

/** Size and hash that identify one file. */
const Pin = z.strictObject({
  bytes: z.int().positive().nullable().describe("Null when only the hash was recorded"),
  sha256: Sha256,
});

/** The original of an embedded excerpt, row by row. */
export const ExcerptOf = z.strictObject({
  name: z.string(),
  archive: z.string().optional(),
  sha256: Sha256.nullable(),
  origin: Origin,
  atHand: z.boolean().describe("Whether the original was available when the excerpt was made"),
  note: z.string(),
  rows: z
    .array(z.int().positive())
    .nullable()
    .describe("Row of the original for each data row of the excerpt, in order; null when not known"),
  blanked: z.array(z.string()).describe("Headings whose cells are blank on purpose"),
});
export type ExcerptOf = z.infer<typeof ExcerptOf>;

/** One table file of a publication. It may have the same table in several formats. */
export const FileEntry = Pin.extend({
  role: Role,
  name: z.string().describe("CMS's name for the file"),
  copy: z
    .string()
    .optional()
    .describe("End of the path of a copy whose name alone is not enough, such as 2026Q1/AA.csv"),
  beside: z.literal(true).optional().describe("Published beside the publication's archive, not in it"),
  note: z.string().optional().describe("What differs from CMS's own bytes, such as line ends"),
  origin: Origin.optional().describe("If not that of the publication"),
  excerptOf: ExcerptOf.optional(),
});
export type FileEntry = z.infer<typeof FileEntry>;

/** The archive that a publication came in. */
export const Archive = z.strictObject({
  name: z.string(),
  sha256: Sha256,
  bytes: z.int().positive().nullable().describe("Null when only the hash was recorded"),
});

/** The revision of a publication. CMS corrects files under the same label. */
export const RevisionOf = z.strictObject({
  number: z.int().positive(),
  of: z.int().positive().describe("How many revisions are registered"),
  supersedes: z.string().nullable().describe("The publication or revision that this one replaces"),
  supersededBy: z.string().nullable().describe("The registered publication or revision that replaces this one"),
  note: z.string().optional().describe("What changed"),
  why: z.string().optional().describe("Why this one is built by default, if it is not the last"),
});
export type RevisionOf = z.infer<typeof RevisionOf>;

/** One CMS publication: an RVU archive, an Addendum B, a set of ASC addenda. */
export const Publication = z.strictObject({
  family: Family,
  label: z.string(),
  revision: RevisionOf,
  registered: z
    .boolean()
    .describe("False for files that are not in the registry, read with --allow-unregistered or --allow-changed"),
  standsInFor: z
    .string()
    .optional()
    .describe("Quarter of the release, which has no such file: this one is the nearest of its year"),
  posted: Day.nullable(),
  postedSource: z.string().describe("Source of the posting date"),
  window: Window,
  origin: Origin,
  originNote: z.string().optional(),
  page: z.url().describe("CMS's landing page for the family"),
  url: z.url().nullable().describe("URL of the download; null when not recorded"),
  notices: z.array(z.enum(["ama-cpt", "ada-cdt"])),
  archive: Archive.optional(),
  files: z.array(FileEntry).min(1),
});
export type Publication = z.infer<typeof Publication>;

type TwiceHeld = { readonly role: Role; readonly labels: readonly [string, string]; readonly name: string };

/** Tables of which a file would be silently ignored: one role in two publications, or twice in one format. */
function heldTwice(publications: readonly Publication[]): TwiceHeld[] {
  const files = publications.flatMap(({ label, files: own }) =>
    own.filter(({ role }) => !isParted(role)).map(({ role, name }) => ({ label, role, name })),
  );
  const format = (name: string): string => name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  return files.flatMap(({ label, role, name }, index) => {
    const earlier = files.slice(0, index).find((each) => each.role === role);
    const same = files.slice(0, index).some((each) => each.role === role && format(each.name) === format(name));
    if (earlier === undefined || (earlier.label === label && !same)) return [];
    return [{ role, labels: [earlier.label, label] as const, name }];
  });
}

function refuseTwiceHeld(publications: readonly Publication[], ctx: z.core.$RefinementCtx): void {
  for (const { role, labels, name } of heldTwice(publications)) {
    const where = labels[0] === labels[1] ? `twice in ${labels[0]}` : `in ${labels[0]} and again in ${labels[1]}`;
    ctx.addIssue({
      code: "custom",
      message: `the ${role} table is registered ${where} (${name}): only one can be read; remove the other`,
    });
  }
}

/** How much of a release was read: every registered table, fewer, or only the embedded excerpt. */
export const Coverage = z.enum(["whole", "partial", "excerpt"]);
export type Coverage = z.infer<typeof Coverage>;

/** Why a release lacks a table: it is not registered, was not found, was left out, or could not be read. */
export const MissingKind = z.enum(["not-registered", "not-found", "left-out", "unreadable"]);
export type MissingKind = z.infer<typeof MissingKind>;

/** One release: a PFS publication by CMS's letter, with OPPS and ASC of the same quarter. */
export const Release = z.strictObject({
  release: ReleaseId,
  title: z.string(),
  window: Window,
  coverage: Coverage,
  publications: z.array(Publication).superRefine(refuseTwiceHeld),
  missing: z
    .array(z.strictObject({ source: SourceName, reason: z.string() }))
    .describe("Sources without a registered file, each with its reason"),
});
export type Release = z.infer<typeof Release>;
