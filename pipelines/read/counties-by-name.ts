import type { ReaderCountiesDocument } from "../../schemas/out/reader.ts";
import { CountyCatalogue, countyTitle } from "../sources/county-catalogue.ts";
import { documentOf } from "./check.ts";

/** The counties of all states, found by a name alone. */
export class CountiesByName {
  private readonly document: ReaderCountiesDocument;
  private readonly known: CountyCatalogue;

  /**
   * @param json `reader-counties.json`, parsed
   * @throws ReaderError for another document
   */
  constructor(json: object) {
    this.document = documentOf<ReaderCountiesDocument>(json, "ratebook/reader-counties", "reader-counties.json");
    this.known = new CountyCatalogue(this.document);
  }

  /** The counties of any state that a name without a state can mean: "Kings, CA" and "Kings, NY" for Kings County. */
  named(name: string): string[] {
    return this.document.states.flatMap((state) => this.known.countiesNamed(state, name)).map(countyTitle);
  }
}
