/** An option of `ratebook refresh`: a text, a list with commas, a text that may be repeated, or a flag without a value. */
interface RefreshOption {
  readonly name: string;
  readonly kind: "text" | "list" | "repeatable" | "flag";
  /** What its value is called in the help; "" for a flag. */
  readonly value: string;
  readonly says: string;
  readonly default?: string;
}

/** The options of `ratebook refresh`, in the order of the help. A second run needs all but the flags again. */
export const OPTIONS = [
  { name: "from", kind: "text", value: "folder", says: "folder of CMS's files, or a store (default: CMS's pages)" },
  {
    name: "store",
    kind: "text",
    value: "folder",
    says: "store of downloads (default: RATEBOOK_STORE, or the user's cache)",
  },
  { name: "out", kind: "text", value: "folder", says: "output folder with built releases", default: "out-local" },
  { name: "on", kind: "text", value: "day", says: "day that the report is for (default: today)" },
  {
    name: "families",
    kind: "list",
    value: "families",
    says: "only these of pfs, opps, asc, opps-rule, ncci, ncci-ptp, wage-index, zip",
  },
  { name: "pick", kind: "repeatable", value: "part", says: "part of the path of the right file, where several fit" },
  {
    name: "accept",
    kind: "repeatable",
    value: "check:key=reason",
    says: "accept what breaks a check, by its key; repeatable",
  },
  { name: "source", kind: "text", value: "text", says: "who gives the reason of --accept" },
  {
    name: "without",
    kind: "list",
    value: "sources",
    says: "registered sources that the folder does not have: opps,asc",
  },
  {
    name: "factor",
    kind: "repeatable",
    value: "name=value",
    says: "a conversion factor that no file has, such as pfs-qualifying=34.1825",
  },
  { name: "cite", kind: "text", value: "text", says: "where CMS published new conversion factors" },
  {
    name: "note",
    kind: "text",
    value: "text",
    says: "what CMS changed in this revision (default: a draft from the diff)",
  },
  { name: "contact", kind: "text", value: "text", says: "address or mailbox of yours, for CMS to see who asks" },
  {
    name: "acceptAmaLicense",
    kind: "text",
    value: "name",
    says: "your name: you have read and accept the licence of the AMA and the ADA",
  },
  {
    name: "apply",
    kind: "flag",
    value: "",
    says: "register, build, prove, and leave a branch with a commit and the text of a pull request",
  },
  {
    name: "to",
    kind: "text",
    value: "folder",
    says: "folder for the report, the diff, the review page and the tables",
    default: "refresh",
  },
  { name: "json", kind: "flag", value: "", says: "print the report as JSON: schemas/json/refresh.schema.json" },
] as const satisfies readonly RefreshOption[];

type Option = (typeof OPTIONS)[number];
type ValueOf<Kind> = Kind extends "text" ? string : Kind extends "flag" ? boolean : readonly string[];

/** What is typed after `ratebook refresh`. */
export type RefreshArguments = { readonly [O in Option as O["name"]]?: ValueOf<O["kind"]> } & {
  readonly [O in Extract<Option, { default: string }> as O["name"]]: string;
};

/** "--accept-ama-license" of acceptAmaLicense. */
export function optionName({ name }: Pick<RefreshOption, "name">): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
