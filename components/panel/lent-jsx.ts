/** Stands in the place of `preact/jsx-runtime` in scripts that bring parts of the panel: it is the panel's own. */
import type * as Jsx from 'preact/jsx-runtime';
import { takeLent } from '@/stores/bridge';

export const { Fragment, jsx, jsxs } = takeLent().jsx as typeof Jsx;
