import { type ComponentChild, options } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

interface VirtualProps<Item> {
  readonly items: readonly Item[];
  readonly heightOf: (item: Item) => number;
  readonly keyOf: (item: Item) => string;
  readonly render: (item: Item, index: number) => ComponentChild;
  readonly label: string;
}

/** So much beyond the window is kept ready, in pixels. */
const margin = 250;

/**
 * A long list of which only what is near the window exists. A row is drawn once for as long as the items are the same: the same element
 * again is passed over when the page is compared with what it was. When it is printed, all rows exist.
 */
export const Virtual = <Item,>({ items, heightOf, keyOf, render, label }: VirtualProps<Item>) => {
  const box = useRef<HTMLUListElement>(null);
  const tops = useMemo(() => topsOf(items, heightOf), [items]);
  const drawn = useMemo(() => new Map<number, ComponentChild>(), [items]);
  const isPrinting = usePrinting();
  const [first, last] = useWindow(box, tops);
  const [from, to] = isPrinting ? [0, items.length] : [first, Math.min(last, items.length)];
  const draw = (item: Item, index: number): ComponentChild => (
    <li
      key={keyOf(item)}
      aria-setsize={items.length}
      aria-posinset={index + 1}
      class="virtual-row"
      data-row={index}
      style={{ top: `${tops[index]}px`, height: `${heightOf(item)}px` }}
    >
      {render(item, index)}
    </li>
  );
  return (
    <ul ref={box} class="virtual" aria-label={label} style={{ height: `${tops.at(-1) ?? 0}px` }}>
      {items.slice(from, to).map((item, offset) => {
        const row = drawn.get(from + offset) ?? draw(item, from + offset);
        drawn.set(from + offset, row);
        return row;
      })}
    </ul>
  );
};

/** Where each row begins, and at the end where the last one ends. */
const topsOf = <Item,>(items: readonly Item[], heightOf: (item: Item) => number): readonly number[] => {
  const tops = [0];
  for (const item of items) tops.push((tops.at(-1) ?? 0) + heightOf(item));
  return tops;
};

/** The rows near the window, followed while it scrolls. */
const useWindow = (
  box: { readonly current: HTMLElement | null },
  tops: readonly number[],
): readonly [number, number] => {
  const [range, setRange] = useState<readonly [number, number]>([0, 40]);
  useLayoutEffect(() => {
    const look = () => {
      const top = -(box.current?.getBoundingClientRect().top ?? 0);
      const next = [rowAt(tops, top - margin), rowAt(tops, top + innerHeight + margin) + 1] as const;
      setRange((now) => (now[0] === next[0] && now[1] === next[1] ? now : next));
    };
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [tops]);
  return range;
};

/** The row at a height, by halving. */
const rowAt = (tops: readonly number[], height: number): number => {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Whether the page is being printed; it has to be whole before the browser goes on. */
const usePrinting = (): boolean => {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const turn = (on: boolean) => () => {
      const later = options.debounceRendering;
      options.debounceRendering = (draw) => draw();
      setPrinting(on);
      if (later) options.debounceRendering = later;
      else delete options.debounceRendering;
    };
    const [begin, end] = [turn(true), turn(false)];
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
};
