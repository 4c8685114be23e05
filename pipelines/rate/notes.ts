import type { Manifest } from "../../schemas/out/manifest.ts";
import type { BuiltDocuments } from "./built-folder.ts";

type ManifestPublication = Manifest["publications"][number];

function isChanged({ archive, files }: ManifestPublication): boolean {
  return archive?.changed === true || files.some((file) => file.changed);
}

function publicationNotes(publication: ManifestPublication): string[] {
  const { label, revision, registered, files } = publication;
  if (files.length === 0) return [];
  return [
    ...(revision.supersededBy === null
      ? []
      : [
          `${label} is revision ${revision.number} of ${revision.of}; the next one is built as ${revision.supersededBy}`,
        ]),
    ...(registered ? [] : [`${label} is not registered: nobody has vouched for its file`]),
    ...(isChanged(publication) ? [`${label} was read from bytes that the registry does not pin`] : []),
  ];
}

/** What is particular to the files that a release was built from, from its manifest. */
export function notesOf(documents: BuiltDocuments): string[] {
  const { publications, unreviewed } = documents.manifest();
  const rows = unreviewed.length === 0 ? [] : [`${unreviewed.length} rows break a check and wait for review`];
  return [...publications.flatMap(publicationNotes), ...rows];
}
