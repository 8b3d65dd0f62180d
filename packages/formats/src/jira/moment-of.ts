// When something happened, as Jira writes it in JSON or in CSV: as a day, and as minutes for comparison.

export interface Moment {
  /** YYYY-MM-DD */
  readonly day: string;
  /** Minutes since some day long ago, in UTC where the text says how far it is away from it. */
  readonly minutes: number;
}

const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?\s*(Z|[+-]\d{2}:?\d{2})?)?$/;
const csv = /^(\d{1,2})\/([A-Za-z]{3})\/(\d{2}|\d{4})(?:[ ,]+(\d{1,2}):(\d{2})(?::\d{2})?(?:\s*([AP]M))?)?$/i;
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** undefined for what is no moment in one of these ways. */
export function momentOf(text: string): Moment | undefined {
  const [, year, month, day, hour = "0", minute = "0", second = "0", offset = "Z"] = iso.exec(text.trim()) ?? [];
  if (year !== undefined) return moment(Number(year), Number(month), Number(day), Number(hour) * 60 + Number(minute) + Number(second) / 60 - offsetMinutes(offset));
  const [, date, name = "", short = "", at = "0", past = "0", half] = csv.exec(text.trim()) ?? [];
  if (date === undefined) return undefined;
  const hours = half === undefined ? Number(at) : (Number(at) % 12) + (/p/i.test(half) ? 12 : 0);
  return moment(Number(short) + (short.length === 2 ? 2000 : 0), months.indexOf(name.toLowerCase()) + 1, Number(date), hours * 60 + Number(past));
}

function moment(year: number, month: number, day: number, minutes: number): Moment | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const two = (n: number) => String(n).padStart(2, "0");
  return { day: `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`, minutes: dayNumber(year, month, day) * 1440 + minutes };
}

/** Days of the calendar that all use, counted with years that begin in March. */
function dayNumber(year: number, month: number, day: number): number {
  const [y, m] = month > 2 ? [year, month - 3] : [year - 1, month + 9];
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day;
}

function offsetMinutes(offset: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(offset) ?? [];
  return sign === undefined ? 0 : (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
}
