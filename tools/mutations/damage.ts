import type { Role } from "../../schemas/source/release.ts";
import type { FolderEdit } from "./folder.ts";
import type { FolderName } from "./releases.ts";

/** One kind of damage to a whole release that is not registered. */
export interface Damage {
  readonly name: string;
  readonly table: Role;
  readonly folder: FolderName;
  readonly edit: FolderEdit;
  /** The release that is built from the damaged folder, where it is not the folder's own. */
  readonly release?: string;
  /** Findings that must be among those that stop the build, as check:key or as the code of a problem. */
  readonly stops?: readonly string[];
  /** Notes that must be made where nothing stops the build. */
  readonly notes?: readonly string[];
  /** The same figures are read, so that there is nothing to notice. */
  readonly harmless?: true;
  /** Why nothing in CMS's files could tell, where the damage passes. */
  readonly why?: string;
  /** Why nothing could tell where no other release of the year is registered, where the damage passes then. */
  readonly whyInJanuary?: string;
}
