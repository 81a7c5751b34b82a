/** Draws only the rows near the window of a long list, and keeps what is being read where it is, whatever comes in above or below. */
import type { RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ConversationStore } from '@/stores/conversation';
import type { Row } from '@/stores/core/rows';
import type { Goal } from '@/stores/panel-state';
import { createRowHeights, type RowHeights } from './row-heights';

/** Rows drawn beyond the window on either side. With a full window the whole panel stays far under 1,500 elements. */
const SPARE_ROWS = 8;
/** Within so many px of the end counts as the end. */
const END_PX = 32;
/** Room that the pinned question takes of the window's top. */
const PINNED_PX = 72;

/** Goals that were gone to: once each, though lists come and go. */
const goneTo = new WeakSet<Goal>();

export interface Range {
  first: number;
  /** Exclusive. */
  last: number;
}

export interface FeedView {
  scroller: RefObject<HTMLDivElement | null>;
  /** As high as all rows together. */
  canvas: RefObject<HTMLDivElement | null>;
  /** Holds the drawn rows; each child element is one row, in order. */
  block: RefObject<HTMLDivElement | null>;
  range: Range;
  heights: RowHeights;
  /** Index of the topmost row in sight, for what is pinned. */
  topmost: number;
  onScroll: () => void;
}

export interface Place {
  key: string;
  /** How far the window's top lies below the row's. */
  delta: number;
  /** Where the row stood; it is looked for there first. */
  index: number;
}

export interface FeedWish {
  rows: readonly Row[];
  /** The end is kept in sight. */
  stick: boolean;
  /** Key of the row that is pinned over the list while it is out of sight. */
  pinned: string | null;
  /** Where the list was asked to go; each object once. */
  goal: Goal | null;
  /** Where the list was left; kept by the caller. */
  place: RefObject<Place | null>;
}

/** The list's elements and what to draw in them; it looks after scrolling, measuring and keeping the place by itself. */
export function useFeed(wish: FeedWish, store: ConversationStore): FeedView {
  const { rows, stick, goal, place } = wish;
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const block = useRef<HTMLDivElement>(null);
  const heights = useMemo(createRowHeights, []);
  if (heights.rows !== rows) heights.setRows(rows);
  const [range, setRange] = useState<Range>({ first: 0, last: 2 * SPARE_ROWS });
  const [topmost, setTopmost] = useState(0);
  const ownTop = useRef(0);
  // Whoever measures a frame later must not go by what was wished before.
  const latest = useRef(wish);
  latest.current = wish;
  const drawn = drawnRange(range, rows.length, stick);

  const settle = useCallback(() => {
    const box = scroller.current;
    if (box === null || canvas.current === null || block.current === null) return;
    const parts = { box, canvas: canvas.current, block: block.current };
    // Scrolled since we looked, and the event has not come yet: that is the place to keep, …
    const unseen = Math.abs(box.scrollTop - ownTop.current) > 1;
    if (unseen) place.current = placeAt(box.scrollTop, heights);
    const { stick, pinned } = latest.current;
    layOut(parts, heights, { stick: stick && !unseen, pinned, place: place.current });
    // … and for the event to find.
    if (!unseen) ownTop.current = box.scrollTop;
    place.current = placeAt(box.scrollTop, heights);
    setTopmost(heights.at(box.scrollTop + PINNED_PX));
    setRange((now) => rangeAt(box, heights, now));
  }, [heights, place]);

  useLayoutEffect(() => {
    const box = scroller.current;
    if (goal !== null && !goneTo.has(goal) && box !== null) {
      goneTo.add(goal);
      // Where the list stands decides whether there is anywhere to go.
      settle();
      place.current = goalPlace(goal, box, heights) ?? place.current;
      settle();
      arrive(goal, box, store, heights);
    } else settle();
  });

  useResized(settle, scroller, block);

  const onScroll = useCallback(() => {
    const box = scroller.current;
    if (box === null) return;
    const byPerson = Math.abs(box.scrollTop - ownTop.current) > 1;
    ownTop.current = box.scrollTop;
    place.current = placeAt(box.scrollTop, heights);
    setTopmost(heights.at(box.scrollTop + PINNED_PX));
    setRange((now) => rangeAt(box, heights, now));
    if (!byPerson) return;
    store.touch();
    store.scrolled(isAtEnd(box));
  }, [heights, store, place]);

  return { scroller, canvas, block, range: drawn, heights, topmost, onScroll };
}

/** Runs when the window of the list or what is drawn in it has another size. */
function useResized(run: () => void, ...elements: RefObject<HTMLElement | null>[]): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the refs are the same ones for good.
  useEffect(() => {
    // A frame later: whoever changes sizes inside the callback gives the page an error event.
    const watch = new ResizeObserver(() => requestAnimationFrame(run));
    for (const { current } of elements) if (current) watch.observe(current);
    return () => watch.disconnect();
  }, [run]);
}

/** Where the end is kept in sight, rows beyond what was drawn are the ones that will be seen. */
function drawnRange({ first, last }: Range, count: number, stick: boolean): Range {
  if (stick && last < count) return { first: Math.max(0, count - 2 * SPARE_ROWS), last: count };
  return { first: Math.min(first, count), last: Math.min(last, count) };
}

/** What is pinned over the list must not hide its first row for good: so much room is left above that. */
function leadOver(box: HTMLElement, heights: RowHeights, key: string | null): number {
  if (heights.rows.slice(0, 3).some((row) => row.key === key)) return 0;
  const pinned = box.previousElementSibling;
  // Not pinned just now: the room stays as it is, or the rows would move.
  return pinned === null ? heights.top(0) : pinned.getBoundingClientRect().height;
}

/** Writes only what changed: every write makes the next reading lay the page out again. */
function setPx(element: HTMLElement, name: 'height' | 'top', value: number): void {
  const px = `${Math.round(value * 100) / 100}px`;
  if (element.style[name] !== px) element.style[name] = px;
}

/** Measures the drawn rows, puts them where they belong, and scrolls to where the reader is. */
function layOut(
  { box, canvas, block }: { box: HTMLElement; canvas: HTMLElement; block: HTMLElement },
  heights: RowHeights,
  { stick, pinned, place }: { stick: boolean; pinned: string | null; place: Place | null },
): void {
  heights.setWidth(box.clientWidth);
  const first = Number(block.dataset.first);
  number(block, first, heights.rows.length);
  const lead = leadOver(box, heights, pinned);
  // At the very top one stays there, whatever room that takes.
  const atTop = lead !== heights.top(0) && box.scrollTop === 0 && !place?.index;
  heights.setLead(lead);
  heights.measured(measure(block));
  setPx(canvas, 'height', heights.top(heights.rows.length));
  setPx(block, 'top', heights.top(first));
  const top = stick ? endOf(box, heights) : atTop ? 0 : topOf(place, heights);
  if (top !== null && Math.abs(box.scrollTop - top) > 0.5) box.scrollTop = top;
}

/** Where each drawn row stands among all, for screen readers. */
function number(block: HTMLElement, first: number, count: number): void {
  let position = first;
  for (const row of block.children) {
    position += 1;
    if (row.ariaPosInSet !== String(position)) row.ariaPosInSet = String(position);
    if (row.ariaSetSize !== String(count)) row.ariaSetSize = String(count);
  }
}

function* measure(block: HTMLElement): Generator<readonly [string, number]> {
  for (const row of block.children) {
    const key = (row as HTMLElement).dataset.key;
    if (key !== undefined) yield [key, row.getBoundingClientRect().height];
  }
}

function isAtEnd(box: HTMLElement): boolean {
  return box.scrollHeight - box.clientHeight - box.scrollTop <= END_PX;
}

function endOf(box: HTMLElement, heights: RowHeights): number {
  return Math.max(0, heights.top(heights.rows.length) - box.clientHeight);
}

function placeAt(scrollTop: number, heights: RowHeights): Place | null {
  const index = heights.at(scrollTop);
  const row = heights.rows[index];
  return row === undefined ? null : { key: row.key, delta: scrollTop - heights.top(index), index };
}

function topOf(place: Place | null, heights: RowHeights): number | null {
  if (place === null) return null;
  const there = heights.rows[place.index]?.key === place.key;
  const index = there ? place.index : heights.index(place.key);
  return index === undefined ? null : Math.max(0, heights.top(index) + place.delta);
}

/** The window with its spare rows; the same object while nothing changed, and no change for a row or two. */
function rangeAt(box: HTMLElement, heights: RowHeights, now: Range): Range {
  const count = heights.rows.length;
  // Without layout (a hidden panel, a test) a usual window is assumed.
  const height = box.clientHeight || 700;
  const top = Math.max(0, heights.at(box.scrollTop));
  const bottom = heights.at(box.scrollTop + height) + 1;
  const enough = SPARE_ROWS / 2;
  const covers =
    now.first <= Math.max(0, top - enough) && now.last >= Math.min(count, bottom + enough);
  if (covers && now.last - now.first <= bottom - top + 3 * SPARE_ROWS) return now;
  return { first: Math.max(0, top - SPARE_ROWS), last: bottom + SPARE_ROWS };
}

function goalPlace(goal: Goal, box: HTMLElement, heights: RowHeights): Place | null {
  const last = heights.rows.length - 1;
  const index = goal.key === null ? last : heights.index(goal.key);
  const row = index === undefined ? undefined : heights.rows[index];
  if (index === undefined || row === undefined) return null;
  const top = heights.top(index);
  if (goal.key === null) return { key: row.key, delta: endOf(box, heights) - top, index };
  if (goal.align === 'start') return { key: row.key, delta: index === 0 ? -top : -4, index };
  const inSight =
    top >= box.scrollTop + PINNED_PX && heights.top(index + 1) <= box.scrollTop + box.clientHeight;
  const delta = -Math.max(PINNED_PX + 8, box.clientHeight / 3);
  return inSight ? null : { key: row.key, delta, index };
}

/** Once the row is drawn: the focus follows, and the store learns whether this is the end. */
function arrive(goal: Goal, box: HTMLElement, store: ConversationStore, heights: RowHeights): void {
  requestAnimationFrame(() => {
    if (goal.key !== null && goal.focus) {
      const row = heights.index(goal.key);
      box
        .querySelector<HTMLElement>(`[aria-posinset="${(row ?? -2) + 1}"]`)
        ?.focus({ preventScroll: true });
    }
    store.scrolled(isAtEnd(box));
  });
}
