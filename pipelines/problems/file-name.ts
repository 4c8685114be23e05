/** The last step of a path with forward slashes: "RVU25A/GPCI2025.csv" is "GPCI2025.csv". */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** A file's name without folders and extension, to match with patterns of names. */
export function stemOf(path: string): string {
  const base = baseName(path);
  return base.includes(".") ? base.slice(0, base.lastIndexOf(".")) : base;
}
