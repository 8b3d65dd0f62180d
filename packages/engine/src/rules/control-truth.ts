// Whether a control of a type stands at a subject: placed there, or at a boundary that covers it.
import { inherits, isInForce, type ModelControl } from "@merlon/core";
import type { Subject } from "../facts/subject.ts";
import { FALSE, TRUE, type Truth } from "../facts/truth.ts";

/** Controls whose protection reaches this subject, in any state but retired. */
export function controlsAt(subject: Subject): readonly ModelControl[] {
  const found: ModelControl[] = [];
  someControl(subject, (control) => {
    found.push(control);
    return false;
  });
  return found;
}

export function controlTruth(subject: Subject | undefined, type: string): Truth {
  return subject && someControl(subject, (control) => inherits(control.type, type) && isInForce(control)) ? TRUE : FALSE;
}

/** Asked of every object by many rules, and nearly always in vain: no lists are made. */
function someControl(subject: Subject, test: (control: ModelControl) => boolean): boolean {
  for (const control of subject.controls) if (test(control)) return true;
  if (subject.kind === "element") {
    for (const { controls } of subject.boundaries) for (const control of controls) if (control.covers === "inside" && test(control)) return true;
  }
  if (subject.kind === "flow") {
    for (const { controls } of subject.crosses) for (const control of controls) if (control.covers !== "inside" && test(control)) return true;
    for (const boundary of subject.from.boundaries) {
      if (boundary.controls.length === 0 || !subject.to.boundaries.includes(boundary)) continue;
      for (const control of boundary.controls) if (control.covers === "inside" && test(control)) return true;
    }
  }
  return false;
}
