// Which files a guard means by "source", "test" and so on.
export function isCode(path: string): boolean {
  return /\.(ts|mjs)$/.test(path) && !isFixture(path);
}

export function isTypeScript(path: string): boolean {
  return path.endsWith(".ts") && !isFixture(path);
}

/** Tests, and what only tests need. */
export function isTest(path: string): boolean {
  return /\.test(-d)?\.ts$|^packages\/[^/]+\/src\/(.*\/)?testing[-/]/.test(path) || /^packages\/[^/]+\/test\//.test(path);
}

export function isGenerated(path: string): boolean {
  return /(^|\/)generated\/|\.(gen|generated)\.[a-z]+$/.test(path);
}

/** Source of the product itself, without tests. */
export function isProduct(path: string): boolean {
  return /^packages\/[^/]+\/src\/.*\.ts$/.test(path) && !isTest(path);
}

export function isPure(path: string): boolean {
  return isProduct(path) && /^packages\/(schema|core|engine|formats|reports)\//.test(path);
}

function isFixture(path: string): boolean {
  return /(^|\/)(fixtures|golden)\//.test(path);
}
