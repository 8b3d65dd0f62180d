// A session with the built-in catalogues and three small rules, so that tests of questions do not move with the library.
import type { LibraryRule } from "@merlon/schema";
import type { Session } from "../src/session.ts";

function rule(id: string, parts: Pick<LibraryRule, "when"> & Partial<LibraryRule>): LibraryRule {
  return {
    id, revision: 1, status: "stable", title: id, scope: "flow", stride: ["I"], why: "", fix: [], "false-positives": [], pack: "test", category: "test",
    threat: { source: "someone", prerequisite: "access", action: "act", consequence: "harm", goal: "goal", harmed: "all", ease: 0 }, ...parts,
  };
}

const rules: readonly LibraryRule[] = [
  rule("open-door", { when: { all: [{ fact: "source.kind", is: "external" }, { fact: "flow.authentication", is: "no" }] }, stride: ["S"] }),
  rule("plain-wire", { when: { all: [{ fact: "source.kind", is: "external" }, { fact: "flow.encryption-in-transit", is: "no" }] }, threat: { source: "someone", prerequisite: "access", action: "act", consequence: "harm", goal: "goal", harmed: "all", ease: -1 } }),
  rule("no-end", { when: { all: [{ fact: "source.kind", is: "process" }, { fact: "flow.timeouts", is: "no" }] }, stride: ["D"] }),
];

export function fewRules(session: Session): Session {
  return { ...session, builtIn: { ...session.builtIn, library: { ...session.builtIn.library, rules } } };
}
