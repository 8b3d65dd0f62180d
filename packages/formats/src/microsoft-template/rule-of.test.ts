// What the words of a template become: titles that name roles, and threats that say everything once.
import { expect, test } from "vitest";
import type { ThreatType } from "./knowledge-base.ts";
import { ruleOf } from "./rule-of.ts";
import { prepareTemplate } from "./template.ts";

function ruleFor(words: Partial<ThreatType>) {
  const type = { id: "T1", title: "", description: "", category: "Tampering", include: "flow is 'ROOT' or not flow is 'ROOT'", exclude: "", columns: {}, ...words };
  const template = prepareTemplate({ id: "", name: "Tiny", version: "1", author: undefined, stencils: [], endless: [], attributes: [], threatTypes: [type], priority: "High", pictures: 0 });
  const [ready] = template.ready;
  return ready && ruleOf(ready, template);
}

test.each([
  ["Data Flow {flow.Name} Is Potentially Interrupted", "Data Flow Is Potentially Interrupted"],
  ["Spoofing the {source.Name} Process", "Spoofing the source Process"],
  ["{ Target.name } May be Subject to Elevation", "Target May be Subject to Elevation"],
  ["More access than intended to an {target.Name} instance", "More access than intended to a target instance"],
])("a rule has one title for all its threats: %s", (title, expected) => {
  expect(ruleFor({ title })?.title).toBe(expected);
});

test("sentences name roles with an article, unless they quote", () => {
  expect(ruleFor({ description: "{source.Name} floods an {target.Name} instance, or the web server '{target.Name}'." })?.why).toBe("The source floods the target instance, or the web server 'target'.");
});

test.each([
  ["says more", { description: "It breaks {target.Name}." }, `what the template describes as "It breaks {target}"`],
  ["repeats the title", { description: "Forging  {flow.Name}." }, "something being changed that nobody meant to change"],
  ["is missing", {}, "something being changed that nobody meant to change"],
  ["is missing outside of STRIDE", { category: "Abuse" }, `what the template calls "Abuse"`],
])("a description that %s", (_, words, consequence) => {
  expect(ruleFor({ title: "Forging {flow.Name}", ...words })?.threat).toMatchObject({ action: `bring about "Forging {flow}"`, consequence });
});
