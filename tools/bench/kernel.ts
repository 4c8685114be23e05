import { computeAmounts } from "../../pipelines/schedules/pfs/kernel.ts";

/**
 * Times the kernel's first call in this process, on artificial RVUs of the size of July 2026: 19,356 rows in 109
 * localities at two settings. Prints milliseconds as JSON.
 */
const ROWS = 19_356;
const LOCALITIES = 109;
const FACTOR = 334_009;

/** Spread over the range, the same on every run. */
function made(length: number, step: number, range: number): Int32Array {
  return Int32Array.from({ length }, (_, index) => (index * step) % range);
}

const rvus = {
  work: made(ROWS, 7919, 10_619),
  nonFacilityPe: made(ROWS, 104_729, 44_328),
  facilityPe: made(ROWS, 1299, 20_000),
  mp: made(ROWS, 31, 2866),
};
const gpcis = {
  work: made(LOCALITIES, 13, 1500),
  pe: made(LOCALITIES, 17, 1442),
  mp: made(LOCALITIES, 29, 2529),
};

const since = performance.now();
const cents = computeAmounts(rvus, gpcis, FACTOR);
const ms = performance.now() - since;
process.stdout.write(JSON.stringify({ ms, amounts: cents.nonFacility.length + cents.facility.length }));
