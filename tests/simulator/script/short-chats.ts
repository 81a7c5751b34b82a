/** Two short chats for tests: one whose questions have no numbers, one with two hosts that starts its numbers anew. */
import { CHAT_PEOPLE } from '../people.ts';
import type { ScriptedChat } from '../types.ts';
import { type Row, toPosts } from './rows.ts';

const NUMBERLESS: readonly Row[] = [
  [
    'n0',
    '00:10',
    'NorthmoorPol',
    'Afternoon all, #polchat on appeals today. No numbers, just talk.',
  ],
  [
    'n1',
    '02:00',
    'NorthmoorPol',
    'What made you share somebody else’s appeal? #polchat',
    { likes: 12 },
  ],
  [
    'n1a',
    '02:40',
    'MegFarrowPR',
    'A face, a place and a time. In that order. #polchat',
    { replyTo: 'n1', likes: 9 },
  ],
  [
    'n1b',
    '03:05',
    'PCTomAshby',
    'When I could picture the bus stop #polchat',
    { quoteOf: 'n1', likes: 4 },
  ],
  ['n1ar', '03:30', 'NorthmoorPol', 'In that order every time? #polchat', { replyTo: 'n1a' }],
  ['n2', '06:00', 'NorthmoorPol', 'And what makes you scroll past? #polchat', { likes: 10 }],
  [
    'n2a',
    '06:35',
    'EwanMedia',
    'A reference number in the first line. #polchat',
    { replyTo: 'n2', likes: 15 },
  ],
  ['n2b', '07:10', 'JessCtrlRoom', 'No date on it. Is it from 2019? #polchat', { replyTo: 'n2' }],
  ['n3', '10:00', 'NorthmoorPol', 'Thanks everyone, that’s a wrap. #polchat'],
];

const TWO_HOSTS: readonly Row[] = [
  ['m1', '01:00', 'EstmerePolice', 'Q1: Who writes your posts at weekends? #polchat', { likes: 8 }],
  ['m1a', '01:30', 'DanWhitComms', 'A1 Me. Always me. #polchat'],
  [
    'm2',
    '06:00',
    'HeddluAberwen',
    'Q2: Pwy sy’n cyfieithu? Who translates them? #polchat',
    { lang: 'cy' },
  ],
  ['m2a', '06:25', 'GwenllianCSO', 'A2 Fi! Me! #polchat', { lang: 'cy' }],
  ['m2b', '06:50', 'KofiCouncil', 'A2: a very patient colleague #polchat', { quoteOf: 'm2' }],
  ['m3', '11:00', 'EstmerePolice', 'Q3: and who reads them before they go? #polchat'],
  ['m3a', '11:20', 'CustodyRay', 'A3 nobody, it turns out #polchat', { replyTo: 'm3', likes: 30 }],
  [
    'm4',
    '20:00',
    'EstmerePolice',
    'Second half, numbers start again! Q1: what did you learn? #polchat',
  ],
  ['m4a', '20:30', 'CustodyRay', 'A1 to read them #polchat'],
];

const chat = (theme: string, hosts: string[], rows: readonly Row[]): ScriptedChat => ({
  hashtag: 'polchat',
  theme,
  hosts,
  people: CHAT_PEOPLE,
  posts: toPosts(rows),
});

export const NUMBERLESS_CHAT = chat('Appeals that people share', ['NorthmoorPol'], NUMBERLESS);

export const TWO_HOSTS_CHAT = chat(
  'Weekends and Welsh',
  ['EstmerePolice', 'HeddluAberwen'],
  TWO_HOSTS,
);
