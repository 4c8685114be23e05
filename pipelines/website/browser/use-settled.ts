import { useEffect, useState } from "preact/hooks";

/** Milliseconds without a keystroke, after which what is written is read again. */
const PAUSE = 250;

/** A text that somebody writes, as it is when they pause. */
export function useSettled(text: string): string {
  const [settled, settle] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => settle(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
