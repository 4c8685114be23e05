import { FILES_2025A, replaceOnce } from "../../support/excerpt-copy.ts";
import { inpatientFile, offsetsFile, statusFile } from "../../support/rule-tables.ts";
import { type Breaks, repeatLine, WITH_COMBINATION } from "./break.ts";

const { ascFF, opps, apcs, pairs, evaluation, ranks } = FILES_2025A;

/** What the checks of the OPPS rule's addenda must notice. */
export const RULE_BREAKS: Breaks = {
  "opps.rule-row-once": {
    edits: { [apcs]: repeatLine("5116,") },
    message: /^row 9 has the same key$/,
  },
  "opps.rate-is-addendum-a": {
    edits: { [opps]: replaceOnce("22511,,J1,5113,36.3872,3244.61", "22511,,J1,5113,36.3872,3244.62") },
    message: /^weight 36\.3872, rate 3244\.62 here, weight 36\.3872, rate 3244\.61 in Addendum A$/,
  },
  "opps.status-defined": {
    added: statusFile(["C", "E1", "J1", "T"]),
    message: /^N is not defined$/,
  },
  "opps.inpatient-only-is-e": {
    added: inpatientFile(["22841", "22511"]),
    message: /^Addendum B has J1, expected C$/,
  },
  "opps.rule-is-addendum-b": {
    added: offsetsFile(["22511,,J1,5114,3244.61,23.00%,746.26"]),
    message: /^J1 5114 here, J1 5113 in Addendum B$/,
  },
  "opps.device-offset-is-share": {
    added: offsetsFile(["22511,,J1,5113,3244.61,23.00%,746.27"]),
    message: /^\$3244\.61 x 23\.00 % is not \$746\.27$/,
  },
  "opps.pair-once": {
    edits: { [pairs]: repeatLine("22511,,J1,5113,22512") },
    message: /^row 4 has the same key$/,
  },
  "opps.pairs-qualify": {
    edits: { [pairs]: replaceOnce("22514,,J1,5114,22511,,J1,5113,", "22514,,J1,5114,22515,,N,,") },
    message: /^the evaluation says that the pair does not qualify$/,
  },
  "opps.pair-qualifies-by-cost": {
    // The cost is a cent below the threshold.
    edits: { [evaluation]: replaceOnce("5114,132,6143.64,", "5114,132,4833.87,") },
    message: /^CMS says Y, the figures say N: 132 claims, cost \$4833\.87, threshold \$4833\.88$/,
  },
  "opps.pair-primary-ranks-first": {
    edits: { [evaluation]: replaceOnce("22511,,J1,5113,22510,", "22510,,J1,5113,22511,") },
    message: /^rank 1839 of 22510 is after rank 1827 of 22511$/,
  },
  "opps.rank-is-addendum-b": {
    edits: { [ranks]: replaceOnce("22505,,J1,5112,", "22505,,J1,5113,") },
    message: /^J1 5113 here, J1 5112 in Addendum B$/,
  },
  "cross.asc-combinations": {
    edits: { [ascFF]: (text) => `${text}C7505,,,G2,5115,21.29%,"$6,539.97",0.00%,$0.00\n` },
    of: WITH_COMBINATION,
    message: /^APC 5115 here, and 5114 for 22511 with 22512 in Addendum J$/,
  },
  "opps.pair-pays-more": {
    // APC 5112 is paid 1,600.41, and 22511's own APC 5113 3,244.61.
    edits: { [pairs]: replaceOnce("2251A,5114", "2251A,5112") },
    message: /^APC 5112 is paid 1600\.41, APC 5113 3244\.61$/,
  },
  "opps.pair-is-addendum-b": {
    edits: { [pairs]: replaceOnce("22511,,J1,5113,22512,,N,", "22511,,J1,5113,22512,,Q1,") },
    message: /^22512 has Q1 here, N in Addendum B$/,
  },
  "opps.pair-apc-rated": {
    edits: { [pairs]: replaceOnce("2251A,5114", "2251A,5199") },
    message: /^no row with J1 has a rate of APC 5199$/,
  },
};
