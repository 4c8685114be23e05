import type { DiffDocument, DiffSide } from "../../../schemas/out/diff.ts";
import { originText } from "../../words/files.ts";
import { countText } from "../../words/money-text.ts";
import { factorsTable, tallyBlocks, unknownCodesBlock } from "./diff-tables.ts";
import { largestChangesSection } from "./largest-changes.ts";
import { comparedAmounts, movements, type RowMovement } from "./movements.ts";
import { causesSection, changeDistribution } from "./review-causes.ts";
import { checksSection } from "./review-checks.ts";
import { reviewHeadline } from "./review-headline.ts";
import { indicatorSections } from "./review-indicators.ts";
import type { ReviewSources } from "./review-sources.ts";
import { sideList } from "./side-notes.ts";
import {
  type Block,
  type Content,
  heading,
  lead,
  paragraph,
  prose,
  type Report,
  type Section,
  table,
  toned,
} from "./view.ts";

type File = DiffSide["files"][number];

/** "CMS's own figures", "reconstructed" with how, and the original of an excerpt. */
function whatItIs({ origin, note, excerptOf }: File): Content {
  const details = [note, excerptOf && `a few rows of ${excerptOf}`].filter((each) => typeof each === "string");
  return [originText(origin), details.length > 0 && [" ", toned(details.join(". "), "quiet", "small")]];
}

function sideBlocks({ release, title, coverage, window, manifestSha256, files }: DiffSide): Block[] {
  const read = coverage === "whole" ? "read whole" : "an excerpt";
  return [
    heading(release),
    paragraph(
      `${title}, in force from ${window.from} to ${window.to}; ${read}. Manifest `,
      toned(manifestSha256, "code", "hash"),
    ),
    table<File>({
      caption: `Files of ${release}`,
      columns: [
        { heading: "File", cell: ({ name }) => name },
        { heading: "What it is", cell: whatItIs },
        { heading: "sha256", cell: ({ sha256 }) => toned(sha256, "code", "hash") },
      ],
      rows: files,
    }),
  ];
}

/** Which files both releases were built from, how a change is split, and what explains one. */
function provenance({ from, to, rules, method }: DiffDocument): Section {
  const gone = `Rows in which CMS breaks a rule: ${countText(from.excepted)} before, ${countText(to.excepted)} after.`;
  const blocks: Block[] = [
    ...sideBlocks(from),
    ...sideBlocks(to),
    paragraph(gone),
    heading("Rules that explain the causes marked with a star"),
    { kind: "rules", rules },
    heading("How a change is split"),
    paragraph(prose(method)),
  ];
  return { id: "provenance", title: "Provenance", blocks };
}

const EACH_CAUSE = "The largest changes below each have their own causes; the diff as JSON has those of every amount.";

/** The sections about amounts that changed; one that says so where none did, or none could be compared. */
function movedSections(sources: ReviewSources, all: readonly RowMovement[], moved: readonly RowMovement[]): Section[] {
  const compared = comparedAmounts(sources.diff);
  if (all.length > 0)
    return [
      causesSection(all, EACH_CAUSE),
      { id: "distribution", title: "Distribution of changes", blocks: [changeDistribution(all, compared)] },
      largestChangesSection(sources, all, moved),
    ];
  const none = compared.length === 0 ? "No schedule was read in both releases, so no amount was compared." : "None.";
  return [{ id: "movers", title: "Amounts that changed", blocks: [paragraph(none)] }];
}

/** What changed from one release to another, and why. */
export function reviewReport(sources: ReviewSources): Report {
  const { diff } = sources;
  const { from, to, codes } = diff;
  const moved = movements(diff);
  const all = moved.filter(({ isNa }) => !isNa);
  const title = `${from.release} to ${to.release}: what changed, and why`;
  const which = codes === null ? "Every code of both releases." : `${countText(codes.length)} codes.`;
  return {
    title,
    description: `${title}.`,
    eyebrow: "Medicare fee schedule amounts: review of a release",
    name: `${from.release} to ${to.release}`,
    head: [
      lead(`${from.title} and ${to.title}. ${which} National amounts, each change split exactly into its causes.`),
      unknownCodesBlock(diff),
      sideList(diff),
      ...reviewHeadline(diff, moved),
    ],
    sections: [
      ...movedSections(sources, all, moved),
      ...indicatorSections(diff),
      { id: "tables", title: "Tables and factors", blocks: [...tallyBlocks(diff), factorsTable(diff, diff.factors)] },
      checksSection(sources),
      provenance(diff),
    ],
    footer: `Made by ratebook ${sources.after.ratebook} from the releases ${from.release} and ${to.release}. CPT codes belong to the American Medical Association; no CPT descriptor is shown.`,
  };
}
