/** A session that begins an input and dies of it. */
process.once("message", () => {
  process.send?.({ kind: "begins", seed: 7, run: 3 }, () => {
    process.stderr.write("out of memory\n", () => process.exit(9));
  });
});
