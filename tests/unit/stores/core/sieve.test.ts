import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSieve } from '@/stores/core/sieve';

function setUp(interest = 'polchat\n') {
  const sent: string[] = [];
  const timers: (() => void)[] = [];
  const sieve = createSieve({
    send: (message) => sent.push(message),
    later: (work) => timers.push(work),
  });
  if (interest) sieve.want(interest);
  return { sieve, sent, tenMinutesLater: () => timers.splice(0).map((work) => work()) };
}

const post = (text: string, conversation = '1') =>
  `{"full_text":${JSON.stringify(text)},"conversation_id_str":"${conversation}"}`;

describe('createSieve', () => {
  it.each(['#polchat', '#PolChat', '#POLCHAT now', 'x ＃polchat', '#one #polchat'])(
    'hands on %s',
    (text) => {
      const { sieve, sent } = setUp();
      sieve.hear('h', post(text), false);
      expect(sent).toEqual([`h${post(text)}`]);
    },
  );

  it.each(['polchat', '# polchat', '#pol', '#commschat', ''])(
    'hands on the head alone of %s',
    (text) => {
      const { sieve, sent } = setUp();
      sieve.hear('h', post(text), false);
      expect(sent).toEqual(['h']);
    },
  );

  it('knows a conversation of the chat by its id, whole', () => {
    const { sieve, sent } = setUp('polchat\n12,345');
    for (const id of ['12', '345', '1', '34', '3456']) sieve.hear(id, post('no tag', id), false);
    expect(sent.map((message) => message.split('{')[0])).toEqual(['12', '345', '1', '34', '3456']);
    expect(sent.map((message) => message.includes('{'))).toEqual([true, true, false, false, false]);
  });

  it('always hands on the person’s own, and what is no JSON object', () => {
    const { sieve, sent } = setUp();
    sieve.hear('h', '{"a":1}', true);
    sieve.hear('h', '<html>', false);
    expect(sent).toEqual(['h{"a":1}', 'h<html>']);
  });

  it('hands on what came before it was said what counts', () => {
    const { sieve, sent } = setUp('');
    sieve.hear('h', post('#polchat'), false);
    expect(sent).toEqual(['h']);
    sieve.want('polchat\n');
    expect(sent).toEqual(['h', `h${post('#polchat')}`]);
    sieve.want('polchat\n');
    expect(sent).toHaveLength(2);
  });

  it('hands on what proves to be of the chat’s conversation within ten minutes, and not after', () => {
    const { sieve, sent, tenMinutesLater } = setUp();
    sieve.hear('h', post('a reply', '7'), false);
    sieve.want('polchat\n7');
    expect(sent).toEqual(['h', `h${post('a reply', '7')}`]);
    sieve.hear('i', post('another', '8'), false);
    tenMinutesLater();
    sieve.want('polchat\n7,8');
    expect(sent).toHaveLength(3);
  });

  it('holds eight million characters at most, the newest', () => {
    const { sieve, sent } = setUp();
    const big = (id: string) => post('x'.repeat(3_000_000), id);
    for (const id of ['1', '2', '3', '4']) sieve.hear(id, big(id), false);
    sieve.want('polchat\n1,2,3,4');
    expect(sent.filter((message) => message.length > 9).map(([first]) => first)).toEqual([
      '4',
      '3',
    ]);
  });

  it('agrees with a plain search, whatever the text', () => {
    const part = fc.constantFrom(
      '#',
      '＃',
      'pol',
      'chat',
      'POL',
      'Chat',
      ' ',
      '"',
      'versation_id_str":"',
      '7',
      '77',
      ',',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const { sieve, sent } = setUp('polchat\n77');
        const text = `{${parts.join('')}`;
        sieve.hear('', text, false);
        const ids = [...text.matchAll(/versation_id_str":"([^"]*)"/g)].map(([, id]) => id);
        const wanted = /[#＃]polchat/i.test(text) || ids.includes('77');
        expect(sent[0] === text).toBe(wanted);
      }),
    );
  });
});
