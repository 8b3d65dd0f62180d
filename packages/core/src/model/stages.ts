// The stages of a system's development in the order that they come.
import type { Stage } from "@merlon/schema";

export const STAGES: readonly Stage[] = ["idea", "design", "build", "deploy", "operate", "retire"];
