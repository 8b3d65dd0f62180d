// Days of the calendar as texts, YYYY-MM-DD, UTC.
const DAY = 86_400_000;

/** From one day to another; negative when that is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((millisecondsOf(to) - millisecondsOf(from)) / DAY);
}

export function dayAfter(day: string, days: number): string {
  return new Date(millisecondsOf(day) + days * DAY).toISOString().slice(0, 10);
}

function millisecondsOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
