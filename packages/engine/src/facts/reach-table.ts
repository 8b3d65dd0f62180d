// How far attackers get, for every element; see reach.ts for how it is worked out.
import type { FlowSubject, Input } from "./subject.ts";

/** All by element index, once with every unknown at its safest (low) and once at its least safe (high). */
export interface ReachTable {
  /** Place in REACHES. */
  readonly low: Uint8Array;
  readonly high: Uint8Array;
  /** Bit set over ACTORS of who gets there, directly or through others. */
  readonly actors: { readonly low: Uint8Array; readonly high: Uint8Array };
  /** The flow through which the highest reach comes; explains it. */
  readonly through: ReadonlyMap<number, FlowSubject>;
  /** The unknown inputs next to an element that decide its reach. */
  readonly inputs: ReadonlyMap<number, readonly Input[]>;
}
