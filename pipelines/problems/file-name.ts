/** The last step of a path with forward slashes: "RVU25A/GPCI2025.csv" is "GPCI2025.csv". */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** A file's name without folders and without what follows the last point: what patterns of names are matched with. */
export function stemOf(path: string): string {
  const base = baseName(path);
  return base.includes(".") ? base.slice(0, base.lastIndexOf(".")) : base;
}
