// On which of ATT&CK's platforms an element runs, as far as its type and technologies tell. What is not told is not guessed.
import { lineage, type Model, type ModelElement } from "@merlon/core";
import type { AttackDomain, AttackTechnique, TechniqueAspect } from "@merlon/schema";

export interface ElementPlatforms {
  readonly domain: AttackDomain;
  /** Told, sorted. */
  readonly told: readonly string[];
  /** Those of `told` that are operating systems; an element with none may run on any, unless it is managed. */
  readonly systems: readonly string[];
  /** Its insides are of somebody else's making, such as a service that is bought. */
  readonly managed: boolean;
}

const operatingSystems: ReadonlySet<string> = new Set(["Windows", "Linux", "macOS", "ESXi", "Network Devices", "Android", "iOS"]);

/** Dotted words and what they tell; the longest that fits counts. */
const byTechnology: ReadonlyMap<string, readonly string[]> = new Map(Object.entries({
  "linux": ["Linux"], "windows": ["Windows"], "active-directory": ["Windows"], "android": ["Android"], "ios": ["iOS"],
  "kubernetes": ["Containers"], "docker": ["Containers"],
  "aws.ecs": ["Containers", "IaaS"], "aws.eks": ["Containers", "IaaS"], "azure.aks": ["Containers", "IaaS"], "gcp.gke": ["Containers", "IaaS"],
  "aws": ["IaaS"], "azure": ["IaaS"], "gcp": ["IaaS"], "s3": ["IaaS"], "gcs": ["IaaS"], "azure-blob": ["IaaS"], "dynamodb": ["IaaS"], "firestore": ["IaaS"], "sqs": ["IaaS"],
  "pubsub": ["IaaS"], "kinesis": ["IaaS"], "azure-service-bus": ["IaaS"], "bigquery": ["IaaS"],
  "aws.cognito": ["Identity Provider"], "azure.entra-id": ["Identity Provider"], "keycloak": ["Identity Provider"], "snowflake": ["SaaS"], "github-actions": ["SaaS"],
}));

const byType: ReadonlyMap<string, readonly string[]> = new Map(Object.entries({
  "mobile": ["Android", "iOS"], "device.phone": ["Android", "iOS"], "host.container": ["Containers"], "host.container-platform": ["Containers"], "datastore.registry.container": ["Containers"],
  "identity.provider": ["Identity Provider"], "saas": ["SaaS"], "proxy.firewall": ["Network Devices"], "proxy.vpn": ["Network Devices"],
}));

/** Bought as a service: no operating system of ours. A machine or a container platform that is rented is not. */
const rentedMachines: ReadonlySet<string> = new Set(["aws", "azure", "gcp", "aws.ec2", "aws.ecs", "aws.eks", "azure.virtual-machine", "azure.aks", "gcp.compute-engine", "gcp.gke"]);

export function elementPlatforms(element: ModelElement): ElementPlatforms {
  const technologies = element.technology ?? [];
  const told = [...new Set([...technologies.flatMap((word) => toldBy(byTechnology, word)), ...(element.type === undefined ? [] : toldBy(byType, element.type))])];
  const systems = narrowed(told.filter((platform) => operatingSystems.has(platform)), technologies);
  const kept = told.filter((platform) => !operatingSystems.has(platform) || systems.includes(platform));
  const rented = technologies.some((word) => toldBy(byTechnology, word).includes("IaaS") && !rentedMachines.has(word));
  return { domain: domainOf(element), told: kept.sort(), systems, managed: kept.includes("SaaS") || (rented && systems.length === 0) };
}

/** A phone app that says android is not for iOS as well. */
function narrowed(systems: readonly string[], technologies: readonly string[]): readonly string[] {
  const stated = technologies.flatMap((word) => toldBy(byTechnology, word)).filter((platform) => operatingSystems.has(platform));
  return stated.length > 0 ? systems.filter((system) => stated.includes(system)) : systems;
}

function toldBy(table: ReadonlyMap<string, readonly string[]>, word: string): readonly string[] {
  return lineage(word).map((key) => table.get(key)).find((platforms) => platforms !== undefined) ?? [];
}

function domainOf({ type = "", technology = [] }: ModelElement): AttackDomain {
  const words = lineage(type);
  if (words.includes("mobile") || words.includes("device.phone") || technology.some((word) => word === "android" || word === "ios")) return "mobile-attack";
  return words.some((word) => ["device.controller", "device.sensor", "device.actuator"].includes(word)) ? "ics-attack" : "enterprise-attack";
}

/** Elements that a threat at these objects is about: ends of a flow, all inside a boundary; all of the model for none. */
export function elementsAt(model: Model, objects: readonly string[]): readonly ModelElement[] {
  if (objects.length === 0) return [...model.elements.values()];
  const ids = objects.flatMap((id) => {
    const flow = model.flows.get(id);
    if (flow) return [flow.from, flow.to];
    return model.boundaries.has(id) ? membersOf(model, id) : [id];
  });
  return [...new Set(ids)].flatMap((id) => model.elements.get(id) ?? []);
}

function membersOf(model: Model, boundary: string): readonly string[] {
  const around = (id: string | undefined): boolean => id !== undefined && (id === boundary || around(model.boundaries.get(id)?.parent));
  return [...model.elements.values()].filter((element) => element.in.some(around)).map(({ id }) => id);
}

/** Whether a technique works on what an element runs on. */
export function platformAspect(technique: AttackTechnique, domain: AttackDomain, element: ModelElement): TechniqueAspect {
  const { platforms = [] } = technique;
  const here = elementPlatforms(element);
  const aspect = (verdict: TechniqueAspect["verdict"], why: string): TechniqueAspect => ({ aspect: "platform", verdict, why });
  if (domain !== here.domain) return aspect("no", "it is of another matrix");
  if (platforms.length === 0) return aspect("unknown", "it names no platform");
  if (platforms.every((platform) => platform === "PRE")) return aspect("no", "it happens before and outside of the system");
  const shared = platforms.filter((platform) => here.told.includes(platform));
  if (shared.length > 0) return aspect("yes", `runs on ${shared.join(", ")}`);
  const open = platforms.some((platform) => platform === "Linux" || platform === "Windows") && here.systems.length === 0 && !here.managed;
  if (open) return aspect("unknown", "its operating system is not stated");
  return aspect("no", here.told.length > 0 ? `works on ${platforms.join(", ")}, not on ${here.told.join(", ")}` : `works on ${platforms.join(", ")}`);
}

/** True only where the operating systems of both are told and none is shared. */
export function contradicts(technique: AttackTechnique, element: ModelElement): boolean {
  const { platforms = [] } = technique;
  const { systems, told } = elementPlatforms(element);
  if (systems.length === 0 || platforms.length === 0 || platforms.some((platform) => !operatingSystems.has(platform))) return false;
  return !platforms.some((platform) => told.includes(platform));
}
