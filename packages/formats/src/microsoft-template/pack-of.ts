// The files of the pack that a template becomes, with an account of what a pack has no place for.
import { printYaml } from "@merlon/core";
import type { Loss, PackFile } from "@merlon/schema";
import type { ForeignPack } from "../format.ts";
import { excerpt } from "../foreign/excerpt.ts";
import { groupBy } from "../ids/group-by.ts";
import { slug } from "../ids/slug.ts";
import { threatCategory } from "../threat-category.ts";
import type { ThreatType } from "./knowledge-base.ts";
import { packCharacteristics } from "./pack-characteristics.ts";
import { plainLine } from "./plain-text.ts";
import { deepestStencil } from "./read-knowledge-base.ts";
import { ruleOf } from "./rule-of.ts";
import type { Template } from "./template.ts";

export interface PackOutput {
  readonly pack: ForeignPack;
  readonly losses: readonly Loss[];
}

/** `at`: JSON pointer to the template inside its file. */
export function packOf(template: Template, at = ""): PackOutput {
  const { base, words } = template;
  const made = template.ready.map((ready) => ({ type: ready.type, rule: ruleOf(ready, template) }));
  const rules = made.flatMap(({ type, rule }) => (rule === undefined ? [] : [{ type, id: words.ruleId(type.id), rule }]));
  const version = packVersion(base.version);
  const header: PackFile = {
    id: words.pack, version, title: plainLine(base.name) || words.pack,
    description: `Made from the template "${plainLine(base.name)}" ${base.version} of the Microsoft Threat Modeling Tool. Made anew from there; do not edit.`,
  };
  return {
    pack: {
      id: words.pack, title: header.title, version,
      files: [
        { path: "pack.yaml", text: printYaml(header) }, { path: "characteristics/template.yaml", text: printYaml(packCharacteristics(template)) },
        ...rules.map(({ type, id, rule }) => ({ path: `${folderOf(type)}/${id}.yaml`, text: printYaml(rule) })),
      ],
      rules: new Map(rules.map(({ type, id }) => [type.id, id])),
    },
    losses: packLosses(template, made.filter(({ rule }) => rule === undefined).map(({ type }) => type), at),
  };
}

/** Folders that mean something else in a pack. */
const reserved = new Set(["characteristics", "types", "technologies", "protocols", "taxonomies", "controls", "scales", "catalogues"]);

/** The category as the template has it, so that one outside of STRIDE stays one. */
function folderOf({ category }: ThreatType): string {
  const name = slug(category) || "threats";
  return reserved.has(name) ? `${name}-threats` : name;
}

/** Four numbers to the three and a build of a semantic version. */
function packVersion(version: string): string {
  const [major = "0", minor = "0", patch = "0", ...build] = version.split(".").map((part) => String(Number.parseInt(part, 10) || 0));
  return `${major}.${minor}.${patch}${build.length === 0 ? "" : `+${build.join(".")}`}`;
}

function packLosses(template: Template, never: readonly ThreatType[], at: string): readonly Loss[] {
  const { base, misunderstood, unconditioned } = template;
  const types = `${at}/ThreatTypes`;
  const columns = [...new Set(base.threatTypes.flatMap((type) => Object.keys(type.columns)))].filter((name) => name !== "PossibleMitigations" && !name.startsWith("UserThreat"));
  return [
    ...(base.endless.length === 0 ? [] : [{ kind: "dropped" as const, at: `${at}/StandardElements`, what: `stencils that are kinds of kinds without an end (${base.endless.length}): ${idList(base.endless)}`, why: `Stencils are read ${deepestStencil} levels deep; no condition holds for what is deeper or a kind of itself.` }]),
    ...misunderstood.map(({ id, part, why }): Loss => ({ kind: "dropped", at: `${types}/${id}`, what: `the threat type ${excerpt(id)}`, why: `Its ${part} cannot be understood: ${why}.` })),
    ...(never.length === 0 ? [] : [{ kind: "dropped" as const, at: types, what: `threat types that no interaction can have (${never.length}): ${idList(never.map(({ id }) => id))}`, why: "They ask for something that nothing is, such as a `ROOT`; the Microsoft tool generates none of them either." }]),
    ...(unconditioned.length === 0 ? [] : [{ kind: "dropped" as const, at: types, what: `threat types without a condition (${unconditioned.length}): ${idList(unconditioned.map(({ id }) => id))}`, why: "Nothing says where they come; people enter such threats by hand." }]),
    ...(columns.length === 0 ? [] : [{ kind: "dropped" as const, at: `${types}/*/PropertiesMetaData`, what: `the columns ${excerpt(columns.join(", "), 200)} of the threat types`, why: "Severity is worked out from the model, and a rule has no place for the others." }]),
    ...(base.pictures === 0 ? [] : [{ kind: "dropped" as const, at: `${at}/StandardElements`, what: `the pictures of the stencils (${base.pictures})`, why: "Diagrams are drawn in one style." }]),
    ...[...groupBy(base.threatTypes, ({ category }) => category)].filter(([category]) => threatCategory(category)?.stride === undefined).map(([category, same]): Loss => ({
      kind: "guessed", at: `${at}/ThreatCategories`, what: `no STRIDE letter for the threat types of the category ${excerpt(category)} (${same.length})`, why: "The category is none of STRIDE; the folder of the rules keeps its name.",
    })),
    ...(base.threatTypes.length === 0 ? [] : [{ kind: "defaulted" as const, at: types, what: `source, prerequisite and goal of the threat types (${base.threatTypes.length})`, why: "A template has a title and a description where a rule has six parts; the title of a rule is the same for all its threats, and names roles where the template has names." }]),
  ];
}

function idList(ids: readonly string[]): string {
  return excerpt(ids.join(", "), 200);
}
