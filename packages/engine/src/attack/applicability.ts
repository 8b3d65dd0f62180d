// Whether a technique can be used at an element: by platform, by what it touches, by who gets there and by what lies around, each with its reason.
// All of them are necessary and none is sufficient: what passes is a question worth asking, not a finding.
import type { AspectVerdict, AttackDomain, AttackTechnique, TechniqueAspect, TechniqueVerdict } from "@merlon/schema";
import { prepare } from "../analysis/prepare.ts";
import type { FactBase } from "../facts/fact-base.ts";
import type { ElementSubject } from "../facts/subject.ts";
import type { AttackView } from "./attack-view.ts";
import { platformAspect } from "./element-platforms.ts";
import { neededFor } from "./artefacts.ts";
import { placeOfTactic } from "./tactic-places.ts";
import { anyOfThem } from "./aspect.ts";

export interface Applicability {
  /** applies: nothing speaks against it. possible: something is not known. */
  readonly verdict: TechniqueVerdict;
  /** What decides it. */
  readonly why: string;
  readonly aspects: readonly TechniqueAspect[];
}

export function factBaseOf({ model, library }: Pick<AttackView, "model" | "library">): FactBase {
  return prepare(model, library).base;
}

export function applicability(technique: AttackTechnique, domain: AttackDomain, element: ElementSubject, base: FactBase): Applicability {
  const { source } = element;
  const aspects = source.kind === "external"
    ? [{ aspect: "kind" as const, verdict: "no" as const, why: "its insides are not ours to judge" }]
    : [platformAspect(technique, domain, source), ...artefactAspect(technique, element, base), ...placeAspects(technique, element, base)];
  const stopping = aspects.find(({ verdict }) => verdict === "no");
  const open = aspects.find(({ verdict }) => verdict === "unknown");
  const deciding = stopping ?? open ?? aspects[0]!;
  return { verdict: stopping ? "no" : open ? "possible" : "applies", why: deciding.why, aspects };
}

/** One thing that it touches is enough; a technique that touches nothing we can tell of needs nothing. */
function artefactAspect({ artefacts = [] }: AttackTechnique, element: ElementSubject, base: FactBase): readonly TechniqueAspect[] {
  const needs = artefacts.map(neededFor);
  if (needs.length === 0 || needs.includes(undefined)) return [];
  const verdicts = needs.map((need) => need!(element, base));
  return [{ aspect: "artefact", ...anyOfThem(verdicts) }];
}

/** One tactic that has its place here is enough. Coming in from outside is a matter of exposure, everything later of position. */
function placeAspects({ tactics = [] }: AttackTechnique, element: ElementSubject, base: FactBase): readonly TechniqueAspect[] {
  if (tactics.length === 0) return [];
  const verdicts: readonly AspectVerdict[] = tactics.map((tactic) => placeOfTactic(tactic, element, base));
  const aspect = tactics.every((tactic) => tactic === "initial-access") ? "exposure" : "position";
  return [{ aspect, ...anyOfThem(verdicts) }];
}
