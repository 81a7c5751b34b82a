/**
 * Effects run in the next turn, not a frame later: Preact's own timer of 35 ms may fire when a file's last test is over and its
 * document is gone, which fails the whole run.
 */
if (typeof document !== 'undefined') {
  const { options } = await import('preact');
  options.requestAnimationFrame = (run) => void setTimeout(run);
}

export {};
