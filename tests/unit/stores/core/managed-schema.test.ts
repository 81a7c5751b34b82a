import { describe, expect, it } from 'vitest';
import schema from '@/public/managed-schema.json' with { type: 'json' };
import {
  applyPolicy,
  DEFAULTS,
  DRAFT_KINDS,
  LOOKS,
  PREFILLS,
  parseSettings,
  REMINDER_MINUTES,
  SETTING_KEYS,
} from '@/stores/core/settings';

interface Node {
  type: string;
  properties?: Record<string, Node>;
  items?: Node;
  enum?: string[];
  minimum?: number;
  maximum?: number;
}
const { properties } = schema as unknown as Required<Node>;

/** A value that the schema allows, other than the one of a new installation. */
function sample(node: Node, key: string): unknown {
  switch (node.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(node.properties ?? {}).map(([name, child]) => [name, sample(child, name)]),
      );
    case 'array':
      return node.items ? [sample(node.items, key)] : [];
    case 'boolean':
      return true;
    case 'integer':
      return (node.minimum ?? 0) + 1;
    default:
      return node.enum?.at(-1) ?? TEXTS[key] ?? 'sample';
  }
}
const TEXTS: Record<string, string> = {
  calendars: 'https://calendar.example/a.ics',
  timeZone: 'Europe/Paris',
};

/** Does a value have everything the schema names, and nothing else? */
function sameShape(node: Node, value: unknown): boolean {
  if (node.type !== 'object') return true;
  const names = Object.keys(node.properties ?? {}).sort();
  return (
    JSON.stringify(names) === JSON.stringify(Object.keys(value as object).sort()) &&
    names.every((name) =>
      sameShape(node.properties?.[name] as Node, (value as Record<string, unknown>)[name]),
    )
  );
}

describe('the schema of managed settings', () => {
  it('has every setting and no other', () => {
    expect(Object.keys(properties).sort()).toEqual([...SETTING_KEYS].sort());
  });

  it.each(SETTING_KEYS)('has the shape of %s', (key) => {
    const node = properties[key] as Node;
    const value = DEFAULTS[key];
    if (node.type === 'array' && node.items?.type === 'object')
      expect(sameShape(node.items, (value as unknown[])[0])).toBe(true);
    else expect(sameShape(node, value)).toBe(true);
  });

  it.each(SETTING_KEYS)(
    'allows nothing for %s that a policy could not lock, as it stands',
    (key) => {
      const policy = { [key]: sample(properties[key] as Node, key) };
      const { settings, locked } = applyPolicy(parseSettings({}), policy);
      expect(locked).toEqual([key]);
      expect(settings[key]).toEqual(policy[key]);
    },
  );

  it('has the same choices and bounds', () => {
    expect(properties.prefill?.enum).toEqual([...PREFILLS]);
    expect(properties.look?.enum).toEqual([...LOOKS]);
    expect(properties.draftCheck?.properties?.off?.items?.enum).toEqual([...DRAFT_KINDS]);
    const { minimum, maximum } = properties.reminders?.properties?.minutes ?? {};
    expect({ least: minimum, most: maximum }).toEqual(REMINDER_MINUTES);
  });
});
