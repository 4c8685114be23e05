/** How an export of CMS's Physician Fee Schedule Look-Up Tool begins. */
const BEGINNING = /^\uFEFF?"?HCPCS Code"?,"?Modifier"?,"?Short Description"?,"?Mac Locality"?,/i;
/** More of a text than its beginning takes. */
const ENOUGH = 256;

/**
 * Whether a text is an export of CMS's Look-Up Tool. Users save those under any name, so that their heading decides. No more
 * than the first piece is read.
 */
export async function isLookUpExport(pieces: AsyncIterable<Uint8Array>): Promise<boolean> {
  for await (const piece of pieces) {
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(piece.subarray(0, ENOUGH));
    return BEGINNING.test(text);
  }
  return false;
}
