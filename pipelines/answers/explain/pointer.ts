/** A pointer or locality that leads to no figure of the document. */
export class NoSuchFigure extends Error {
  constructor(message: string) {
    super(message);
    this.name = "NoSuchFigure";
  }
}

/** RFC 6901: "/pfs/0/rvus/work" as its steps. */
function steps(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/**
 * The value that a pointer names inside a document.
 *
 * @returns undefined when a step leads nowhere
 */
export function atPointer(document: unknown, pointer: string): unknown {
  let value = document;
  for (const step of steps(pointer)) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}
