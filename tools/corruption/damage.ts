import { type Dice, pick } from "./dice.ts";

/** Damages a cell; undefined when this text cannot have the damage. */
type Damage = (text: string, below: string, dice: Dice) => string | undefined;

function placesOf(text: string, wanted: RegExp): number[] {
  return [...text.matchAll(wanted)].map((match) => match.index);
}

function withCharacter(text: string, at: number, by: string): string {
  return text.slice(0, at) + by + text.slice(at + 1);
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const DIGITS = "0123456789";

function another(seen: string, among: string, dice: Dice): string {
  const others = [...among].filter((each) => each !== seen);
  return pick(others, dice) ?? seen;
}

/** Changes one digit, or one letter in a cell without digits. */
function changeOne(text: string, _: string, dice: Dice): string | undefined {
  const digit = pick(placesOf(text, /\d/g), dice);
  if (digit !== undefined) return withCharacter(text, digit, another(text[digit] ?? "", DIGITS, dice));
  const letter = pick(placesOf(text, /[A-Z]/g), dice);
  return letter === undefined ? undefined : withCharacter(text, letter, another(text[letter] ?? "", LETTERS, dice));
}

function dropDigit(text: string, _: string, dice: Dice): string | undefined {
  const at = pick(placesOf(text, /\d/g), dice);
  return at === undefined ? undefined : withCharacter(text, at, "");
}

function swapDigits(text: string, _: string, dice: Dice): string | undefined {
  const at = pick(placesOf(text, /(\d)(?=\d)(?!\1)/g), dice);
  return at === undefined ? undefined : text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
}

function blank(text: string): string | undefined {
  return text.trim() === "" ? undefined : "";
}

/** Moves the point by one place: "7.33" becomes "73.3" or ".733". */
function movePoint(text: string, _: string, dice: Dice): string | undefined {
  const ways = [text.replace(/(\d)\.(?=\d)/, ".$1"), text.replace(/\.(\d)/, "$1.")];
  return text.includes(".") ? pick(ways, dice) : undefined;
}

function takeBelow(_: string, below: string): string {
  return below;
}

function loseZero(text: string): string | undefined {
  return /^\s*0./.test(text) ? text.replace("0", "") : undefined;
}

/** All kinds of damage, by their names in reports. */
export const DAMAGES: Readonly<Record<string, Damage>> = {
  "a digit or letter changed": changeOne,
  "a digit lost": dropDigit,
  "two digits swapped": swapDigits,
  blanked: blank,
  "the point moved": movePoint,
  "the value of the row below": takeBelow,
  "a leading zero lost": loseZero,
};
