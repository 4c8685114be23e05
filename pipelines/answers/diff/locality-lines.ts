import type { LocalityChangesHead } from "../../../schemas/out/locality-changes.ts";
import { SCHEMA_VERSION } from "../../../schemas/version.ts";
import { ByteWriter } from "../../documents/byte-writer.ts";
import type { LocalityPair } from "./amount-inputs.ts";
import { CAUSES } from "./effects.ts";
import type { Explanations } from "./explain-change.ts";
import type { LocalityChange } from "./locality-changes.ts";
import type { Side } from "./side.ts";

/** Bytes that are collected before they are passed on. */
const CHUNK = 4_000_000;
const LISTED = [...CAUSES, "rounding"] as const;

function isZeroEverywhere(values: Int32Array): boolean {
  for (const value of values) if (value !== 0) return false;
  return true;
}

function headOf(
  sides: readonly [Side, Side],
  places: readonly LocalityPair[],
  explanations: Explanations,
): LocalityChangesHead {
  const [from, to] = sides.map(({ manifest, manifestSha256 }) => ({ release: manifest.release, manifestSha256 }));
  const localities = places.map((place) => ({
    locality: place.after.locality,
    from: place.before.locality,
    explained: { ...explanations.ofFloor(place) },
  }));
  return {
    schema: "ratebook/locality-changes",
    schemaVersion: SCHEMA_VERSION,
    from: from as LocalityChangesHead["from"],
    to: to as LocalityChangesHead["to"],
    localities,
    rules: explanations.rules(),
  };
}

/** Writes changes in every locality as NDJSON: a head that says what the arrays mean, then a line a row and setting. */
export class LocalityLines {
  private readonly writer = new ByteWriter(CHUNK * 2);
  private readonly sink: (bytes: Uint8Array) => void;
  private lines = 0;

  /**
   * @param explanations in which the rules that explain RVUs and factor have been used already: the head lists them
   * @param sink receives bytes that are valid until it returns
   */
  constructor(
    sides: readonly [Side, Side],
    places: readonly LocalityPair[],
    explanations: Explanations,
    sink: (bytes: Uint8Array) => void,
  ) {
    this.sink = sink;
    this.writer.text(`${JSON.stringify(headOf(sides, places, explanations))}\n`);
  }

  private array(name: string, values: Int32Array): void {
    this.writer.text(`"${name}":[`);
    this.writer.amounts(values);
    this.writer.text("]");
  }

  /**
   * Writes one row, unless nothing of it changed anywhere.
   *
   * @param percent hundredths of a percent by locality
   */
  add({ before, after, setting, na, explained, kernel }: LocalityChange, percent: Int32Array): void {
    const moved = LISTED.filter((cause) => !isZeroEverywhere(kernel.effects[cause]));
    if (moved.length === 0) return;
    const { hcpcs, modifier } = after;
    const head = { hcpcs, modifier, setting, fromRow: before.row, toRow: after.row, ...(na && { na }), explained };
    this.writer.text(`${JSON.stringify(head).slice(0, -1)},`);
    for (const [name, values] of [
      ["from", kernel.from],
      ["to", kernel.to],
      ["change", kernel.change],
    ] as const) {
      this.array(name, values);
      this.writer.text(",");
    }
    this.array("percent", percent);
    moved.forEach((cause, at) => {
      this.writer.text(at === 0 ? ',"effects":{' : ",");
      this.array(cause, kernel.effects[cause]);
    });
    this.writer.text("}}\n");
    this.lines += 1;
    if (this.writer.length > CHUNK) this.sink(this.writer.drain());
  }

  /** Passes on the rest; returns the number of lines without the head. */
  end(): number {
    this.sink(this.writer.drain());
    return this.lines;
  }
}
