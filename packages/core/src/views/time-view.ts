// Which part of a model a view in time shows: what is there today, what is wanted in the end, or what is there at a day.
import type { Control, Lifecycle } from "@merlon/schema";

export type TimeView = { readonly kind: "live" } | { readonly kind: "target" } | { readonly kind: "at"; readonly day: string };

/** `live`, `target` or `at:2027-01-01`; undefined for anything else. */
export function timeView(text: string): TimeView | undefined {
  if (text === "live" || text === "target") return { kind: text };
  const day = /^at:(\d{4}-\d{2}-\d{2})$/.exec(text)?.[1];
  return day === undefined ? undefined : { kind: "at", day };
}

export function timeViewName(view: TimeView): string {
  return view.kind === "at" ? `at:${view.day}` : view.kind;
}

/** What an object says about its life; of a control its state as well. */
export interface Life {
  readonly lifecycle?: Lifecycle;
  readonly state?: Control["state"];
}

/** undefined: it is there. Otherwise why not. */
export function absentIn(view: TimeView, { lifecycle, state: control }: Life): string | undefined {
  if (control === "proposed") return "only proposed";
  const state = control === "planned" || control === "retired" ? control : lifecycle?.state;
  if (state === undefined) return undefined;
  const told = { state, ...(lifecycle?.since === undefined ? {} : { since: lifecycle.since }), ...(lifecycle?.until === undefined ? {} : { until: lifecycle.until }) };
  switch (view.kind) {
    case "live": return state === "planned" || state === "retired" ? words(told) : undefined;
    case "target": return state === "deprecated" || state === "retired" || told.until !== undefined ? words(told) : undefined;
    case "at": return absentAt(view.day, told);
  }
}

function absentAt(day: string, life: Lifecycle): string | undefined {
  const { state, since, until } = life;
  if (state === "retired") return isDay(since) && !hasCome(since, day) ? undefined : words(life);
  if (isDay(until) && isOver(until, day)) return words(life);
  if (state === "planned") return isDay(since) && hasCome(since, day) ? undefined : since === undefined ? "planned, no day said" : words(life);
  return state === "live" && isDay(since) && !hasCome(since, day) ? words(life) : undefined;
}

function words({ state, since, until }: Lifecycle): string {
  const parts = [since === undefined ? "" : state === "planned" ? ` for ${since}` : ` since ${since}`, until === undefined ? "" : ` until ${until}`];
  return `${state}${parts.join("")}`;
}

/** A day or a month; a release has no place in time. */
function isDay(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}(?:-\d{2})?$/.test(text);
}

function hasCome(since: string, day: string): boolean {
  return day.slice(0, since.length) >= since;
}

/** The last day is still in, and so is a whole month. */
function isOver(until: string, day: string): boolean {
  return day.slice(0, until.length) > until;
}
