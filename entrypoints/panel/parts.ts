/** Has the panel's later parts put into the page. */
import { type PartSource, type Parts, SCRIPTS } from '@/components/panel/parts';
import type { Bridge } from '@/stores/bridge';

export function createParts(bridge: Bridge): PartSource {
  const get = <N extends keyof Parts>(name: N) => bridge.parts[name] as Parts[N] | undefined;
  return {
    get,
    async load(name) {
      const script = SCRIPTS[name];
      // A background that was killed on the way is woken by the second try.
      if (!get(name)) await bridge.load(script);
      if (!get(name)) await bridge.load(script);
      if (!get(name)) throw new Error(`${script} did not come`);
    },
  };
}
