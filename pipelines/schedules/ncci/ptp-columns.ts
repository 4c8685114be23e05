/** The columns of edits while they are read: typed arrays that grow. */
export class PtpColumns {
  count = 0;
  column1: Uint32Array;
  column2: Uint32Array;
  effective: Uint16Array;
  deletion: Uint16Array;
  modifierIndicator: Uint8Array;
  rationale: Uint8Array;

  /** @param expected rows that there will probably be; more are fine */
  constructor(expected: number) {
    this.column1 = new Uint32Array(expected);
    this.column2 = new Uint32Array(expected);
    this.effective = new Uint16Array(expected);
    this.deletion = new Uint16Array(expected);
    this.modifierIndicator = new Uint8Array(expected);
    this.rationale = new Uint8Array(expected);
  }

  /** Makes room for one more row. */
  reserve(): void {
    if (this.count < this.column1.length) return;
    const length = Math.max(1024, this.count + (this.count >> 1));
    this.column1 = grown(this.column1, new Uint32Array(length));
    this.column2 = grown(this.column2, new Uint32Array(length));
    this.effective = grown(this.effective, new Uint16Array(length));
    this.deletion = grown(this.deletion, new Uint16Array(length));
    this.modifierIndicator = grown(this.modifierIndicator, new Uint8Array(length));
    this.rationale = grown(this.rationale, new Uint8Array(length));
  }
}

function grown<Columns extends Uint32Array | Uint16Array | Uint8Array>(from: Columns, to: Columns): Columns {
  to.set(from);
  return to;
}
