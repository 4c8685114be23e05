import type { OpenedRelease } from "../../read/types.ts";
import type { FindPlace } from "./figures.ts";

/** Finds places that a table names, each once. */
export class PlacesOfTable implements FindPlace {
  private readonly release: OpenedRelease;
  private readonly zips = new Map<string, string | undefined>();
  private readonly names: ReadonlyMap<string, string>;

  constructor(release: OpenedRelease) {
    this.release = release;
    const names = release.localities.map(({ name, key }) => [name.trim().toLowerCase(), key] as const);
    // A name that several localities have names none.
    this.names = new Map(names.filter(([name]) => names.filter(([each]) => each === name).length === 1));
  }

  zip(text: string): string | undefined {
    if (!this.zips.has(text)) {
      const found = this.release.placeOfZip(text);
      this.zips.set(text, found.kind === "locality" ? found.key : undefined);
    }
    return this.zips.get(text);
  }

  name(text: string): string | undefined {
    return this.names.get(text.trim().toLowerCase());
  }
}
