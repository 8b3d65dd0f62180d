// The ordered vocabularies of derived facts, least first.
import type { ActorClass, ProtectedProperty } from "@merlon/schema";

export const CLASSES = ["none", "low", "moderate", "high"] as const;
export const REACHES = ["none", "indirect", "authenticated", "anonymous"] as const;
export const PRIVILEGES = ["none", "read", "invoke", "write", "deploy", "administer"] as const;
export const TRUST_CHANGES = ["up", "same", "down"] as const;
export const PROPERTIES: readonly ProtectedProperty[] = ["confidentiality", "integrity", "availability", "privacy", "safety"];
export const ACTORS: readonly ActorClass[] = ["anonymous", "customer", "partner", "employee", "administrator", "supplier", "insider"];
