// How the things of a landscape and their relations are named.
import type { LandscapeObject, LandscapeRelationType, LandscapeType } from "@merlon/schema";

/** In the order in which people read them. */
export const typeNouns: Readonly<Record<LandscapeType, string>> = {
  model: "model", boundary: "boundary", element: "element", flow: "flow", data: "kind of data", control: "control", threat: "threat", question: "open question", path: "attack path",
  technique: "technique", weakness: "weakness", decision: "decision", evidence: "piece of evidence", vulnerability: "vulnerability", incident: "incident", ticket: "ticket", risk: "risk", person: "person",
};

/** Read from the first thing, and read back from the second. */
export const relationWords: Readonly<Record<LandscapeRelationType, readonly [there: string, back: string]>> = {
  "inside": ["lies in", "holds"], "part-of": ["is part of", "has the part"], "sends": ["sends", "is sent by"], "arrives-at": ["arrives at", "receives"], "passes": ["passes", "is passed by"],
  "holds": ["has", "is at"], "carries": ["carries", "is carried by"], "protects": ["protects", "is protected by"], "threatens": ["threatens", "is threatened by"], "concerns": ["concerns", "is the subject of"],
  "uses": ["uses", "is used by"], "rests-on": ["rests on", "is behind"], "would-stop": ["would stop", "would be stopped by"], "asks-about": ["asks about", "has the question"],
  "passes-through": ["goes through", "is on"], "goes-by": ["goes by", "is a step of"], "ends-at": ["ends at", "is the goal of"], "decides": ["decides", "is decided by"], "shows": ["says something about", "has"],
  "feeds": ["feeds", "is fed by"], "leads-to": ["leads to", "follows from"], "endangers": ["is about", "is endangered by"], "owns": ["answers for", "is answered for by"], "made": ["made", "was made by"],
  "affects": ["is at", "is affected by"], "confirms": ["confirms", "is confirmed by"], "contradicts": ["contradicts", "is contradicted by"], "tracks": ["is the work on", "is worked on in"], "fixes": ["mends", "is mended by"],
  "blocks": ["blocks", "waits for"], "relates": ["is linked with", "is linked with"], "manages": ["manages", "is managed by"], "has-stake-in": ["has a stake in", "matters to"],
};

/** `1 threat`, `3 people`. */
export function countedType(n: number, type: LandscapeType): string {
  if (n === 1) return `1 ${typeNouns[type]}`;
  const plurals: Partial<Record<LandscapeType, string>> = { data: "kinds of data", evidence: "pieces of evidence", person: "people", weakness: "weaknesses", boundary: "boundaries", vulnerability: "vulnerabilities" };
  return `${n} ${plurals[type] ?? `${typeNouns[type]}s`}`;
}

/** Its kind and state, where they say more than its title. */
export function stateWords({ type, kind, state, day }: LandscapeObject): string {
  const until = day === undefined ? [] : [type === "decision" ? `until ${day}` : day];
  switch (type) {
    case "threat": return state ?? "";
    case "decision": return [kind, state === "valid" ? undefined : state, ...until].filter((part) => part !== undefined).join(", ");
    case "path": return [kind, state === undefined ? undefined : `${state.replace("-", " ")} effort`].filter((part) => part !== undefined).join(", ");
    case "technique": case "weakness": case "person": case "question": return "";
    default: return [kind, state, ...until].filter((part) => part !== undefined).join(", ");
  }
}

/** Its id without the type; undefined where the title begins with it. */
export function ownId({ id, type, title }: LandscapeObject): string | undefined {
  const own = id.slice(type.length + 1);
  return title.startsWith(own) ? undefined : own;
}
