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

/** CMS's file of wage indices is the one for ASCs. */
const HOSPITALS_OWN_INDEX =
  "The wage index is CMS's for ASCs, before reclassifications and floors: a hospital's own index, which its OPPS payments follow, can be another one";

/**
 * What is particular to the files that a release was built from, from its manifest, and to what was asked.
 *
 * @param wageAdjusted whether rates were adjusted to a CBSA
 */
export function notesOf(documents: BuiltDocuments, wageAdjusted: boolean): string[] {
  const { publications, unreviewed } = documents.manifest();
  const rows = unreviewed.length === 0 ? [] : [`${unreviewed.length} rows break a check and wait for review`];
  return [...publications.flatMap(publicationNotes), ...rows, ...(wageAdjusted ? [HOSPITALS_OWN_INDEX] : [])];
}
