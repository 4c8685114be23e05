/** A row of the relative value file as it is named: "77002", "77002 26". */
export function nameOfRow({ hcpcs, modifier }: { readonly hcpcs: string; readonly modifier: string }): string {
  return modifier === "" ? hcpcs : `${hcpcs} ${modifier}`;
}
