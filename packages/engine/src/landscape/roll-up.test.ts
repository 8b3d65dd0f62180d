// Risks from technical ones up to the company's, and what each adds up to.
import type { LandscapeObject, LandscapeRelation, Severity } from "@merlon/schema";
import { RiskRollUpSchema } from "@merlon/schema/results";
import { expect, test } from "vitest";
import { rollUp } from "./roll-up.ts";

const risk = (id: string, severity?: Severity, state = "open"): LandscapeObject => ({ id: `risk:${id}`, type: "risk", title: id, kind: id.slice(0, 2), state, ...(severity ? { severity } : {}) });
const vulnerability = (id: string, severity: Severity, state = "open"): LandscapeObject => ({ id: `vulnerability:${id}`, type: "vulnerability", title: id, state, severity });
const threat = (id: string, severity: Severity, state = "open"): LandscapeObject => ({ id: `threat:${id}`, type: "threat", title: id, state, severity });

function rolled(objects: readonly LandscapeObject[], ...lines: readonly string[]) {
  const relations = lines.map((line) => line.split(" ") as [string, LandscapeRelation["type"], string]).map(([from, type, to]) => ({ from, type, to }));
  return rollUp({ objects: new Map(objects.map((object) => [object.id, object])), relations });
}

const told = (...args: Parameters<typeof rolled>) => rolled(...args).map(({ title, said, fed, level, verdict, chain }) => [title, said, fed, level, verdict, chain.map((step) => step.title).join(" > ")]);

test("[LND-9] a risk is at least as bad as the worst that feeds it, however far below, and both are told with the chain between", () => {
  const objects = [risk("R1", "medium"), risk("R3", "low"), risk("R4", "high"), vulnerability("v", "high"), vulnerability("w", "critical", "done"), threat("t", "medium")];
  const found = rolled(objects, "vulnerability:v feeds risk:R4", "vulnerability:w feeds risk:R4", "threat:t feeds risk:R3", "risk:R4 leads-to risk:R3", "risk:R3 leads-to risk:R1");
  expect(found.flatMap((one) => RiskRollUpSchema.safeParse(one).error?.issues ?? [])).toEqual([]);
  expect(found.map(({ title, said, fed, level, verdict, chain }) => [title, said, fed, level, verdict, chain.map((step) => step.title).join(" > ")])).toEqual([
    ["R1", "medium", "high", "high", "understated", "v > R4 > R3 > R1"], ["R3", "low", "high", "high", "understated", "v > R4 > R3"], ["R4", "high", "high", "high", "agrees", "v > R4"],
  ]);
  expect(found[2]!.feeders).toEqual([
    { id: "vulnerability:v", type: "vulnerability", title: "v", state: "open", level: "high", counts: true }, { id: "vulnerability:w", type: "vulnerability", title: "w", state: "done", counts: false },
  ]);
});

test("[LND-9] what is accepted counts; what is mended, dismissed or closed does not, yet what feeds it passes through", () => {
  expect(told([risk("R2", "low"), risk("R4", "critical", "done"), vulnerability("v", "high", "accepted")], "vulnerability:v feeds risk:R4", "risk:R4 leads-to risk:R2")).toEqual([
    ["R2", "low", "high", "high", "understated", "v > R4 > R2"], ["R4", "critical", "high", "high", "ended-but-fed", "v > R4"],
  ]);
  expect(told([risk("R3", "high"), threat("t", "high", "dismissed"), vulnerability("v", "medium")], "threat:t feeds risk:R3", "vulnerability:v confirms threat:t")).toEqual([["R3", "high", "medium", "high", "overstated", "v > t > R3"]]);
});

test("[LND-9] where nothing feeds a risk, or nobody said a level, that is told, and a circle is no reason", () => {
  expect(told([risk("R0"), risk("R1", "high"), risk("R2"), risk("R3", "low"), risk("R4", "high", "done"), vulnerability("v", "low", "done")], "vulnerability:v feeds risk:R3", "risk:R3 leads-to risk:R2", "risk:R2 leads-to risk:R3")).toEqual([
    ["R0", undefined, undefined, undefined, "unknown", ""], ["R1", "high", undefined, "high", "unfed", ""], ["R2", undefined, "low", "low", "unsaid", "R3 > R2"], ["R3", "low", undefined, "low", "overstated", ""], ["R4", "high", undefined, undefined, "ended", ""],
  ]);
});
