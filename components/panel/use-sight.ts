/** What a screen over the conversation may show: all but what waits and what is hidden. */
import { useMemo } from 'preact/hooks';
import type { Conversation } from '@/stores/core/conversation';
import type { Sight } from '@/stores/core/rows-groups';
import { hiddenBy } from '@/stores/panel-rows';
import { usePanelState } from './panel-deps';

/** Works something out of the conversation anew whenever it, or what may be seen of it, changes. */
export function useSight<T>(build: (conversation: Conversation, sight: Sight) => T): T {
  const conversation = usePanelState((state) => state.conversation);
  const held = usePanelState((state) => state.held);
  const muted = usePanelState((state) => state.muted);
  const showMuted = usePanelState((state) => state.showMuted);
  return useMemo(
    () => build(conversation, { held, isHidden: hiddenBy(muted, showMuted) }),
    [build, conversation, held, muted, showMuted],
  );
}
