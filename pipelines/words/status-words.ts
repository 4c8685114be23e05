/** What Addendum D1 says of a status indicator, in one sentence or two: what it is for, and how that is paid. */
export function definitionText({ service, definition }: { readonly service: string; readonly definition: string }) {
  return `${service}. ${definition}`;
}
