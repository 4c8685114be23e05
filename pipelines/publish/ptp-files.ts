import type { FileRef } from "../../schemas/out/common.ts";
import type { Manifest } from "../../schemas/out/manifest.ts";
import type { PtpEdits, PtpPart } from "../schedules/ncci/ptp-edits.ts";
import { originOf } from "../tables/source-file.ts";

type InputFile = Manifest["publications"][number]["files"][number];

/** Our fields and the columns they were read from. */
function columnsOf({ found }: PtpPart): FileRef["columns"] {
  const refs = [...found.byField.values()];
  return Object.fromEntries(refs.map(({ field, letter, heading }) => [field, { column: letter, heading }]));
}

/** The parts of a setting that its edits were read from, by setting and part: "ncci-ptp-practitioner-1". */
export function partRefs({ role, parts }: PtpEdits): Record<string, FileRef> {
  const refs = parts.map((part) => {
    const { shown: name, sha256 } = part;
    return [`${role}-${part.number}`, { name, sha256, origin: originOf(part), columns: columnsOf(part) }] as const;
  });
  return Object.fromEntries(refs);
}

function inputFile(role: PtpEdits["role"], part: PtpPart): InputFile {
  const { publication, entry, shown, archive, sha256, changed, encoding, heading, found } = part;
  const origin = originOf(part);
  return {
    id: role,
    name: entry.name,
    shown,
    archive: changed ? null : archive,
    format: "txt",
    sha256,
    pinned: publication.registered ? entry.sha256 : null,
    changed,
    ...(origin === publication.origin ? {} : { origin }),
    ...(entry.note === undefined ? {} : { note: entry.note }),
    encoding,
    sheet: null,
    headingRows: { from: heading.firstRow, to: heading.lastRow },
    columns: columnsOf(part),
    unmappedHeadings: [...found.unmapped],
    misprintedHeadings: found.misprinted.map((ref) => ref.field),
    rows: { data: part.to - part.from, blank: part.blank, endMark: part.endMark, footnote: 0 },
    repeats: 0,
    lossyCells: 0,
    restoredCells: 0,
  };
}

/** The parts of a setting, as the manifest lists every file that was read. */
export function partFiles({ role, parts }: PtpEdits): InputFile[] {
  return parts.map((part) => inputFile(role, part));
}
