// Lets an address of the model become a reference only when following it can do no more than open a page.

/** Undefined for everything but http, https and mailto: those are shown as text. */
export function safeUrl(url: string): string | undefined {
  const trimmed = url.trim();
  return /^(https?:\/\/|mailto:)[\u0021\u0023-\u0026\u0028-\u003b\u003d\u003f-\u005b\u005d\u005f\u0061-\u007a\u007e]+$/i.test(trimmed) ? trimmed : undefined;
}
