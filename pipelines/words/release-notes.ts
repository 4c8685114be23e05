import type { Manifest } from "../../schemas/out/manifest.ts";
import { publicationEntries } from "../sources/publications.ts";

type ManifestPublication = Manifest["publications"][number];

/** What CMS changed in the next revision; a manifest has its own revision only, the registry has all. */
function correction({ family, label, revision }: ManifestPublication): string | undefined {
  return publicationEntries(family).find((entry) => entry.label === label)?.revisions[revision.number]?.note;
}

function replacedNote(publication: ManifestPublication): string[] {
  const { label, revision } = publication;
  const { number, of, supersededBy, why } = revision;
  if (supersededBy === null) return why === undefined ? [] : [`${label} is revision ${number} of ${of}: ${why}`];
  const changed = correction(publication);
  const next = `the next one is built as ${supersededBy}${changed === undefined ? "" : ` (${changed})`}`;
  return [`${label} is revision ${number} of ${of}; ${next}${why === undefined ? "" : `. ${why}`}`];
}

function isChanged({ archive, files }: ManifestPublication): boolean {
  return archive?.changed === true || files.some((file) => file.changed);
}

function publicationNotes(publication: ManifestPublication): string[] {
  const { label, registered, files } = publication;
  if (files.length === 0) return [];
  return [
    ...replacedNote(publication),
    ...(registered ? [] : [`${label} is not registered: nobody has verified its file`]),
    ...(isChanged(publication) ? [`${label} was read from a file without the registered hash`] : []),
  ];
}

/** A table that the release should have, but that its builder left out or could not read. */
function missingNotes({ source, kind, reason }: Manifest["missing"][number]): string[] {
  return kind === "left-out" || kind === "unreadable" ? [`the release is partial: ${source} ${reason}`] : [];
}

/**
 * Notes about the files that a release was built from: revisions that CMS replaced, with what it corrected, files that
 * nobody has verified, rows that wait for review.
 */
export function releaseNotes({ publications, unreviewed, missing }: Manifest): string[] {
  const rows = unreviewed.length === 0 ? [] : [`${unreviewed.length} rows break a check and wait for review`];
  return [...publications.flatMap(publicationNotes), ...missing.flatMap(missingNotes), ...rows];
}
