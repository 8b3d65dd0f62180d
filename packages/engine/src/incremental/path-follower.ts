// Attack paths that follow edits: the steps of each object are a table of the tracker, and the cheapest ways are mended when steps come and go.
// Only what rules ask of a path (paths/path-worlds.ts) is kept; the steps in words are the naive engine's, which also stops at a number of steps: beyond it the two may differ.
import type { SharedTable } from "../facts/fact-base.ts";
import type { ActorClass } from "@merlon/schema";
import { ACTORS } from "../facts/orders.ts";
import { opensOf } from "../facts/openers.ts";
import { sameList, sharedTable } from "../facts/shared-table.ts";
import type { DataSubject, ElementSubject, FlowSubject, PathSubject } from "../facts/subject.ts";
import { addAgentSteps, isAgent } from "../paths/agent-steps.ts";
import { createFacts, growingNumbering, type Builder } from "../paths/attack-graph.ts";
import { OUT, type Step } from "../paths/attack-step.ts";
import { isAt, startFactsAt } from "../paths/attackers.ts";
import { addDataSteps } from "../paths/data-steps.ts";
import { addEntrySteps, addPlaceSteps } from "../paths/entry-steps.ts";
import { addDenialSteps, addTamperSteps } from "../paths/harm-steps.ts";
import { factOf, type Goal } from "../paths/jewels.ts";
import { pathSubject, worstAt } from "../paths/path-subjects.ts";
import { COSTS, type Question } from "../paths/path-worlds.ts";
import { addTakeoverSteps } from "../paths/takeover-steps.ts";
import type { TrackedBase } from "./tracked-base.ts";
import type { ChangingData, ChangingElement, ChangingFlow, ChangingModel, ChangingPath } from "./tracked-subjects.ts";
import { createStepStore, createWayFinder, type PlainStep, type WayFinder } from "./way-finder.ts";

export interface PathFollower {
  /** Paths that are there now. */
  paths(): Iterable<ChangingPath>;
  find(id: string, property: PathSubject["property"]): ChangingPath | undefined;
  /** It came or went. */
  touch(subject: ChangingElement | ChangingFlow | ChangingData): void;
}

const QUESTIONS = ["obstacles", "length", "unasked", "allowed"] as const satisfies readonly Question[];
const COUNTINGS = QUESTIONS.flatMap((question) => [COSTS[question].least, COSTS[question].safest]);

type Source = ElementSubject | FlowSubject | DataSubject;
type Starts = readonly (readonly number[])[];
type AnyTable = SharedTable<unknown>;
type Followed = ChangingElement | ChangingFlow | ChangingData | ChangingModel;

function sameStep(a: PlainStep, b: PlainStep): boolean {
  return a.gives === b.gives && sameList(a.needs, b.needs) && sameList(a.costs, b.costs);
}

const stepTable = sharedTable<readonly PlainStep[]>("steps", (a, b) => sameList(a, b, sameStep));
const goalTable = sharedTable<readonly Goal[]>("goals", (a, b) => sameList(a, b, (one, other) => one.property === other.property));
const startTable = sharedTable<Starts>("starts", (a, b) => sameList(a, b, (one, other) => sameList(one, other)));
const agentTable = sharedTable<boolean>("agent", Object.is);
const wantedTable = sharedTable<boolean>("wanted", Object.is);

/** `onPath`: a path that comes or goes. */
// oxlint-disable-next-line max-lines-per-function -- small functions around one state that nothing else may touch
export function createPathFollower(tracked: TrackedBase, onPath: (path: ChangingPath) => void): PathFollower {
  const { base, graph, tracker } = tracked;
  const track = base.track!;
  const facts = createFacts(growingNumbering());
  const store = createStepStore();
  const denyType = tracker.typeOf("paths ask what can be stopped");
  const waysTypes = Object.fromEntries(QUESTIONS.map((question) => [question, tracker.typeOf(`ways ${question}`)])) as Record<Question, number>; // each of them
  const stepsOf = new Map<Source | typeof graph.root, { readonly steps: readonly PlainStep[]; readonly ids: readonly number[] }>();
  const startsAt = new Map<ElementSubject, Starts>();
  const goals = new Map<DataSubject | ElementSubject, readonly Goal[]>();
  const paths = new Map<string, ChangingPath>();
  /** By fact, the goal that it is. */
  const goalOfFact = new Map<number, Pick<Goal, "subject" | "property">>();
  const startCounts = ACTORS.map(() => new Map<number, number>());
  const present = ACTORS.map(() => 0);
  const finders = new Map<string, { readonly finder: WayFinder; readonly actor: ActorClass; readonly question: Question }>();
  const pending = new Set<Followed>();
  let isOtherGoals = true;
  let deniable = 0;
  let isRootPending = true;

  const goalsOf = (subject: DataSubject | ElementSubject): readonly Goal[] => track(goalTable, subject, () => worstAt(subject, base));
  const isWanted = (data: DataSubject): boolean => track(wantedTable, data, () => goalsOf(data).length > 0 || (opensOf(data, base)?.length ?? 0) > 0);

  function builderFor(part: Partial<Pick<Builder, "elements" | "flows" | "data">>, add: Builder["add"]): Builder {
    const own = part.data ?? [];
    const goalSet = { has: (subject: DataSubject | ElementSubject) => goalsOf(subject).length > 0, [Symbol.iterator]: () => own.filter((data) => goalsOf(data).length > 0)[Symbol.iterator]() };
    const wanted = { has: isWanted };
    return { base, facts, elements: [], flows: [], data: [], ...part, goals: goalSet as unknown as Builder["goals"], wanted: wanted as unknown as Builder["wanted"], noted: new Set(), doors: [], add }; // asked and gone through, nothing else
  }

  function collected(build: (add: Builder["add"]) => void): readonly PlainStep[] {
    const steps: PlainStep[] = [];
    build((step) => void steps.push({ needs: step.needs, gives: step.gives, costs: COUNTINGS.map((count) => Math.min(OUT, count(step as unknown as Step))) }));
    return steps;
  }

  function stepsAt(subject: Source): readonly PlainStep[] {
    return track(stepTable, subject, () => collected((add) => {
      if (subject.kind !== "data" && subject.isGone) return;
      const builder = builderFor(subject.kind === "element" ? { elements: [subject] } : subject.kind === "flow" ? { flows: [subject] } : { data: [subject] }, add);
      for (const addSteps of [addPlaceSteps, addEntrySteps, addTakeoverSteps, addDataSteps, addTamperSteps]) addSteps(builder);
      tracker.note(graph.root, denyType);
      if (deniable > 0) addDenialSteps(builder);
    }));
  }

  /** What a language model does hangs together with everything that its text comes through. */
  function stepsOfAgents(): readonly PlainStep[] {
    return track(stepTable, graph.root, () => collected((add) => {
      const agents = [...base.subjects.elements.values()].filter((element) => track(agentTable, element, () => !element.isGone && isAgent(element)));
      if (agents.length === 0) return;
      const doors = [...base.subjects.flows.values()].filter(({ isGone }) => !isGone).map((flow) => ({ to: (flow as ChangingFlow).own.to, subject: flow, flow, reach: facts.reach(flow), use: facts.use(flow) }));
      addAgentSteps({ ...builderFor({ elements: agents }, add), doors });
    }));
  }

  function startsOf(element: ElementSubject): Starts {
    return track(startTable, element, () => ACTORS.map((actor) => (!element.isGone && isAt(actor, element, base) ? [...startFactsAt(actor, element, { base, facts }), facts.world()] : [])));
  }

  function mend(): boolean {
    const changes = { gone: [] as { id: number; gives: number }[], added: [] as number[] };
    const starts = ACTORS.map(() => ({ ended: new Set<number>(), started: new Set<number>() }));
    const subjects = [...pending];
    pending.clear();
    const before = deniable;
    for (const subject of subjects) {
      if (subject.kind === "element" || subject.kind === "data") mendGoals(subject);
      if (subject.kind === "element") mendStarts(subject, starts);
    }
    if (isOtherGoals) mendPaths();
    isOtherGoals = false;
    if ((before > 0) !== (deniable > 0)) tracked.changed(graph.root, denyType);
    for (const subject of subjects) if (subject.kind !== "model") replace(subject, subject.isRemoved ? [] : stepsAt(subject), changes);
    if (isRootPending) replace(graph.root, stepsOfAgents(), changes);
    isRootPending = false;
    mendFinders(changes, starts);
    return subjects.length > 0;
  }

  function replace(subject: Source | typeof graph.root, steps: readonly PlainStep[], changes: { readonly gone: { id: number; gives: number }[]; readonly added: number[] }): void {
    const old = stepsOf.get(subject) ?? { steps: [], ids: [] };
    const kept = new Map<string, number[]>();
    old.steps.forEach((step, i) => {
      const key = keyOf(step);
      kept.set(key, [...kept.get(key) ?? [], old.ids[i]!]);
    });
    const ids = steps.map((step) => {
      const id = kept.get(keyOf(step))?.pop();
      if (id !== undefined) return id;
      const added = store.add(step);
      changes.added.push(added);
      return added;
    });
    for (const left of kept.values()) for (const id of left) changes.gone.push({ id, gives: store.step(id).gives });
    if (steps.length > 0) stepsOf.set(subject, { steps, ids });
    else stepsOf.delete(subject);
  }

  function mendFinders({ gone, added }: { readonly gone: readonly { readonly id: number; readonly gives: number }[]; readonly added: readonly number[] }, starts: readonly { readonly ended: ReadonlySet<number>; readonly started: ReadonlySet<number> }[]): void {
    for (const { id } of gone) store.remove(id);
    for (const { finder, actor, question } of finders.values()) {
      const { ended, started } = starts[ACTORS.indexOf(actor)]!;
      for (const fact of finder.mend({ gone, added, ended: [...ended], started: [...started] })) tellPath(fact, actor, question);
    }
  }

  function tellPath(fact: number, actor: ActorClass, question: Question): void {
    const goal = goalOfFact.get(fact);
    const path = goal && paths.get(pathKey(actor, goal));
    if (path) tracked.changed(path, waysTypes[question]);
  }

  function mendGoals(subject: ChangingElement | ChangingData): void {
    const now = subject.isRemoved ? [] : goalsOf(subject);
    isOtherGoals ||= now.length > 0 || goals.has(subject);
    const counted = (list: readonly Goal[]): number => list.filter(({ property }) => property === "availability").length;
    deniable += counted(now) - counted(goals.get(subject) ?? []);
    if (now.length > 0) goals.set(subject, now);
    else goals.delete(subject);
  }

  function mendStarts(element: ChangingElement, changes: readonly { readonly ended: Set<number>; readonly started: Set<number> }[]): void {
    const none: Starts = ACTORS.map(() => []);
    const [was, now] = [startsAt.get(element) ?? none, element.isRemoved ? none : startsOf(element)];
    startsAt.set(element, now);
    if (element.isRemoved) startsAt.delete(element);
    ACTORS.forEach((_, actor) => {
      const counts = startCounts[actor]!;
      const count = (fact: number, by: number): void => {
        const [before, after] = [counts.get(fact) ?? 0, (counts.get(fact) ?? 0) + by];
        counts.set(fact, after);
        if ((before > 0) === (after > 0)) return;
        const { ended, started } = changes[actor]!;
        if (!(after > 0 ? ended : started).delete(fact)) (after > 0 ? started : ended).add(fact);
      };
      for (const fact of was[actor]!) count(fact, -1);
      for (const fact of now[actor]!) count(fact, 1);
      isOtherGoals ||= (now[actor]!.length > 0) !== (was[actor]!.length > 0);
      present[actor]! += Number(now[actor]!.length > 0) - Number(was[actor]!.length > 0);
    });
  }

  function mendPaths(): void {
    const there = new Set<string>();
    for (const [subject, own] of goals) {
      for (const goal of own) {
        ACTORS.forEach((actor, i) => {
          if (present[i] === 0) return;
          const key = pathKey(actor, goal);
          there.add(key);
          const path = paths.get(key);
          if (path?.own.goal === subject) return;
          if (path) dropPath(key, path);
          addPath(key, actor, goal);
        });
      }
    }
    for (const [key, path] of paths) if (!there.has(key)) dropPath(key, path);
  }

  function dropPath(key: string, path: ChangingPath): void {
    paths.delete(key);
    path.isRemoved = true;
    onPath(path);
  }

  function addPath(key: string, actor: ActorClass, goal: Goal): void {
    const path = graph.maker.path(pathSubject(actor, goal.subject, goal.property));
    paths.set(key, path);
    goalOfFact.set(factOf(goal, { facts } as Parameters<typeof factOf>[1]), goal); // only the numbers are asked
    onPath(path);
  }

  function costOf(actor: ActorClass, question: Question, world: 0 | 1, fact: number): number {
    const key = `${actor} ${question} ${world}`;
    let one = finders.get(key);
    if (!one) {
      const counts = startCounts[ACTORS.indexOf(actor)]!;
      one = { finder: createWayFinder(store, QUESTIONS.indexOf(question) * 2 + world, (at) => (counts.get(at) ?? 0) > 0), actor, question };
      finders.set(key, one);
      one.finder.mend({ gone: [], added: [...stepsOf.values()].flatMap(({ ids }) => ids), ended: [], started: [...counts].filter(([, count]) => count > 0).map(([at]) => at) });
    }
    return one.finder.cost(fact);
  }

  tracked.ways = (path, asked) => {
    const question = asked as Question;
    tracker.note(path as ChangingPath, waysTypes[question]);
    const fact = factOf({ subject: path.goal, property: path.property }, { facts } as Parameters<typeof factOf>[1]); // only the numbers are asked
    const least = costOf(path.actor, question, 0, fact);
    return { least, safest: least >= OUT ? OUT : costOf(path.actor, question, 1, fact) };
  };
  tracked.onTable((table, subject) => {
    if (table === (stepTable as AnyTable) && subject.kind === "model") isRootPending = true;
    if (table === (stepTable as AnyTable) || table === (goalTable as AnyTable) || table === (startTable as AnyTable)) pending.add(subject as Followed);
  });
  tracked.onSettled(() => pending.size > 0 && mend());
  for (const subject of [...graph.elements.values(), ...graph.flows.values(), ...graph.data.values()]) pending.add(subject);
  mend();
  return { paths: () => paths.values(), find: (id, property) => paths.get(`${id} ${property}`), touch: (subject) => void pending.add(subject) };
}

function pathKey(actor: ActorClass, { subject, property }: Pick<Goal, "subject" | "property">): string {
  return `${actor}..${subject.id} ${property}`;
}

function keyOf({ needs, gives, costs }: PlainStep): string {
  return `${gives} ${needs.join()} ${costs.join()}`;
}
