// Text from a model may hold characters that act on the reader's screen: escape codes, controls, marks that reorder a line.
// Every output sends its text through here first, so that such a character is seen and does nothing.

/** Controls become their pictures, reordering marks and broken characters the replacement sign. Line breaks and tabs stay. */
export function visible(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replace(CONTROLS, (found) => picture(found.charCodeAt(0)))
    .replace(UNSAFE, "\ufffd");
}

/** The same on one line: every run of white space is one space. */
export function oneLine(text: string): string {
  if (PLAIN_WORDS.test(text)) return text;
  return visible(text).replace(/\s+/g, " ").trim();
}

/** Nearly all text is this, and needs no second look. */
const PLAIN = /^[ -~\n]*$/;
const PLAIN_WORDS = /^(?:[!-~]+(?: [!-~]+)*)?$/;
// oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const UNSAFE = /[\u0080-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function picture(code: number): string {
  return String.fromCharCode(code === 0x7f ? 0x2421 : 0x2400 + code);
}
