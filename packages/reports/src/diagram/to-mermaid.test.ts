import fc from "fast-check";
import { expect, test } from "vitest";
import { diagramGraph } from "./graph/build-graph.ts";
import { sampleSystem } from "./testing/sample-system.ts";
import { encodeMermaid, mermaidId, toMermaid } from "./to-mermaid.ts";

function chart(title: string): string {
  const { model, analysis } = sampleSystem({
    id: "m", title: "M", data: { card: { title: "Card", class: "high", personal: "yes" } },
    boundaries: { net: { title: "Net", trust: "internal" }, inner: { in: "net" } },
    elements: { end: { title, kind: "external" }, web: { in: "inner" }, db: { kind: "store", in: "net", outOfScope: "theirs" } },
    flows: {
      pay: { title: "Pay", from: "end", to: "web", protocol: "https", carries: ["card"], response: ["card"] },
      "web-to-db": { from: "web", to: "db", protocol: "sql", encrypted: "no" }, loop: { title, from: "web", to: "web" },
    },
    threats: { "element:web": ["high", "low"] },
  });
  return toMermaid(diagramGraph(model, analysis, "dfd"));
}

test("a chart has subgraphs for boundaries, shapes for kinds and arrows for crossings", () => {
  expect(chart("Shopper").split("\n")).toEqual([
    "---", 'title: "M: Data flow diagram"', "---", "flowchart TB",
    '  m_end["Shopper<br/>data class high, personal data"]',
    '  subgraph m_net["Net<br/>network, trust: internal"]',
    '    m_db[("db<br/>out of scope")]',
    '    subgraph m_inner["inner<br/>network, trust: not stated"]',
    '      m_web("web<br/>data class high, personal data, 2 open, worst high")',
    "    end",
    "  end",
    '  m_web -->|"Shopper"| m_web',
    '  m_end ==>|"Pay<br/>https · Card<br/>← Card<br/>data class high, personal data, encrypted"| m_web',
    '  m_web -.->|"sql<br/>not encrypted"| m_db',
    "  style m_inner fill:#f7f7f8,stroke:#667085,stroke-dasharray:6 4",
    "  style m_net fill:#f0f8ee,stroke:#3c7a3a,stroke-dasharray:6 4",
    "  classDef quiet fill:#f7f7f8,stroke:#a3a9b3,color:#667085",
    "  class m_db quiet",
    "",
  ]);
});

test("no title can change the chart", () => {
  const shape = (text: string) => chart(text).split("\n").map((line) => line.replace(/"[^"]*"/g, '""'));
  const plain = shape("x");
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 40 }), (title) => {
    expect(shape(title)).toEqual(plain);
  }), { numRuns: 60, examples: [['"]; click m_web "javascript:alert(1)"'], ["`**md**`"], ["end"], ["a\n  b --> c"], ["#quot;"]] });
});

test("encoding keeps letters and can be undone", () => {
  const decoded = (text: string) => text.replace(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
  expect(encodeMermaid('Žluťoučký "kůň" <b> #1')).toBe("Žluťoučký #34;kůň#34; #60;b#62; #35;1");
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => {
    expect(encodeMermaid(text)).toMatch(/^([\p{L}\p{M}\p{N} ,.:/·←+-]|#\d+;)*$/u);
    expect(decoded(encodeMermaid(text))).toBe(text.replace(/\s+/gu, " ").trim());
  }));
});

test("different ids stay different", () => {
  const ids = ["a-b", "ab", "a:b", "other:process", "end", "a--b"];
  expect(new Set(ids.map(mermaidId)).size).toBe(ids.length);
});
