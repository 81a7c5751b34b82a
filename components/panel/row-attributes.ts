import type { Row } from '@/stores/core/rows';

export interface RowProps {
  row: Row;
  /** From 1. */
  position: number;
  count: number;
  /** Its controls can be reached by Tab; one row at a time. */
  active: boolean;
  onFocus: (key: string) => void;
}

/** What every row carries, for the list and for screen readers. */
export function rowAttributes({ row, position, count, active, onFocus }: RowProps) {
  return {
    'data-key': row.key,
    'aria-posinset': position,
    'aria-setsize': count,
    tabIndex: active ? 0 : -1,
    onFocusIn: () => onFocus(row.key),
  };
}
