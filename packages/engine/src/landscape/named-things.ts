// Things of the landscape that are only a name: people, and entries of public catalogues.
import { referenceUrl } from "@merlon/core";
import type { LandscapeObject } from "@merlon/schema";
import type { Collector } from "./collector.ts";

/** The name of a technique or a weakness, where it is known. */
export type NameOf = (id: string) => string | undefined;

export function own(name: string, what: string, { put, relate }: Pick<Collector, "put" | "relate">): void {
  put({ id: `person:${name}`, type: "person", title: name });
  relate(`person:${name}`, "owns", what);
}

export function useTechnique(user: string, type: "uses" | "goes-by", technique: string, nameOf: NameOf, { put, relate }: Pick<Collector, "put" | "relate">): void {
  put({ id: `technique:${technique}`, type: "technique", ...listed(technique, nameOf) });
  relate(user, type, `technique:${technique}`);
}

export function useWeakness(user: string, cwe: string, nameOf: NameOf, { put, relate }: Pick<Collector, "put" | "relate">): void {
  put({ id: `weakness:${cwe}`, type: "weakness", ...listed(cwe, nameOf) });
  relate(user, "rests-on", `weakness:${cwe}`);
}

/** An entry of a public catalogue. */
function listed(id: string, nameOf: NameOf): Pick<LandscapeObject, "title" | "url"> {
  const [name, url] = [nameOf(id), referenceUrl(id)];
  return { title: name === undefined ? id : `${id} ${name}`, ...(url === undefined ? {} : { url }) };
}
