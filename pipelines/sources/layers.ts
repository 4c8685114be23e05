type Json = unknown;
type Fields = Readonly<Record<string, Json>>;

/** Fields that identify an entry of a list, by the list's name. */
const IDENTITY: Readonly<Record<string, readonly string[]>> = {
  releases: ["release"],
  caveats: ["id"],
  exceptions: ["check", "publication", "revision", "key"],
  factors: ["schedule", "track", "publication", "from", "to"],
  scalars: ["from", "to"],
  indicators: ["field", "code"],
  codes: ["code"],
  reasons: ["reason"],
  columns: ["field"],
  records: ["title"],
};

/** Lists of texts to which a registry adds its own. Any other list of the registry takes the place of the shipped one. */
const ADDED_TO: ReadonlySet<string> = new Set(["headings"]);

function isFields(value: Json): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function identityOf(entry: Json, fields: readonly string[]): string {
  return JSON.stringify(fields.map((field) => (entry as Fields)[field] ?? null));
}

function layeredList(shipped: readonly Json[], own: readonly Json[], name: string): readonly Json[] {
  const fields = IDENTITY[name];
  if (fields === undefined) return ADDED_TO.has(name) ? [...new Set([...shipped, ...own])] : own;
  const entries = new Map(shipped.map((entry) => [identityOf(entry, fields), entry]));
  for (const entry of own) {
    const id = identityOf(entry, fields);
    entries.set(id, layered(entries.get(id), entry));
  }
  return [...entries.values()];
}

/**
 * A file of `sources/` with what the same file of a user's registry adds: fields by name, entries of lists by what
 * identifies them. Where both say something else, the registry is right.
 *
 * @param name of the field that has the value
 */
export function layered(shipped: Json, own: Json, name = ""): Json {
  if (Array.isArray(shipped) && Array.isArray(own)) return layeredList(shipped, own, name);
  if (!isFields(shipped) || !isFields(own)) return own ?? shipped;
  const added = Object.entries(own).map(([field, value]) => [field, layered(shipped[field], value, field)]);
  return { ...shipped, ...Object.fromEntries(added) };
}

/** What of a changed document the shipped one does not say: `layered(shipped, difference)` is the document again. */
export function differenceOf(shipped: Json, changed: Json, name = ""): Json {
  if (Array.isArray(shipped) && Array.isArray(changed) && IDENTITY[name] !== undefined) {
    const known = new Set(shipped.map((entry) => JSON.stringify(entry)));
    return changed.filter((entry) => !known.has(JSON.stringify(entry)));
  }
  if (!isFields(shipped) || !isFields(changed)) return changed;
  const fields = Object.entries(changed).filter(
    ([field, value]) => JSON.stringify(shipped[field]) !== JSON.stringify(value),
  );
  return Object.fromEntries(fields.map(([field, value]) => [field, differenceOf(shipped[field], value, field)]));
}
