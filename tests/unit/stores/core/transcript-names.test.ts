import { describe, expect, it } from 'vitest';
import { buildThread } from '@/stores/core/thread';
import { buildTranscript, type Transcript } from '@/stores/core/transcript';
import { withoutNames } from '@/stores/core/transcript-names';
import { cpuTime } from '@/tests/unit/cpu-time';
import { author, post, START } from '../../../fixtures/posts';

type Said = [handle: string, name: string, text: string];

function transcriptOf(said: readonly Said[], hosts: string[] = []): Transcript {
  const posts = said.map(([handle, name, text], n) =>
    post({ id: `${1000 + n}`, author: author(handle, { name }), text, createdAt: START + n }),
  );
  return buildTranscript(buildThread(posts, { hosts }), posts, {
    chat: { hashtag: 'polchat', hosts },
    session: { start: null, end: null, theme: null },
    coverage: [],
    skipped: { unreadable: 0, promoted: 0, offTopic: 0 },
  });
}

/** The texts, with people as numbers. */
const texts = (...said: Said[]) =>
  withoutNames(transcriptOf(said), 'numbers').posts.map(({ text }) => text);

const ANNA: Said = ['anna_hale', 'Anna Hale', 'Hello'];

describe('withoutNames', () => {
  it('takes no word for an ordinary one because mentions, addresses and hashtags write it small', () => {
    const [, text] = texts(ANNA, [
      'ben1',
      'Ben',
      '@anna_hale #hale https://a.example/hale Hale and DS Hale are right, hale@a.example',
    ]);
    expect(text).toBe('@person1 #Person 1 [link] Person 1 and DS Person 1 are right, [e-mail]');
  });

  it('leaves what is written small more often than large, but a given name that is nothing else', () => {
    const will: Said = ['wh1', 'Will Hope', 'we will try, I hope'];
    expect(texts(will, ['c1', 'Cat', 'I will. Will Hope said so, as hope will'])).toEqual([
      'we will try, I hope',
      'I will. Person 1 said so, as hope will',
    ]);
    expect(texts(ANNA, ['c1', 'Cat', 'thanks anna'])[1]).toBe('thanks Person 1');
  });

  it('puts a word for a person where several have the name, and ranks and bodies stay', () => {
    const [, , text] = texts(
      ['sarah1', 'PC Sarah Jones', 'Hello'],
      ['sarah2', 'PC Sarah Lacey', 'Hello'],
      ['west', 'West Police', 'As Sarah says, and Sarah Lacey, any PC of the Police knows SARAH'],
    );
    expect(text).toBe('As [someone] says, and Person 2, any PC of the Police knows [someone]');
  });

  it.each([
    'x.com/anna_hale/status/1935000000000000000',
    'https://vxtwitter.com/anna_hale/status/1935000000000000000',
    'https://fxtwitter.com/i/status/1935000000000000000',
    'https://mobile.twitter.com/anna_hale',
    'https://nitter.net/someone_else',
    'https://t.co/AbCd123',
    'https://archive.example/web/x.com/quiet/status/1935000000000000000',
    'nitter.example/quiet/status/19350000',
    '1935000000000000000',
  ])('takes out an address on X: %s', (address) => {
    expect(texts(ANNA, ['ben1', 'Ben', `See ${address}.`])[1]).toBe('See [x.com].');
  });

  it.each([
    'https://linkedin.example/in/quiet-person',
    'https://a.example/team/anna-hale-12',
    'https://www.annahale.example/about',
    'https://a.example/blog?by=Anna%20Hale',
    'https://a.example/team_annahale99.html',
    'social.example/@quiet',
  ])('takes out an address that leads to a person: %s', (address) => {
    expect(texts(ANNA, ['ben1', 'Ben', `See ${address}, please`])[1]).toBe('See [link], please');
  });

  it('leaves other addresses', () => {
    const text = 'See https://gov.example/what-works?x=1 and gov.example/a.';
    expect(texts(ANNA, ['ben1', 'Ben', text])[1]).toBe(text);
  });

  it('takes out capitals, short handles, handles of those only mentioned, accents and joined names', () => {
    const [, , text] = texts(
      ['gmp', 'GMP', 'Hello'],
      ['bobk', 'Bob O’Kémp', 'Hello'],
      [
        'c1',
        'Cat',
        'KEMP and gmp, O’Kémp’s and bob.o’kemp ask Quiet_One of @quiet_one, BOB bobokemp c1',
      ],
    );
    expect(text).not.toMatch(/kemp|kémp|gmp|quiet|bob|c1/i);
    expect(text).toContain('ask Person 4 of @person4');
  });

  it('takes out names without capitals, and without spaces round them', () => {
    expect(
      texts(
        ['w1', '王伟', '你好'],
        ['y1', 'علي حسن', 'مرحبا'],
        ['c1', 'Cat', '感谢王伟先生 شكرا علي'],
      ),
    ).toEqual(['你好', 'مرحبا', '感谢Person 1先生 شكرا Person 2']);
  });

  it.each(['initials', 'numbers'] as const)('keeps each person one person: %s', (kind) => {
    const said: Said[] = [
      ['x1', 'Łucja Żak', 'one'],
      ['x2', 'Юрий Носов', 'two'],
      ['x3', 'Ян Отец', 'three'],
      ['x4', 'Anna Hale', 'four'],
      ['x5', 'Amy Hill', 'five'],
      ['x6', '🚓', 'six'],
    ];
    const handles = withoutNames(transcriptOf(said, ['x2']), kind).posts.map((one) => one.author);
    expect(new Set(handles.map(({ handle }) => handle)).size).toBe(6);
    expect(new Set(handles.map(({ name }) => name)).size).toBe(6);
    for (const { handle } of handles) expect(handle).toMatch(/^[a-z]+\d+$/);
  });

  it('takes ten thousand posts in a moment', () => {
    const said = Array.from({ length: 10_000 }, (_, n): Said => {
      const who = n % 500;
      return [
        `person_${who}`,
        `Given${who} Family${who}`,
        `A1 I agree with @person_${n % 77} and Given${n % 500}, see https://a.example/${n} #polchat`,
      ];
    });
    const transcript = transcriptOf(said);
    expect(cpuTime(() => withoutNames(transcript, 'numbers'))).toBeLessThan(3_000);
  });
});
