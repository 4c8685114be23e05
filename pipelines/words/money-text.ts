function withThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}

/** "18,865": a count with thousands commas, whatever the locale. */
export function countText(count: number): string {
  return withThousands(String(count));
}

/** "1,526 of 1,635". */
export function ofText(part: number, whole: number): string {
  return `${countText(part)} of ${countText(whole)}`;
}

/** "1 row", "2 rows", "18,865 rows". */
export function counted(count: number, one: string): string {
  return `${countText(count)} ${one}${count === 1 ? "" : "s"}`;
}

/** The first of some names, and how many others there are: "10004, 10005 and 12 more". */
export function firstAndMore(names: readonly string[], most: number): string {
  const rest = names.length - most;
  return `${names.slice(0, most).join(", ")}${rest > 0 ? ` and ${countText(rest)} more` : ""}`;
}

/** "$1,773.92" from "1773.92", "-$5.92" from "-5.92". */
export function dollars(text: string): string {
  const sign = text.startsWith("-") ? "-" : "";
  const [whole = "", cents = ""] = text.slice(sign.length).split(".");
  return `${sign}$${withThousands(whole)}${cents === "" ? "" : `.${cents}`}`;
}
