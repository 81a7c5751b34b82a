import { type ComponentProps, createElement } from 'preact';
import { useEffect, useErrorBoundary, useState } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import { usePanel } from './panel-deps';
import type { PartName, Parts } from './parts';

type Props<N extends PartName> = { part: N } & Omit<ComponentProps<Parts[N]>, 'deps'>;

/** A part whose script comes when it is first drawn. Until then there is room; if it does not come, or fails, words say so and a button asks again. */
export function Later<N extends PartName>({ part, ...props }: Props<N>) {
  const words = useWords();
  const deps = usePanel();
  const [failed, setFailed] = useState(false);
  const [error, forget] = useErrorBoundary();
  const [, redraw] = useState(0);
  const again = () => {
    setFailed(false);
    forget();
  };
  const there = deps.parts.get(part);
  useEffect(() => {
    if (there !== undefined || failed) return undefined;
    let here = true;
    deps.parts.load(part).then(
      () => here && redraw((n) => n + 1),
      () => here && setFailed(true),
    );
    return () => {
      here = false;
    };
  }, [deps, part, there, failed]);
  if (there !== undefined && !error) return createElement(there as never, { ...props, deps });
  return (
    <p class="later" role="status">
      {(failed || error) && (
        <>
          {words('panel_part_failed')}{' '}
          <button type="button" class="plain" onClick={again}>
            {words('panel_part_again')}
          </button>
        </>
      )}
    </p>
  );
}
