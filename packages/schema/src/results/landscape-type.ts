// What a thing of the landscape is.
export type LandscapeType =
  | "model" | "boundary" | "element" | "flow" | "data" | "control" | "threat" | "question" | "path" | "technique" | "weakness" | "decision" | "evidence" | "vulnerability" | "incident" | "ticket" | "risk" | "person";
