import { CHAT_PEOPLE } from './people.ts';
import type { ScriptedChat } from './types.ts';

export const WEEKLY_CHAT: ScriptedChat = {
  hashtag: 'polchat',
  theme: 'Getting people through the door',
  hosts: ['WexdalePolice'],
  people: CHAT_PEOPLE,
  posts: [
    { key: 'w', at: '00:05', by: 'WexdalePolice', text: 'Welcome to #polchat!', likes: 12 },
    {
      key: 'q1',
      at: '05:00',
      by: 'WexdalePolice',
      text: 'Q1 What was the best public meeting you ever went to? #polchat',
      likes: 20,
    },
    {
      key: 'a1',
      at: '05:40',
      by: 'PCTomAshby',
      text: 'A1 The one with cake. #polchat 🍰 https://cake.example/meeting/notes/long-address',
      replyTo: 'q1',
      likes: 9,
    },
    {
      key: 'a2',
      at: '06:10',
      by: 'MegFarrowPR',
      text: 'A1 One in a pub car park, 90 people. #polchat',
      quoteOf: 'q1',
      likes: 5,
      photo: { alt: 'A car park' },
    },
  ],
};
