// The id that somebody may write instead of one that is not allowed.

/** undefined when too little would be left of the word: a made-up id helps nobody. */
export function allowedId(written: string): string | undefined {
  const plain = written.normalize("NFD").replace(/\p{M}/gu, "").replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
  const slug = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+/, "").slice(0, 63).replace(/-+$/, "");
  return /^[ -~]*$/.test(plain) && /^[a-z]/.test(slug) ? slug : undefined;
}
