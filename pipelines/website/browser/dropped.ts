/** A file that was dropped or chosen, with the folders that it was in. */
export interface BroughtFile {
  readonly name: string;
  readonly file: File;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A reader gives some entries at a time, and none at the end. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

async function filesIn(entry: FileSystemEntry): Promise<BroughtFile[]> {
  if (entry.isFile) return [{ name: entry.fullPath.slice(1), file: await fileOf(entry as FileSystemFileEntry) }];
  const entries = await entriesIn(entry as FileSystemDirectoryEntry);
  return (await Promise.all(entries.map(filesIn))).flat();
}

/** Hidden files of a folder are nobody's tables. */
function isShown({ name }: BroughtFile): boolean {
  return !name.split("/").some((step) => step.startsWith("."));
}

/** The files that were dropped, those in folders included. */
export async function droppedFiles(dropped: DataTransfer): Promise<BroughtFile[]> {
  // Entries can be taken only before anything is waited for
  const entries = [...dropped.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  return (await Promise.all(entries.map(filesIn))).flat().filter(isShown);
}

/** The files that were chosen in a field. */
export function chosenFiles(files: Iterable<File>): BroughtFile[] {
  return [...files]
    .map((file) => ({ name: file.webkitRelativePath === "" ? file.name : file.webkitRelativePath, file }))
    .filter(isShown);
}
