// What must be at an element for a technique to find what it touches. The names are D3FEND's; what they mean in a model is said here.
import { inherits } from "@merlon/core";
import type { AspectVerdict } from "@merlon/schema";
import type { FactBase } from "../facts/fact-base.ts";
import type { ElementSubject, FlowSubject } from "../facts/subject.ts";
import { answerOf, verdictOf } from "./aspect.ts";

type Need = (element: ElementSubject, base: FactBase) => AspectVerdict;

const needs: readonly (readonly [artefacts: readonly string[], need: Need])[] = [
  [["Credential", "EncryptedCredential", "Password", "PasswordFile", "PasswordStore", "In-memoryPasswordStore", "KerberosTicket", "AccessToken", "SecurityToken", "SessionCookie"], needsCredentials],
  [["DatabaseFile"], needsStore],
  [["Email", "EmailRule", "MailServer", "InboundInternetMailTraffic", "OutboundInternetMailTraffic"], needsMail],
  [["InboundInternetNetworkTraffic"], needsOutsiders],
  [["OutboundInternetNetworkTraffic", "OutboundInternetWebTraffic", "OutboundInternetEncryptedTraffic", "OutboundInternetEncryptedWebTraffic", "OutboundInternetFileTransferTraffic"], needsWayOut],
  [["IntranetNetworkTraffic", "IntranetAdministrativeNetworkTraffic", "NetworkFileShareResource"], needsNeighbours],
  [["RDPSession", "SSHSession", "RemoteSession", "AdministrativeNetworkTraffic"], needsRemoteSession],
  [["WebServerApplication", "WebFileResource", "WebNetworkTraffic"], needsWeb],
];

/** undefined: nothing in a model tells whether it is there. */
export function neededFor(artefact: string): Need | undefined {
  return needs.find(([artefacts]) => artefacts.includes(artefact))?.[1];
}

function needsCredentials(element: ElementSubject, base: FactBase): AspectVerdict {
  return verdictOf(answerOf(base.fact(element, "credentials")), { yes: "credentials are here", no: "no credentials are here", unknown: "it is not known whether credentials are here" });
}

function needsStore({ source }: ElementSubject): AspectVerdict {
  return verdictOf(source.kind === "store" ? "yes" : "no", { yes: "it is a store", no: "it is no store", unknown: "" });
}

function needsMail({ source: { type } }: ElementSubject): AspectVerdict {
  return verdictOf(type === undefined ? "unknown" : inherits(type, "mail") ? "yes" : "no", { yes: "it handles mail", no: "it does not handle mail", unknown: "its type is not stated" });
}

/** Somebody from outside opens connections to it. */
export function needsOutsiders(element: ElementSubject, base: FactBase): AspectVerdict {
  const { value } = base.fact(element, "reach");
  const answer = value === undefined ? "unknown" : value === "anonymous" || value === "authenticated" ? "yes" : "no";
  return verdictOf(answer, { yes: "outsiders connect to it", no: "nobody outside connects to it", unknown: "it is not known who gets to it" });
}

function needsWayOut(element: ElementSubject, base: FactBase): AspectVerdict {
  return verdictOf(hasWayOut(element, base) ? "yes" : "no", { yes: "it talks to the outside", no: "no flow leads from it to the outside", unknown: "" });
}

/** A flow of its own, or an answer, to an external or to where trust is least. */
export function hasWayOut(element: ElementSubject, base: FactBase): boolean {
  const isOutside = (other: ElementSubject) => other.source.kind === "external" || base.fact(other, "least-trusted").value === "yes";
  return element.outflows.some(({ to }) => isOutside(to)) || element.inflows.some(({ from, source }) => isOutside(from) && source.response?.length !== 0);
}

function needsNeighbours({ inflows, outflows }: ElementSubject): AspectVerdict {
  const has = inflows.some(({ from }) => from.source.kind !== "external") || outflows.some(({ to }) => to.source.kind !== "external");
  return verdictOf(has ? "yes" : "no", { yes: "it talks to elements of ours", no: "no flow joins it to another element of ours", unknown: "" });
}

const remote = ["ssh", "rdp", "telnet", "vnc", "winrm"];

function needsRemoteSession({ inflows }: ElementSubject): AspectVerdict {
  return byProtocol(inflows, remote, "people work on it from afar", "nobody works on it from afar");
}

function needsWeb({ inflows, outflows, source }: ElementSubject): AspectVerdict {
  if (source.type !== undefined && ["web", "api"].some((type) => inherits(source.type!, type))) return { verdict: "yes", why: "it speaks the protocols of the web" };
  return byProtocol([...inflows, ...outflows], ["http", "https", "websocket"], "it speaks the protocols of the web", "it does not speak the protocols of the web");
}

function byProtocol(flows: readonly FlowSubject[], protocols: readonly string[], yes: string, no: string): AspectVerdict {
  const spoken = flows.map(({ source }) => source.protocol);
  if (spoken.some((protocol) => protocol !== undefined && protocols.some((one) => inherits(protocol, one)))) return { verdict: "yes", why: yes };
  return spoken.includes(undefined) ? { verdict: "unknown", why: "the protocol of a flow is not stated" } : { verdict: "no", why: no };
}
