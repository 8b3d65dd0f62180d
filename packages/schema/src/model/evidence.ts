// Evidence: references to results that lie elsewhere.
import * as z from "zod";
import { choice } from "../choice.ts";
import { describedShape, type Described } from "../common/described.ts";
import { DateSchema, DecisionKeySchema, NameSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";

export type EvidenceKind = "sast" | "dast" | "sca" | "pentest" | "test" | "incident" | "audit";

export interface EvidenceRef {
  readonly uri: string;
  readonly digest?: string;
  readonly tool?: string;
  readonly date?: string;
}

/** A reference to something outside; never a copy of it. */
export interface Evidence extends Described {
  readonly kind: EvidenceKind;
  readonly ref: EvidenceRef;
  /** Objects, threat ids, controls, decisions. */
  readonly about?: readonly string[];
}

export const EvidenceKindSchema = choice<EvidenceKind>({
  sast: "Static analysis of code.",
  dast: "Dynamic testing of the running system.",
  sca: "Analysis of the parts it is built from.",
  pentest: "A penetration test.",
  test: "Any other test.",
  incident: "Something that happened.",
  audit: "An audit or review.",
}, { id: "EvidenceKind", title: "Evidence kind", description: "Where evidence comes from." });

export const EvidenceRefSchema = exactly<EvidenceRef>()(z.strictObject({
  uri: NameSchema.meta({ title: "Address", description: "Where the result lies.", examples: ["https://ci.example.org/runs/77/report.sarif"] }),
  digest: NameSchema.optional().meta({ title: "Digest", description: "A digest by which the result is recognised.", examples: ["sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"] }),
  tool: NameSchema.optional().meta({ title: "Tool", description: "What produced it.", examples: ["semgrep 1.90"] }),
  date: DateSchema.optional().meta({ title: "Date", description: "The day of the result.", examples: ["2026-10-12"] }),
}).meta({ id: "EvidenceRef", title: "Reference", description: "Where a result lies outside; it is never copied in." }));

export const EvidenceSchema = exactly<Evidence>()(z.strictObject({
  ...describedShape,
  kind: EvidenceKindSchema.meta({ title: "Kind", description: "What it comes from.", examples: ["pentest"] }),
  ref: EvidenceRefSchema.meta({ title: "Reference", description: "Where it lies.", examples: [{ uri: "https://ci.example.org/runs/77/report.sarif" }] }),
  about: z.array(DecisionKeySchema).optional().meta({ title: "About", description: "Objects, threats, controls or decisions that it says something about.", examples: [["web", "S@checkout"]] }),
}).meta({ id: "Evidence", title: "Evidence", description: "A reference to something outside that confirms or contradicts what the model says." }));
