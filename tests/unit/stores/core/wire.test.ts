import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCaptured, writeHead, writeInterest } from '@/stores/core/wire';

const HEADERS =
  'date: Thu, 03 Dec 2026 13:00:00 GMT\r\nx-rate-limit-limit: 50\r\nx-rate-limit-remaining: 49\r\nx-rate-limit-reset: 1796307000\r\n';

describe('parseCaptured', () => {
  it('reads what the tap writes', () => {
    const text = '{"data":\n"x"}';
    const head = writeHead('SearchTimeline', 200, 0, '{"a":"b\\n"}', HEADERS);
    expect(parseCaptured(head + text)).toEqual({
      operation: 'SearchTimeline',
      status: 200,
      text,
      request: '{"a":"b\\n"}',
      date: Date.UTC(2026, 11, 3, 13),
      rate: { limit: 50, remaining: 49, reset: 1_796_307_000_000 },
      failures: 0,
    });
  });

  it('gives back operation, status, request and text, whatever they and the headers hold', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(
        fc.constantFrom('HomeTimeline', 'notifications/all', 'search/adaptive'),
        fc.nat(599),
        fc.nat(999_999_999),
        fc.oneof(text, fc.constant('1\n2\n3\n{"data":1}')),
        fc.oneof(text, fc.constant(HEADERS), fc.constant('date: soon\nx-rate-limit-reset: 1e9')),
        text,
        (operation, status, failures, request, headers, body) => {
          const found = parseCaptured(
            writeHead(operation, status, failures, request, headers) + body,
          );
          expect(found).toMatchObject({ operation, status, failures, request, text: body });
        },
      ),
    );
    // Every sign there is takes its time to list on a busy machine.
  }, 120_000);

  it('knows headers that are not there or make no sense', () => {
    for (const headers of [
      '',
      'content-type: application/json\r\n',
      'date: later\r\nx-rate-limit-reset: soon\r\n',
      'x-date: Thu, 03 Dec 2026 13:00:00 GMT\r\nx-rate-limit-reset: -5\r\n',
    ]) {
      const found = parseCaptured(writeHead('HomeTimeline', 0, 3, '', headers));
      expect(found).toMatchObject({ date: null, rate: null, failures: 3, text: '', request: '' });
    }
  });

  it.each([
    undefined,
    null,
    7,
    {},
    [],
    '',
    'x',
    'a\nb\nc',
    'Op\n200\n0\n<script>\n0\n',
    'Op Op\n200\n0\n0\n0\n',
    '\n200\n0\n0\n0\n',
    'Op\n200\n0\n-1\n0\n{}',
    'Op\n200\n0\n5\n5\n123456789',
    'Op\n200\n0\n9999999999999999999999\n0\n{}',
    'Op\n200\n0\n1e3\n0\n{}',
  ])('takes %o for nothing', (data) => {
    expect(parseCaptured(data)).toBeUndefined();
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect(parseCaptured(data)).toBeUndefined();
      }),
    );
    const line = fc.constantFrom('Op', '200', '0', '7', '-1', '', '9'.repeat(400), '{"data":{}}');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 9 }), (lines) => {
        const found = parseCaptured(lines.join('\n'));
        if (found) expect(Number.isSafeInteger(found.status + found.failures)).toBe(true);
      }),
    );
  });
});

describe('writeInterest', () => {
  it('names the hashtags, and the conversations where there are any', () => {
    expect(
      JSON.parse(writeInterest({ hashtags: ['polchat', 'commschat'], conversations: ['1', '23'] })),
    ).toEqual({ text: '.(?:polchat|commschat)', ids: { 1: 1, 23: 1 } });
    expect(JSON.parse(writeInterest({ hashtags: ['polchat'], conversations: [] }))).toEqual({
      text: '.(?:polchat)',
      ids: null,
    });
    // An empty pattern would match whatever follows a #.
    const { text } = JSON.parse(writeInterest({ hashtags: [], conversations: [] }));
    expect('anything').not.toMatch(new RegExp(text));
  });
});
