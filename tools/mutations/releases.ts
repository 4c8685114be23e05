import { discoverFamily } from "../../pipelines/inputs/discover.ts";
import { assembleRelease, type KnownEntry, lookedForAs, releaseName } from "../../pipelines/inputs/registry.ts";
import { Family, type Release } from "../../schemas/source/release.ts";
import { type Folder, type FolderEdit, inText } from "./folder.ts";

/** The downloads of a release that is damaged. */
export interface SoundFolder {
  readonly release: string;
  /** Which of CMS's files. */
  readonly files: readonly RegExp[];
  /** What CMS's file had and the copy that we have lost. */
  readonly restore?: FolderEdit;
}

export const ADDENDUM_B_2025 = "opps/2025Q1-edited/January 2025 Web Addendum B.12.31.24.csv";

/** Folders to damage, by name. */
export const FOLDERS = {
  "2026C": { release: "2026C", files: [/^pfs\/RVU26C\//, /^asc\/wage-index\/2026/] },
  "2026B": {
    release: "2026B",
    files: [
      /^pfs\/RVU26B\/(PPRRVU.*\.csv|GPCI2026\.csv)$/,
      /^opps\/2026Q2/,
      /^asc\/2026Q2\//,
      /^asc\/wage-index\/2026/,
    ],
  },
  "2025D": {
    release: "2025D",
    files: [/^pfs\/RVU25D\/.*\.csv$/, /^asc\/wage-index\/2025/, /^crosswalk\/ZIP5_OCT2025/],
  },
  "2025D as printed text": { release: "2025D", files: [/^pfs\/RVU25D\/.*\.txt$/] },
  "2025D as workbooks": { release: "2025D", files: [/^pfs\/RVU25D\/.*\.xlsx$/] },
  "2025A": {
    release: "2025A",
    files: [/^pfs\/RVU25A\/.*\.csv$/, /^opps\/2025Q1-edited\//, /^asc\/2025Q1\/.*\.csv$/, /^asc\/wage-index\/2025/],
    restore: inText(ADDENDUM_B_2025, (text) => `Addendum B.-Final OPPS Payment by HCPCS Code for CY 2025\n${text}`),
  },
  "2024A": { release: "2024A", files: [/^pfs\/RVU24A\.zip$/, /^asc\/2024Q1\//, /^asc\/wage-index\/2024/] },
} as const satisfies Readonly<Record<string, SoundFolder>>;
export type FolderName = keyof typeof FOLDERS;

/** The downloads of a release, undamaged. */
export function soundFolder(name: FolderName, cms: Folder): Folder {
  const { files, restore = (folder) => folder }: SoundFolder = FOLDERS[name];
  return restore(
    cms.filter(({ path }) => files.some((pattern) => pattern.test(path))),
    cms,
  );
}

/**
 * A release as if none of its files were registered: found by their names alone.
 *
 * @throws InputFault when several files could be the same publication
 */
export async function unregisteredRelease(id: string, folder: Folder): Promise<Release> {
  const name = releaseName(id);
  const entries: KnownEntry[] = [];
  for (const family of Family.options) {
    for (const each of lookedForAs(name, family)) {
      const entry = await discoverFamily(each, family, folder, []);
      if (entry === undefined) continue;
      entries.push({ entry, registered: false });
      break;
    }
  }
  return assembleRelease(id, entries);
}
