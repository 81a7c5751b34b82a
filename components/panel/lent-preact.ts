/** Stands in the place of `preact` in scripts that bring parts of the panel: it is the panel's own, which asked for the script. */
import type * as Preact from 'preact';
import { takeLent } from '@/stores/bridge';

export const { Component, createContext, createElement, Fragment } = takeLent()
  .preact as typeof Preact;
