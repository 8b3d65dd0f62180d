// SHA-256 (FIPS 180-4) in plain code, because the pure packages may use neither node:crypto nor the asynchronous Web Crypto.

const roundConstants = makeConstants();

/** Takes text bit by bit, so that a large text never has to exist as a whole. */
export interface Hash {
  add(text: string): void;
  /** 64 lower-case hexadecimal digits; nothing can be added afterwards. */
  digest(): string;
}

/** The digest of a text's UTF-8 bytes. */
export function sha256(text: string): string {
  const hash = createSha256();
  hash.add(text);
  return hash.digest();
}

export function createSha256(): Hash {
  const state = Int32Array.of(0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19);
  const schedule = new Int32Array(64);
  const block = new Uint8Array(64);
  const view = new DataView(block.buffer);
  let filled = 0;
  let total = 0;

  function addByte(byte: number): void {
    block[filled++] = byte;
    if (filled < 64) return;
    compress(state, schedule, view);
    filled = 0;
    total += 64;
  }
  function add(text: string): void {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit < 0x80) addByte(unit);
      else {
        const code = codePointAt(text, at);
        if (code > 0xffff) at++;
        addCode(code, addByte);
      }
    }
  }
  function digest(): string {
    const length = total + filled;
    addByte(0x80);
    while (filled !== 56) addByte(0);
    view.setUint32(56, Math.floor(length / 0x20000000));
    view.setUint32(60, (length << 3) >>> 0);
    compress(state, schedule, view);
    return [...state].map((part) => (part >>> 0).toString(16).padStart(8, "0")).join("");
  }
  return { add, digest };
}

function compress(state: Int32Array, w: Int32Array, view: DataView): void {
  for (let i = 0; i < 16; i++) w[i] = view.getInt32(4 * i);
  for (let i = 16; i < 64; i++) {
    const x = word(w, i - 15);
    const y = word(w, i - 2);
    const s0 = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3);
    const s1 = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10);
    w[i] = (word(w, i - 16) + s0 + word(w, i - 7) + s1) | 0;
  }
  let a = word(state, 0), b = word(state, 1), c = word(state, 2), d = word(state, 3);
  let e = word(state, 4), f = word(state, 5), g = word(state, 6), h = word(state, 7);
  for (let i = 0; i < 64; i++) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + word(roundConstants, i) + word(w, i)) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
  }
  state[0] = word(state, 0) + a;
  state[1] = word(state, 1) + b;
  state[2] = word(state, 2) + c;
  state[3] = word(state, 3) + d;
  state[4] = word(state, 4) + e;
  state[5] = word(state, 5) + f;
  state[6] = word(state, 6) + g;
  state[7] = word(state, 7) + h;
}

/** All indexes here are in range. */
function word(words: Int32Array, at: number): number {
  return words[at] ?? 0;
}

function rotate(bits: number, by: number): number {
  return (bits >>> by) | (bits << (32 - by));
}

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
function makeConstants(): Int32Array {
  const constants = new Int32Array(64);
  for (let candidate = 2, found = 0; found < 64; candidate++) {
    if (isPrime(candidate)) constants[found++] = Math.floor((Math.cbrt(candidate) % 1) * 0x100000000) | 0;
  }
  return constants;
}

function isPrime(candidate: number): boolean {
  for (let divisor = 2; divisor * divisor <= candidate; divisor++) if (candidate % divisor === 0) return false;
  return true;
}

/** Lone surrogates become U+FFFD, as everywhere. */
function codePointAt(text: string, at: number): number {
  const code = text.codePointAt(at) ?? 0;
  return code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
}

function addCode(code: number, addByte: (byte: number) => void): void {
  if (code < 0x800) addByte(0xc0 | (code >> 6));
  else if (code < 0x10000) {
    addByte(0xe0 | (code >> 12));
    addByte(0x80 | ((code >> 6) & 63));
  } else {
    addByte(0xf0 | (code >> 18));
    addByte(0x80 | ((code >> 12) & 63));
    addByte(0x80 | ((code >> 6) & 63));
  }
  addByte(0x80 | (code & 63));
}
