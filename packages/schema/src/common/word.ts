// The shapes of words: ids, dotted keys, dates and references into catalogues. Patterns only; whether a thing exists is core's question.
import * as z from "zod";

const slug = "[a-z][a-z0-9-]{0,62}";
const ruleId = "[a-z][a-z0-9.-]*";

function word(pattern: string, id: string, title: string, description: string): z.ZodType<string> {
  return z.string().regex(new RegExp(`^${pattern}$`)).meta({ id, title, description });
}

export const IdSchema = word(slug, "Id", "Id", "A permanent name inside one model: a lower-case letter, then letters, digits and hyphens, at most 63 characters.");
export const ModelIdSchema = word(`${slug}(/${slug})?`, "ModelId", "Model id", "The name of a model, alone or after its organisation and a slash.");
export const KeySchema = word(
  "[a-z0-9][a-z0-9-]*(\\.[a-z0-9][a-z0-9-]*)*", "Key", "Catalogue key",
  "A dotted word from a catalogue; every dot makes it more special, and it inherits what the shorter ones say.",
);
export const DateSchema = word("\\d{4}-\\d{2}-\\d{2}", "Date", "Date", "A calendar day written as year, month and day with hyphens.");
export const ThreatIdSchema = word(
  `(${slug}|${ruleId}@${slug}(\\.\\.${slug})?(\\+[A-Za-z0-9][A-Za-z0-9.-]*)?)`, "ThreatId", "Threat id",
  "A generated threat as `rule@target`, with `+` and what it is about where the rule speaks per data item or actor, or the slug of a threat a person wrote.",
);
export const DecisionKeySchema = word(
  `(${slug}|[STRIDE]@${slug}(\\+response)?|${ruleId}@${slug}(\\.\\.${slug})?(\\+[A-Za-z0-9][A-Za-z0-9.-]*)?)`, "DecisionKey", "Decision key",
  "What a decision is about: a threat id, a cell such as `S@checkout` or `I@checkout+response`, or a free slug for a bulk decision.",
);
export const TechniqueIdSchema = word("(AML\\.)?T\\d{4}(\\.\\d{3})?", "TechniqueId", "Technique id", "An ATT&CK or ATLAS technique.");
export const TacticSchema = word("((AML\\.)?TA\\d{4}|[a-z]+(-[a-z]+)*)", "Tactic", "Tactic", "An ATT&CK or ATLAS tactic by its short name or its id.");
export const MitigationIdSchema = word("(AML\\.)?M\\d{4}", "MitigationId", "Mitigation id", "An ATT&CK or ATLAS mitigation.");
export const GroupIdSchema = word("G\\d{4}", "GroupId", "Group id", "An ATT&CK group.");
export const CweIdSchema = word("CWE-\\d+", "CweId", "CWE id", "A weakness of the Common Weakness Enumeration.");
export const CapecIdSchema = word("CAPEC-\\d+", "CapecId", "CAPEC id", "An attack pattern of the CAPEC catalogue.");
export const AsvsIdSchema = word("V\\d{1,2}\\.\\d{1,2}", "AsvsId", "ASVS section", "A section of the OWASP Application Security Verification Standard, version 5.");
export const NistIdSchema = word("[A-Z]{2}-\\d{1,2}", "NistId", "NIST control", "A control of NIST SP 800-53, revision 5.");
export const DigestSchema = word("sha256:[0-9a-f]{64}", "Digest", "Digest", "A SHA-256 digest as lower-case hexadecimal digits.");
/** A name, level or label: anything but nothing. */
export const NameSchema: z.ZodType<string> = z.string().min(1);
