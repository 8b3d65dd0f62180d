// SHA-1, only because UUIDs of version 5 are made of it (RFC 9562, 5.5). Not for anything that must be safe.

export function sha1(bytes: Uint8Array): Uint8Array {
  const words = padded(bytes);
  const state = new Int32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]);
  const schedule = new Int32Array(80);
  for (let start = 0; start < words.length; start += 16) {
    for (let t = 0; t < 80; t++) schedule[t] = t < 16 ? words[start + t]! : rotate(schedule[t - 3]! ^ schedule[t - 8]! ^ schedule[t - 14]! ^ schedule[t - 16]!, 1);
    round(state, schedule);
  }
  const digest = new Uint8Array(20);
  const view = new DataView(digest.buffer);
  for (const [i, word] of state.entries()) view.setInt32(i * 4, word);
  return digest;
}

function round(state: Int32Array, schedule: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let t = 0; t < 80; t++) {
    const [mixed, constant] = t < 20 ? [(b & c) | (~b & d), 0x5a827999] : t < 40 ? [b ^ c ^ d, 0x6ed9eba1] : t < 60 ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc] : [b ^ c ^ d, 0xca62c1d6];
    const next = (rotate(a, 5) + mixed + e + constant + schedule[t]!) | 0;
    [e, d, c, b, a] = [d, c, rotate(b, 30), a, next];
  }
  for (const [i, word] of [a, b, c, d, e].entries()) state[i] = (state[i]! + word) | 0;
}

/** A one bit, zeros, and the length in bits, as words of 32 bits. */
function padded(bytes: Uint8Array): Int32Array {
  const blocks = Math.ceil((bytes.length + 9) / 64);
  const all = new Uint8Array(blocks * 64);
  all.set(bytes);
  all[bytes.length] = 0x80;
  const view = new DataView(all.buffer);
  view.setUint32(all.length - 8, Math.floor(bytes.length / 0x20000000));
  view.setUint32(all.length - 4, (bytes.length << 3) >>> 0);
  return Int32Array.from({ length: blocks * 16 }, (_, i) => view.getInt32(i * 4));
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
