/** "22511", "77002-26". */
export function rowName(hcpcs: string, modifier: string): string {
  return modifier === "" ? hcpcs : `${hcpcs}-${modifier}`;
}
