// Processes, externals and stores to elements; boxes to boundaries.
import type { DraftObject } from "../document-draft.ts";
import { lose, settleAs } from "../foreign/account.ts";
import { excerpt } from "../foreign/excerpt.ts";
import { centre, holdsRect } from "../geometry.ts";
import { groupBy } from "../ids/group-by.ts";
import { boxesAround, outerBoxes, parentBoxes, smallestBox } from "../nesting.ts";
import { isOutOfScope, isOwn } from "./properties.ts";
import { describe, isElement } from "./shapes.ts";
import type { Shape } from "./shapes.ts";
import { ownProperties, shapeValues, stencilName } from "./stencil-values.ts";
import { extended, idOf, keepProperties, sourcesOf, titleOf } from "./tm7-work.ts";
import type { Tm7Work } from "./tm7-work.ts";
import type { Intake } from "../foreign/intake.ts";

export function putElement(work: Tm7Work, shape: Shape, kind: "process" | "external" | "store"): void {
  const id = idOf(work, shape.key);
  const box = work.boxes.get(shape.key);
  const scope = outOfScope(work, shape);
  const { characteristics, kept } = shapeValues(work, shape, "element");
  work.draft.elements.set(id, {
    kind, title: titleOf(work, shape, describe(shape)), in: box === undefined ? undefined : idOf(work, box.key),
    "out-of-scope": scope.reason, ...characteristics, sources: sourcesOf(shape), ...extended({ ...kept, ...scope.kept }),
  });
  settleLayout(work.intake, shape);
}

export function putBoundary(work: Tm7Work, shape: Shape): void {
  const id = idOf(work, shape.key);
  const parent = work.boxes.get(shape.key);
  lose(work.intake.account, {
    kind: "defaulted", at: `${shape.place.at}/TypeId`, what: `${describe(shape)} is of the type \`network\``,
    why: "What kind of boundary a box is, and how far it is trusted, the file does not say; its trust stays unknown.", object: id,
  });
  const scope = outOfScope(work, shape);
  work.draft.boundaries.set(id, {
    type: "network", title: titleOf(work, shape, describe(shape)), in: parent === undefined ? undefined : idOf(work, parent.key), sources: sourcesOf(shape),
    ...extended({ stencil: stencilName(work.template, shape) ?? shape.stencil, "out-of-scope": scope.reason, ...keepProperties(work, ownProperties(work, shape)), ...scope.kept }),
  });
  settleLayout(work.intake, shape);
}

/** The reason, when it is out of scope; a reason without that is kept beside the attributes. */
export function outOfScope(work: Tm7Work, shape: Shape): { readonly reason?: string; readonly kept?: DraftObject } {
  const flag = shape.properties.find((property) => isOwn(property, "out-of-scope"));
  const reason = shape.properties.find((property) => isOwn(property, "scope-reason"));
  for (const property of [flag, reason]) if (property !== undefined) settleAs(work.intake.account, "carried", property.place.at);
  if (!isOutOfScope(shape.properties)) {
    const { attributes } = reason === undefined ? {} : keepProperties(work, [reason]);
    return attributes === undefined ? {} : { kept: { scope: attributes } };
  }
  if (reason !== undefined && reason.value !== "") return { reason: reason.value };
  lose(work.intake.account, {
    kind: "defaulted", at: flag?.place.at ?? shape.place.at, what: `${describe(shape)} is out of scope without a reason`, why: "A reason is asked for; it says that there was none.", object: idOf(work, shape.key),
  });
  return { reason: "Out of scope in the Microsoft tool, which gave no reason." };
}

export function settleLayout({ account }: Intake, shape: Shape): void {
  for (const key of ["Height", "Left", "Top", "Width", "StrokeDashArray", "StrokeThickness", "HandleX", "HandleY", "PortSource", "PortTarget", "SourceX", "SourceY", "TargetX", "TargetY"]) {
    const at = `${shape.place.at}/${key}`;
    if (!account.fates.has(at)) settleAs(account, "layout", at);
  }
}

/** The box that directly holds each element and box, read off the picture; what the picture leaves open is reported. */
export function readBoxes(intake: Intake, shapes: readonly Shape[], ids: ReadonlyMap<string, string>): ReadonlyMap<string, Shape> {
  const found = new Map<string, Shape>();
  for (const drawn of groupBy(shapes, ({ surface }) => surface.guid).values()) {
    const boxes = drawn.filter(({ kind }) => kind === "box");
    const parents = parentBoxes(boxes);
    for (const [box, parent] of parents) found.set(box.key, parent);
    for (const shape of drawn.filter(({ kind }) => isElement(kind))) {
      const around = boxesAround(boxes, shape.rect && centre(shape.rect));
      const box = smallestBox(around);
      if (box === undefined) continue;
      found.set(shape.key, box);
      const beside = around.filter((other) => other !== box && !outerBoxes(parents, box).includes(other));
      const why = beside.length > 0 ? `The boxes overlap and an element can be in one of them only; it is not in ${excerpt(beside.map(describe).join(", "), 200)}.`
        : shape.rect !== undefined && box.rect !== undefined && !holdsRect(box.rect, shape.rect) ? "Its centre is inside, but it sticks out." : undefined;
      if (why !== undefined) lose(intake.account, { kind: "guessed", at: `${shape.place.at}/Left`, what: `${describe(shape)} is in ${describe(box)}`, why, object: ids.get(shape.key) });
    }
  }
  return found;
}
