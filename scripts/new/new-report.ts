// A report that already passes: a pure function from the analysis of a model to text.
import { camel, requireId, sentence } from "./names.ts";
import type { Scaffold } from "./scaffold.ts";

export function newReport(what: string): Scaffold {
  const id = requireId(what);
  const folder = `packages/reports/src/${id}`;
  const name = `${camel(id)}Report`;
  return {
    files: { [`${folder}/${id}-report.ts`]: reportText(id, name), [`${folder}/${id}-report.test.ts`]: testText(id, name) },
    edits: [{ path: "packages/reports/src/index.ts", change: (text) => `${text.replace("export {};\n", "")}export { ${name} } from "./${id}/${id}-report.ts";\n` }],
    after: [],
    next: [
      `Write the text in ${folder}/${id}-report.ts; escape what comes from a model for the output it becomes.`,
      "Offer it in packages/app/src, and give it a word in packages/cli/src/commands.",
      `Run npx vitest run ${folder}.`,
    ],
  };
}

function reportText(id: string, name: string): string {
  return `// ${sentence(id)}: the threats of a model, the worst first, one on a line.
import type { Analysis } from "@merlon/schema";

export function ${name}(analysis: Pick<Analysis, "threats">): string {
  return analysis.threats.map((threat) => \`\${threat.severity} \${threat.id}: \${threat.title}\\n\`).join("");
}
`;
}

function testText(id: string, name: string): string {
  return `// What the report says about no threat at all; add a small analysis with one.
import { expect, test } from "vitest";
import { ${name} } from "./${id}-report.ts";

test("a model without threats gives an empty text", () => {
  expect(${name}({ threats: [] })).toBe("");
});
`;
}
