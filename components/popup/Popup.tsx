import { useStore } from '@/components/shared/use-store';
import { useWords } from '@/components/shared/words';
import type { Reader } from '@/stores/core/clock';
import type { ScheduleStore } from '@/stores/schedule';
import { Access } from './Access';
import { Actions } from './Actions';
import type { AddToCalendarProps } from './AddToCalendar';
import { Footer } from './Footer';
import { NextChat } from './NextChat';
import { NoChat } from './NoChat';
import { Notes } from './Notes';
import { PastChats } from './PastChats';
import { Problems } from './Problems';
import { UpcomingChats } from './UpcomingChats';
import './popup.css';
import './programme.css';

export interface PopupProps extends Pick<AddToCalendarProps, 'onSave'> {
  store: ScheduleStore;
  reader: Reader;
  /** X is there: nothing is left to do here. */
  onJoined: () => void;
  onSettings: () => void;
  onPlan: () => void;
}

/** The popup, whole: the chat that counts now above, the programme below. Draws nothing before the storage is read. */
export function Popup({ store, reader, onJoined, onSave, onSettings, onPlan }: PopupProps) {
  const words = useWords();
  const state = useStore(store, (s) => s);
  if (!state.ready) return null;
  const join = async () => {
    if (await store.join()) onJoined();
  };
  const isEmpty = state.upcoming.length === 0 && state.past.length === 0;
  return (
    <main class="popup">
      {state.clock.session === null ? (
        <NoChat state={state} onChoose={store.choose} />
      ) : (
        <NextChat state={state} reader={reader} onJoin={join} onChoose={store.choose} />
      )}
      <Actions
        state={state}
        onRemind={store.remind}
        onAllow={store.allowNotifications}
        onSave={onSave}
      />
      {state.allowed === false && <Access onAllow={() => store.allow()} />}
      <Problems
        calendars={state.calendars}
        reader={reader}
        now={state.clock.now}
        onAllow={store.allowCalendar}
      />
      <Notes state={state} onSettings={onSettings} />
      {!isEmpty && (
        // A region that scrolls has to be reachable by keyboard: https://www.w3.org/WAI/WCAG22/Understanding/keyboard
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        <section class="programme" aria-label={words('popup_scroll')} tabIndex={0}>
          <UpcomingChats sessions={state.upcoming} clock={state.clock} reader={reader} />
          <PastChats past={state.past} hashtag={state.chat.hashtag} reader={reader} />
        </section>
      )}
      <Footer state={state} reader={reader} onSettings={onSettings} onPlan={onPlan} />
    </main>
  );
}
