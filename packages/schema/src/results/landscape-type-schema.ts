// Runtime schema of what a thing of the landscape is.
import { choice } from "../choice.ts";
import type { LandscapeType } from "./landscape-type.ts";

export const LandscapeTypeSchema = choice<LandscapeType>({
  model: "The model as a whole.", boundary: "A boundary.", element: "An element.", flow: "A flow.", data: "Data.", control: "A control.", threat: "A threat.", question: "An open question.",
  path: "The cheapest attack path of an attacker to a goal.", technique: "A technique of ATT&CK or ATLAS.", weakness: "A weakness of CWE.", decision: "A decision.", evidence: "Evidence.", vulnerability: "A weak place that somebody found, from a tracker.", incident: "Something that happened, from a tracker.", ticket: "Work, from a tracker.", risk: "A risk for the business.", person: "A person, a role or a team.",
}, { id: "LandscapeType", title: "Type", description: "What a thing of the landscape is." });
