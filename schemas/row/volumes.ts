import * as z from "zod";
import { VOLUME_SETTINGS } from "../names.ts";

/** A physician's service outside or in a facility, a hospital's service, an ASC's. */
export const VolumeSetting = z.enum(VOLUME_SETTINGS);
export type VolumeSetting = z.infer<typeof VolumeSetting>;

/** How often a practice did a service, and where: one row of a file of volumes. */
export interface VolumeRow {
  readonly code: string;
  /** Modifier of a row of the fee schedule; blank for none. */
  readonly modifier: string;
  readonly setting: VolumeSetting;
  /** Null for national amounts. */
  readonly locality: string | null;
  /** Below zero for a reversal. */
  readonly count: number;
}
