/** X's virtualised timeline: absolutely placed cells whose nodes are used again for other posts as one scrolls. */
import { useEffect, useLayoutEffect, useReducer, useRef } from 'react';

const ESTIMATE = 150;
const OVERSCAN = 700;
const MOST = 60;

interface Item {
  id: string;
}

export interface VirtualListProps<T extends Item> {
  rows: readonly T[];
  render(row: T): unknown;
  onEnd(): void;
}

interface CellProps {
  id: string;
  top: number;
  children?: unknown;
  onHeight(id: string, height: number): void;
}

function Cell({ id, top, children, onHeight }: CellProps) {
  const node = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (node.current) onHeight(id, node.current.offsetHeight);
  });
  useEffect(() => {
    const { current } = node;
    if (!current) return;
    const observer = new ResizeObserver(() => onHeight(id, current.offsetHeight));
    observer.observe(current);
    return () => observer.disconnect();
  }, [id, onHeight]);
  return (
    <div
      ref={node}
      data-testid="cellInnerDiv"
      className="css-175oi2r"
      style={{ transform: `translateY(${top}px)`, position: 'absolute', width: '100%' }}
    >
      <div className="cell">
        <div className="css-175oi2r">{children as string}</div>
      </div>
    </div>
  );
}

/** Which node slot each visible row has: a leaving row's slot goes to an entering one. */
function assignSlots(ids: readonly string[], slots: Map<string, number>): Map<string, number> {
  const next = new Map<string, number>();
  const taken = new Set<number>();
  for (const id of ids) {
    const slot = slots.get(id);
    if (slot === undefined) continue;
    next.set(id, slot);
    taken.add(slot);
  }
  let free = 0;
  for (const id of ids) {
    if (next.has(id)) continue;
    while (taken.has(free)) free++;
    next.set(id, free);
    taken.add(free);
  }
  return next;
}

function visibleRange(tops: readonly number[], boxTop: number): [number, number] {
  const first = tops.findLastIndex((top) => top <= -boxTop - OVERSCAN);
  const from = Math.max(0, first);
  let to = from;
  while (to < tops.length && (tops[to] ?? 0) < -boxTop + innerHeight + OVERSCAN) to++;
  return [from, Math.min(to, from + MOST)];
}

export function VirtualList<T extends Item>({ rows, render, onEnd }: VirtualListProps<T>) {
  const box = useRef<HTMLDivElement>(null);
  const heights = useRef(new Map<string, number>());
  const slots = useRef(new Map<string, number>());
  const tops = useRef<number[]>([]);
  const range = useRef<[number, number]>([0, 10]);
  const [, redraw] = useReducer((n: number) => n + 1, 0);

  let height = 0;
  tops.current = rows.map((row) => {
    const top = height;
    height += heights.current.get(row.id) ?? ESTIMATE;
    return top;
  });

  const look = useRef(() => {});
  look.current = () => {
    const top = box.current?.getBoundingClientRect().top ?? 0;
    const [from, to] = visibleRange(tops.current, top);
    if (to >= rows.length - 2) onEnd();
    if (from === range.current[0] && to === range.current[1]) return;
    range.current = [from, to];
    redraw(0);
  };

  const onHeight = useRef((id: string, value: number) => {
    const before = heights.current.get(id);
    if (before === value || value === 0) return;
    heights.current.set(id, value);
    redraw(0);
  });

  useEffect(() => {
    const run = () => look.current();
    run();
    addEventListener('scroll', run, { passive: true });
    addEventListener('resize', run);
    return () => {
      removeEventListener('scroll', run);
      removeEventListener('resize', run);
    };
  }, []);
  useLayoutEffect(() => look.current());

  const [from, to] = range.current;
  const shown = rows.slice(from, to);
  slots.current = assignSlots(
    shown.map((row) => row.id),
    slots.current,
  );
  return (
    <div ref={box} style={{ position: 'relative', minHeight: `${height}px` }}>
      {shown.map((row, at) => (
        <Cell
          key={slots.current.get(row.id)}
          id={row.id}
          top={tops.current[from + at] ?? 0}
          onHeight={onHeight.current}
        >
          {render(row)}
        </Cell>
      ))}
    </div>
  );
}
