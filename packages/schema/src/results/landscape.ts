// The threat landscape: what the model says, what the engine found and what people decided, as one graph of things and the relations between them.
import type { Severity } from "../common/stride.ts";
import type { Where } from "./diagnostic.ts";
import type { LandscapeType } from "./landscape-type.ts";
import type { ModelView } from "./model-view.ts";
import type { RiskRollUp } from "./risk-roll-up.ts";

/** Read from the first thing to the second: an element lies inside a boundary, a threat uses a technique. */
export type LandscapeRelationType =
  | "inside" | "part-of" | "sends" | "arrives-at" | "passes" | "holds" | "carries" | "protects" | "threatens" | "concerns" | "uses" | "rests-on" | "would-stop"
  | "asks-about" | "passes-through" | "goes-by" | "ends-at" | "decides" | "shows" | "feeds" | "leads-to" | "endangers" | "owns" | "made"
  | "affects" | "confirms" | "contradicts" | "tracks" | "fixes" | "blocks" | "relates" | "manages" | "has-stake-in";

export interface LandscapeObject {
  /** Its type, a colon, and its own id: `element:web`, `technique:T1190`. */
  readonly id: string;
  readonly type: LandscapeType;
  readonly title: string;
  /** What it is more exactly: the kind of an element, what was decided, where evidence is from. */
  readonly kind?: string;
  /** How it stands: of a threat, a control, a decision. */
  readonly state?: string;
  readonly severity?: Severity;
  /** What a risk adds up to, with all that feeds it. */
  readonly level?: Severity;
  readonly tags?: readonly string[];
  /** The day that counts for it, YYYY-MM-DD: the last one of an acceptance, the one of evidence. */
  readonly day?: string;
  readonly url?: string;
  /** Where the model says it. */
  readonly where?: Where;
  /** Relations from the start; only in the landscape of something. */
  readonly distance?: number;
}

export interface LandscapeRelation {
  readonly from: string;
  readonly type: LandscapeRelationType;
  readonly to: string;
}

/** Which relations are followed, in which direction, and how far. */
export interface Traversal {
  /** Its name, or `own`. */
  readonly name: string;
  /** A type of relation with `>` (from the first thing to the second) or `<` (back). */
  readonly steps: readonly string[];
  readonly depth: number;
}

export interface LandscapeFilter {
  readonly types?: readonly LandscapeType[];
  readonly states?: readonly string[];
  /** The least severity of what has one. */
  readonly severity?: Severity;
  readonly tags?: readonly string[];
}

export interface Landscape {
  readonly schema: "merlon/landscape/1";
  readonly model: { readonly id: string; readonly title: string; readonly digest: string };
  readonly view?: ModelView;
  /** The day expiries were judged at, YYYY-MM-DD. */
  readonly at: string;
  /** Ids of the things it is the landscape of, and how it was walked; absent for the whole graph. */
  readonly of?: readonly string[];
  readonly traversal?: Traversal;
  readonly filter?: LandscapeFilter;
  /** By type, then by id. */
  readonly objects: readonly LandscapeObject[];
  readonly relations: readonly LandscapeRelation[];
  /** Of its risks, the highest rank first; what feeds them counts whether it is in this part of the graph or not. */
  readonly rollUp?: readonly RiskRollUp[];
}
