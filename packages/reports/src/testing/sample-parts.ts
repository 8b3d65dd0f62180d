// For tests: short makers of the parts of an analysis, so that a sample says only what it is about.
import type {
  Analysis, DataPlacement, ElementFacts, FactSummary, FlowFacts, ProtectedProperty, Question, SensitivityClass, Threat, Where,
} from "@merlon/schema";

export function known<T>(value: T): FactSummary<T> {
  return { value, worst: value };
}

export function classes(short: Partial<Record<ProtectedProperty, SensitivityClass>> = {}): ElementFacts["classes"] {
  const of = (property: ProtectedProperty): FactSummary<SensitivityClass> => known(short[property] ?? "none");
  return {
    confidentiality: of("confidentiality"), integrity: of("integrity"), availability: of("availability"), privacy: of("privacy"), safety: of("safety"),
  };
}

export function at(line: number, path?: string): Where {
  return { file: "model.yaml", line, column: 3, ...(path === undefined ? {} : { path }) };
}

export function element(short: Pick<ElementFacts, "id" | "title"> & Partial<ElementFacts>): ElementFacts {
  return {
    kind: "process", boundaries: [], trust: known("internal"), reach: known("indirect"), classes: classes(), data: [], personal: [], ...short,
  };
}

export function flow(short: Pick<FlowFacts, "id" | "title" | "from" | "to"> & Partial<FlowFacts>): FlowFacts {
  return {
    carries: [], response: [], crosses: [], encrypted: "yes", authenticated: "yes", confidentiality: known<SensitivityClass>("none"), personal: [], ...short,
  };
}

export function placement(short: Pick<DataPlacement, "data" | "title"> & Partial<DataPlacement>): DataPlacement {
  return {
    levels: {}, classes: classes(), personal: "no", special: "no", credential: false, heldBy: [], handledBy: [], flows: [], recipients: [], ...short,
  };
}

export function threat(short: Pick<Threat, "id" | "title" | "target"> & Partial<Threat>): Threat {
  const rule = short.id.includes("@") ? { rule: { id: short.id.split("@")[0] ?? "", revision: 1, pack: "core" } } : {};
  return {
    origin: "rule", ...rule, statement: `${short.title}.`, parts: {}, stride: ["I"], linddun: [], cwe: [], capec: [], attack: [],
    severity: "medium", likelihood: { value: 2, reasons: ["reach is indirect (2)"], assumed: false },
    impact: { value: 3, reasons: ["confidentiality class is moderate (3)"], assumed: false }, status: "open", why: "It happens where nobody looks.", fixes: [], ...short,
  };
}

export function question(short: Pick<Question, "key" | "target" | "text"> & Partial<Question>): Question {
  return {
    id: `${short.key}@${short.target.id}`, help: "", why: "", kind: "flag",
    answers: [{ value: "yes", title: "Yes" }, { value: "no", title: "No" }], decides: [], weight: 1, worst: "low", depth: "standard", ...short,
  };
}

/** Counts and question groups follow from the rest, as the engine makes them. */
export function counted(analysis: Omit<Analysis, "counts" | "questionGroups">): Analysis {
  const having = (status: Threat["status"]): number => analysis.threats.filter((t) => t.status === status).length;
  const open = { info: 0, low: 0, medium: 0, high: 0, critical: 0 };
  for (const { status, severity } of analysis.threats) if (status === "open") open[severity]++;
  const deeper = analysis.questions.filter((q) => q.depth === "full").length;
  return {
    ...analysis, questionGroups: grouped(analysis.questions),
    counts: {
      elements: analysis.elements.length, flows: analysis.flows.length, boundaries: analysis.boundaries.length, data: analysis.data.length, open,
      threats: analysis.threats.length, planned: having("planned"), accepted: having("accepted"), dismissed: having("dismissed"),
      mitigated: analysis.mitigated.length, questions: analysis.questions.length - deeper, deeperQuestions: deeper, rules: analysis.rules.length,
    },
  };
}

function grouped(questions: readonly Question[]): Analysis["questionGroups"] {
  return [...new Set(questions.map(({ key }) => key))].map((key) => {
    const own = questions.filter((q) => q.key === key);
    const [first] = own;
    return {
      key, text: own.length === 1 ? first!.text : `What is the ${key} of each?`, questions: own.map(({ id }) => id),
      examples: own.slice(0, 4).map(({ target }) => target.title), decides: new Set(own.flatMap(({ decides }) => decides)).size,
      weight: own.reduce((sum, q) => sum + q.weight, 0), worst: first!.worst, depth: first!.depth,
    };
  });
}
