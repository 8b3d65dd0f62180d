// Puts work off until somebody asks for its result, and then does it once.

/** `make` runs at the first call; every call gives what it made. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
