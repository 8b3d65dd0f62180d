// Where in a system a tactic has its place: whether an attacker who is after it would be at this element.
import type { AspectVerdict } from "@merlon/schema";
import type { FactBase } from "../facts/fact-base.ts";
import { lowEnd, highEnd } from "../facts/fact.ts";
import { CLASSES } from "../facts/orders.ts";
import type { ElementSubject } from "../facts/subject.ts";
import { hasWayOut, needsOutsiders } from "./artefacts.ts";
import { answerOf, anyOfThem, verdictOf } from "./aspect.ts";

export function placeOfTactic(tactic: string, element: ElementSubject, base: FactBase): AspectVerdict {
  switch (tactic) {
    case "reconnaissance":
    case "resource-development": return { verdict: "no", why: "it happens before and outside of the system" };
    case "initial-access": return needsOutsiders(element, base);
    case "lateral-movement": return fromWithin(element);
    case "credential-access": return credentialsOrDoor(element, base);
    case "collection": return dataWorthTaking(element, base);
    case "exfiltration": return leavesFrom(element, base);
    default: return isReached(element, base);
  }
}

function fromWithin({ inflows }: ElementSubject): AspectVerdict {
  const has = inflows.some(({ from }) => from.source.kind !== "external");
  return verdictOf(has ? "yes" : "no", { yes: "elements of ours lead to it", no: "no element of ours leads to it", unknown: "" });
}

/** Credentials lie here, or are tried here. */
function credentialsOrDoor(element: ElementSubject, base: FactBase): AspectVerdict {
  const doors = element.inflows.map((flow) => base.fact(flow, "authentication"));
  const tried = doors.some(({ value }) => value !== undefined && value !== "no") ? "yes" : doors.some(({ value }) => value === undefined) ? "unknown" : "no";
  return anyOfThem([
    verdictOf(answerOf(base.fact(element, "credentials")), { yes: "credentials are here", no: "no credentials are here and nobody signs in", unknown: "it is not known whether credentials are here" }),
    verdictOf(tried, { yes: "callers sign in to it", no: "no credentials are here and nobody signs in", unknown: "it is not known whether callers sign in" }),
  ]);
}

function dataWorthTaking(element: ElementSubject, base: FactBase): AspectVerdict {
  const facts = [base.fact(element, "confidentiality"), base.fact(element, "privacy")];
  const least = Math.max(...facts.map((fact) => lowEnd(CLASSES, fact)));
  const most = Math.max(...facts.map((fact) => highEnd(CLASSES, fact)));
  return verdictOf(least > 0 ? "yes" : most > 0 ? "unknown" : "no", { yes: "data worth taking is here", no: "no data worth taking is here", unknown: "it is not known which data is here" });
}

function leavesFrom(element: ElementSubject, base: FactBase): AspectVerdict {
  if (!hasWayOut(element, base)) return { verdict: "no", why: "no flow leads from it to the outside" };
  return dataWorthTaking(element, base);
}

/** Whoever does this has come here before. */
function isReached(element: ElementSubject, base: FactBase): AspectVerdict {
  const { value } = base.fact(element, "reach");
  return verdictOf(value === undefined ? "unknown" : value === "none" ? "no" : "yes", { yes: "attackers can get here", no: "no path leads attackers here", unknown: "it is not known who gets to it" });
}
