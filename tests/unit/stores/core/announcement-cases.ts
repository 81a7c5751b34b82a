/** Invented announcements, after how hosts of chats write; each with the session and theme that it sets. */

/** Text, "month-day theme", when it was written (Monday 30 November 2026, 09:00 UTC, where not said). */
export const ANNOUNCEMENTS: readonly (readonly [string, string, string?])[] = [
  [
    'This Thursday’s #polchat, 1pm: how we talk about missing people',
    '12-03 how we talk about missing people',
  ],
  [
    'Theme for #polchat on 3 December: Getting people to public meetings',
    '12-03 Getting people to public meetings',
  ],
  [
    '#polchat theme this week … body-worn video and what we show',
    '12-03 body-worn video and what we show',
  ],
  ['#polchat theme this week: Snow, floods and 999', '12-03 Snow, floods and 999'],
  [
    'This week’s #polchat theme is recruiting specials. Join us Thursday 1pm!',
    '12-03 recruiting specials',
  ],
  ['Our theme for Thursday is "Would you post it?" #polchat', '12-03 Would you post it?'],
  [
    'Next week’s #polchat topic will be neighbourhood newsletters',
    '12-10 neighbourhood newsletters',
  ],
  [
    '#polchat is back on Thursday 10 December at 1pm. Theme: Answering the public at night',
    '12-10 Answering the public at night',
  ],
  [
    '📣 #polchat 📅 Thu 3 Dec ⏰ 1-2pm 💬 Theme: Rural crime and WhatsApp groups',
    '12-03 Rural crime and WhatsApp groups',
  ],
  [
    '#polchat\nThursday 3 December, 1pm\nTopic: Faces behind the badge\nAll welcome',
    '12-03 Faces behind the badge',
  ],
  [
    '#polchat\nThursday 3 December, 1pm\nFaces behind the badge\nAll welcome',
    '12-03 Faces behind the badge',
  ],
  [
    'Join us this Thursday at 1pm for #polchat on hate crime and how we report back',
    '12-03 hate crime and how we report back',
  ],
  [
    'Join us tomorrow, 1pm, for #polchat about dogs, horses and other colleagues',
    '12-03 dogs, horses and other colleagues',
    '2026-12-02T10:00',
  ],
  [
    'Tomorrow’s #polchat: writing for people who are scared',
    '12-03 writing for people who are scared',
    '2026-12-02T10:00',
  ],
  [
    'Today 1pm #polchat – theme: the 101 backlog. See you there!',
    '12-03 the 101 backlog',
    '2026-12-03T08:00',
  ],
  [
    'Good afternoon and welcome to #polchat! Today’s theme is trust after a bad week.',
    '12-03 trust after a bad week',
    '2026-12-03T13:00:30',
  ],
  [
    'We’ll be talking about knife arches and schools at this week’s #polchat',
    '12-03 knife arches and schools',
  ],
  [
    'On Thursday we will be discussing live streams from custody open days, 1pm #polchat',
    '12-03 live streams from custody open days',
  ],
  [
    'Let’s talk about burnout in control rooms this Thursday at 1pm, #polchat',
    '12-03 burnout in control rooms',
  ],
  ['Thursday’s #polchat will look at how we thank the public', '12-03 how we thank the public'],
  ['Cycling on pavements is the theme of this Thursday’s #polchat', '12-03 Cycling on pavements'],
  ['“Speak like a human” is our theme for #polchat this week', '12-03 Speak like a human'],
  [
    'Christmas drink-driving messages: that’s the topic for Thursday’s #polchat',
    '12-03 Christmas drink-driving messages',
  ],
  ['#polchat 10/12: Volunteers and their stories', '12-10 Volunteers and their stories'],
  [
    '#polchat 10/12/26 at 13:00 - Volunteers and their stories',
    '12-10 Volunteers and their stories',
  ],
  [
    '#polchat 2026-12-10, 13:00–14:00: Volunteers and their stories',
    '12-10 Volunteers and their stories',
  ],
  [
    '#polchat, Dec 10th, 1pm UK time: Volunteers and their stories',
    '12-10 Volunteers and their stories',
  ],
  ['On the 17th #polchat has the theme: The year in posts', '12-17 The year in posts'],
  ['Theme for #polchat, Thursday 17th: The year in posts', '12-17 The year in posts'],
  ['Thursday week on #polchat, 1pm: What we stopped doing', '12-10 What we stopped doing'],
  [
    'A week on Thursday #polchat will be discussing how to stop a rumour',
    '12-10 how to stop a rumour',
  ],
  ['Next Thursday’s #polchat: First posts of new recruits', '12-10 First posts of new recruits'],
  [
    'Next Thursday’s #polchat: First posts of new recruits',
    '12-10 First posts of new recruits',
    '2026-12-04T09:00',
  ],
  [
    'Next Thursday’s #polchat: First posts of new recruits',
    '12-10 First posts of new recruits',
    '2026-12-03T14:30',
  ],
  [
    'Thanks everyone for today’s #polchat! Next week (10 Dec): Recruiting online',
    '12-10 Recruiting online',
    '2026-12-03T14:05',
  ],
  [
    'Thank you all for joining. Next week’s #polchat theme is Recruiting online.',
    '12-10 Recruiting online',
    '2026-12-03T14:05',
  ],
  [
    'Today we can announce next week’s #polchat theme: Mounted on TikTok',
    '12-10 Mounted on TikTok',
    '2026-12-03T09:00',
  ],
  [
    'In two weeks #polchat has a guest. Theme: The coroner and the camera',
    '12-17 The coroner and the camera',
  ],
  ['#polchat theme: How do we say sorry?', '12-03 How do we say sorry?'],
  ['#polchat theme - How do we say sorry? Join us Thursday 1pm', '12-03 How do we say sorry?'],
  [
    'The topic of the next #polchat is lost property, found humour',
    '12-03 lost property, found humour',
  ],
  ['Next #polchat topic: sirens at 3am', '12-03 sirens at 3am'],
  [
    'This Thursday 1pm | #polchat | Plain English in press releases',
    '12-03 Plain English in press releases',
  ],
  [
    '#polchat this Thursday 1pm ➡️ Plain English in press releases',
    '12-03 Plain English in press releases',
  ],
  [
    '#polchat this Thursday 1pm 👉 Plain English in press releases 👮',
    '12-03 Plain English in press releases',
  ],
  ['CORRECTION: this week’s #polchat theme is scam calls (not spam calls)', '12-03 scam calls'],
  ['Sorry, typo! Theme for Thursday’s #polchat: scam calls, not spam calls', '12-03 scam calls'],
  [
    'Change of plan. #polchat theme this Thursday is now: fireworks instead of floods',
    '12-03 fireworks',
  ],
  ['We’ve changed the theme of Thursday’s #polchat from floods to fireworks', '12-03 fireworks'],
  ['Theme for #polchat on Thursday 2 December: The price of a like', '12-03 The price of a like'],
  ['Friday 3 December #polchat theme: The price of a like', '12-03 The price of a like'],
  ['This Friday’s #polchat theme: The price of a like', '12-03 The price of a like'],
  ['Wednesday’s #polchat, 1pm: The price of a like', '12-03 The price of a like'],
  ['#PolChat THEME THIS THURSDAY: Missing from home', '12-03 Missing from home'],
  ['polchat theme this Thursday: Missing from home', '12-03 Missing from home'],
  ['#polchat this week: Who reads our posts? (Thursday, 1pm)', '12-03 Who reads our posts?'],
  [
    'Theme: Who reads our posts? When: Thursday 3 December, 1pm. Where: #polchat',
    '12-03 Who reads our posts?',
  ],
  [
    'This week’s theme: Who reads our posts #polchat https://example.org/reading',
    '12-03 Who reads our posts',
  ],
  [
    'Thursday 3rd December 1pm #polchat: Who reads our posts. Hosted by @PretendComms',
    '12-03 Who reads our posts',
  ],
  [
    '#polchat, Thursday, 1pm. This week’s topic: stop and search on camera. Please RT',
    '12-03 stop and search on camera',
  ],
  [
    'Reminder: #polchat today at 1pm - join us! Theme: Grief and good news',
    '12-03 Grief and good news',
    '2026-12-03T09:00',
  ],
  [
    'Only two hours to go! #polchat at 1pm today. We’re talking about court results',
    '12-03 court results',
    '2026-12-03T11:00',
  ],
  [
    'Save the date: 17 December, 1pm, #polchat on the year’s best campaign',
    '12-17 the year’s best campaign',
  ],
  [
    'The next four weeks of #polchat start with 3 Dec: Who reads our posts',
    '12-03 Who reads our posts',
  ],
  [
    'This Thursday: how police dogs got more followers than us. 1pm, #polchat',
    '12-03 how police dogs got more followers than us',
  ],
  [
    '#polchat and #nhschat join up this Thursday: Talking about winter together',
    '12-03 Talking about winter together',
  ],
  [
    'After #commschat on Monday comes #polchat on Thursday: Talking about winter',
    '12-03 Talking about winter',
  ],
  ['Theme of the week on #polchat: "Less is more"', '12-03 Less is more'],
  [
    'This Thursday on #polchat we’re asking: do badges belong in profile pictures?',
    '12-03 do badges belong in profile pictures?',
  ],
  [
    'Our #polchat theme on Thursday will be: “Parish councils, friends or foes?” All welcome!',
    '12-03 Parish councils, friends or foes?',
  ],
  ['#polchat theme for 7 January: New year, old passwords', '01-07 New year, old passwords'],
  [
    'First #polchat of 2027 is on 7 January 2027. Theme: New year, old passwords',
    '01-07 New year, old passwords',
  ],
  [
    'It’s #polchat week! Thursday 1pm, all about the art of the reply',
    '12-03 the art of the reply',
  ],
  ['#polchat subject this Thursday = the art of the reply', '12-03 the art of the reply'],
  [
    'Pop it in your diary: #polchat, Thursday 1pm, theme “The art of the reply”',
    '12-03 The art of the reply',
  ],
  ['Hello all! This week on #polchat we look at drones. Thursday at 1pm as ever.', '12-03 drones'],
  [
    'Are you free Thursday 1pm? #polchat returns and we will be chatting about how to write about domestic abuse',
    '12-03 how to write about domestic abuse',
  ],
  [
    '#polchat, Thursday 3 Dec, 1-2pm. Theme – "The first 48 hours: communicating a major incident". Everyone is welcome.',
    '12-03 The first 48 hours: communicating a major incident',
  ],
  [
    'New theme for the next #polchat! Thursday 10 December at 1pm we are discussing police museums.',
    '12-10 police museums',
  ],
  [
    "💥Thursday's #polchat💥\n\nTheme: Speeding and the comments section\n\n🕐 1pm to 2pm",
    '12-03 Speeding and the comments section',
  ],
  [
    '#polchat\n\n🗓 3 December 2026\n⏰ 13:00\n🎯 Speeding and the comments section\n\nCome along!',
    '12-03 Speeding and the comments section',
  ],
  [
    "It's nearly #polchat time! Tomorrow (Thurs) 1pm - we'll be looking at football policing on social media",
    '12-03 football policing on social media',
    '2026-12-02T10:00',
  ],
  [
    'Thursday, 1pm. #polchat. Mental health of social media teams. Be there.',
    '12-03 Mental health of social media teams',
  ],
  ['Theme announcement 📢 #polchat 17/12 = Looking back at 2026', '12-17 Looking back at 2026'],
  [
    "What do you want to know about body-worn video? That is the topic of Thursday's #polchat",
    '12-03 What do you want to know about body-worn video?',
  ],
  [
    "How do you reach people who never follow the police? That's our theme for this week's #polchat",
    '12-03 How do you reach people who never follow the police?',
  ],
  [
    'For #polchat this Thursday the theme is: PCSOs, the unsung posters',
    '12-03 PCSOs, the unsung posters',
  ],
  [
    "For this week's #polchat we have chosen the theme: PCSOs, the unsung posters",
    '12-03 PCSOs, the unsung posters',
  ],
  [
    "The votes are in! Theme of Thursday's #polchat: Humour, when and when not",
    '12-03 Humour, when and when not',
  ],
  [
    'You voted, we listened: #polchat this Thursday will be about humour, when and when not',
    '12-03 humour, when and when not',
  ],
  ['#polchat on Thursday at 1pm is about retail crime. Please share!', '12-03 retail crime'],
  [
    "Looking forward to Thursday's #polchat on retail crime with @PretendComms",
    '12-03 retail crime',
  ],
  [
    'Our next #polchat (Thurs 10th Dec, 1pm) focuses on engaging with students',
    '12-10 engaging with students',
  ],
  [
    '#polchat returns 7 Jan with the theme "Resolutions for press officers"',
    '01-07 Resolutions for press officers',
  ],
  [
    'Join @PretendComms this Thursday from 1pm to talk bereavement visits on #polchat',
    '12-03 bereavement visits',
  ],
  ['1pm Thursday. #polchat. Theme? Wildlife crime!', '12-03 Wildlife crime'],
  [
    'This Thursday’s theme on #polchat is all about accessibility: alt text, captions and plain words',
    '12-03 accessibility: alt text, captions and plain words',
  ],
  [
    'Heads up, this week’s #polchat (3/12, 1pm GMT) has a theme close to our hearts: officer welfare',
    '12-03 officer welfare',
  ],
  ['#polchat theme 10 Dec: "#OurDay and other days"', '12-10 #OurDay and other days'],
  [
    'Tonight? No, tomorrow at 1pm: #polchat with the theme of fraud in later life',
    '12-03 fraud in later life',
    '2026-12-02T18:00',
  ],
  [
    '#polchat tomorrow, theme: Fraud in later life. Questions out at 1pm sharp',
    '12-03 Fraud in later life',
    '2026-12-02T18:00',
  ],
  ['Theme for next week: Fraud in later life #polchat', '12-10 Fraud in later life'],
  [
    "Update: the theme for Thursday's #polchat is now Rural crime, as our guest is ill",
    '12-03 Rural crime',
  ],
  ["Rural crime it is! Thursday's #polchat theme, decided by you", '12-03 Rural crime'],
  [
    '#polchat this Thursday: rural crime, WhatsApp and why tractors trend',
    '12-03 rural crime, WhatsApp and why tractors trend',
  ],
  ["Reading the room: this Thursday's #polchat, 1pm", '12-03 Reading the room'],
  [
    "Host for Thursday's #polchat is @PretendComms and the theme is night shifts",
    '12-03 night shifts',
  ],
  [
    'We meet on Thursday 1pm #polchat. Subject: Saying please and thank you online',
    '12-03 Saying please and thank you online',
  ],
  ['Theme of #polchat 3.12.: Vetting and what we can say', '12-03 Vetting and what we can say'],
  [
    'Evening all. Thursday brings another #polchat (1pm). We want to hear about your worst printer day and also: how do we make internal news readable?',
    '12-03 how do we make internal news readable?',
  ],
  [
    'This week in #polchat: the ethics of the mugshot. Thu, 1pm. Link to reading https://example.org/m',
    '12-03 the ethics of the mugshot',
  ],
  ['#polchat 3rd December 1pm - The ethics of the mugshot', '12-03 The ethics of the mugshot'],
  [
    '#polchat | Thursday 3 December | 1pm | The ethics of the mugshot',
    '12-03 The ethics of the mugshot',
  ],
  [
    'THE ETHICS OF THE MUGSHOT\nThursday 3 December, 1pm\n#polchat',
    '12-03 THE ETHICS OF THE MUGSHOT',
  ],
  [
    'Theme: The ethics of the mugshot\nHost: @notarealforce\nWhen: this Thursday, 1pm\nHow: #polchat',
    '12-03 The ethics of the mugshot',
  ],
  [
    "Delighted to say next week's #polchat will be on the ethics of the mugshot, with guest @PretendComms",
    '12-10 the ethics of the mugshot',
  ],
  [
    'Delighted to host #polchat this Thursday. My theme: the ethics of the mugshot',
    '12-03 the ethics of the mugshot',
  ],
  [
    'I am hosting #polchat on Thursday at 1pm and would love your thoughts on the ethics of the mugshot',
    '12-03 the ethics of the mugshot',
  ],
  [
    'Reminder! In one hour: #polchat. Theme: the ethics of the mugshot',
    '12-03 the ethics of the mugshot',
    '2026-12-03T12:00',
  ],
  [
    'One hour until #polchat! We will talk about the ethics of the mugshot.',
    '12-03 the ethics of the mugshot',
    '2026-12-03T12:00',
  ],
  [
    '#polchat today: the ethics of the mugshot',
    '12-03 the ethics of the mugshot',
    '2026-12-03T07:30',
  ],
  [
    "Today's #polchat (1pm) is all about the ethics of the mugshot 📸",
    '12-03 the ethics of the mugshot',
    '2026-12-03T07:30',
  ],
  [
    'Want to talk mugshots? Join #polchat on Thursday at 1pm. Theme: "Faces, fairness and fame"',
    '12-03 Faces, fairness and fame',
  ],
  [
    'Our #polchat programme for December. 3rd: mugshots. 10th: snow. 17th: the year.',
    '12-03 mugshots',
  ],
  [
    'After a week off, #polchat is back this Thursday with "Reply or ignore?"',
    '12-03 Reply or ignore?',
  ],
  ['Thursday 10th is #polchat day. Topic: Reply or ignore?', '12-10 Reply or ignore?'],
  ['#polchat - Thurs 10 Dec - 1pm - Reply or ignore?', '12-10 Reply or ignore?'],
  [
    'The #polchat topic for 10 December has been chosen: Reply or ignore?',
    '12-10 Reply or ignore?',
  ],
  ["On this week's #polchat agenda: Reply or ignore?", '12-03 Reply or ignore?'],
  [
    'Big one this Thursday #polchat 👀 Theme is disinformation after major incidents',
    '12-03 disinformation after major incidents',
  ],
  [
    '#polchat theme, Thursday: disinformation after major incidents',
    '12-03 disinformation after major incidents',
  ],
  [
    "Theme for Thursday's chat: disinformation after major incidents. #polchat",
    '12-03 disinformation after major incidents',
  ],
  [
    "This Thursday we're tackling disinformation after major incidents. Come and share what worked. 1pm. #polchat",
    '12-03 disinformation after major incidents',
  ],
  ['#polchat this Thursday asks: are we too nice online?', '12-03 are we too nice online?'],
  ['Are we too nice online? #polchat, Thursday, 1pm.', '12-03 Are we too nice online?'],
  ["Thursday's #polchat question: are we too nice online?", '12-03 are we too nice online?'],
  ["Let's discuss: are we too nice online? #polchat Thursday 1pm", '12-03 are we too nice online?'],
  [
    'What a chat! Next Thursday, 10 Dec, we move on to translating for communities #polchat',
    '12-10 translating for communities',
    '2026-12-03T14:02',
  ],
  [
    'Thank you for a brilliant hour. Next time on #polchat: translating for communities',
    '12-10 translating for communities',
    '2026-12-03T14:02',
  ],
  [
    "Coming up on Thursday's #polchat – translating for communities",
    '12-03 translating for communities',
  ],
  [
    'Sorry folks, wrong theme earlier. It is "translating for communities" for Thursday\'s #polchat',
    '12-03 translating for communities',
  ],
  [
    "Change of theme! Thursday's #polchat is now about translating for communities",
    '12-03 translating for communities',
  ],
  [
    "Apologies, this Thursday's #polchat theme should read: Lost in translation",
    '12-03 Lost in translation',
  ],
  [
    'Thursday 3/12, 1pm-2pm: #polchat. Topic this time: stolen bikes and where they end up',
    '12-03 stolen bikes and where they end up',
  ],
  [
    'We are pleased to announce that the theme of #polchat on Thursday 10th December will be "Whose voice is it anyway?"',
    '12-10 Whose voice is it anyway?',
  ],
  [
    "Theme for this week's #polchat (Thursday, 1-2pm): What makes a good appeal for witnesses?",
    '12-03 What makes a good appeal for witnesses?',
  ],
  [
    'Hi all, #polchat theme for this Thursday 3rd Dec is "The human side of custody". Join in from 1pm',
    '12-03 The human side of custody',
  ],
  [
    "Got views on missing-person appeals? That's Thursday's #polchat theme. 1pm. Join us.",
    '12-03 Got views on missing-person appeals?',
  ],
  [
    'This Thursday at 1pm #polchat discusses missing-person appeals: what helps and what hurts',
    '12-03 missing-person appeals: what helps and what hurts',
  ],
  [
    "In this Thursday's #polchat we'll be exploring how forces use Nextdoor",
    '12-03 how forces use Nextdoor',
  ],
  [
    'Tomorrow is Thursday so it is #polchat! Theme: forces on Nextdoor',
    '12-03 forces on Nextdoor',
    '2026-12-02T09:00',
  ],
  [
    '⏰ 1pm today ⏰ #polchat ⏰ Theme: forces on Nextdoor',
    '12-03 forces on Nextdoor',
    '2026-12-03T09:00',
  ],
  ['Next week on #polchat – police and parish councils', '12-10 police and parish councils'],
  [
    'Coming Thursday, 1pm: #polchat about police and parish councils',
    '12-03 police and parish councils',
  ],
  [
    'Please join #polchat this Thursday, when we will discuss police and parish councils',
    '12-03 police and parish councils',
  ],
  [
    'Mark your diaries: Thursday 17 December, #polchat Christmas special. Theme: the worst Christmas appeal ever',
    '12-17 the worst Christmas appeal ever',
  ],
  [
    '#polchat Christmas special on 17 December: the worst Christmas appeal ever',
    '12-17 the worst Christmas appeal ever',
  ],
  [
    "Don't forget Thursday's #polchat, 1pm. This week we're talking about volunteers",
    '12-03 volunteers',
  ],
  ['Theme this Thursday: volunteers. Time: 1pm. Tag: #polchat. Easy!', '12-03 volunteers'],
  ['The subject of #polchat this week is volunteers & cadets', '12-03 volunteers & cadets'],
  [
    "Correction to our last post: Thursday's #polchat theme is volunteers, not cadets",
    '12-03 volunteers',
  ],
  [
    '*CHANGE* Due to events, #polchat on Thursday will now be about rumours and how to answer them',
    '12-03 rumours and how to answer them',
  ],
  [
    "Short notice, but the theme of today's #polchat has changed to: rumours and how to answer them",
    '12-03 rumours and how to answer them',
    '2026-12-03T10:00',
  ],
  [
    '#polchat theme - Thursday 4th December - Rumours and how to answer them',
    '12-03 Rumours and how to answer them',
  ],
  ['Theme for Thursday 10 Dec #polchat >> Rumours', '12-10 Rumours'],
  ['Next Thursday at #polchat: Rumours', '12-10 Rumours'],
  [
    'We have a special guest on #polchat this Thursday: @PretendComms. Theme: Rumours',
    '12-03 Rumours',
  ],
  [
    'This week #polchat, #nhschat and #firechat team up on Thursday 1pm. Theme: Winter',
    '12-03 Winter',
  ],
  [
    'So, #polchat. Thursday. 1pm. "Is the press conference dead?"',
    '12-03 Is the press conference dead?',
  ],
  [
    'Is the press conference dead? Discuss! Thursday at 1pm on #polchat',
    '12-03 Is the press conference dead?',
  ],
  [
    'Our theme for 3 Dec: Is the press conference dead? #polchat',
    '12-03 Is the press conference dead?',
  ],
  ["It's #polchat day! From 1pm we're talking dogs.", '12-03 dogs', '2026-12-03T07:00'],
  [
    'Hosting #polchat this week is @PretendComms on the theme of body cameras',
    '12-03 body cameras',
  ],
  ['Theme for the #polchat of 7th of January 2027: fresh starts', '01-07 fresh starts'],
  [
    'Join us in an hour for #polchat. Today: fresh starts',
    '12-03 fresh starts',
    '2026-12-03T12:00',
  ],
];

/** By a host too, and yet no theme of ours: other things are said, asked, joked or remembered. */
export const NONE: readonly (readonly [string, string?])[] = [
  ['Reminder: #polchat today at 1pm - join us!', '2026-12-03T09:00'],
  ['Don’t forget #polchat this Thursday at 1pm. All welcome, please RT'],
  ['#polchat is back this Thursday at 1pm!'],
  ['What should the theme of Thursday’s #polchat be?'],
  ['Any ideas for the theme of next week’s #polchat?'],
  ['#polchat theme suggestions please by Tuesday'],
  ['The theme for this Thursday’s #polchat is to be announced'],
  ['#polchat theme for Thursday: TBC'],
  ['Theme for #polchat this week: coming soon!'],
  ['This week’s #polchat theme: biscuits. Just kidding, real one tomorrow'],
  ['If the theme of #polchat were cake, Thursday would be full'],
  ['The theme of Thursday’s #polchat might be fireworks, we’ll see'],
  ['Last week’s #polchat theme was missing people. Transcript: https://example.org/t'],
  ['Thanks for joining today’s #polchat, the theme was trust', '2026-12-03T14:05'],
  ['Q1: What does a good public meeting look like? #polchat', '2026-12-03T13:05'],
  ['A2 We go where people are on Thursdays: the market #polchat', '2026-12-03T13:15'],
  ['#commschat on Monday: tone of voice. #polchat friends may like it'],
  ['This Tuesday’s #lgovchat theme: bins. Hello #polchat'],
  ['Great turnout at our meeting on Thursday: thank you all #polchat'],
  ['No #polchat this Thursday'],
  ['Theme for #polchat on 3 March 2031: flying cars'],
  ['Officers are at the market today. Come and say hello #polchat', '2026-12-03T09:00'],
  ['#polchat is on Thursday 1pm. More on the theme soon'],
  ["We have a great theme for Thursday's #polchat, watch this space"],
  ["Theme for Thursday's #polchat will be announced tomorrow"],
  ['Lovely day at the open day on Thursday: 2,000 visitors! #polchat'],
  ['Who wants to host #polchat on 10 December?'],
  ['@anna the theme was missing people, see the transcript #polchat'],
  ['Starting now: #polchat! Introduce yourselves', '2026-12-03T13:00:10'],
  ['#polchat starts at 1pm: who is joining?', '2026-12-03T11:00'],
  ['Two days until #polchat!'],
  ['RT @passer_by: #polchat theme this Thursday: free crypto'],
  ['#polchat theme for this week is not yet decided'],
  ["Send us your questions for Thursday's #polchat"],
  ['Missed #polchat on Thursday? Read it here: https://example.org'],
  ["Today's #polchat was about snow. See you next Thursday!", '2026-12-03T14:05'],
  ['Thursday: court at 10, school at 1, #polchat never. What a day'],
  ['Live now on #commschat: how to write alt text. #polchat people will like it'],
  ['I do love a Thursday #polchat'],
  ['We are still looking for a theme for #polchat on 10 December. DM us'],
  ['#polchat poll: which theme for Thursday? 1) snow 2) dogs'],
  ['Please remember to add #polchat to all your posts today', '2026-12-03T13:10'],
  ['What a theme we had in #polchat last Thursday! Thanks all'],
  ['Who will be at #polchat on Thursday?'],
  ['Voting closes tonight for the theme of #polchat on Thursday'],
  ['#polchat is cancelled this Thursday, sorry'],
  ["Theme for this Thursday's #commschat: newsletters. See you at #polchat too"],
  ["My theme tune for Thursday's #polchat: Jingle Bells, obviously 😂 (not really)"],
  ['Suggestions for #polchat on 10 December by DM please'],
  ['We talk every Thursday at 1pm on #polchat'],
  ['Thursday is pay day! #polchat'],
  ['Q3 How do you plan posts for Thursday nights? #polchat', '2026-12-03T13:25'],
  ['Today in court: burglar jailed for six years #polchat', '2026-12-03T11:00'],
  ["Great blog on yesterday's #polchat theme, rumours: https://example.org"],
];
