// The name of a cell. Threat Dragon keeps it twice, in the data and in the drawing; older files only in one of the two.
import { lose, settleAs } from "../foreign/account.ts";
import { excerpt, oneLine } from "../foreign/excerpt.ts";
import { takeLine } from "../foreign/intake.ts";
import type { Intake } from "../foreign/intake.ts";
import { under } from "../foreign/place.ts";
import type { Place } from "../foreign/place.ts";
import type { Shape } from "./shapes.ts";

/** What Threat Dragon calls things before somebody types. */
const newText = "Arbitrary Text";
const newNames = new Set([newText, "Actor", "Process", "Store", "Data Flow", "Trust Boundary"]);

export function cellName(intake: Intake, place: Place, data: Place, shape: Shape): string {
  const drawn = drawnTexts(place);
  const own = takeLine(intake, data, "name");
  const stated = shape === "text" && own === newText && drawn.length > 0 ? undefined : own;
  const name = stated ?? oneLine(String(drawn[0]?.value ?? ""));
  for (const text of drawn) account(intake, text, name);
  return name;
}

function account(intake: Intake, text: Place, name: string): void {
  const words = oneLine(String(text.value));
  if (words === name || newNames.has(words)) return settleAs(intake.account, words === name ? "carried" : "layout", text.at);
  lose(intake.account, { kind: "dropped", at: text.at, what: `drawn label "${excerpt(words)}"`, why: `The cell itself is called "${excerpt(name)}".` });
}

function drawnTexts(place: Place): readonly Place[] {
  const labels = under(place, "labels");
  const count = Array.isArray(labels.value) ? labels.value.length : 0;
  const ofEdges = Array.from({ length: count }, (_, index) => under(labels, index)).flatMap((label) => [
    label, under(label, "attrs", "labelText", "text"), under(label, "attrs", "label", "text"), under(label, "attrs", "text", "text"),
  ]);
  const all = [under(place, "attrs", "text", "text"), under(place, "attrs", "label", "text"), under(place, "label"), ...ofEdges];
  return all.filter((text) => typeof text.value === "string" && oneLine(text.value) !== "");
}
