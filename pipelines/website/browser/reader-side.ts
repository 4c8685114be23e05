import { formatScaled } from "../../../schemas/scaled.ts";
import type { PortfolioSide, VolumeAscRow, VolumeFeeRow, VolumeOppsRow } from "../../answers/portfolio/side.ts";
import type { ReleaseCells } from "../../read/cells.ts";
import type { FeeRowKind, ReleaseInputs } from "../../read/inputs.ts";
import type { OpenedRelease } from "../../read/types.ts";
import type { SiteVolumes } from "../site-index.ts";
import { rateFigure } from "./two-sides.ts";

/** A release as the page opened it to compare volumes. */
export interface VolumesRelease {
  readonly release: OpenedRelease;
  readonly inputs: ReleaseInputs;
  readonly cells: ReleaseCells;
  readonly beside: SiteVolumes;
}

const dollarsOf = (cents: number | undefined): string | null => (cents === undefined ? null : formatScaled(cents, 2));

/** A row of the fee schedule with its indicators, as `national.json` names them. */
function feeRow({ release, cells }: VolumesRelease, hcpcs: string, kind: FeeRowKind): VolumeFeeRow {
  const { modifier, pctcIndicator, state, nonFacilityNa = false, facilityNa = false } = kind;
  const figures = release.row(hcpcs, modifier);
  const { work = 0, nonFacilityPe = 0, facilityPe = 0, mp = 0 } = figures?.rvus ?? {};
  return {
    ...cells.indicators(hcpcs, modifier),
    ...{ hcpcs, modifier, pctcIndicator, priceState: state, nonFacilityNa, facilityNa },
    nonFacility: dollarsOf(figures?.cents("nonFacility", "national")),
    facility: dollarsOf(figures?.cents("facility", "national")),
    workRvu: formatScaled(work, 2),
    nonFacilityPeRvu: formatScaled(nonFacilityPe, 2),
    facilityPeRvu: formatScaled(facilityPe, 2),
    mpRvu: formatScaled(mp, 2),
  };
}

/** What a facility is paid for a code; undefined for a code that its file does not list. */
function facilityRate({ release }: VolumesRelease, code: string, setting: "hopd" | "asc") {
  const figure = rateFigure(release.rate({ code, setting, payee: "facility", locality: "national" }));
  return figure && { hcpcs: code, row: 0, state: figure.text === null ? figure.why : "rated", rate: figure.text };
}

function oppsRow(of: VolumesRelease, code: string): VolumeOppsRow[] {
  const found = facilityRate(of, code, "hopd");
  if (found === undefined) return [];
  const { rate: oppsRate, ...row } = found;
  const statusIndicator = of.inputs.indicatorsOf(code).statusIndicator ?? "";
  return [{ ...row, statusIndicator, relativeWeight: null, oppsRate }];
}

function ascRow(of: VolumesRelease, code: string): VolumeAscRow[] {
  const found = facilityRate(of, code, "asc");
  if (found === undefined) return [];
  const { rate: ascRate, ...row } = found;
  const paymentIndicator = of.inputs.indicatorsOf(code).paymentIndicator ?? "";
  return [{ ...row, paymentIndicator, paymentWeight: null, ascRate }];
}

/**
 * A side with the rows of some codes, from the documents that the site has of every release. They have no weights, and
 * not what claims are priced from.
 */
export function readerSide(of: VolumesRelease, codes: readonly string[]): PortfolioSide {
  const { release, inputs, beside } = of;
  const has = (...ids: readonly string[]): boolean => release.files.some(({ id }) => ids.includes(id));
  const rows = <Row>(isRead: boolean, rowsOf: (code: string) => readonly Row[]): Row[] | undefined =>
    isRead ? codes.flatMap(rowsOf) : undefined;
  const [factor] = release.factors;
  return {
    manifest: beside.manifest,
    manifestSha256: beside.manifestSha256,
    documents: undefined,
    conversionFactor: factor === undefined ? null : { value: formatScaled(factor.factor, 4), track: factor.track },
    localities: beside.localities ?? undefined,
    counties: beside.counties ?? undefined,
    pfs: rows(has("rvu"), (code) => inputs.rowsOf(code).map((kind) => feeRow(of, code, kind))),
    opps: rows(has("addendum-b"), (code) => oppsRow(of, code)),
    asc: rows(has("asc-aa", "asc-bb"), (code) => ascRow(of, code)),
  };
}
