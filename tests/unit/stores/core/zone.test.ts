import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, ianaZone, zoneOrLondon, zonesDiffer } from '@/stores/core/zone';
import { findIanaName, findZone } from '@/stores/core/zone-names';

const london = zoneOrLondon('Europe/London');

describe('findZone', () => {
  it.each([
    ['Europe/London', 'Europe/London'],
    ['GMT Standard Time', 'Europe/London'],
    ['gmt standard time', 'Europe/London'],
    ['(UTC+00:00) Dublin, Edinburgh, Lisbon, London', 'Europe/London'],
    ['(GMT) Greenwich Mean Time : Dublin, Edinburgh, Lisbon, London', 'Europe/London'],
    ['(UTC-05:00) Eastern Time (US & Canada)', 'America/New_York'],
    ['(UTC-05:00) Eastern Time (US and Canada)', 'America/New_York'],
    ['(GMT+10:00) Canberra, Melbourne, Sydney', 'Australia/Sydney'],
    ['(UTC) Coordinated Universal Time', 'Etc/UTC'],
    ['tzone://Microsoft/Utc', 'Etc/UTC'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['/mozilla.org/20070129_1/Europe/London', 'Europe/London'],
    ['/softwarestudio.org/Tzfile/America/Argentina/Salta', 'America/Argentina/Salta'],
  ])('takes %s for %s', (name, id) => {
    expect(findZone(name)?.id).toBe(id);
  });

  it.each([
    ['Customized Time Zone'],
    ['Nowhere/At_All'],
    [''],
    ['x'.repeat(100_000)],
    ['../../etc'],
  ])('does not know %.30s', (name) => {
    expect(findZone(name)).toBeUndefined();
  });

  it('gives every Windows name a zone that this JavaScript knows', () => {
    for (const name of [
      'Dateline Standard Time',
      'Line Islands Standard Time',
      'Greenland Standard Time',
    ])
      expect(ianaZone(findIanaName(name) ?? '')).toBeDefined();
  });
});

describe('zones', () => {
  const wall = (text: string) => Date.parse(`${text}Z`);

  it('takes a time that the spring skips with the offset before it', () => {
    expect(london.toInstant(wall('2026-03-29T01:30:00'))).toBe(Date.parse('2026-03-29T01:30:00Z'));
  });

  it('takes a time that the autumn shows twice for the first', () => {
    expect(london.toInstant(wall('2026-10-25T01:30:00'))).toBe(Date.parse('2026-10-25T00:30:00Z'));
  });

  it('turns every moment into a wall and back, but for the hour shown twice', () => {
    const ids = [
      'Europe/London',
      'America/New_York',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'America/Nuuk',
    ];
    const moment = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2040, 0, 1) });
    fc.assert(
      fc.property(fc.constantFrom(...ids), moment, (id, instant) => {
        const zone = zoneOrLondon(id);
        const back = zone.toInstant(zone.toWall(instant));
        expect(zone.toWall(back)).toBe(zone.toWall(instant));
        expect(back).toBeLessThanOrEqual(instant);
      }),
    );
  });

  it('falls back on London for a chat whose zone is a mistake', () => {
    expect(zoneOrLondon('Europe/Lundun').id).toBe('Europe/London');
  });

  it('says whether two places show the same', () => {
    expect(zonesDiffer(Date.UTC(2026, 0, 1), 'Europe/London', 'Africa/Accra')).toBe(false);
    expect(zonesDiffer(Date.UTC(2026, 6, 1), 'Europe/London', 'Africa/Accra')).toBe(true);
  });

  it('numbers days before 1970 too', () => {
    expect(dayOf(Date.UTC(1969, 11, 31, 23))).toBe(-1);
  });
});
