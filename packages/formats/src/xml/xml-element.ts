// XML as elements with resolved namespaces, and the few ways that readers look at them.

export interface XmlAttribute {
  readonly name: string;
  /** Empty for attributes without a prefix. */
  readonly namespace: string;
  readonly value: string;
}

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** All text directly inside, joined. */
  readonly text: string;
  /** Where its tag starts in the file. */
  readonly offset: number;
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return (element?.children ?? []).filter((child) => child.name === name);
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** The text of a child without the white space around it; undefined when there is none. */
export function textIn(element: XmlElement | undefined, name: string): string | undefined {
  return filled(childOf(element, name)?.text);
}

/** An attribute without a prefix. */
export function attributeOf(element: XmlElement | undefined, name: string): string | undefined {
  return filled(element?.attributes.find((attribute) => attribute.name === name && attribute.namespace === "")?.value);
}

function filled(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === "" ? undefined : trimmed;
}
