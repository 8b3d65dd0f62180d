// Information flows to flows. What is not annotated as encrypted, authenticated or authorized is not, unless its protocol says otherwise.
import type { DraftObject } from "../document-draft.ts";
import { protocolOf } from "../protocol-of.ts";
import { flowFlags, flowProtocols, overTls, understood } from "./annotations.ts";
import type { Arrow } from "./entries.ts";
import { flagOf, idOf, keepRest, sourcesOf, stated } from "./microsecend-work.ts";
import type { MicrosecendWork } from "./microsecend-work.ts";

export function putFlows(work: MicrosecendWork): void {
  for (const arrow of work.diagram.arrows) work.draft.flows.set(idOf(work, arrow), flow(work, arrow));
}

function flow(work: MicrosecendWork, arrow: Arrow): DraftObject {
  const { stereotypes } = arrow;
  const named = arrow.tags.find(({ key, value }) => key === "Protocol" && protocolOf(value) !== undefined);
  const kept = keepRest(work, arrow, (word) => known.has(word) || (word === "Protocol" && named !== undefined));
  return {
    from: idOf(work, arrow.from), to: idOf(work, arrow.to),
    ...transport(stereotypes, named && protocolOf(named.value)),
    ...Object.fromEntries(flowFlags.map((flag) => [flag.key, flagOf(flag, stereotypes)])),
    ...(stereotypes.includes("plaintext_credentials_link") ? { authentication: stated("password", "plaintext_credentials_link") } : {}),
    ...(stereotypes.includes("circuit_breaker_link") ? { timeouts: stated("yes", "circuit_breaker_link") } : {}),
    sources: sourcesOf(arrow), ...kept,
  };
}

const known: ReadonlySet<string> = new Set([...Object.keys(flowProtocols), ...flowFlags.flatMap((flag) => flag.stereotypes), ...understood]);

/** What runs over TLS is encrypted, annotated or not. */
function transport(stereotypes: readonly string[], named: string | undefined): DraftObject {
  const usual = stereotypes.map((stereotype) => flowProtocols[stereotype]).find((protocol) => protocol !== undefined);
  const isEncrypted = stereotypes.includes("encrypted_connection");
  const protocol = named ?? usual;
  if (isEncrypted) return { "protocol": protocol && (overTls[protocol] ?? protocol), "encryption-in-transit": stated("yes", "encrypted_connection") };
  if (named === "https") return { "protocol": named, "encryption-in-transit": stated("yes", "Protocol: HTTPS") };
  return { protocol, "encryption-in-transit": stated("no", "no encrypted_connection") };
}
