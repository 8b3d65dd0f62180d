// XML of a template to a KnowledgeBase. The two ways of writing it differ in names and order only.
import { groupBy } from "../ids/group-by.ts";
import { attributeOf, childOf, childrenOf, textIn } from "../xml/xml-element.ts";
import type { XmlElement } from "../xml/xml-element.ts";
import { kindOf } from "./knowledge-base.ts";
import type { Drawn, KnowledgeBase, Stencil, StencilAttribute, ThreatType } from "./knowledge-base.ts";

const drawnAs: Readonly<Record<string, Drawn>> = {
  Ellipse: "process", Rectangle: "external", ParallelLines: "store", Line: "flow", BorderBoundary: "box", LineBoundary: "line", Annotation: "note",
};

export function readKnowledgeBase(root: XmlElement): KnowledgeBase {
  const manifest = childOf(root, "Manifest");
  const said = (name: string): string | undefined => attributeOf(manifest, name.toLowerCase()) ?? textIn(manifest, name);
  const types = [...childrenOf(childOf(root, "GenericElements"), "ElementType"), ...childrenOf(childOf(root, "StandardElements"), "ElementType")];
  const { stencils, endless } = readStencils(types);
  return {
    id: said("Id") ?? "", name: said("Name") ?? "template", version: said("Version") ?? "0", author: said("Author"),
    stencils, endless,
    attributes: readAttributes(types, stencils),
    threatTypes: readThreatTypes(root),
    priority: readColumns(childOf(childOf(root, "ThreatMetaData"), "PropertiesMetaData"))["Priority"] ?? "High",
    pictures: types.filter((type) => textIn(type, "Image") !== undefined || textIn(type, "ImageSource") !== undefined).length,
  };
}

function idOf(type: XmlElement): string {
  return textIn(type, "ID") ?? textIn(type, "Id") ?? "";
}

/** Kinds of kinds: public templates have two levels. */
export const deepestStencil = 20;

/** Level by level, so that each is looked at once; what is deeper, or a kind of itself, is never come to. */
function readStencils(types: readonly XmlElement[]): Pick<KnowledgeBase, "stencils" | "endless"> {
  const byId = new Map(types.map((type) => [idOf(type), type] as const).filter(([id]) => id !== ""));
  const parentOf = (type: XmlElement): string | undefined => {
    const parent = textIn(type, "ParentElement") ?? textIn(type, "ParentId");
    return parent !== undefined && byId.has(parent) ? parent : undefined;
  };
  const kinds = groupBy([...byId.values()], (type) => parentOf(type) ?? "");
  const drawn = new Map<string, Drawn>();
  let row = kinds.get("") ?? [];
  for (let level = 0; level < deepestStencil; level++) {
    for (const type of row) drawn.set(idOf(type), drawnAs[textIn(type, "Representation") ?? ""] ?? drawn.get(parentOf(type) ?? "") ?? "unknown");
    row = row.flatMap((type) => kinds.get(idOf(type)) ?? []);
  }
  return {
    stencils: [...byId].flatMap(([id, type]) => {
      const own = drawn.get(id);
      return own === undefined ? [] : [{ id, name: textIn(type, "Name") ?? id, parent: parentOf(type), drawn: own }];
    }),
    endless: [...byId.keys()].filter((id) => !drawn.has(id)),
  };
}

/** One entry for each name and kind of object; the values of all stencils that have it together. */
function readAttributes(types: readonly XmlElement[], stencils: readonly Stencil[]): readonly StencilAttribute[] {
  const drawn = new Map(stencils.map((stencil) => [stencil.id, stencil.drawn]));
  const found = new Map<string, Omit<StencilAttribute, "values"> & { readonly values: Set<string> }>();
  for (const type of types) {
    const at = kindOf(drawn.get(idOf(type)) ?? "unknown");
    if (at === undefined) continue;
    for (const attribute of childrenOf(childOf(type, "Attributes"), "Attribute")) {
      const name = textIn(attribute, "Name");
      if (name === undefined) continue;
      const one = found.get(`${at} ${name}`) ?? { name, at, title: textIn(attribute, "DisplayName") ?? name, values: new Set() };
      found.set(`${at} ${name}`, one);
      for (const { text } of childrenOf(childOf(attribute, "AttributeValues"), "Value")) if (text.trim() !== "") one.values.add(text.trim());
    }
  }
  return [...found.values()].map((one) => ({ ...one, values: [...one.values] }));
}

function readThreatTypes(root: XmlElement): readonly ThreatType[] {
  const categories = new Map(childrenOf(childOf(root, "ThreatCategories"), "ThreatCategory").map((category) => [textIn(category, "Id") ?? "", textIn(category, "Name") ?? ""]));
  return childrenOf(childOf(root, "ThreatTypes"), "ThreatType").map((type) => {
    const filters = childOf(type, "GenerationFilters");
    const category = textIn(type, "Category") ?? "";
    return {
      id: textIn(type, "Id") ?? "", title: textIn(type, "ShortTitle") ?? "", description: textIn(type, "Description") ?? "",
      category: categories.get(category) ?? category,
      include: textIn(filters, "Include") ?? "", exclude: textIn(filters, "Exclude") ?? "",
      columns: readColumns(childOf(type, "PropertiesMetaData")),
    };
  });
}

function readColumns(metaData: XmlElement | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(childrenOf(metaData, "ThreatMetaDatum").flatMap((datum) => {
    const name = textIn(datum, "Name");
    const value = childOf(datum, "Values")?.children[0]?.text.trim() ?? "";
    return name === undefined || value === "" ? [] : [[name, value] as const];
  }));
}
