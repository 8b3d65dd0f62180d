// A queue of numbers by key for searches whose keys never fall: one bucket per whole number, much faster than a heap.
// Keys within one bucket leave last in, first out, so the order depends on the input only.

export interface BucketQueue {
  push(key: number, value: number): void;
  /** A value with the smallest key (rounded down), or `undefined` when empty. */
  pop(): number | undefined;
  clear(): void;
}

export function bucketQueue(): BucketQueue {
  const buckets: number[][] = [];
  let first = 0;
  return {
    push(key, value) {
      const at = Math.max(first, Math.floor(key));
      while (buckets.length <= at) buckets.push([]);
      buckets[at]?.push(value);
    },
    pop() {
      for (; first < buckets.length; first++) {
        const value = buckets[first]?.pop();
        if (value !== undefined) return value;
      }
      return undefined;
    },
    clear() {
      for (const bucket of buckets) if (bucket.length > 0) bucket.length = 0;
      first = 0;
    },
  };
}
