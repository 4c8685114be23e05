/** The codes of a question: one, or two on one claim. */
export interface AskedCodes {
  readonly hcpcs: string;
  readonly other?: string | undefined;
}

/** Whether two codes are those of a question, in either order; about one code, whether it is one of them. */
export function areAsked([one, two]: readonly [string | null, string | null], { hcpcs, other }: AskedCodes): boolean {
  if (other === undefined) return one === hcpcs || two === hcpcs;
  return (one === hcpcs && two === other) || (one === other && two === hcpcs);
}
