// For tests: a small strict reader of the SVG that we write. Throws where the markup is not well-formed.

export interface SvgTag {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly children: readonly (SvgTag | string)[];
}

export function parseSvg(markup: string): SvgTag {
  const root = { name: "", properties: {}, children: [] as (SvgTag | string)[] };
  const open = [root];
  for (const token of markup.match(/<[^>]*>|[^<]+/g) ?? []) {
    const top = open[open.length - 1] ?? root;
    if (!token.startsWith("<")) {
      top.children.push(decoded(token));
    } else if (token.startsWith("</")) {
      if (token !== `</${top.name}>`) throw new Error(`${token} closes ${top.name}`);
      open.pop();
    } else {
      const child = { ...tagOf(token), children: [] };
      top.children.push(child);
      if (!token.endsWith("/>")) open.push(child);
    }
  }
  const [svg] = root.children;
  if (open.length !== 1 || svg === undefined || typeof svg === "string") throw new Error("not one complete element");
  return svg;
}

export function everyTag(tag: SvgTag): SvgTag[] {
  return [tag, ...tag.children.flatMap((child) => (typeof child === "string" ? [] : everyTag(child)))];
}

export function textOf(tag: SvgTag): string {
  return tag.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}

function tagOf(token: string): Omit<SvgTag, "children"> {
  const match = /^<([a-z]+)((?: [a-zA-Z-]+="[^"<]*")*)\/?>$/.exec(token);
  if (match === null) throw new Error(`not a tag: ${token}`);
  const properties = [...(match[2] ?? "").matchAll(/ ([a-zA-Z-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, decoded(value)] as const);
  return { name: match[1] ?? "", properties: Object.fromEntries(properties) };
}

function decoded(text: string): string {
  const known: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
  if (/&(?!(amp|lt|gt|quot|#39);)/.test(text)) throw new Error(`a stray & in ${text}`);
  return text.replace(/&[a-z0-9#]+;/g, (entity) => known[entity] ?? entity);
}
