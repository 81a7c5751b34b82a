import { describe, expect, it } from 'vitest';
import { isCalledOff, readHosts, readTheme } from '@/stores/core/calendar-text';

describe('isCalledOff', () => {
  it.each([
    'Canceled: #polchat',
    'Cancelled: Getting people to public meetings',
    'Canceled event: #polchat @ Thu 3 Dec',
    'CANCELLED - #polchat',
    '[CANCELLED] #polchat: Dogs',
    '**CANCELLED** #polchat',
    'Cancelled #polchat',
    'Cancelled due to bank holiday: #polchat',
    '#polchat cancelled',
    '#polchat – CANCELLED (bank holiday)',
    '#polchat (cancelled – Easter)',
    '#polchat is cancelled this week',
    '#polchat has been cancelled',
    '#polchat: cancelled due to strike',
    '#polchat: CANCELLED - back 7 January',
    'Polchat cancelled!',
    '#polchat postponed',
    'POSTPONED: #polchat',
    '#polchat is postponed until 10 December',
    '#polchat – called off',
    'No #polchat',
    'No #polchat this week',
    'No polchat – Christmas',
    'No #polchat today',
    'no chat this week (Christmas)',
    '#polchat: no chat this week (Christmas)',
    '#polchat - no chat this week',
    'There is no #polchat this week',
    'Sorry, no #polchat this week',
    '#polchat – off this week',
    '#polchat NOT ON THIS WEEK',
    '#polchat Christmas break',
  ])('is: %s', (title) => {
    expect(isCalledOff(title, 'polchat')).toBe(true);
  });

  it.each([
    '#polchat: Cancelled events and how we tell people',
    '#polchat: Postponed court dates',
    '#polchat – how we say that a match is cancelled',
    '#polchat: No comment, and what to say instead',
    '#polchat: No chat-ups: how we stay friendly and proper',
    'No news is good news',
    '#polchat: Days off and who posts then',
    '#polchat: Breaking news',
    '#polchat: Not on my watch',
    '#polchat: Suspended officers and the press',
    '#polchat',
    '#nottheme cancelled',
  ])('is not: %s', (title) => {
    expect(isCalledOff(title, 'polchat')).toBe(false);
  });

  it('leaves a theme about what is called off as it is', () => {
    expect(readTheme('#polchat: Cancelled events and how we tell people', 'polchat')).toBe(
      'Cancelled events and how we tell people',
    );
  });
});

describe('readHosts', () => {
  it.each([
    ['Host: @gmpolice', ['gmpolice']],
    ['Host:@gmpolice.', ['gmpolice']],
    ['Hosts: @anna, @ben and @cat', ['anna', 'ben', 'cat']],
    ['Hosts – @anna & @ben', ['anna', 'ben']],
    ['Guest host: @anna', ['anna']],
    ['Co-host: @anna', ['anna']],
    ['Hosted by @anna / @ben', ['anna', 'ben']],
    ['Host @anna', ['anna']],
    ['Host: https://x.com/anna, https://twitter.com/ben', ['anna', 'ben']],
    ['Host: @gmpolice, thanks to @x', ['gmpolice']],
    ['Host: @gmpolice (for @x)', ['gmpolice']],
    ['Host: TBC (was @olduser)', []],
    ['Host: Anna Hale (@anna)', ['anna']],
    ['Hosted by Anna O’Neill (@anna) and Ben (@ben)', ['anna', 'ben']],
    ['Host: nobody yet, ask @polchatteam', []],
    ['Hosts needed! Ask @polchatteam', []],
    ['Hosted on X by @gmpolice', []],
    ['Hosting costs money: ask @bob', []],
    ['Hostile replies: see what happened to @troll123', []],
    ['Hostage negotiators, with @neg_uk', []],
    ['Hostel: @somewhere', []],
    ['Host: write to host@gmp.example', []],
    ['Host: @waytoolongforahandle', []],
  ])('of %j are %j', (line, hosts) => {
    expect(readHosts([line], [])).toEqual(hosts);
  });
});
