import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POLCHAT } from '@/stores/core/chat';
import {
  applyPolicy,
  DEFAULTS,
  DRAFT_KINDS,
  parseSettings,
  SETTING_KEYS,
  type Settings,
  toStored,
  VERSION,
} from '@/stores/core/settings';

/** Values near the right ones: that is where a reader goes wrong. */
const near = fc.oneof(
  fc.anything(),
  fc.string(),
  fc.double(),
  fc.constantFrom('joined', 'never', 'dim', 'polchat', '', -1, 0, 1e9, Number.NaN, true, null),
);
const chat = fc.record(
  {
    hashtag: fc.oneof(fc.constantFrom('polchat', '#CommsChat', 'lgchat', '123', 'a b'), near),
    title: near,
    hosts: fc.oneof(
      fc.array(fc.oneof(fc.constantFrom('@gmpolice', 'GMPolice', 'x y'), near)),
      near,
    ),
    guests: fc.oneof(fc.array(near), near),
    calendars: fc.oneof(
      fc.array(
        fc.oneof(fc.constantFrom('', 'webcal://a.example/b', 'javascript:1', 'http://a'), near),
      ),
      near,
    ),
    timeZone: fc.oneof(fc.constantFrom('Europe/London', 'Moon/Base', 'america/new_york'), near),
  },
  { requiredKeys: [] },
);
const junk = fc.oneof(
  fc.anything(),
  fc.record(
    {
      version: near,
      chats: fc.oneof(fc.array(fc.oneof(chat, near)), near),
      prefill: near,
      reminders: fc.oneof(
        fc.record({ on: near, minutes: near, dayBefore: near }, { requiredKeys: [] }),
        near,
      ),
      draftCheck: fc.oneof(
        fc.record({
          off: fc.oneof(fc.array(fc.oneof(fc.constantFrom(...DRAFT_KINDS), near)), near),
        }),
        near,
      ),
      follow: fc.oneof(fc.record({ background: near }), near),
      gather: near,
      exports: near,
      keepMonths: near,
      look: near,
      muted: fc.oneof(
        fc.record({ people: fc.array(near), words: fc.array(near) }, { requiredKeys: [] }),
        near,
      ),
      hosting: fc.oneof(fc.array(near), near),
    },
    { requiredKeys: [] },
  ),
);

/** Every promise of the shape that the compiler cannot hold. */
function expectValid(settings: Settings): void {
  expect(Object.keys(settings).sort()).toEqual([...SETTING_KEYS].sort());
  expect(settings.chats.length).toBeGreaterThan(0);
  expect(settings.chats.length).toBeLessThanOrEqual(12);
  const tags = settings.chats.map(({ hashtag }) => hashtag.toLowerCase());
  expect(new Set(tags).size).toBe(tags.length);
  for (const { hashtag, title, hosts, guests, calendars, timeZone } of settings.chats) {
    expect(hashtag).toMatch(/^[\p{L}\p{M}\p{N}_]{1,100}$/u);
    expect(title).not.toBe('');
    for (const handle of [...hosts, ...guests]) expect(handle).toMatch(/^\w{1,15}$/);
    for (const address of calendars) expect(address).toMatch(/^$|^https:\/\/\S+$/);
    expect(() => new Intl.DateTimeFormat('en-GB', { timeZone })).not.toThrow();
  }
  expect(settings.reminders.minutes).toBeGreaterThanOrEqual(1);
  expect(settings.reminders.minutes).toBeLessThanOrEqual(180);
  expect(Number.isInteger(settings.reminders.minutes)).toBe(true);
  expect(Number.isInteger(settings.keepMonths)).toBe(true);
  expect(settings.keepMonths).toBeGreaterThanOrEqual(0);
  expect(settings.keepMonths).toBeLessThanOrEqual(120);
  for (const flag of [settings.gather, settings.exports, settings.follow.background])
    expect(typeof flag).toBe('boolean');
  for (const kind of settings.draftCheck.off) expect(DRAFT_KINDS).toContain(kind);
  for (const handle of settings.muted.people) expect(handle).toMatch(/^[a-z0-9_]{1,15}$/);
  for (const tag of settings.hosting) expect(tag).toBe(tag.toLowerCase());
}

describe('parseSettings', () => {
  it('gives valid settings for anything, and the same when they are read again', () => {
    fc.assert(
      fc.property(junk, (stored) => {
        const settings = parseSettings(stored);
        expectValid(settings);
        expect(parseSettings(JSON.parse(JSON.stringify(toStored(settings))))).toEqual(settings);
      }),
      { numRuns: 1500 },
    );
  });

  it('gives a new installation its defaults, not to be changed by whoever holds them', () => {
    const settings = parseSettings(undefined);
    expect(settings).toEqual(DEFAULTS);
    settings.chats[0]?.hosts.push('someone');
    expect(POLCHAT.hosts).toEqual([]);
  });

  it('acts on nothing before the person says so', () => {
    const { follow, gather, reminders, exports, keepMonths } = DEFAULTS;
    expect({ follow, gather, reminders: reminders.on, exports, keepMonths }).toEqual({
      follow: { background: false },
      gather: false,
      reminders: false,
      exports: true,
      keepMonths: 12,
    });
  });

  it('reads what the first version stored', () => {
    const old = {
      chats: [{ ...POLCHAT, hashtag: 'CommsChat', title: 'Comms', guests: undefined }],
    };
    expect(parseSettings(old)).toEqual({
      ...DEFAULTS,
      chats: [{ ...POLCHAT, hashtag: 'CommsChat', title: 'Comms', guests: [] }],
    });
  });

  it('keeps what it knows of a version to come', () => {
    expect(parseSettings({ version: VERSION + 5, look: 'dim', shine: 11 })).toEqual({
      ...DEFAULTS,
      look: 'dim',
    });
  });

  it('brings numbers within their bounds and drops what it does not know', () => {
    const settings = parseSettings({
      keepMonths: 9999,
      reminders: { on: true, minutes: 0.2, later: 1 },
      draftCheck: { off: ['phone', 'horoscope', 'phone'] },
      prefill: 'sometimes',
    });
    expect(settings.keepMonths).toBe(120);
    expect(settings.reminders).toEqual({ on: true, minutes: 1, dayBefore: false });
    expect(settings.draftCheck.off).toEqual(['phone']);
    expect(settings.prefill).toBe('joined');
  });

  it('reads a chat from its hashtag alone, each chat once', () => {
    const { chats } = parseSettings({
      chats: [
        { hashtag: '#LGchat' },
        { hashtag: 'lgCHAT', title: 'again' },
        { hashtag: '2026' },
        7,
      ],
    });
    expect(chats).toEqual([
      {
        hashtag: 'LGchat',
        title: '#LGchat',
        hosts: [],
        guests: [],
        calendars: [],
        timeZone: 'Europe/London',
      },
    ]);
  });

  it.each([
    ['webcal://cal.example/a.ics', 'https://cal.example/a.ics'],
    [' https://cal.example/a b.ics ', 'https://cal.example/a%20b.ics'],
    ['', ''],
    ['http://cal.example/a.ics', undefined],
    ['https://me:secret@cal.example/a.ics', undefined],
    ['javascript:alert(1)', undefined],
    ['https://', undefined],
    [`https://cal.example/${'a'.repeat(2000)}`, undefined],
  ])('takes the calendar address %j as %j', (address, taken) => {
    const { chats } = parseSettings({ chats: [{ hashtag: 'lgchat', calendars: [address] }] });
    expect(chats[0]?.calendars).toEqual(taken === undefined ? [] : [taken]);
  });

  it('takes marks that turn the writing out of titles and muted words', () => {
    const settings = parseSettings({
      chats: [{ hashtag: 'polchat', title: 'a\u202eb\nc' }],
      muted: { people: ['@Loud_One', 'not a handle'], words: ['raffle\u200b prize', '  '] },
    });
    expect(settings.chats[0]?.title).toBe('a b c');
    expect(settings.muted).toEqual({ people: ['loud_one'], words: ['raffle prize'] });
  });
});

describe('applyPolicy', () => {
  it('puts every key that can be read over the own one and locks it, and leaves the others', () => {
    fc.assert(
      fc.property(junk, junk, (stored, policy) => {
        const own = parseSettings(stored);
        const { settings, locked } = applyPolicy(own, policy);
        expectValid(settings);
        const set = parseSettings(toStored({ ...DEFAULTS, ...(policy as object) }));
        for (const key of SETTING_KEYS)
          expect(settings[key]).toEqual(locked.includes(key) ? set[key] : own[key]);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads the rest of a policy with a key that every object has', () => {
    const policy = JSON.parse('{ "__proto__": [], "constructor": 1, "exports": false }');
    expect(applyPolicy(DEFAULTS, policy).locked).toEqual(['exports']);
  });

  it('lists what it locked, and ignores what it cannot read', () => {
    const own = parseSettings({ look: 'dark', muted: { people: ['a'], words: [] } });
    const { settings, locked } = applyPolicy(own, {
      keepMonths: 3,
      exports: false,
      follow: { background: false },
      prefill: 'sometimes',
      chats: [],
      colour: 'blue',
    });
    expect(locked).toEqual(['follow', 'exports', 'keepMonths']);
    expect(settings).toEqual({ ...own, keepMonths: 3, exports: false });
  });

  it.each([
    { chats: [{ hashtag: 'polchat', calendars: ['http://intranet/polchat.ics'] }] },
    { chats: [{ hashtag: 'polchat', calendars: 'https://intranet.example/polchat.ics' }] },
    { chats: [{ hashtag: 'lgchat' }, { hashtag: 'polchat', hosts: ['not a handle'] }] },
    { chats: [{ hashtag: 'polchat', timeZone: 'Moon/Base' }] },
    { reminders: { on: 'true' } },
    { reminders: { on: true, dayBefore: 1 } },
    { reminders: { on: true, minutes: '10' } },
    { follow: { background: 'false' } },
    { draftCheck: { off: ['phones'] } },
    { draftCheck: { off: 'phone' } },
    { muted: { people: ['a b'] } },
    { hosting: ['not a hashtag!'] },
  ])('ignores, and locks not, what it can read only in part: %j', (policy) => {
    expect(applyPolicy(DEFAULTS, { ...policy, gather: true })).toEqual({
      settings: { ...DEFAULTS, gather: true },
      locked: ['gather'],
    });
  });

  it.each([
    { chats: [{ hashtag: 'polchat', calendars: [] }] },
    { chats: [{ hashtag: 'polchat', calendars: ['', 'http://intranet/polchat.ics'] }] },
    { reminders: {} },
    { draftCheck: { off: [] } },
    { muted: { people: [], words: ['football'] } },
    { hosting: [] },
  ])('takes and locks what is short, empty or has some that can be read: %j', (policy) => {
    expect(applyPolicy(DEFAULTS, policy).locked).toEqual(Object.keys(policy));
  });

  it('means the same on every machine: what a key leaves out is as on a new installation', () => {
    const own = parseSettings({ reminders: { on: true, minutes: 60, dayBefore: true } });
    expect(applyPolicy(own, { reminders: { on: true } }).settings.reminders).toEqual({
      on: true,
      minutes: 10,
      dayBefore: false,
    });
  });

  it.each([undefined, null, 3, 'x', []])('leaves everything as it is for %j', (policy) => {
    expect(applyPolicy(DEFAULTS, policy)).toEqual({ settings: DEFAULTS, locked: [] });
  });
});
