// A flow from an element to itself is allowed, but mostly one end is wrong, or two parts are drawn as one.
import type { Diagnostic } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import { describePath } from "../model/maps.ts";
import { whereEntryValue } from "../model/merge.ts";
import type { CheckContext } from "./check-context.ts";

export function checkSelfFlows({ maps }: CheckContext): readonly Diagnostic[] {
  return [...maps.flows.values()].filter(({ value }) => value.from === value.to)
    .map((entry) => diagnose("C1046", whereEntryValue(entry, "to"), { object: describePath(["flows", entry.id]), element: entry.value.to }));
}
