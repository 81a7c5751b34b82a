/** The sections of the settings, in the order of the navigation; each is a component of its own. */
import type { ComponentType } from 'preact';
import type { WordKey } from '@/components/shared/words';
import { ChatsSection } from './ChatsSection';
import { DataSection } from './DataSection';
import { MutedSection } from './MutedSection';
import { ReadingSection } from './ReadingSection';
import { RemindersSection } from './RemindersSection';
import { WritingSection } from './WritingSection';

export interface Section {
  /** What stands behind the # of the page's address. */
  id: string;
  title: WordKey;
  Content: ComponentType;
}

export const SECTIONS: readonly Section[] = [
  { id: 'chats', title: 'options_chats', Content: ChatsSection },
  { id: 'reminders', title: 'options_reminders', Content: RemindersSection },
  { id: 'writing', title: 'options_writing', Content: WritingSection },
  { id: 'reading', title: 'options_reading', Content: ReadingSection },
  { id: 'muted', title: 'options_muted', Content: MutedSection },
  { id: 'privacy', title: 'options_data', Content: DataSection },
];
