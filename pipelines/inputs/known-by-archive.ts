import type { FileEntry, Publication, Role } from "../../schemas/source/release.ts";
import type { Problems } from "../problems/problems.ts";
import { sha256 } from "../problems/sha256.ts";
import type { ZipMember } from "../tables/zip.ts";
import type { OpenedArchive } from "./archive.ts";
import { type Format, formatOf, formatOrder } from "./formats.ts";
import { rolesFor } from "./roles.ts";

/** A member of a pinned archive that the registry does not list by itself. */
export interface KnownByArchive {
  readonly entry: FileEntry;
  readonly bytes: Uint8Array;
}

const NOTE = "The registry does not list this member; the hash of its archive vouches for it";

function membersOf(role: Role, { members }: OpenedArchive, publication: Publication, format: Format): ZipMember[] {
  const ofRole = (name: string): boolean => rolesFor(name, publication.family).includes(role);
  return members.filter(({ name }) => formatOf(name) === format && ofRole(name));
}

async function vouchedTable(
  role: Role,
  archive: OpenedArchive,
  publication: Publication,
  order: readonly Format[],
  problems: Problems,
): Promise<KnownByArchive[]> {
  const byFormat = order.map((format) => membersOf(role, archive, publication, format));
  const [only] = byFormat.find((members) => members.length === 1) ?? [];
  const bytes = only && (await problems.attempt(() => only.read()));
  if (only === undefined || bytes === undefined) return [];
  return [{ entry: { role, name: only.name, bytes: bytes.length, sha256: sha256(bytes), note: NOTE }, bytes }];
}

/**
 * Tables that an archive holds beside those the registry lists, when the archive is the pinned one: its own hash then
 * vouches for every member. The archives of 2026 are registered by the hashes that others recorded, for a few members
 * alone.
 *
 * @param preferred format to read first
 */
export async function tablesKnownByArchive(
  archive: OpenedArchive | undefined,
  publication: Publication,
  preferred: Format | undefined,
  problems: Problems,
): Promise<KnownByArchive[]> {
  if (archive === undefined || archive.changed) return [];
  const listed = new Set(publication.files.map((file) => file.role));
  const held = new Set(archive.members.flatMap(({ name }) => rolesFor(name, publication.family)));
  const found: KnownByArchive[] = [];
  for (const role of held) {
    if (listed.has(role)) continue;
    found.push(...(await vouchedTable(role, archive, publication, formatOrder(preferred), problems)));
  }
  return found;
}
