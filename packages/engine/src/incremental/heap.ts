// Items by a number, the least first: a binary heap.

export interface Heap<T> {
  push(item: T, by: number): void;
  pop(): T | undefined;
}

export function createHeap<T>(): Heap<T> {
  const heap: { readonly item: T; readonly by: number }[] = [];
  const swap = (a: number, b: number): void => void ([heap[a], heap[b]] = [heap[b]!, heap[a]!]);
  return {
    push(item, by) {
      heap.push({ item, by });
      for (let at = heap.length - 1; at > 0; at = (at - 1) >> 1) {
        if (heap[(at - 1) >> 1]!.by <= heap[at]!.by) return;
        swap(at, (at - 1) >> 1);
      }
    },
    pop() {
      if (heap.length === 0) return undefined;
      swap(0, heap.length - 1);
      const { item } = heap.pop()!;
      for (let at = 0; ;) {
        const [left, right] = [2 * at + 1, 2 * at + 2];
        const least = right < heap.length && heap[right]!.by < heap[left]!.by ? right : left;
        if (least >= heap.length || heap[at]!.by <= heap[least]!.by) return item;
        swap(at, least);
        at = least;
      }
    },
  };
}
