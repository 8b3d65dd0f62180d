// Kinds of data a system handles: how sensitive they are, whose they are, what they were made from and what they open.
import * as z from "zod";
import { choice } from "../choice.ts";
import { describedShape, type Described } from "../common/described.ts";
import { FlagValueSchema, type Unknown } from "../common/value.ts";
import { IdSchema, KeySchema, NameSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";

export type Derivation = "tokenised" | "hashed" | "encrypted" | "aggregated" | "anonymised";
export type Identifiability = "identified" | "identifiable" | "pseudonymous" | "anonymous";
export type LegalBasis =
  | "consent" | "contract" | "legal-obligation" | "vital-interests" | "public-task" | "legitimate-interests";
export type Privilege = "read" | "invoke" | "write" | "deploy" | "administer";

export interface DerivedFrom {
  readonly data: string;
  readonly by: Derivation;
}

/** What a data protection officer asks about personal data (GDPR, articles 4, 6, 9, 13, 30). */
export interface PersonalData {
  readonly subjects?: readonly string[];
  readonly purpose?: string;
  readonly "legal-basis"?: LegalBasis | Unknown;
  /** How long it is kept, for example `P90D` or `until the account is closed`. */
  readonly retention?: string;
  readonly "special-category"?: "yes" | "no" | Unknown | boolean;
  readonly identifiability?: Identifiability | Unknown;
  readonly recipients?: readonly string[];
  /** Countries or regions it is sent to. */
  readonly transfers?: readonly string[];
}

/** What holding a credential lets its bearer do. */
export interface Opens {
  readonly at: string;
  readonly as: Privilege;
}

export interface Credential {
  readonly lifetime?: "session" | "short" | "long" | "permanent" | Unknown;
  readonly rotation?: "automatic" | "manual" | "none" | Unknown;
  readonly opens?: readonly Opens[] | Unknown;
}

export interface Data extends Described {
  /** Key of the data-kind taxonomy, for example `user.financial.card`. */
  readonly kind?: string;
  /** Level per scale name. */
  readonly levels?: Readonly<Record<string, string>>;
  readonly "part-of"?: string;
  readonly "derived-from"?: readonly DerivedFrom[];
  /** `no` says that it is not personal; absent means the kind decides, else unknown. */
  readonly personal?: PersonalData | "yes" | "no" | Unknown | boolean;
  readonly credential?: Credential | "yes" | "no" | boolean;
  readonly "subjects-count"?: number | Unknown;
}

const unknown = z.literal("unknown");

export const DerivationSchema = choice<Derivation>({
  tokenised: "Replaced by a token; only the vault leads back.",
  hashed: "Only a hash remains.",
  encrypted: "Encrypted; the key leads back.",
  aggregated: "Summed over many.",
  anonymised: "Nobody can be told from it any more.",
}, { id: "Derivation", title: "Derivation", description: "What was done to the original." });

export const IdentifiabilitySchema = choice<Identifiability>({
  identified: "It names the person.",
  identifiable: "The person can be found with little effort.",
  pseudonymous: "The person can be found with something kept apart.",
  anonymous: "The person cannot be found.",
}, { id: "Identifiability", title: "Identifiability", description: "How easily the person behind the data is found." });

export const LegalBasisSchema = choice<LegalBasis>({
  "consent": "The person agreed.",
  "contract": "A contract with the person needs it.",
  "legal-obligation": "The law demands it.",
  "vital-interests": "Someone's life depends on it.",
  "public-task": "A task in the public interest needs it.",
  "legitimate-interests": "An interest that outweighs the person's.",
}, { id: "LegalBasis", title: "Legal basis", description: "Why personal data may be processed." });

export const PrivilegeSchema = choice<Privilege>({
  read: "See what is there.",
  invoke: "Call it.",
  write: "Change what is there.",
  deploy: "Change what runs there.",
  administer: "Do anything, also grant rights.",
}, { id: "Privilege", title: "Privilege", description: "What a credential lets its bearer do." });

export const DerivedFromSchema = exactly<DerivedFrom>()(z.strictObject({
  data: IdSchema.meta({ title: "Original", description: "The data it was made from.", examples: ["card-number"] }),
  by: DerivationSchema.meta({ title: "By", description: "How it was made.", examples: ["tokenised"] }),
}).meta({ id: "DerivedFrom", title: "Derived from", description: "Which data this was made from, and how." }));

export const PersonalDataSchema = exactly<PersonalData>()(z.strictObject({
  "subjects": z.array(NameSchema).optional().meta({ title: "Subjects", description: "Whose data it is.", examples: [["customers", "children"]] }),
  "purpose": NameSchema.optional().meta({ title: "Purpose", description: "What it is processed for.", examples: ["Delivery of orders"] }),
  "legal-basis": z.union([LegalBasisSchema, unknown]).optional().meta({ title: "Legal basis", description: "Why it may be processed.", examples: ["contract"] }),
  "retention": NameSchema.optional().meta({ title: "Retention", description: "How long it is kept, as a period or in words.", examples: ["P90D", "until the account is closed"] }),
  "special-category": FlagValueSchema.optional().meta({ title: "Special category", description: "Whether it tells of health, belief, origin, sexual life, biometrics, genes, politics, union or crime.", examples: ["no"] }),
  "identifiability": z.union([IdentifiabilitySchema, unknown]).optional().meta({ title: "Identifiability", description: "How easily the person is found from it.", examples: ["pseudonymous"] }),
  "recipients": z.array(NameSchema).optional().meta({ title: "Recipients", description: "Who else gets it: elements of the model or parties by name.", examples: [["payment-provider"]] }),
  "transfers": z.array(NameSchema).optional().meta({ title: "Transfers", description: "Countries or regions it is sent to.", examples: [["US"]] }),
}).meta({ id: "PersonalData", title: "Personal data", description: "What a data protection officer asks about personal data." }));

export const OpensSchema = exactly<Opens>()(z.strictObject({
  at: IdSchema.meta({ title: "At", description: "The element that accepts the credential.", examples: ["orders"] }),
  as: PrivilegeSchema.meta({ title: "As", description: "What its bearer may do there.", examples: ["write"] }),
}).meta({ id: "Opens", title: "Opens", description: "A door that a credential opens." }));

export const CredentialSchema = exactly<Credential>()(z.strictObject({
  lifetime: z.enum(["session", "short", "long", "permanent", "unknown"]).optional().meta({
    title: "Lifetime", description: "How long it stays valid.", examples: ["short"],
    enumDescriptions: ["Ends with the session.", "Hours.", "Days or more.", "Until someone takes it back.", "Not known."],
  }),
  rotation: z.enum(["automatic", "manual", "none", "unknown"]).optional().meta({
    title: "Rotation", description: "How it is replaced by a new one.", examples: ["automatic"],
    enumDescriptions: ["By a machine, on schedule.", "By a person.", "Never.", "Not known."],
  }),
  opens: z.union([z.array(OpensSchema), unknown]).optional().meta({ title: "Opens", description: "Where it is accepted and as what.", examples: [[{ at: "orders", as: "write" }]] }),
}).meta({ id: "Credential", title: "Credential", description: "A secret that lets its bearer in." }));

export const DataSchema = exactly<Data>()(z.strictObject({
  ...describedShape,
  "kind": KeySchema.optional().meta({ title: "Kind", description: "A key of the data-kind catalogue.", examples: ["user.financial.card"] }),
  "levels": z.record(NameSchema, NameSchema).optional().meta({ title: "Levels", description: "Its level on each scale, by the scale's name.", examples: [{ confidentiality: "secret" }] }),
  "part-of": IdSchema.optional().meta({ title: "Part of", description: "The data it is a part of.", examples: ["customer-profile"] }),
  "derived-from": z.array(DerivedFromSchema).optional().meta({ title: "Derived from", description: "The data it was made from, and how.", examples: [[{ data: "card-number", by: "tokenised" }]] }),
  "personal": z.union([FlagValueSchema, PersonalDataSchema]).optional().meta({ title: "Personal", description: "Whether it is about a person, or what a data protection officer asks about it; the kind decides when left out.", examples: ["yes", { subjects: ["customers"], purpose: "Delivery of orders" }] }),
  "credential": z.union([z.enum(["yes", "no"]), z.boolean(), CredentialSchema]).optional().meta({ title: "Credential", description: "Whether it lets its bearer in somewhere, and where.", examples: ["yes", { opens: [{ at: "orders", as: "write" }] }] }),
  "subjects-count": z.union([z.number().min(0), unknown]).optional().meta({ title: "Number of people", description: "About how many people it is about.", examples: [200000] }),
}).meta({ id: "Data", title: "Data", description: "A kind of data that the system handles." }));
