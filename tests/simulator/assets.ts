/** The page's own scripts and styles, bundled once a process. */

import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';

export interface Asset {
  type: string;
  body: string;
}

export type Assets = ReadonlyMap<string, Asset>;

const BASE = '/responsive-web/client-web/';
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const OPTIONS: BuildOptions = {
  bundle: true,
  write: false,
  format: 'iife',
  target: 'es2022',
  minify: true,
  outdir: '/out',
  jsx: 'automatic',
  jsxImportSource: 'react',
  define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  logLevel: 'silent',
  // The project's own tsconfig means Preact; X is React.
  tsconfigRaw: { compilerOptions: { jsx: 'react-jsx', jsxImportSource: 'react' } },
};

let made: Promise<Assets> | undefined;

async function bundle(): Promise<Assets> {
  const entryPoints = { main: here('app/main.tsx'), xweb: here('app/xweb.ts') };
  const { outputFiles } = await build({ ...OPTIONS, entryPoints });
  const assets = new Map<string, Asset>();
  for (const { path, text } of outputFiles ?? []) {
    const name = path.split('/').at(-1) ?? '';
    const type = name.endsWith('.css') ? 'text/css' : 'text/javascript';
    assets.set(name === 'xweb.js' ? '/x-web/x-web/main.js' : BASE + name, { type, body: text });
  }
  return assets;
}

/** Bundles on first use, about a second. */
export function loadAssets(): Promise<Assets> {
  made ??= bundle();
  return made;
}
