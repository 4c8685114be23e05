/** The archive and the files of a posting: everything that the registry knows by its hash. */
export function pinsOf<Pinned>(posting: {
  readonly archive?: Pinned | undefined;
  readonly files: readonly Pinned[];
}): readonly Pinned[] {
  const { archive, files } = posting;
  return archive === undefined ? files : [archive, ...files];
}
