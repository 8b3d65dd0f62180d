// `merlon log` and `merlon blame` on scratch repositories: what each commit did, and how a threat came to be what it is.
import { ModelLogSchema, ThreatBlameSchema } from "@merlon/schema/results";
import { join } from "node:path";
import { expect, test } from "vitest";
import { AppError } from "../src/app-error.ts";
import { blameThreat } from "../src/history/blame-threat.ts";
import { logModel, type LogOptions } from "../src/history/log-model.ts";
import type { Session } from "../src/session.ts";
import { tooSlow } from "../src/time-limit.ts";
import { scratch, shopText, type Scratch } from "./repository.ts";

const plain = "plaintext-flow-across-boundary@visit";
const file = "shop/model.yaml";
const accepted = (reason: string): string => `decisions:\n  ${plain}: {state: accept, reason: ${reason}, by: ana, owner: ana, until: 2027-01-01}\n`;

function in_(session: Session, folder: string): Session {
  return { ...session, cwd: join(session.cwd, folder) };
}

/** `subject: begin, changes of the one threat, decisions, or why it is not judged`; then why it is not all. */
async function logOf(session: Session, options: Partial<LogOptions> = {}): Promise<readonly string[]> {
  const log = await logModel("shop", { limit: 100, ...options }, session);
  expect(ModelLogSchema.safeParse(log).error?.issues ?? []).toEqual([]);
  const told = log.commits.map(({ commit, begins, gone, problem, threats, decisions }) => {
    const parts = [begins, gone ? "gone" : undefined, problem?.slice(0, 14), ...threats.filter(({ id }) => id === plain).map(({ change }) => change), ...decisions.map(({ change, state }) => `${change} ${state ?? "-"}`)];
    return `${commit.subject}: ${parts.filter((part) => part !== undefined).join(", ")}`;
  });
  return [...told, ...log.reasons.map((reason) => reason.replace(/[0-9a-f]{7}/, "#"))];
}

/** How it came, what was decided, how it went; or the fault. */
async function blameOf(session: Session, id = plain): Promise<readonly string[]> {
  try {
    const blame = await blameThreat(id, "shop", session);
    expect(ThreatBlameSchema.safeParse(blame).error?.issues ?? []).toEqual([]);
    const { origin, decisions, gone, standing, formerly, reasons } = blame;
    const came = origin ? [`${origin.commit.subject}: ${origin.begins ?? origin.operations.map(({ object, key }) => `${object}.${key ?? ""}`).join()}`] : [];
    return [...came, ...formerly.map((name) => `was ${name}`), ...decisions.map(({ commit, change, decision }) => `${commit.subject}: ${change} ${decision.reason ?? ""}`), ...(gone ? [`${gone.subject}: gone`] : []), standing, ...reasons.map((reason) => reason.replace(/[0-9a-f]{7}/, "#"))];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [`${error.code} ${error.message}`];
  }
}

/** The threat comes, is decided, and its files pass through one version with an error. */
async function told(): Promise<Scratch> {
  const made = await scratch({ [file]: shopText("https") });
  await made.commit({ [file]: shopText("http") }, "drop TLS");
  await made.commit({ "README.md": "Shop" }, "something else");
  await made.commit({ "shop/decisions.yaml": accepted("Only for a day.") }, "bear it");
  await made.commit({ [file]: shopText("nothing: [") }, "break it");
  await made.commit({ [file]: shopText("http"), "shop/decisions.yaml": accepted("Until the move.") }, "think again");
  return made;
}

test("[HIS-1] the log tells for each commit that touched the model what it did, and passes over a version with errors", async () => {
  const { session, commit } = await told();
  await commit({ [file]: shopText("https") }, "back to TLS");
  await commit({ shop: null }, "drop the shop");
  await commit({ [file]: shopText("http") }, "open again");
  expect(await logOf(session)).toEqual([
    "open again: added", "drop the shop: gone, removed accept", "back to TLS: resolved, resolved accept", "think again: changed accept", "break it: 1 error: C1003", "bear it: added accept", "drop TLS: added", "change: model",
  ]);
});

test("[HIS-2] of a merge the log tells only what none of its sides has", async () => {
  const { session, commit, git } = await scratch({ [file]: shopText("https") });
  git("checkout", "-q", "-b", "feature");
  await commit({ [file]: shopText("http") }, "drop TLS");
  git("checkout", "-q", "main");
  await commit({ "shop/decisions.yaml": "decisions:\n  S@visit: {state: not-applicable, reason: Nobody could., by: bo}\n" }, "look at a cell");
  git("merge", "-q", "--no-edit", "-m", "bring it in", "feature");
  const [first] = (await logModel("shop", { limit: 1 }, session)).commits;
  expect([first?.commit.parents.length, first?.threats, first?.decisions]).toEqual([2, [], []]);
  expect((await logOf(session)).toSorted()).toEqual(["bring it in: ", "change: model", "drop TLS: added", "look at a cell: added not-applicable"]);
  expect(await blameOf(session)).toEqual(["drop TLS: visit.protocol", "there"]);
});

test("[HIS-3] what is not told is said: older commits, and those that a shallow clone does not have", async () => {
  const { session, git } = await told();
  expect(await logOf(session, { limit: 1 })).toEqual(["think again: changed accept", "4 older commits are not shown."]);
  git("clone", "-q", "--depth", "2", `file://${session.cwd}`, "clone");
  const clone = in_(session, "clone");
  const missing = "The clone is shallow: what is older than commit # is missing. Fetch it with git fetch --unshallow.";
  expect(await logOf(clone)).toEqual(["think again: history, added, added accept", "break it: 1 error: C1003", missing]);
});

test("[HIS-3] a model that moved begins at its place, and it is said where it was", async () => {
  const made = await scratch({ "old/model.yaml": shopText("http"), "old/decisions.yaml": accepted("Once.") });
  made.git("mv", "old", "shop");
  await made.commit({}, "move it");
  const moved = "Before commit # the model was at old/model.yaml; what was done there is not told.";
  expect([await logOf(made.session), await blameOf(made.session)]).toEqual([["move it: history, added, added accept", moved], ["move it: history", "move it: decided Once.", "there", moved]]);
});

test("[HIS-3] when the time is up, what is done so far is told", async () => {
  const { session } = await told();
  let isUp = false;
  const slow: Session = {
    ...session, progress: (step) => { isUp ||= step.startsWith("Looking at commit 2"); },
    limit: (work) => {
      if (isUp) throw tooSlow(60);
      return work();
    },
  };
  expect(await logOf(slow)).toEqual(["think again: changed accept", "break it: 1 error: C1003", "The time was up after 2 of 5 commits; --time gives more.", "3 older commits are not shown."]);
});

test("[HIS-4] the log since a day or a ref", async () => {
  const { session, git } = await told();
  git("tag", "v1", "HEAD~1");
  expect([await logOf(session, { since: "v1" }), await logOf(session, { since: "2999-01-01" }), (await logOf(session, { since: "2020-01-01" })).length]).toEqual([["think again: changed accept"], [], 5]);
  await expect(logOf(session, { since: "2020-13-01" })).rejects.toThrow("There is no branch, tag or commit 2020-13-01.");
});

test("[HIS-5] blame tells by which commit and operation a threat came, what was decided, and by which it went", async () => {
  const { session, commit, write } = await told();
  const came = ["drop TLS: visit.protocol", "bear it: decided Only for a day.", "think again: changed Until the move."];
  expect(await blameOf(session)).toEqual([...came, "there"]);
  await write({ [file]: shopText("https") });
  expect(await blameOf(session)).toEqual([...came, "gone"]);
  await commit({}, "back to TLS");
  expect(await blameOf(session)).toEqual([...came, "back to TLS: gone", "gone"]);
  await commit({ [file]: shopText("http") }, "drop TLS again");
  expect(await blameOf(session)).toEqual(["drop TLS again: visit.protocol", "think again: decided Until the move.", "there"]);
  await commit({ "shop/decisions.yaml": null }, "forget it");
  expect((await blameOf(session)).slice(2)).toEqual(["forget it: taken-back Until the move.", "there"]);
});

test("[HIS-6] blame follows declared renames, knows what no commit has, and refuses what never was", async () => {
  const made = await scratch({ [file]: shopText("http") });
  await made.commit({ "shop/decisions.yaml": accepted("For now.") }, "bear it");
  const renamed = shopText("http").replace("  visit: {", "  call: {formerly: [visit], ");
  await made.commit({ [file]: renamed }, "rename it");
  const now = plain.replace("visit", "call");
  expect(await blameOf(made.session, now)).toEqual(["change: model", `was ${plain}`, "bear it: decided For now.", "there"]);
  await made.write({ [file]: `${renamed}  more: {from: shopper, to: web, protocol: http, carries: [order], response: []}\n` });
  expect([await blameOf(made.session, plain.replace("visit", "more")), await blameOf(made.session, "no-such-rule@visit"), await blameOf(made.session, plain.replace("visit", "calls"))])
    .toEqual([["not-committed"], ["A4009 There is no rule `no-such-rule`."], ["A4009 There is no flow `calls`."]]);
});

test("blame in a clone that ends before the threat came, and where nothing is committed", async () => {
  const { session, git, commit } = await told();
  await commit({ [file]: shopText("http", "owners: [ana]") }, "own it");
  git("clone", "-q", "--depth", "1", `file://${session.cwd}`, "clone");
  expect(await blameOf(in_(session, "clone"))).toEqual(["own it: history", "own it: decided Until the move.", "there", "The clone is shallow: what is older than commit # is missing. Fetch it with git fetch --unshallow."]);
  const fresh = await scratch({ "README.md": "Nothing yet" });
  await fresh.write({ [file]: shopText("http") });
  expect(await blameOf(fresh.session)).toEqual(["A4002 shop is in no commit yet."]);
});
