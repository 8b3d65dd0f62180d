// Which loss a reader should see first: whole things that somebody drew, then what was said of them, then what never meant much.
import type { Loss } from "@merlon/schema";

/** A flow, a boundary or another object is missing from the model. */
const object = /^(?:open |text )?(?:flow|boundary|box|actor|process|store|element|component|data ?flow|trust ?zone|threat|cell)\b/i;

export function lossRank({ what, places }: { readonly what: string; readonly places: readonly Pick<Loss, "at">[] }): number {
  if (places.every(({ at }) => at === "/**")) return 3;
  if (object.test(what)) return 0;
  return /`false`|: false`/.test(what) ? 2 : 1;
}
