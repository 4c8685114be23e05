/** A command that cannot be carried out as it was given. Its message is all that a person needs to see. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}
