// Ties a Zod schema to a plain interface: any difference between the two is a compile error, in both directions.
// A bare annotation would let an extra optional key through; this does not. Adds nothing at run time.
import type * as z from "zod";

/** Ignores `readonly`, which Zod does not infer; everything else must agree. */
type Plain<T> = T extends readonly (infer Item)[]
  ? Plain<Item>[]
  : T extends object ? { -readonly [Key in keyof T]: Plain<T[Key]> } : T;

type Same<A, B> = (<G>() => G extends A ? 1 : 2) extends (<G>() => G extends B ? 1 : 2) ? true : false;

/** What the compiler prints when they differ. */
export interface Difference<T, Output> {
  readonly missingInSchema: Exclude<keyof T, keyof Output>;
  readonly notInInterface: Exclude<keyof Output, keyof T>;
  readonly otherType: {
    [Key in keyof T & keyof Output as Same<Plain<Pick<T, Key>>, Plain<Pick<Output, Key>>> extends true ? never : Key]:
      { readonly declared: T[Key]; readonly schema: Output[Key] }
  };
}

type Proof<T, Output> = Same<Plain<T>, Plain<Output>> extends true ? [] : [difference: Difference<T, Output>];

/** `exactly<Flow>()(z.strictObject({ … }))` */
export function exactly<T>() {
  return function checked<S extends z.ZodType>(schema: S, ..._proof: Proof<T, z.output<S>>): z.ZodType<T> {
    return schema as unknown as z.ZodType<T>; // the proof above is the reason
  };
}
