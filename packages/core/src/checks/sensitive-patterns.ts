// What secrets and personal values look like. Only forms that hardly anything else has: a false alarm here would teach people to ignore the check.
// Every pattern is linear in the text: no nested or adjoining repetitions.

export interface SensitivePattern {
  readonly kind: string;
  readonly pattern: RegExp;
  readonly isReal?: (match: string) => boolean;
  /** Only texts with this in them are searched: the cheapest way to be done with most files. */
  readonly needs?: string;
}

export const secretPatterns: readonly SensitivePattern[] = [
  { kind: "private key", pattern: /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/g },
  { kind: "AWS access key", pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g },
  { kind: "GitHub token", pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{60,255})\b/g },
  { kind: "GitLab token", pattern: /\bglpat-[A-Za-z0-9_-]{20,64}/g },
  { kind: "Slack token", pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{10,255}/g },
  { kind: "Google API key", pattern: /\bAIza[A-Za-z0-9_-]{35}/g },
  { kind: "Stripe key", pattern: /\b[rs]k_live_[A-Za-z0-9]{20,255}/g },
  { kind: "npm token", pattern: /\bnpm_[A-Za-z0-9]{36}\b/g },
  { kind: "signed web token", pattern: /\beyJ[A-Za-z0-9_-]{15,300}\.eyJ[A-Za-z0-9_-]{15,4096}\.[A-Za-z0-9_-]{15,4096}/g },
  { kind: "password in an address", needs: "://", pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@"'<>{}$]{1,100}:[^\s/:@"'<>{}$*]{1,100}@/g },
  { kind: "password", pattern: /\b(?:password|passwd|pwd|api[_-]?key|client[_-]?secret|secret[_-]?key|access[_-]?token)["']?[ \t]{0,4}[=:][ \t]{0,4}["']?[A-Za-z0-9+/_.!#%^&-]{8,200}/gi, isReal: looksRandom },
];

export const personalPatterns: readonly SensitivePattern[] = [
  { kind: "e-mail address", needs: "@", pattern: /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,5}\.[A-Za-z]{2,24}\b/g, isReal: isRealAddress },
  { kind: "payment card number", pattern: /(?<![A-Za-z0-9-]|\d\.)(?:[2-6]\d{3}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}|3[47]\d{2}[ -]?\d{6}[ -]?\d{5})(?![A-Za-z0-9-]|\.\d)/g, isReal: isCardNumber },
  { kind: "bank account number", pattern: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g, isReal: isIban },
];

/** The value has to mix digits with letters: `password: rotation-policy` is a sentence about passwords. */
function looksRandom(match: string): boolean {
  const value = match.replace(/^[^=:]*[=:][ \t]*["']?/, "");
  return /\d/.test(value) && /[A-Za-z]/.test(value) && !/^(?:[a-z]+-)+[a-z0-9]+$/.test(value);
}

/** Names reserved for examples belong to nobody. */
function isRealAddress(address: string): boolean {
  return !/@(?:[a-z0-9-]+\.)*(?:example\.(?:com|org|net)|example|test|invalid|localhost)$/i.test(address);
}

function isCardNumber(text: string): boolean {
  const digits = text.replace(/\D/g, "");
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    sum += at % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0 && new Set(digits).size > 1;
}

/** ISO 13616: the rearranged number leaves 1 when divided by 97. */
function isIban(text: string): boolean {
  const compact = text.replace(/ /g, "");
  if (compact.length < 15 || compact.length > 34) return false;
  let rest = 0;
  for (const sign of compact.slice(4) + compact.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
