import type { Row } from '@/stores/core/rows';

export interface RowProps {
  row: Row;
  /** Its controls can be reached by Tab; one row at a time. */
  active: boolean;
  onFocus: (key: string) => void;
}

/** What every row carries. Its position among all rows is written by the list, for it changes far more often than the row. */
export function rowAttributes({ row, active, onFocus }: RowProps) {
  return {
    'data-key': row.key,
    tabIndex: active ? 0 : -1,
    onFocusIn: () => onFocus(row.key),
  };
}

/** True where both draw the same, though a rebuilt list has new objects for the same rows. */
export function isSameRow(a: Row, b: Row): boolean {
  if (a === b) return true;
  const before: Record<string, unknown> = { ...a };
  return Object.entries(b).every(([name, value]) => before[name] === value);
}
