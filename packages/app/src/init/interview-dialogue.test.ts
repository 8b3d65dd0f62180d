import { expect, test } from "vitest";
import { playDialogue } from "../testing/play-dialogue.ts";
import { interviewDialogue } from "./interview-dialogue.ts";

test("only what fits is asked, and what stands alone is no choice among the others", async () => {
  const { result, asked } = await playDialogue(interviewDialogue, [
    "Nightly job", "", "Something that works by itself, without users (a job, a data pipeline)", "Nobody; it works by itself", ["Things that anybody may see"], "Not bad", "I don't know",
    ["In a database"], "None", "Nobody touches it", "I don't know", "None of these",
  ]);
  expect(result).toEqual({
    name: "Nightly job", purpose: "", form: "background", users: ["nobody"], data: ["published"], correctness: "none", outage: "unknown", stores: ["database"], others: ["none"], operation: ["nobody"], place: "unknown", present: ["none"],
  });
  expect(asked.length).toBe(12);
  await expect(playDialogue(interviewDialogue, ["Nightly job", "", "A web site or web application", ["People who work for us", "Nobody; it works by itself"]])).rejects.toThrow("does not offer Nobody; it works by itself");
});

test("a longer way has about fifteen questions", async () => {
  const { asked, result } = await playDialogue(interviewDialogue, [
    "Portal", "Members pay.", "A web site or web application", ["People who work for us"], "From anywhere on the internet", ["With a password"], ["User accounts and profiles", "Something else"],
    "A disaster", "Annoying", "For a day", ["In a database"], ["A payment provider"], ["Something else"], ["Administrators use pages of the system itself"], "With a password", "In a public cloud",
    ["A record of who did what"], ["A limit on how much one caller may ask for"],
  ]);
  expect([asked.length, result?.["sent-out"], result?.missing]).toEqual([18, ["other"], ["limits"]]);
});
