// Whether a control of a type stands at a subject: placed there, or at a boundary that covers it.
import { inherits, isInForce, type ModelControl } from "@merlon/core";
import type { Subject } from "../facts/subject.ts";
import { FALSE, TRUE, type Truth } from "../facts/truth.ts";

/** Controls whose protection reaches this subject, in any state but retired. */
export function controlsAt(subject: Subject): readonly ModelControl[] {
  if (subject.kind === "element") {
    return [...subject.controls, ...subject.boundaries.flatMap((b) => b.controls.filter((c) => c.covers === "inside"))];
  }
  if (subject.kind === "flow") {
    const crossed = subject.crosses.flatMap((b) => b.controls.filter((c) => c.covers !== "inside"));
    const around = subject.from.boundaries.filter((b) => subject.to.boundaries.includes(b)).flatMap((b) => b.controls.filter((c) => c.covers === "inside"));
    return [...subject.controls, ...crossed, ...around];
  }
  return subject.controls;
}

export function controlTruth(subject: Subject | undefined, type: string): Truth {
  if (!subject) return FALSE;
  return controlsAt(subject).some((c) => inherits(c.type, type) && isInForce(c)) ? TRUE : FALSE;
}
