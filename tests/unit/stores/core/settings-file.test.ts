import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULTS, VERSION } from '@/stores/core/settings';
import { readSettingsFile, writeSettingsFile } from '@/stores/core/settings-file';

const file = (values: object) =>
  JSON.stringify({ format: 'polchat-settings', version: VERSION, ...values });

describe('a file of settings', () => {
  it('comes back as it was written', () => {
    const settings = {
      ...DEFAULTS,
      chats: [
        ...DEFAULTS.chats,
        {
          hashtag: 'LGchat',
          title: 'Local government',
          hosts: ['Someone'],
          guests: ['another_1'],
          calendars: ['https://calendar.example/a%20b.ics?x=1'],
          timeZone: 'Europe/Paris',
        },
      ],
      muted: { people: ['loud_one'], words: ['raffle prize'] },
      keepMonths: 0,
    };
    expect(readSettingsFile(writeSettingsFile(settings))).toEqual({ ok: true, settings });
  });

  it('may name some settings only, in a person’s spelling', () => {
    const text = file({
      chats: [{ hashtag: '#LGchat', hosts: ['@Someone'], calendars: ['webcal://a.example/b.ics'] }],
    });
    expect(readSettingsFile(text)).toMatchObject({
      ok: true,
      settings: {
        chats: [{ hashtag: 'LGchat', hosts: ['Someone'], calendars: ['https://a.example/b.ics'] }],
      },
    });
  });

  it.each([
    ['nothing', '', 'json', ''],
    ['half a file', writeSettingsFile(DEFAULTS).slice(0, 90), 'json', ''],
    ['a transcript', '{"format":"polchat-transcript","version":1}', 'foreign', ''],
    ['a list', '[]', 'foreign', ''],
    ['one of a newer Polchat', file({ version: VERSION + 1, look: 'dim' }), 'newer', ''],
    ['no setting', file({}), 'empty', ''],
    ['an unknown setting', file({ look: 'dim', shine: 1 }), 'unknown', 'shine'],
    ['a wrong value', file({ look: 'neon' }), 'value', 'look'],
    ['a number out of bounds', file({ keepMonths: 500 }), 'value', 'keepMonths'],
    [
      'an unknown zone',
      file({ chats: [{ hashtag: 'a', timeZone: 'Moon/Base' }] }),
      'value',
      'chats 1 timeZone',
    ],
    [
      'a calendar that is no web address',
      file({ chats: [{ hashtag: 'a', calendars: ['javascript:1'] }] }),
      'value',
      'chats 1 calendars',
    ],
    ['a chat twice', file({ chats: [{ hashtag: 'a' }, { hashtag: 'A' }] }), 'value', 'chats'],
    [
      'something within that nobody knows',
      file({ reminders: { on: true, loud: true } }),
      'value',
      'reminders loud',
    ],
    ['a million letters', ' '.repeat(1_000_001), 'large', ''],
  ])('is refused whole where it holds %s', (_, text, code, detail) => {
    expect(readSettingsFile(text)).toEqual({ ok: false, problem: { code, detail } });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((json) => `{"format":"polchat-settings","version":1,"chats":${json}}`),
        ),
        (text) => {
          expect(typeof readSettingsFile(text).ok).toBe('boolean');
        },
      ),
    );
  });
});
