// XML as far as the tools whose files are read write it, and what is refused.
import { expect, test } from "vitest";
import { readXml } from "./read-xml.ts";
import type { XmlElement } from "./xml-element.ts";

/** `{namespace}name[attributes](children or text)`, in one line. */
function told({ namespace, name, attributes, children, text }: XmlElement): string {
  const said = attributes.map((one) => `${one.namespace === "" ? "" : `{${one.namespace}}`}${one.name}=${one.value}`).join(" ");
  const inner = [...children.map(told), ...(text.trim() === "" ? [] : [JSON.stringify(text)])].join(" ");
  return `${namespace === "" ? "" : `{${namespace}}`}${name}${said === "" ? "" : `[${said}]`}${inner === "" ? "" : `(${inner})`}`;
}

function read(text: string): string {
  const result = readXml(text, { size: 200, depth: 3, elements: 5 });
  return "root" in result ? told(result.root) : `${result.code} at ${result.offset}: ${Object.values(result.data).join(" ")}`;
}

test.each([
  ["elements, attributes and text", `<?xml version="1.0"?><!-- a --><a x="1" y='two'>t<b/>u</a>\n`, `a[x=1 y=two](b "tu")`],
  ["the same prefix means another thing further in", `<p:a xmlns:p="one"><p:b xmlns:p="two" p:c=""/><p:d/></p:a>`, `{one}a({two}b[{two}c=] {one}d)`],
  ["a prefix means what it meant before once the element that hid it ends", `<p:a xmlns:p="one"><b xmlns:p="two" xmlns="three"/><p:c/><d/></p:a>`, `{one}a({three}b {one}c d)`],
  ["a default namespace is for elements, not for attributes", `<a xmlns="one" b=""><c xmlns=""/></a>`, `{one}a[b=](c)`],
  ["the five entities and characters by number", `<a b="&lt;&quot;">&amp;&gt;&apos;&#65;&#x1F600;</a>`, `a[b=<"]("&>'A😀")`],
  ["what stands in CDATA is text", `<a>1<![CDATA[<b>&amp;]]>2</a>`, `a("1<b>&amp;2")`],
  ["a byte order mark", `\uFEFF<a/>`, `a`],
])("%s", (_, text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ["[IMP-6] a document type", `<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`, "F2061 at 0: "],
  ["[IMP-6] an entity of its own", "<a>&b;</a>", "F2060 at 3: &b; stands for nothing"],
  ["an ampersand alone", "<a>b & c</a>", "F2060 at 5: & stands for nothing"],
  ["a character that XML forbids", "<a>&#0;</a>", "F2060 at 3: &#0; stands for nothing"],
  ["tags that cross", "<a><b></a></b>", "F2060 at 6: the tag </a> closes <b>"],
  ["an end without a start", "</a>", "F2060 at 0: the tag </a> closes nothing"],
  ["an open end", "<a><b></b>", "F2060 at 0: <a> is never closed"],
  ["two roots", "<a/><b/>", "F2060 at 4: something follows after the end"],
  ["text outside", "a<b/>", "F2060 at 0: there is text outside of the outermost element"],
  ["an attribute twice", `<a b="" b=""/>`, "F2060 at 7: <a> has b twice"],
  ["a tag that does not end", `<a b=c>`, "F2060 at 2: the tag of a does not end well"],
  ["a prefix of nothing", "<p:a/>", "F2060 at 0: the prefix p stands for nothing"],
  ["a prefix of an element that has ended", `<a><b xmlns:p="c"/><p:d/></a>`, "F2060 at 19: the prefix p stands for nothing"],
  ["a comment without an end", "<a><!--</a>", "F2060 at 3: the mark --> is missing"],
  ["nothing", " ", "F2060 at 0: there is no element"],
  ["too long", "<a>".padEnd(300), "F2062 at 0: characters 200"],
  ["too deep", "<a><a><a><a>", "F2062 at 9: levels 3"],
  ["too many", "<a><b/><b/><b/><b/><b/></a>", "F2062 at 19: elements 5"],
])("%s is refused", (_, text, expected) => {
  expect(read(text)).toBe(expected);
});
