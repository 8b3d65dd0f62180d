// Writes single values: plain where that cannot be misread, else in double quotes.

const plainWord = /^[A-Za-z_/][A-Za-z0-9_./@+()&'-]*(?: [A-Za-z0-9_./@+()&'-]+)*$/;
const date = /^\d{4}-\d{2}-\d{2}$/;
/** What YAML 1.2 would read as something else than text. */
const notText = /^(?:true|false|null|~|[-+]?\.(?:inf|nan)|\.nan|[-+]?(?:0x[0-9a-f]+|0o[0-7]+|[0-9.][0-9.e+-]*))$/i;

export function printScalar(value: unknown): string {
  if (typeof value === "string") return printText(value);
  if (typeof value === "number") return printNumber(value);
  return value === null || value === undefined ? "null" : String(value);
}

/** Patterns that repeat words overflow on texts of millions of them; longer ones are quoted. */
const longestPlain = 1_000;

function printText(text: string): string {
  if (date.test(text) || (text.length <= longestPlain && plainWord.test(text) && !notText.test(text))) return text;
  return quoted(text);
}

function printNumber(value: number): string {
  if (Number.isNaN(value)) return ".nan";
  if (!Number.isFinite(value)) return value > 0 ? ".inf" : "-.inf";
  return Object.is(value, -0) ? "-0.0" : String(value);
}

/** A JSON string is a YAML string too, once what YAML calls unprintable is escaped. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
