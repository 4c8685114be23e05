/** A session that begins an input and never comes to its end. */
process.once("message", () => {
  process.send?.({ kind: "begins", seed: 7, run: 3 });
  for (;;);
});
