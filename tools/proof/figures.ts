import type { Tally } from "../../schemas/out/conformance.ts";
import type { Manifest } from "../../schemas/out/manifest.ts";
import type { Evidence } from "./evidence.ts";
import { type LookUpFigures, lookUpFigures } from "./look-ups.ts";
import { total } from "./total.ts";

type Check = Manifest["checks"][number];

/** Compares the kernel's amounts with exact arithmetic. All other checks are about CMS's figures. */
const OURS_WITH_OURS = "pfs.amount-is-exact-product";

/** One check over every release. */
export interface CheckFigures extends Pick<Check, "id" | "title" | "severity" | "invariants" | "cites"> {
  /** Releases in which it ran. */
  readonly releases: number;
  readonly checked: number;
  readonly held: number;
  readonly excepted: number;
}

/** The main figures of the page. */
export interface Figures {
  readonly releases: number;
  /** Releases built only from CMS's own bytes. */
  readonly untouched: number;
  readonly rows: number;
  readonly checks: number;
  /** Checks that no available file has the data for. */
  readonly idle: readonly string[];
  /** CMS's figures, with each other or with ours. */
  readonly ofCms: Tally;
  /** Our amounts, with exact arithmetic. */
  readonly ofOurs: Tally;
  readonly excepted: number;
  readonly exceptions: number;
  readonly payments: Tally & { readonly distinct: number };
  readonly lookUps: LookUpFigures;
  readonly prices: Tally & { readonly excepted: number; readonly distinct: number };
  readonly files: number;
  readonly rebuilt: Tally;
}

/** Data rows of every file of a release. */
export function rowsRead({ publications }: Manifest): number {
  return total(publications.flatMap(({ files }) => files.map(({ rows }) => rows.data)));
}

/** Origins of the files of a release. */
export function originsOf({ publications }: Manifest): string[] {
  const read = publications.filter(({ files }) => files.length > 0);
  return [...new Set(read.map(({ origin }) => origin))];
}

/** Every check with its counts over all releases, in the order of the checks. */
export function checkFigures(releases: readonly Manifest[]): CheckFigures[] {
  const [first] = releases;
  return (first?.checks ?? []).map(({ id, title, severity, invariants, cites }) => {
    const ran = releases.flatMap(({ checks }) => checks.filter((each) => each.id === id && each.ran));
    const of = (name: "checked" | "held" | "excepted"): number => total(ran.map((each) => each[name]));
    const counts = { checked: of("checked"), held: of("held"), excepted: of("excepted") };
    return { id, title, severity, invariants, cites, releases: ran.length, ...counts };
  });
}

/** Rows of published files without a difference, all rows, and distinct codes and localities in each file. */
function paymentTally({ payments }: Evidence["conformance"]): Figures["payments"] {
  return {
    matched: total(payments.map(({ equalRows }) => equalRows)),
    compared: total(payments.map(({ rows }) => rows)),
    distinct: total(payments.map(({ distinctRows }) => distinctRows)),
  };
}

function tallyOf(checks: readonly CheckFigures[]): Tally {
  return { matched: total(checks.map(({ held }) => held)), compared: total(checks.map(({ checked }) => checked)) };
}

/** Two prices in each row of OPPSCAP, which has some localities of California under both contracts of the state. */
function priceTally({ oppsCap }: Evidence["conformance"]): Figures["prices"] {
  const excepted = total(oppsCap.flatMap((each) => each.excepted.map(({ rows }) => rows)));
  return {
    matched: 2 * total(oppsCap.map(({ matched }) => matched)),
    compared: 2 * total(oppsCap.map(({ rows }) => rows)),
    excepted: 2 * excepted,
    distinct: 2 * total(oppsCap.map(({ listed }) => listed.matched)),
  };
}

/** The figures at the top of the page. */
export function figuresOf(evidence: Evidence): Figures {
  const { releases, conformance, verify } = evidence;
  const checks = checkFigures(releases);
  const rebuilt = verify.releases.flatMap((each) => each.rebuilt ?? []);
  const keys = releases.flatMap(({ exceptions }) =>
    exceptions.map((each) => `${each.check} ${each.publication} ${each.key}`),
  );
  return {
    releases: releases.length,
    untouched: releases.filter((each) => originsOf(each).every((origin) => origin === "cms")).length,
    rows: total(releases.map(rowsRead)),
    checks: checks.length,
    idle: checks.filter((each) => each.releases === 0).map(({ id }) => id),
    ofCms: tallyOf(checks.filter(({ id }) => id !== OURS_WITH_OURS)),
    ofOurs: tallyOf(checks.filter(({ id }) => id === OURS_WITH_OURS)),
    excepted: total(checks.map((each) => each.excepted)),
    exceptions: new Set(keys).size,
    payments: paymentTally(conformance),
    lookUps: lookUpFigures(conformance),
    prices: priceTally(conformance),
    files: total(verify.releases.map(({ files }) => files)),
    rebuilt: {
      matched: total(rebuilt.map((each) => each.equal)),
      compared: total(rebuilt.map((each) => each.compared)),
    },
  };
}
