import type { TableContinuity } from "../../../schemas/out/manifest.ts";
import type { CheckRan, Fact, NewPublication, RefreshDocument, ReleaseReport } from "../../../schemas/out/refresh.ts";
import { counted, countText, firstAndMore } from "../../words/money-text.ts";
import {
  type Block,
  type Content,
  grid,
  heading,
  list,
  paragraph,
  prose,
  type ReportBody,
  type Section,
} from "./view.ts";

const STATES: Readonly<Record<ReleaseReport["state"], string>> = {
  ready: "Every check holds.",
  "to-accept": "Findings wait for a person. Nothing is applied before each of them is accepted by its key.",
  broken: "Something is missing or wrong: see the problems. Nothing is applied.",
};

const KINDS: Readonly<Record<NewPublication["kind"], string>> = {
  new: "new",
  revision: "CMS replaced the file",
  completed: "more files of a registered revision",
};

const CERTAINTIES: Readonly<Record<Fact["certainty"], string>> = {
  printed: "printed by CMS",
  computed: "computed from CMS's figures",
  observed: "seen",
  guess: "a guess",
  stated: "stated",
  unknown: "not known",
};

function stateText({ state, accepted }: ReleaseReport): string {
  const isAccepted = state === "ready" && accepted.length > 0;
  return isAccepted ? "Every check holds, but for what a person has accepted." : STATES[state];
}

function besideText({ isBeside }: ReleaseReport): string {
  return isBeside ? " It is registered by itself: no release is built with it." : "";
}

function publicationText({ label, kind, revision, files, note }: NewPublication): string {
  const number = kind === "new" ? "" : `, revision ${revision}`;
  const names = files.map(({ name }) => name.replace(/^.*\//, "")).join(", ");
  return `${label}${number}: ${KINDS[kind]}. ${names}${note === null ? "" : `. ${note}`}`;
}

function factsTable(facts: readonly Fact[]): Block {
  if (facts.length === 0) return null;
  const cells = facts.map(({ fact, value, certainty, source }) => [
    fact,
    value ?? "not known",
    value === null ? source : `${CERTAINTIES[certainty]}: ${source}`,
  ]);
  return grid(["fact", "value", "how it is known"], cells);
}

function rowsTable({ rows, compared }: ReleaseReport): Block {
  if (rows.length === 0) return null;
  if (compared === null)
    return grid(
      ["table", "rows"],
      rows.map((each) => [each.table, countText(each.rows)]),
    );
  const before = (count: number | null): string => (count === null ? "-" : countText(count));
  const cells = rows.map((each) => [each.table, countText(each.rows), before(each.before)]);
  return grid(["table", "rows", `in ${compared.with}`], cells);
}

function findingsBlocks({ findings }: ReleaseReport): Block[] {
  if (findings.length === 0) return [];
  return [
    heading("To accept, each by its key"),
    list(findings.map(({ check, key, message }) => `${check}:${key}: ${message}`)),
  ];
}

function acceptedBlocks({ accepted }: ReleaseReport): Block[] {
  if (accepted.length === 0) return [];
  const keys = new Map<string, string[]>();
  for (const { check, key, reason, source } of accepted) {
    const why = `${check}: ${reason} (${source})`;
    keys.set(why, [...(keys.get(why) ?? []), key]);
  }
  const said = [...keys].map(([why, all]) => `${why}. Keys: ${all.join(", ")}`);
  return [heading("Accepted by a person"), list(said)];
}

function problemList(problems: ReleaseReport["problems"]): Block {
  return list(problems.map(({ place, message, cure }) => `${place.file}: ${message}. ${cure}`));
}

/** The checks of each publication, and of publications beside each other, in the order of the checks. */
function checksTable(checks: readonly CheckRan[]): Block {
  if (checks.length === 0) return null;
  const groups = new Map<string, CheckRan[]>();
  for (const check of checks) {
    const of = check.publications.length === 0 ? "other releases" : check.publications.join(", ");
    groups.set(of, [...(groups.get(of) ?? []), check]);
  }
  const cells = [...groups].map(([of, group]) => {
    const total = (field: "checked" | "held" | "excepted"): string =>
      countText(group.reduce((sum, each) => sum + each[field], 0));
    return [of, countText(group.length), total("checked"), total("held"), total("excepted")];
  });
  return grid(["compared", "checks", "figures", "hold", "accepted exceptions"], cells);
}

/** Columns that a table names before it counts the rest: those that differ in most rows. */
const COLUMNS_NAMED = 3;

function columnsText({ columns }: NonNullable<TableContinuity["beside"]>): string {
  const differing = columns.filter(({ moved }) => moved > 0).sort((one, two) => two.moved - one.moved);
  if (differing.length === 0) return "none";
  const said = differing.map(({ field, moved, filled }) => `${field} ${countText(moved)} of ${countText(filled)}`);
  return firstAndMore(said, COLUMNS_NAMED);
}

function continuityTable(tables: readonly TableContinuity[]): Block {
  if (tables.length === 0) return null;
  const cells = tables.map(({ table, beside }) => {
    if (beside === null) return [table, "no registered table", "-", "-", "-"];
    const { publication, gone, fresh } = beside;
    return [table, publication, countText(gone.number), countText(fresh.number), columnsText(beside)];
  });
  return grid(["table", "beside", "rows gone", "rows new", "rows that differ, by column"], cells);
}

function releaseSection(each: ReleaseReport): Section {
  const { release, title, window, isBeside, publications, facts, problems, compared, checks, continuity } = each;
  const blocks: Block[] = [
    paragraph(`${stateText(each)} Days of service: ${window.from} to ${window.to}.${besideText(each)}`),
    list(publications.map(publicationText)),
    facts.length > 0 && heading("Facts to confirm"),
    factsTable(facts),
    rowsTable(each),
    checks.length > 0 && heading("Checks"),
    checksTable(checks),
    continuity.length > 0 && heading("New tables beside registered ones"),
    continuityTable(continuity),
    ...findingsBlocks(each),
    ...acceptedBlocks(each),
    problems.length > 0 && heading("Problems"),
    problemList(problems),
    compared !== null && heading(`Compared with ${compared.with}`),
    list(compared?.headline ?? []),
  ];
  return isBeside ? { id: `beside-${release}`, title, blocks } : { id: release, title: `${release}, ${title}`, blocks };
}

const VERDICTS: Readonly<Record<RefreshDocument["state"], string>> = {
  "nothing-new": "Nothing new: the registry has all that was recognised.",
  "to-review": "Something new waits for a review.",
  failed: "Something is wrong. Nothing can be applied before it is solved.",
  applied: "The refresh was applied.",
};

/** Files of which nothing says what they are, that a sentence names before it counts the rest. */
const NAMED = 5;

function lookedText({ looked: { files, notRecognised } }: RefreshDocument): string {
  const seen = `ratebook looked at ${counted(files, "file")}.`;
  if (notRecognised.length === 0) return seen;
  return `${seen} It does not recognise ${countText(notRecognised.length)} of them: ${firstAndMore(notRecognised, NAMED)}.`;
}

function inForceText({ inForce, day, releases }: RefreshDocument): string {
  const next = releases.find(({ window, isBeside }) => window.from <= day && day <= window.to && !isBeside);
  if (inForce === null && next !== undefined)
    return `On ${day} no registered release is in force. ${next.release} is, from ${next.window.from}, once this is applied.`;
  if (inForce === null) return `On ${day} no registered release is in force.`;
  const { release, window, isBuilt } = inForce;
  return `On ${day} release ${release} is in force, until ${window.to}. It is ${isBuilt ? "built" : "not built here"}.`;
}

function gatedSection({ gated }: RefreshDocument): Section {
  const lead = prose(
    'These files are behind the licence of the AMA and the ADA. Read it on the page, accept it there and download the file, or accept it by name: `--accept-ama-license "YOUR NAME"`.',
  );
  const items = gated.map(({ address, licence }) => `${address}, licence: ${licence}`);
  return {
    id: "gated",
    title: "Behind CMS's licence page",
    blocks: gated.length === 0 ? [] : [paragraph(lead), list(items)],
  };
}

function goneSection({ gone }: RefreshDocument): Section {
  const items: Content[] = gone.map(
    ({ label, address, isHeld }) =>
      `${label}: ${address} (${isHeld ? "its bytes are kept here" : "its bytes are not available here"})`,
  );
  return { id: "gone", title: "No longer on CMS's pages", blocks: [list(items)] };
}

/** What `ratebook refresh` found, for a terminal and for a pull request. */
export function refreshReport(document: RefreshDocument): ReportBody {
  const { state, releases, notes, problems } = document;
  return {
    name: "Refresh",
    head: [paragraph(VERDICTS[state], " ", lookedText(document)), paragraph(inForceText(document))],
    sections: [
      ...releases.map(releaseSection),
      gatedSection(document),
      goneSection(document),
      {
        id: "problems",
        title: "Problems",
        blocks: [problemList(problems)],
      },
      { id: "notes", title: "Notes", blocks: [list(notes)] },
    ],
  };
}
