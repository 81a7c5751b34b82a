import { vi } from 'vitest';

/** How long something is waited for, ms: beyond what a busy machine takes. Only a test that fails waits so long. */
const PATIENCE = 10_000;
const { waitFor } = vi;
vi.waitFor = (callback, options = PATIENCE) => waitFor(callback, options);

/**
 * Effects run in the next turn, not a frame later: Preact's own timer of 35 ms may fire when a file's last test is over and its
 * document is gone, which fails the whole run.
 */
if (typeof document !== 'undefined') {
  const { options } = await import('preact');
  options.requestAnimationFrame = (run) => void setTimeout(run);
  const { configure } = await import('@testing-library/preact');
  configure({ asyncUtilTimeout: PATIENCE });
}
