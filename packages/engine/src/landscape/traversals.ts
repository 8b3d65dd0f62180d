// Named ways to walk the landscape: sets of relations with a direction, walked to a depth. People may give their own.
import type { LandscapeRelationType, LandscapeType, Traversal } from "@merlon/schema";

export const relationTypes: readonly LandscapeRelationType[] = [
  "inside", "part-of", "sends", "arrives-at", "passes", "holds", "carries", "protects", "threatens", "concerns", "uses", "rests-on", "would-stop", "asks-about",
  "passes-through", "goes-by", "ends-at", "decides", "shows", "feeds", "leads-to", "endangers", "owns", "made", "affects", "confirms", "contradicts", "tracks", "fixes", "blocks", "relates", "manages", "has-stake-in",
];

/** From a thing of the system to its threats, what they rest on, what is decided, and on to the business and its people. */
const consequences = ["threatens<", "concerns<", "feeds>", "leads-to>", "endangers<", "shows<", "decides<", "owns<", "made<", "affects<", "has-stake-in<", "manages<"];
/** What a thing of the system is made of and touches. */
const parts = ["inside<", "part-of<", "sends>", "arrives-at<", "protects<"];
const causes = ["leads-to<", "feeds<", "shows>", "endangers>", "threatens>", "uses>", "rests-on>", "would-stop<", "affects>", "confirms>", "contradicts>", "fixes<"];

const DEPTH = 8;

export const traversals: readonly Traversal[] = [
  { name: "landscape", steps: [...parts, ...consequences, "uses>", "rests-on>", "would-stop<", "ends-at<", "holds>", "confirms<", "confirms>", "contradicts>", "tracks<", "fixes<", "blocks<"], depth: DEPTH },
  { name: "up", steps: [...parts, ...consequences], depth: DEPTH },
  { name: "down", steps: causes, depth: DEPTH },
  { name: "near", steps: relationTypes.flatMap((type) => [`${type}>`, `${type}<`]), depth: 1 },
];

/** From a ticket to where it is, what it shows, what it is for, and on to the business. */
const ofTicket: Traversal = {
  name: "ticket", depth: DEPTH,
  steps: ["affects>", "confirms>", "contradicts>", "tracks>", "fixes>", "fixes<", "blocks>", "blocks<", "relates>", "part-of>", "part-of<", "uses>", "rests-on>", "feeds>", "leads-to>", "endangers>", "decides<", "owns<", "has-stake-in<", "manages<"],
};

/** What is asked of a thing of this type when nobody says how to walk. */
export function usualTraversal(type: LandscapeType): Traversal {
  if (type === "vulnerability" || type === "incident" || type === "ticket") return ofTicket;
  const name = type === "risk" ? "down" : type === "technique" || type === "weakness" ? "users" : "landscape";
  const users: Traversal = { name: "users", steps: ["uses<", "goes-by<", "rests-on<", "threatens>", "ends-at>", "feeds>", "leads-to>", "decides<", "owns<"], depth: DEPTH };
  return name === "users" ? users : traversals.find((one) => one.name === name)!;
}
