import type { TimelineDocument } from "../../../schemas/out/timeline.ts";
import { causesText, withSign } from "../../words/changes.ts";
import { counted, dollars } from "../../words/money-text.ts";
import { NA_LEGEND, physicianDollars } from "../../words/na.ts";
import { rowName } from "../../words/names.ts";
import { amountsSection } from "./timeline-amounts.ts";
import {
  AMOUNT_FIELDS,
  COMPARED,
  GENERAL,
  hasMarkedNa,
  type ListedChange,
  listedChanges,
  listedRules,
} from "./timeline-facts.ts";
import { lifeLines } from "./timeline-life.ts";
import { factorOverTime, rvusOverTime } from "./timeline-rvus.ts";
import { sourcesSection } from "./timeline-sources.ts";
import { type Block, heading, lead, paragraph, prose, type Report, type Section, small, table, toned } from "./view.ts";

function money(amount: string | null, isNa: boolean): string {
  return amount === null ? "none" : physicianDollars(amount, isNa);
}

/** Every change of an amount between built releases in force, split into its causes. */
function changesSection(document: TimelineDocument): Section {
  const rows = listedChanges(document);
  const changes = table<ListedChange>({
    caption: "Causes of each change since the last built release in force",
    columns: [
      { heading: "Release", cell: ({ release }) => release },
      { heading: "Since", cell: ({ change }) => change.since },
      { heading: "Amount", cell: ({ field }) => AMOUNT_FIELDS[field].name },
      { heading: "Before", isNumber: true, cell: ({ change, isNaBefore }) => money(change.from, isNaBefore) },
      { heading: "After", isNumber: true, cell: ({ change, isNaAfter }) => money(change.to, isNaAfter) },
      { heading: "Change", isNumber: true, cell: ({ change }) => withSign(change.change, dollars) },
      { heading: "Percent", isNumber: true, cell: ({ change }) => withSign(change.percent) },
      { heading: "Causes", cell: ({ change }) => toned(causesText(change), "roomy") },
    ],
    rows,
  });
  const blocks = [small(COMPARED), rows.length === 0 ? paragraph("No amount changed.") : changes];
  return { id: "changes", title: "Causes of the changes", blocks };
}

/** How a change is split, and the rules that explain the causes that are shown. */
function methodSection(document: TimelineDocument): Section {
  const rules = listedRules(document);
  const explained: Block[] = [heading("Rules that explain the causes marked with a star"), { kind: "rules", rules }];
  const blocks = [paragraph(prose(document.method)), ...(Object.keys(rules).length > 0 ? explained : [])];
  return { id: "method", title: "How a change is split", blocks };
}

/** What is in the tables only: releases that were not in force. */
function leftOut({ points }: TimelineDocument): Block {
  const others = points.filter(({ standing }) => standing !== "in-force").length;
  const why = "In the tables only, because they were not in force or are another revision of a release:";
  return others > 0 && lead(`${why} ${counted(others, "release")}.`);
}

/** One code over every built release: amounts, RVUs, factor, causes of changes, and files. */
export function timelineReport(document: TimelineDocument): Report {
  const { hcpcs, modifier, locality, points } = document;
  const name = rowName(hcpcs, modifier ?? "");
  const where =
    locality === null
      ? "National amounts: all GPCIs 1."
      : `Physician's amounts in ${locality.name} (${locality.locality}); hospital and surgical center nationally.`;
  const [first, last] = [points[0]?.release, points.at(-1)?.release];
  const releases = counted(points.length, "release");
  const title = `${name}: Medicare fee schedule amounts, ${first} to ${last}`;
  return {
    title,
    description: `${title}.`,
    eyebrow: "Medicare fee schedule amounts: a code over time",
    name,
    head: [
      lead(
        `${releases}, ${first} to ${last}. ${where} ${GENERAL} Point at a figure, or move to it with the keyboard, to see the cell it was read from or the rule it was computed by.`,
      ),
      ...lifeLines(document).map((line) => lead(line)),
      leftOut(document),
      hasMarkedNa(document) && lead(`${NA_LEGEND}.`),
    ],
    sections: [
      amountsSection(document),
      rvusOverTime(document),
      factorOverTime(document),
      changesSection(document),
      methodSection(document),
      sourcesSection(document),
    ],
    footer: `Made by ratebook from ${releases}. CPT codes belong to the American Medical Association; no CPT descriptor is shown.`,
  };
}
