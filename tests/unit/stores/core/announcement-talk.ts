/** What hosts say about the chat itself, before, in and after the hour, and wordings of themes that were once missed. */

/** Small talk and words about the chat; each is read at every one of these times. Thursday 3 December 2026 is a day of the chat. */
export const SMALL_TALK_AT = [
  '2026-12-03T09:00',
  '2026-12-03T12:55',
  '2026-12-03T13:01',
  '2026-12-03T13:55',
  '2026-12-03T15:00',
] as const;

export const SMALL_TALK: readonly string[] = [
  'Our chair is away so @janecomms is hosting #polchat today: be nice to her',
  'Five minutes left of today’s #polchat: any last thoughts?',
  'Loved today’s #polchat on trolls!',
  'Today’s #polchat: 41 people, 212 posts. Wow.',
  'My three takeaways from #polchat today: be kind, be quick, be there',
  'Highlights of today’s #polchat: honesty, humour and a dog',
  'Reminder to use the hashtag #polchat today: otherwise we cannot see you',
  '#polchat is every Thursday at 1pm: a weekly chat for police comms',
  'A reminder that #polchat is on Thursdays at 1pm: put it in your diary',
  'It’s Thursday! Time for #polchat: say hello and introduce yourself',
  'And we are off! #polchat: introduce yourselves',
  'We are live! #polchat',
  'Hello #polchat! First up today: who is here and where are you from?',
  'Next up on #polchat at 1.15: Q2',
  'Last question of today’s #polchat coming up: brace yourselves',
  'Good afternoon and welcome to #polchat! Today we have a packed hour: five questions, twelve minutes each',
  'Today’s #polchat rules: be kind, use A1, keep the hashtag',
  'Rules for #polchat today: be kind, use the hashtag, no operational detail',
  'Thanks for all the answers today #polchat: transcript tomorrow',
  'Transcript of Thursday’s #polchat: up tomorrow',
  '@ben agreed, today #polchat is about listening and learning',
  '@anna @ben this Thursday’s #polchat is about listening, I think',
  '@anna love that! See you on Thursday at #polchat with biscuits',
  'Another busy #polchat today with 41 people and 212 posts',
  'Grab a brew, #polchat is on in 20 minutes at 1pm with @janecomms',
  'Huge thanks to our host today @janecomms! #polchat: same time next week',
  'Good luck to @janecomms, hosting #polchat today: we are right behind you',
  'Back next week with #polchat: can’t wait',
  'Get the kettle on, #polchat today: grab a seat',
  'What a #polchat today: thank you one and all',
  '#polchat today: don’t be shy',
  'Today’s #polchat: ten minutes to go!',
  'Have you got five minutes? #polchat today: your chance to be heard',
  'Lunch sorted? #polchat at 1pm today: see who turns up',
  'Looking forward to #polchat today: always the best hour of the week',
  'Quick reminder for #polchat today: answers start with A1, A2 and so on',
  'How to join #polchat today: search the hashtag and press Latest',
  'Running late for #polchat today: carry on without me',
  'Technical problems on #polchat today: the team is on it',
  'Wow, #polchat is trending today: number 3 in the UK',
  'Halfway through today’s #polchat: keep them coming',
];

/** Said in the hour or after it, of the hour: no theme, neither of this session nor of the next. Text, and when. */
export const IN_THE_HOUR: readonly (readonly [string, string])[] = [
  ['Some great answers today on #polchat about listening more than we talk', '2026-12-03T13:20'],
  ['#polchat today: body-worn video splits the room', '2026-12-03T13:40'],
  ['We are discussing trolls on #polchat right now, 1pm to 2pm', '2026-12-03T13:10'],
  ['Over to you. We want to hear about your best campaign #polchat today', '2026-12-03T13:05'],
  ['Enjoying the discussion on #polchat today about trolls', '2026-12-03T13:30'],
  ['What a good theme for today’s #polchat: everybody has a story', '2026-12-03T13:30'],
  ['On the theme of today’s #polchat: thread of resources below', '2026-12-03T13:40'],
  ['Back on topic please! #polchat today: one more for Q3', '2026-12-03T13:40'],
  ['We are off topic, which is the best part of #polchat today', '2026-12-03T13:40'],
  ['Today’s #polchat: kindness won', '2026-12-03T15:00'],
  ['This Thursday’s #polchat, 1pm: Dealing with trolls', '2026-12-03T14:30'],
  ['#polchat: trolls, tears and laughter at 1pm', '2026-12-03T14:30'],
  ['This week’s #polchat: trolls, tears and laughter', '2026-12-04T09:00'],
  ['Theme for today’s #polchat: Dealing with trolls', '2026-12-03T15:00'],
];

/** The chat does not take place: whatever is said with it is no theme. */
export const CALLED_OFF: readonly string[] = [
  'No #polchat this Thursday: strike action',
  'Sorry, there won’t be a #polchat this Thursday: too many of us are ill',
  'There is no #polchat this Thursday because of the strike',
  '#polchat will not take place this Thursday: Remembrance service',
  '#polchat is off this Thursday: power cut',
  'No #polchat this Thursday - we are back on 10 December',
  'No #polchat this week: back next Thursday',
  '#polchat takes a break this Thursday: annual leave',
  '#polchat is taking a break this Thursday: annual leave',
  'This Thursday’s #polchat: we’re taking a break',
  'We’re taking a break this Thursday: #polchat returns on 10 December',
  'We won’t be running #polchat on Thursday: too many of us are on leave',
  'Due to operational demand, #polchat will not run this week: sorry',
  'This Thursday’s #polchat will not go ahead: major incident in the city',
  'Following the attack, Thursday’s #polchat is suspended: we will update you',
  '#polchat isn’t happening this Thursday: the team is at a conference',
  'This week’s #polchat has been pulled: sorry',
  'We are skipping #polchat this Thursday: half term',
  '#polchat is having a week off this Thursday: half term',
  'Thursday’s #polchat is cancelled. Instead we read: Dealing with trolls, 1pm',
  '#polchat is on holiday until 7 January: merry Christmas',
  'We have decided to cancel #polchat this Thursday: operational reasons',
  'Giving #polchat a miss this Thursday: half term',
  'There will be no #polchat on 24 or 31 December: enjoy the break',
  'This Thursday’s #polchat: called off due to snow',
  '#polchat this Thursday: not on, sorry',
];

/** What else says "off" or "cancelled" and yet announces. Text, "month-day theme". */
export const STILL_ON: readonly (readonly [string, string])[] = [
  [
    'This Thursday’s #polchat: Cancelled events and how we tell people',
    '12-03 Cancelled events and how we tell people',
  ],
  [
    'This Thursday’s #polchat: Sorry seems to be the hardest word',
    '12-03 Sorry seems to be the hardest word',
  ],
  ['This Thursday’s #polchat: Back on the beat', '12-03 Back on the beat'],
  ['This Thursday’s #polchat: Time to talk', '12-03 Time to talk'],
  ['This Thursday’s #polchat: Keep calm and post often', '12-03 Keep calm and post often'],
  [
    'Theme for #polchat this Thursday: Taking a break from social',
    '12-03 Taking a break from social',
  ],
  ['No #polchat on 24 December. Next theme, 7 January: why we blog', '01-07 why we blog'],
];

/** Themes that a lazy reader misses. Text, "month-day theme", when it was written. */
export const MISSED: readonly (readonly [string, string, string?])[] = [
  ['Theme for Thursday’s #polchat has changed! It’s now: Storm comms', '12-03 Storm comms'],
  ['Theme for Thursday’s #polchat is changing: it’s now Storm comms', '12-03 Storm comms'],
  ['Results are in! Thursday’s #polchat will be Dealing with trolls', '12-03 Dealing with trolls'],
  ['#polchat theme on Thursday has changed to Storm comms', '12-03 Storm comms'],
  ['Change of theme for today’s #polchat: Storm comms', '12-03 Storm comms', '2026-12-03T13:02'],
  ['Correction: today’s #polchat is about storm comms', '12-03 storm comms', '2026-12-03T13:02'],
  [
    'On #polchat this Thursday, @janecomms will be asking how we can reach night workers',
    '12-03 how we can reach night workers',
  ],
  [
    'You voted, we listened: Thursday’s #polchat is Dealing with trolls',
    '12-03 Dealing with trolls',
  ],
  ['Thursday’s #polchat is “Dealing with trolls”', '12-03 Dealing with trolls'],
  ['#polchat in 1 hour: Dealing with trolls', '12-03 Dealing with trolls', '2026-12-03T12:00'],
  [
    '#polchat in half an hour: Dealing with trolls',
    '12-03 Dealing with trolls',
    '2026-12-03T12:30',
  ],
  ['Last week we did video, this Thursday #polchat is about audio. 1pm!', '12-03 audio'],
  ['We are live! Today’s #polchat theme is Storm comms', '12-03 Storm comms', '2026-12-03T13:00'],
  ['@anna the theme of Thursday’s #polchat is storm comms', '12-03 storm comms'],
];

/** A programme in one post. Text, and all that it sets. */
export const LISTS: readonly (readonly [string, readonly string[], string?])[] = [
  [
    'Coming up in #polchat:\n3/12 Trolls\n10/12 Video\n17/12 Review',
    ['12-03 Trolls', '12-10 Video', '12-17 Review'],
  ],
  ['#polchat, 3 Dec: Trolls; 10 Dec: Video', ['12-03 Trolls', '12-10 Video']],
  ['#polchat in December. 3 Dec: Trolls, 10 Dec: Video', ['12-03 Trolls', '12-10 Video']],
  [
    '#polchat themes\n• Thurs 3 Dec – Trolls and how to feed them\n• Thurs 10 Dec – "Video"\n• Thurs 17 Dec – TBC',
    ['12-03 Trolls and how to feed them', '12-10 Video'],
  ],
  [
    'December on #polchat 👇\n\n3rd: Trolls\n10th: Video, and what it costs\n24th: no chat',
    ['12-03 Trolls', '12-10 Video, and what it costs'],
  ],
  [
    'Our #polchat programme for December. 3rd: mugshots. 10th: snow. 17th: the year.',
    ['12-03 mugshots', '12-10 snow', '12-17 the year'],
  ],
  [
    '#polchat\nThis Thursday: Trolls\nNext Thursday: Video\nSee you there!',
    ['12-03 Trolls', '12-10 Video'],
  ],
  ['#polchat hosts:\n3 Dec: @janecomms\n10 Dec: @bobcomms', []],
  // What is over is left out of it.
  ['Coming up in #polchat:\n3/12 Trolls\n10/12 Video', ['12-10 Video'], '2026-12-05T09:00'],
  // One line that is no theme spoils the rest: nothing rather than a wrong one.
  [
    '#polchat\n3 December: Trolls\n10 December: come and join us in Leeds\n17 December: be there',
    [],
  ],
  ['Last month on #polchat:\n3/12 Trolls\n10/12 Video', []],
  ['#commschat this month:\n3/12 Trolls\n10/12 Video\nHello #polchat', []],
];
