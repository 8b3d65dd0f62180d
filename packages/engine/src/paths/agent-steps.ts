// Language models that act: whoever gets text of his own to where one reads it steers it, and it then uses what it may. Text is followed by the data
// that it is taken for: through what passes that data on, keeps it, or answers with it.
import { inherits } from "@merlon/core";
import { dataAt, dataOn } from "../facts/data-at.ts";
import type { DataSubject, ElementSubject, FlowSubject } from "../facts/subject.ts";
import type { Builder } from "./attack-graph.ts";
import { FREE, toll, type Door } from "./attack-step.ts";
import { inHand } from "./data-steps.ts";
import { COSTS } from "./step-costs.ts";
import { protect, yes } from "./weigh.ts";

interface Ways {
  /** Data and elements whose ways were followed. */
  readonly known: Set<number>;
  readonly doors: ReadonlyMap<FlowSubject, Door>;
}

export function addAgentSteps(builder: Builder): void {
  const agents = builder.elements.filter(isAgent);
  if (agents.length === 0) return;
  const ways: Ways = { known: new Set(), doors: new Map(builder.doors.flatMap((door) => (door.flow ? [[door.flow, door]] : []))) };
  for (const agent of agents) {
    for (const data of readBy(agent, builder)) steer(agent, data, ways, builder);
    for (const flow of agent.outflows) if (!flow.isGone && flow.to.source.kind !== "external") act(agent, flow, ways, builder);
    tell(agent, builder);
  }
}

/** A model that only answers acts through whatever asks it. */
export function isAgent({ source: { kind, type }, outflows }: ElementSubject): boolean {
  if (kind !== "process" || type === undefined || !inherits(type, "llm")) return false;
  return inherits(type, "llm.agent") || (!inherits(type, "llm.model") && !inherits(type, "llm.retrieval") && outflows.some(({ to }) => !inherits(to.source.type ?? "", "llm")));
}

function readBy(agent: ElementSubject, { base }: Builder): readonly DataSubject[] {
  const requests = agent.inflows.flatMap((flow) => dataOn(flow, base, "request").data);
  const answers = agent.outflows.flatMap((flow) => dataOn(flow, base, "response").data);
  return [...new Set([...requests, ...answers])];
}

function steer(agent: ElementSubject, data: DataSubject, ways: Ways, builder: Builder): void {
  const { facts, add } = builder;
  add({ toll: toll(COSTS.steer, 1, 2), kind: "exploit", technique: "inject", needs: [follow(data, agent, ways, builder)], gives: facts.steered(agent), at: agent, data, words: "Steer {at} with what it reads as {data}" });
}

/** All ways on which text can come to an element as that data. */
function follow(first: DataSubject, end: ElementSubject, { known, doors }: Ways, { facts, base, add }: Builder): number {
  const queue = [end];
  const given = (needs: readonly number[], gives: number, at: ElementSubject) => add({ toll: FREE, kind: "given", technique: "find", needs, gives, at, words: "" });
  for (const at of queue) {
    const told = facts.told(first, at);
    if (known.has(told)) continue;
    known.add(told);
    const sent = at.inflows.filter((flow) => !flow.isGone && dataOn(flow, base, "request").data.includes(first));
    const answered = at.outflows.filter((flow) => !flow.isGone && dataOn(flow, base, "response").data.includes(first));
    for (const flow of sent) if (doors.has(flow)) given([doors.get(flow)!.use], told, at);
    if (at.source.kind !== "external" && at !== end) given([facts.own(at)], told, at);
    if (at.source.kind === "store") given([facts.writable(at)], told, at);
    // Externals that send are let in by a door, or not; those that are asked answer as they like.
    for (const { to } of answered) if (to.source.kind === "external") given([facts.self(to)], told, at);
    for (const from of [...sent.map((flow) => flow.from), ...answered.map((flow) => flow.to)]) {
      if (from.source.kind === "external") continue;
      given([facts.told(first, from)], told, at);
      queue.push(from);
    }
  }
  return facts.told(first, end);
}

/** It comes in where the agent comes in, unless a person looks first or the rights of whoever asked are all there is. */
function act(agent: ElementSubject, flow: FlowSubject, { doors }: Ways, { facts, base, add }: Builder): void {
  const door = doors.get(flow);
  if (!door) return;
  const paid = toll(COSTS.useAgent);
  const method = flow.characteristics.get("authentication")?.value;
  paid.asked = method === "no" ? 0 : method === undefined ? 1 : 2;
  const isAtAgent = !flow.characteristics.has("human-approval") && agent.characteristics.get("human-approval")?.value === "yes";
  protect(paid, isAtAgent ? agent : flow, { key: "human-approval", worth: yes(3), stops: true }, base);
  protect(paid, flow, { key: "rights-of-asker", worth: yes(2), stops: true }, base);
  add({ toll: paid, kind: "authenticate", technique: "agent-tool", needs: [facts.steered(agent)], gives: door.use, at: flow, door, other: agent, words: "Make {other} use {at}" });
}

/** What it knows by itself it can be made to say; what it would have to ask for takes that step. */
function tell(agent: ElementSubject, builder: Builder): void {
  const { facts, base, add, wanted } = builder;
  const asked = new Set(agent.outflows.flatMap((flow) => dataOn(flow, base, "response").data));
  for (const data of dataAt(agent, base).data) {
    if (wanted.has(data) && (data.heldBy.includes(agent) || !asked.has(data))) add({ toll: toll(COSTS.read), kind: "read", technique: "local", needs: [facts.steered(agent)], gives: inHand(data, agent, builder), at: agent, data, words: "Make {at} give away {data}" });
  }
}
