// ATT&CK and its relatives (ATLAS) as facts: one catalogue for each domain and version, and the history of what changed between releases.
import * as z from "zod";
import { choice } from "../choice.ts";
import { KeySchema, NameSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";

export type AttackDomain = "enterprise-attack" | "mobile-attack" | "ics-attack" | "atlas";
/** Live when left out. */
export type AttackStatus = "deprecated" | "revoked";

export interface AttackTactic {
  readonly id: string;
  readonly shortname: string;
  readonly name: string;
}

interface Retirable {
  readonly id: string;
  readonly name: string;
  readonly status?: AttackStatus;
  /** What to use instead of something revoked. */
  readonly revokedBy?: readonly string[];
}

export interface AttackTechnique extends Retirable {
  /** Short names of tactics, sorted. */
  readonly tactics?: readonly string[];
  readonly platforms?: readonly string[];
  /** The technique that it is a sub-technique of. */
  readonly parent?: string;
  readonly mitigations?: readonly string[];
  /** How many detection strategies there are. */
  readonly detections?: number;
  /** Digital artefacts that it touches, by their names in D3FEND. */
  readonly artefacts?: readonly string[];
}

export type AttackMitigation = Retirable;

export interface AttackGroup extends Retirable {
  readonly techniques?: readonly string[];
}

export interface AttackCatalogue {
  /** `attack-enterprise`, `attack-mobile`, `attack-ics` or `atlas`. */
  readonly id: string;
  readonly domain: AttackDomain;
  readonly version: string;
  readonly notice: string;
  /** In the order of the matrix. */
  readonly tactics: readonly AttackTactic[];
  readonly techniques: readonly AttackTechnique[];
  readonly mitigations: readonly AttackMitigation[];
  readonly groups: readonly AttackGroup[];
}

export type AttackChangeKind = "added" | "revoked" | "deprecated" | "restored" | "renamed" | "id-changed" | "tactics" | "platforms" | "tactic-added" | "tactic-meaning";

/** One change of one technique or tactic in a release. */
export interface AttackChange {
  readonly domain: AttackDomain;
  /** The release that brought it. */
  readonly version: string;
  readonly id: string;
  readonly change: AttackChangeKind;
  /** Of revoked: what to use instead. Of id-changed: the new id. */
  readonly by?: readonly string[];
  /** Of renamed: names. Of tactic-meaning and tactic-added: short names. */
  readonly was?: string;
  readonly is?: string;
  /** Of tactics and platforms. */
  readonly lost?: readonly string[];
  readonly gained?: readonly string[];
}

export interface AttackHistory {
  readonly id: string;
  readonly notice: string;
  /** Every release, the oldest first. */
  readonly versions: readonly string[];
  /** In the order of the releases. */
  readonly changes: readonly AttackChange[];
}

const idShape = NameSchema.meta({ title: "Id", description: "Its id in the catalogue.", examples: ["T1557"] });
const nameShape = NameSchema.meta({ title: "Name", description: "Its name.", examples: ["Adversary-in-the-Middle"] });
const words = z.array(NameSchema);

export const AttackDomainSchema = choice<AttackDomain>({
  "enterprise-attack": "ATT&CK Enterprise.", "mobile-attack": "ATT&CK Mobile.", "ics-attack": "ATT&CK for industrial control systems.", "atlas": "ATLAS, for systems that learn.",
}, { id: "AttackDomain", title: "Domain", description: "Which matrix it is of." });

const retirableShape = {
  id: idShape, name: nameShape,
  status: z.enum(["deprecated", "revoked"]).optional().meta({
    title: "Status", description: "Why it is not to be used any more; it is live when left out.", examples: ["revoked"],
    enumDescriptions: ["Withdrawn, perhaps without a successor.", "Replaced by another."],
  }),
  revokedBy: words.optional().meta({ title: "Revoked by", description: "What to use instead.", examples: [["T1685"]] }),
};

export const AttackTacticSchema = exactly<AttackTactic>()(z.strictObject({
  id: NameSchema.meta({ title: "Id", description: "Its id, which may get another meaning in a later version.", examples: ["TA0005"] }),
  shortname: KeySchema.meta({ title: "Short name", description: "The word that techniques refer to it by.", examples: ["stealth"] }),
  name: nameShape,
}).meta({ id: "AttackTactic", title: "Tactic", description: "What an attacker is after at one step." }));

export const AttackTechniqueSchema = exactly<AttackTechnique>()(z.strictObject({
  ...retirableShape,
  tactics: words.optional().meta({ title: "Tactics", description: "Short names of the tactics that it serves.", examples: [["credential-access"]] }),
  platforms: words.optional().meta({ title: "Platforms", description: "What it works on.", examples: [["Linux", "Windows"]] }),
  parent: NameSchema.optional().meta({ title: "Parent", description: "The technique that it is a kind of.", examples: ["T1557"] }),
  mitigations: words.optional().meta({ title: "Mitigations", description: "What stops it or makes it harder.", examples: [["M1041"]] }),
  detections: z.int().min(0).optional().meta({ title: "Detections", description: "How many detection strategies there are.", examples: [1] }),
  artefacts: words.optional().meta({ title: "Artefacts", description: "Digital artefacts that it touches, by their names in D3FEND.", examples: [["Credential"]] }),
}).meta({ id: "AttackTechnique", title: "Technique", description: "How an attacker gets something done." }));

export const AttackMitigationSchema = exactly<AttackMitigation>()(z.strictObject(retirableShape)
  .meta({ id: "AttackMitigation", title: "Mitigation", description: "What stops techniques or makes them harder." }));

export const AttackGroupSchema = exactly<AttackGroup>()(z.strictObject({
  ...retirableShape,
  techniques: words.optional().meta({ title: "Techniques", description: "What it was seen to use.", examples: [["T1190"]] }),
}).meta({ id: "AttackGroup", title: "Group", description: "Attackers that are known under a name." }));

export const AttackCatalogueSchema = exactly<AttackCatalogue>()(z.strictObject({
  id: KeySchema.meta({ title: "Id", description: "The catalogue's name.", examples: ["attack-enterprise"] }),
  domain: AttackDomainSchema.meta({ title: "Domain", description: "Which matrix it is of.", examples: ["enterprise-attack"] }),
  version: NameSchema.meta({ title: "Version", description: "The release that its facts are of.", examples: ["19.1"] }),
  notice: NameSchema.meta({ title: "Notice", description: "Whose it is and under which terms.", examples: ["© The MITRE Corporation."] }),
  tactics: z.array(AttackTacticSchema).meta({ title: "Tactics", description: "In the order of the matrix.", examples: [[{ id: "TA0005", shortname: "stealth", name: "Stealth" }]] }),
  techniques: z.array(AttackTechniqueSchema).meta({ title: "Techniques", description: "All of them, retired ones too.", examples: [[{ id: "T1557", name: "Adversary-in-the-Middle" }]] }),
  mitigations: z.array(AttackMitigationSchema).meta({ title: "Mitigations", description: "All of them, retired ones too.", examples: [[{ id: "M1041", name: "Encrypt Sensitive Information" }]] }),
  groups: z.array(AttackGroupSchema).meta({ title: "Groups", description: "All of them, retired ones too.", examples: [[{ id: "G0016", name: "APT29" }]] }),
}).meta({ id: "AttackCatalogue", title: "ATT&CK catalogue", description: "One domain of ATT&CK in one version, or ATLAS, as facts." }));

export const AttackChangeSchema = exactly<AttackChange>()(z.strictObject({
  domain: AttackDomainSchema.meta({ title: "Domain", description: "Where it happened.", examples: ["enterprise-attack"] }),
  version: NameSchema.meta({ title: "Version", description: "The release that brought it.", examples: ["19.1"] }),
  id: NameSchema.meta({ title: "Id", description: "Of the technique or tactic.", examples: ["T1562"] }),
  change: z.enum(["added", "revoked", "deprecated", "restored", "renamed", "id-changed", "tactics", "platforms", "tactic-added", "tactic-meaning"]).meta({
    title: "Change", description: "What happened to it.", examples: ["revoked"],
    enumDescriptions: [
      "It is new.", "It was replaced.", "It was withdrawn.", "It is live again.", "It has another name.", "It has another id.", "It serves other tactics.", "It works on other platforms.",
      "The tactic is new.", "The tactic kept its id and means something else.",
    ],
  }),
  by: words.optional().meta({ title: "By", description: "What to use instead.", examples: [["T1685"]] }),
  was: NameSchema.optional().meta({ title: "Was", description: "The name before.", examples: ["defense-evasion"] }),
  is: NameSchema.optional().meta({ title: "Is", description: "The name since.", examples: ["stealth"] }),
  lost: words.optional().meta({ title: "Lost", description: "Tactics or platforms that fell away.", examples: [["defense-evasion"]] }),
  gained: words.optional().meta({ title: "Gained", description: "Tactics or platforms that came.", examples: [["stealth"]] }),
}).meta({ id: "AttackChange", title: "Change", description: "One change of one technique or tactic in a release." }));

export const AttackHistorySchema = exactly<AttackHistory>()(z.strictObject({
  id: KeySchema.meta({ title: "Id", description: "The file's name.", examples: ["attack-history"] }),
  notice: NameSchema.meta({ title: "Notice", description: "Whose it is and under which terms.", examples: ["© The MITRE Corporation."] }),
  versions: words.meta({ title: "Versions", description: "Every release, the oldest first.", examples: [["18.1", "19.1"]] }),
  changes: z.array(AttackChangeSchema).meta({ title: "Changes", description: "In the order of the releases.", examples: [[{ domain: "enterprise-attack", version: "19.1", id: "T1562", change: "revoked", by: ["T1685"] }]] }),
}).meta({ id: "AttackHistory", title: "ATT&CK history", description: "What changed from release to release." }));
