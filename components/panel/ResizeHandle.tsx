import { useRef } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import { usePanel } from './panel-deps';

const NARROWEST = 320;
const WIDEST = 520;
const STEP = 20;

/** The left edge: drag it, or focus it and use the arrow keys. */
export function ResizeHandle() {
  const words = useWords();
  const { resize } = usePanel();
  const handle = useRef<HTMLDivElement>(null);
  const width = () =>
    Math.round(handle.current?.parentElement?.getBoundingClientRect().width ?? 380);
  const to = (wish: number, done: boolean) => {
    const next = Math.min(WIDEST, Math.max(NARROWEST, Math.round(wish)));
    handle.current?.setAttribute('aria-valuenow', String(next));
    resize(next, done);
  };
  const drag = (event: PointerEvent, done: boolean) => {
    const right = handle.current?.parentElement?.getBoundingClientRect().right ?? 0;
    if (handle.current?.hasPointerCapture(event.pointerId)) to(right - event.clientX, done);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be dragged; this is a separator that can be focused and moved.
    <div
      ref={handle}
      class="resize"
      role="separator"
      aria-orientation="vertical"
      aria-label={words('panel_resize')}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      aria-valuenow={380}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => drag(event, false)}
      onPointerUp={(event) => drag(event, true)}
      onKeyDown={(event) => {
        const by = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        to(width() + by, true);
      }}
    />
  );
}
