// A short mark of a foreign id, to tell objects of one title apart: readable where the foreign id is, else a digest of it.

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The first eight digits of a UUID, a short plain id as it is, else eight digits of its hash. */
export function shortId(foreignId: string): string {
  if (uuid.test(foreignId)) return foreignId.slice(0, 8).toLowerCase();
  return foreignId.length <= 16 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(foreignId) ? foreignId : hash(foreignId);
}

/** FNV-1a over UTF-16 units, as eight hexadecimal digits. */
export function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value ^= text.charCodeAt(index);
    value = Math.imul(value, 0x01000193) >>> 0;
  }
  return value.toString(16).padStart(8, "0");
}
