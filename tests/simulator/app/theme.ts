/** X's three looks: colours on body, `theme-color` and the page's variables. */
import type { Theme } from '../types.ts';

const LOOKS: Record<Theme, { background: string; hex: string; vars: Record<string, string> }> = {
  light: {
    background: 'rgb(255, 255, 255)',
    hex: '#FFFFFF',
    vars: {
      '--bg': 'rgb(255, 255, 255)',
      '--text': 'rgb(15, 20, 25)',
      '--quiet': 'rgb(83, 100, 113)',
      '--border': 'rgb(239, 243, 244)',
      '--hover': 'rgba(15, 20, 25, 0.03)',
      '--nav-hover': 'rgba(15, 20, 25, 0.1)',
      '--card': 'rgb(255, 255, 255)',
      '--field': 'rgb(239, 243, 244)',
      '--button': 'rgb(15, 20, 25)',
      '--button-text': 'rgb(255, 255, 255)',
      '--mask': 'rgba(0, 0, 0, 0.4)',
      '--line': 'rgb(207, 217, 222)',
      '--shadow': 'rgba(101, 119, 134, 0.2) 0 0 15px, rgba(101, 119, 134, 0.15) 0 0 3px 1px',
    },
  },
  dim: {
    background: 'rgb(21, 32, 43)',
    hex: '#15202B',
    vars: {
      '--bg': 'rgb(21, 32, 43)',
      '--text': 'rgb(247, 249, 249)',
      '--quiet': 'rgb(139, 152, 165)',
      '--border': 'rgb(56, 68, 77)',
      '--hover': 'rgba(255, 255, 255, 0.03)',
      '--nav-hover': 'rgba(247, 249, 249, 0.1)',
      '--card': 'rgb(21, 32, 43)',
      '--field': 'rgb(39, 51, 64)',
      '--button': 'rgb(247, 249, 249)',
      '--button-text': 'rgb(15, 20, 25)',
      '--mask': 'rgba(91, 112, 131, 0.4)',
      '--line': 'rgb(66, 83, 100)',
      '--shadow': 'rgba(136, 153, 166, 0.2) 0 0 15px, rgba(136, 153, 166, 0.15) 0 0 3px 1px',
    },
  },
  dark: {
    background: 'rgb(0, 0, 0)',
    hex: '#000000',
    vars: {
      '--bg': 'rgb(0, 0, 0)',
      '--text': 'rgb(231, 233, 234)',
      '--quiet': 'rgb(113, 118, 123)',
      '--border': 'rgb(47, 51, 54)',
      '--hover': 'rgba(255, 255, 255, 0.03)',
      '--nav-hover': 'rgba(231, 233, 234, 0.1)',
      '--card': 'rgb(0, 0, 0)',
      '--field': 'rgb(32, 35, 39)',
      '--button': 'rgb(239, 243, 244)',
      '--button-text': 'rgb(15, 20, 25)',
      '--mask': 'rgba(91, 112, 131, 0.4)',
      '--line': 'rgb(51, 54, 57)',
      '--shadow': 'rgba(255, 255, 255, 0.2) 0 0 15px, rgba(255, 255, 255, 0.15) 0 0 3px 1px',
    },
  },
};

/** Puts a look on the page. */
export function wearTheme(theme: Theme, fontSize: number): void {
  const { background, hex, vars } = LOOKS[theme];
  document.body.style.backgroundColor = background;
  document.documentElement.style.fontSize = `${fontSize}px`;
  document.documentElement.style.colorScheme = theme === 'light' ? 'light' : 'dark';
  document.querySelector('meta[name=theme-color]')?.setAttribute('content', hex);
  for (const [name, value] of Object.entries(vars)) document.body.style.setProperty(name, value);
}
