/** Who reads an answer: somebody at the command line, who can build again, or somebody on a site. */
export type Audience = "command-line" | "site";

/** What a release was built without, and what the reader can do, as the ends of sentences. */
export interface NotBuilt {
  /** A table of NCCI edits. */
  readonly table: () => string;
  /** The PTP edits of a code. */
  readonly pairEdits: (hcpcs: string) => string;
  /** Every kind of NCCI edits. */
  readonly allEdits: (page: string) => string;
  /** Pairs of Addendum J that an excerpt leaves out. */
  readonly otherPairs: string;
  /**
   * Addendum J.
   *
   * @param why there is none, in words of a build; "" where that is not known
   */
  readonly addendumJ: (why: string) => string;
  /** Edits that allow a modifier, as a sentence. */
  readonly allowingEdits: string;
  /** Where the edits that allow a modifier are listed. */
  readonly editsOf: (hcpcs: string) => string;
}

const FOUR_FILES = "CMS posts four files for each setting, behind its licence page";
const UNKNOWN_PAIRS = "it is not known which pairs a hospital is paid more for";
const ASK = "Ask whoever publishes it";

/** For somebody who can build again. */
export const FOR_COMMAND_LINE: NotBuilt = {
  table: () => "the release was built without the table. Build with --with ncci",
  pairEdits: (hcpcs) =>
    `the release was built without them. ${FOUR_FILES}. Build with --with ncci-ptp --codes ${hcpcs}`,
  allEdits: (page) =>
    `the release was built without them. CMS posts them for each quarter: ${page}. Build with --with ncci, and --with ncci-ptp for files from behind its licence page`,
  otherPairs: "this excerpt has some pairs only, and others may qualify. Build the release whole: docs/releases.md",
  addendumJ: (why) =>
    `${UNKNOWN_PAIRS}. The release was built without Addendum J of its year's OPPS rule${why === "" ? "" : `: ${why}`}`,
  allowingEdits: "The release was built without them",
  editsOf: (hcpcs) => `ratebook together ${hcpcs}`,
};

/** For somebody on a site that others made. */
export const FOR_SITE: NotBuilt = {
  table: () => `this site was made without the table for the release. ${ASK}`,
  pairEdits: () => `this site was made without them. ${FOUR_FILES}. ${ASK} to add them`,
  allEdits: (page) =>
    `this site was made without them for the release. CMS posts them for each quarter: ${page}. ${ASK} to add them`,
  otherPairs: "this site has some pairs of the release only, and others may qualify",
  addendumJ: () => `${UNKNOWN_PAIRS}. This site was made without Addendum J of the year's OPPS rule. ${ASK}`,
  allowingEdits: "This site was made without them",
  editsOf: () => "Why a claim may be denied",
};

const AGAIN = "and make the release again";

/** For somebody on a site of own files. */
export const FOR_OWN_FILES: NotBuilt = {
  table: () => `the release was made without the table. Bring CMS's file of the quarter, ${AGAIN}`,
  pairEdits: () => `a browser does not read them. ${FOUR_FILES}. The command line reads them`,
  allEdits: (page) =>
    `the release was made without them. CMS posts them for each quarter: ${page}. Bring the add-on codes and the medically unlikely edits, ${AGAIN}; a browser does not read the edits of pairs`,
  otherPairs: "the release has some pairs only, and others may qualify",
  addendumJ: () => `${UNKNOWN_PAIRS}. Bring Addendum J of the year's OPPS rule, ${AGAIN}`,
  allowingEdits: "The release was made without them",
  editsOf: () => "Why a claim may be denied",
};
