/** The parts of the panel that few open at a time: what gathers, what searches, what moves a post. Put into a page when the first of them is asked for. */
import { browser, defineUnlistedScript } from '#imports';
import { bringParts, standAlone } from '@/components/panel/bring-parts';
import { CatchUp } from '@/components/panel/CatchUp';
import { type ChatChoice, ChatSwitch } from '@/components/panel/ChatSwitch';
import { Finder } from '@/components/panel/Finder';
import { Links } from '@/components/panel/Links';
import { MenuList } from '@/components/panel/MenuList';
import { MoveMenu } from '@/components/panel/MoveMenu';
import { People } from '@/components/panel/People';
import { PostMenu } from '@/components/panel/PostMenu';
import sheetCss from '@/components/panel/sheet.css?inline';
import type { Words } from '@/components/shared/words';
import { type Bridge, takeBridge } from '@/stores/bridge';
import { formatClock } from '@/stores/core/clock';
import { buildFoundRows } from '@/stores/core/rows-found';
import { AROUND } from '@/stores/core/schedule';
import { sendMessage } from '@/stores/messages';
import { changeSettings } from '@/stores/own-settings';

export default defineUnlistedScript(() => {
  const bridge = takeBridge();
  if (!bridge) return;
  const earlier = () => readEarlier(bridge);
  bringParts(
    bridge,
    {
      menu: standAlone(MenuList),
      chats: standAlone(ChatSwitch, {
        read: (words: Words) => readChats(bridge, words),
        switchTo: bridge.switchTo,
      }),
      catchUp: standAlone(CatchUp),
      links: standAlone(Links),
      people: standAlone(() => <People readEarlier={earlier} />),
      finder: standAlone(Finder),
      postMenu: standAlone(PostMenu),
      move: standAlone(MoveMenu),
      found: buildFoundRows,
      keepMuted: (muted) => changeSettings(browser.storage.local, () => ({ muted })),
    },
    sheetCss,
  );
});

function readChats(bridge: Bridge, words: Words): ChatChoice[] {
  const reader = { locale: 'en-GB', timeZone: Temporal.Now.timeZoneId() };
  return bridge.chats().map(({ chat: { hashtag }, clock }) => ({
    hashtag,
    state: clock.state,
    text: formatClock(clock, words, reader).main,
  }));
}

/** Everyone in the archive who wrote before what the panel shows. */
async function readEarlier({ chat, clock, now }: Bridge): Promise<ReadonlySet<string>> {
  const start = clock().session?.start ?? now();
  const span = { from: 0, to: start - AROUND.before - 1 };
  const body = { hashtag: chat.hashtag.toLowerCase(), ...span };
  const send = (message: unknown) => browser.runtime.sendMessage(message);
  return new Set(await sendMessage(send, 'readAuthors', body));
}
