import { describe, expect, it } from 'vitest';
import { parseCaptured, writeInterest } from '@/stores/core/wire';

const message = (lines: string[], request: string, text: string) =>
  `${lines.join('\n')}\n${request.length}\n${request}${text}`;

describe('parseCaptured', () => {
  it('reads what the tap writes', () => {
    const text = '{"data":\n"x"}';
    expect(
      parseCaptured(
        message(
          ['SearchTimeline', '200', '1796306400000', '50', '49', '1796307000', '0'],
          '{"a":"b\\n"}',
          text,
        ),
      ),
    ).toEqual({
      operation: 'SearchTimeline',
      status: 200,
      text,
      request: '{"a":"b\\n"}',
      date: 1_796_306_400_000,
      rate: { limit: 50, remaining: 49, reset: 1_796_307_000_000 },
      failures: 0,
    });
  });

  it('knows headers that are not there', () => {
    const found = parseCaptured(
      message(['HomeTimeline', '0', 'NaN', 'NaN', 'NaN', '0', '3'], '', ''),
    );
    expect(found).toMatchObject({ date: null, rate: null, failures: 3, text: '', request: '' });
  });

  it.each([
    undefined,
    null,
    7,
    {},
    '',
    'x',
    'a\nb\nc',
    'Op\n200\n<script>\n1\n1\n1\n0\n0\n',
    'Op Op\n200\n1\n1\n1\n1\n0\n0\n',
  ])('takes %o for nothing', (data) => {
    expect(parseCaptured(data)).toBeUndefined();
  });
});

describe('writeInterest', () => {
  it('is a line of hashtags and a line of ids', () => {
    expect(writeInterest({ hashtags: ['polchat', 'commschat'], conversations: ['1', '23'] })).toBe(
      'polchat,commschat\n1,23',
    );
    expect(writeInterest({ hashtags: ['polchat'], conversations: [] })).toBe('polchat\n');
  });
});
