/** What the panel lends to scripts that bring parts of it later: everything of Preact that any of them may name. */
import { Component, createContext, createElement, Fragment } from 'preact';
import {
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'preact/hooks';
import { jsx, jsxs } from 'preact/jsx-runtime';

export const lent = {
  preact: { Component, createContext, createElement, Fragment },
  hooks: {
    useCallback,
    useContext,
    useEffect,
    useLayoutEffect,
    useMemo,
    useReducer,
    useRef,
    useState,
  },
  jsx: { Fragment, jsx, jsxs },
};
