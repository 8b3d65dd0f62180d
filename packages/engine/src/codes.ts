// Every diagnostic code of the engine, declared once: what it means and how to fix it. Examples are in code-examples.ts.
import type { Diagnostic, DiagnosticSeverity, Where } from "@merlon/schema";

export interface EngineCode {
  readonly name: string;
  readonly severity: DiagnosticSeverity;
  readonly fix: string;
}

export const engineCodes = {
  E3001: { name: "rule-condition", severity: "error", fix: "Use a role, fact, relation or value that the rule's scope knows; the message names the nearest." },
  E3002: { name: "rule-shape", severity: "error", fix: "Give the rule the fields and types of docs/reference/schema/rule.md." },
  E3003: { name: "rule-duplicate", severity: "error", fix: "Rule ids are permanent and unique over all packs: rename the newer one." },
  E3004: { name: "rule-too-costly", severity: "warning", fix: "Narrow the rule by `applies`, and let its quantifiers start from what it is about instead of comparing everything with everything." },
  E3005: { name: "pack-duplicate", severity: "error", fix: "Give the pack an id of its own; those of the packs that come with Merlon, and `default`, are taken." },
  E3006: { name: "pack-version", severity: "error", fix: "Write the version as three numbers, as in 1.4.0; 1.5.0-draft while you work on it." },
  E3007: { name: "supersedes-circle", severity: "error", fix: "Let the newer rule supersede the older one, and not the other way round." },
  E3008: { name: "supersedes-live", severity: "warning", fix: "Set the older rule to `status: deprecated`; if its pack is not yours, leave that pack out of the model, as in `packs: [default, -web, ./rules]`." },
  E3009: { name: "supersedes-unknown", severity: "warning", fix: "Correct the id: decisions about that rule would not be found again." },
  E3010: { name: "acceptance-incomplete", severity: "warning", fix: "Give the decision an owner, a reason and an `until` date, or lower the policy's acceptance-from." },
  E3011: { name: "decision-stale", severity: "warning", fix: "Look again: confirm with `merlon decide <id> --confirm`, or decide anew." },
  E3012: { name: "decision-expired", severity: "warning", fix: "Decide anew, or set a later `until` with a reason." },
  E3013: { name: "decision-orphaned", severity: "warning", fix: "Where it has another id now, keep the old one: `merlon rename <old> <new> --confirm`. Where it was split, say `split-from` at its parts. Otherwise remove the decision." },
  E3014: { name: "decision-unconfirmed", severity: "warning", fix: "Confirm it with `merlon decide <id> --confirm`, all new matches with the bulk decision's name, or decide it on its own." },
  E3015: { name: "decision-resolved", severity: "info", fix: "Nothing: the threat is gone. The decision is kept and comes back should the threat return." },
  E3016: { name: "no-rules", severity: "warning", fix: "Leave `packs` out of the model's header, or name packs with rules, as in `packs: [default]`; rules of a pack of your own run once their `status` is stable." },
  E3017: { name: "decision-carried", severity: "warning", fix: "Look at the facts there: confirm it with `merlon decide <id> --confirm`, or decide anew." },
  E3020: { name: "rule-test", severity: "error", fix: "Mend the rule or its test; `merlon pack test <folder> --rule <id>` runs only these." },
  E3021: { name: "foreign-id-unknown", severity: "error", fix: "Correct the id, or leave it out: a rule needs none." },
  E3022: { name: "pack-changed", severity: "error", fix: "Raise `version` in pack.yaml: the last number for better texts, the middle one for new or sharper rules, the first when rules go." },
  E3023: { name: "rule-gone", severity: "error", fix: "Bring the rule back with `status: deprecated`, or name it in `supersedes` of the rule that takes its place." },
  E3024: { name: "rule-changed", severity: "error", fix: "Raise the rule's `revision`: decisions refer to what a revision means." },
  E3025: { name: "pack-not-locked", severity: "info", fix: "Run `merlon pack lock <folder>` when you release a version, and commit pack.lock." },
  E3030: { name: "acceptance-too-long", severity: "warning", fix: "Give it an earlier last day with `merlon decide <id> --until <day>`." },
  E3031: { name: "acceptance-reason-short", severity: "warning", fix: "Say why in enough words for somebody who reads it in a year: `merlon decide <id> --reason <text>`." },
  E3032: { name: "acceptance-not-entitled", severity: "warning", fix: "Let somebody decide, or bear it, whom the policy names: `merlon decide <id> --by <name> --owner <name>`." },
  E3033: { name: "acceptance-not-approved", severity: "warning", fix: "Let others agree whom the policy names, and write them down: `merlon decide <id> --approved <name>`." },
  E3100: { name: "attack-unknown", severity: "warning", fix: "Correct the id; `merlon attack import` reads releases that are newer than those that come with Merlon." },
  E3101: { name: "attack-revoked", severity: "warning", fix: "Use what replaced it, or let `merlon attack upgrade` do so." },
  E3102: { name: "attack-deprecated", severity: "warning", fix: "Choose a technique that still exists, or drop the reference: a threat needs none." },
  E3103: { name: "attack-wrong-domain", severity: "warning", fix: "Use a technique of the matrix that fits what the threat is at: Enterprise, Mobile or ICS." },
  E3104: { name: "attack-tactic-unknown", severity: "warning", fix: "Use a tactic of the release that the model names; leave it out for any." },
  E3105: { name: "attack-tactic-mismatch", severity: "warning", fix: "Use one of the technique's tactics in that release; leave it out for any." },
  E3106: { name: "attack-platform-mismatch", severity: "warning", fix: "Choose a technique that works where the threat is, or correct the technology of the element." },
  E3107: { name: "attack-version-unknown", severity: "warning", fix: "Use a release of ATT&CK such as 19.1." },
  E3108: { name: "attack-version-behind", severity: "info", fix: "See what would change with `merlon attack upgrade`." },
  E3109: { name: "attack-version-missing", severity: "info", fix: "Add `attack-version` to the model, so that ids keep their meaning." },
} as const satisfies Readonly<Record<string, EngineCode>>;

export type EngineCodeId = keyof typeof engineCodes;

/** The only way to make a diagnostic in this package; its severity and hint are those of the code. */
export function engineDiagnostic(code: EngineCodeId, message: string, where: Where | undefined, data: Readonly<Record<string, unknown>> = {}): Diagnostic {
  const { severity, fix } = engineCodes[code];
  return { code, severity, message, ...(where ? { where } : {}), data, hint: fix };
}
