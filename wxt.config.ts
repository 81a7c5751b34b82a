import { resolve } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { PART_SCRIPTS } from './stores/page-scripts';

/** Every address X's web app answers under. */
const X_PAGES = [
  'https://x.com/*',
  'https://twitter.com/*',
  'https://mobile.x.com/*',
  'https://mobile.twitter.com/*',
];

/** These land on X's pages, where every byte counts and both browsers' own promise APIs do. */
const ON_THE_PAGE = ['content-script', 'unlisted-script'];

const FLOOR = ['chrome144', 'firefox140'];

/** They draw with the panel's Preact (components/panel/parts.ts). The longer names first: an alias also stands for what is below it. */
const LENT = {
  'preact/jsx-runtime': resolve(import.meta.dirname, 'components/panel/lent-jsx.ts'),
  'preact/hooks': resolve(import.meta.dirname, 'components/panel/lent-hooks.ts'),
  preact: resolve(import.meta.dirname, 'components/panel/lent-preact.ts'),
};

/** Ours instead of WXT's. */
const CONTEXT = resolve(import.meta.dirname, 'entrypoints/x.content/context.ts');

/** A script's own name would be a global of the page that it lands on, and X's own `let` of that name an error; WXT takes it away from a plain function only. And where it runs, the manifest says already. */
const anonymous = rewrite('polchat:anonymous', (code) =>
  code.replace(/^var \w+=/, '!').replace(/matches:\[[^\]]+\],runAt:"\w+",/, ''),
);

/** WXT catches what a script throws for its logger, which says nothing in production: what is left only throws it again. */
const RETHROWN =
  /\(\(\)=>\{let (\w+);try\{\1=(\w+)\(\);\1 instanceof Promise&&\(\1=\1\.catch\((\w+)=>\{throw \3\}\)\)\}catch\((\w+)\)\{throw \4\}return \1\}\)\(\)/;
const RETHROWN_LATER =
  /\(async\(\)=>\{try(\{(?:[^{}]|\{[^{}]*\})*\})catch\((\w+)\)\{throw \2\}\}\)/;
const uncaught = rewrite('polchat:uncaught', (code) =>
  code.replace(RETHROWN, ' $2()').replace(RETHROWN_LATER, '(async()=>$1)'),
);

/** Chromium compiles all of it in one go: nearly all of it runs at once, and a function that is compiled when it first runs was parsed before, for nothing. */
const eager = rewrite('polchat:eager', (code) => `//# allFunctionsCalledOnLoad\n${code}`);

/** The script as it is built, minified. */
function rewrite(name: string, change: (code: string) => string) {
  return {
    name,
    generateBundle(_: unknown, bundle: Record<string, { code?: string }>) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.code) chunk.code = change(chunk.code);
      }
    },
  };
}

function isPart(name: string): boolean {
  return (PART_SCRIPTS as readonly string[]).includes(name);
}

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: () => ({ plugins: [preact({ devToolsEnabled: false })], build: { sourcemap: false } }),
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      if (!entrypoints.every(({ type }) => ON_THE_PAGE.includes(type))) return;
      config.resolve = {
        ...config.resolve,
        alias: {
          ...config.resolve?.alias,
          ...(entrypoints.some(({ name }) => isPart(name)) ? LENT : {}),
          'wxt/browser': '@wxt-dev/browser',
          'wxt/utils/content-script-context': CONTEXT,
        },
      };
      config.plugins = [...(config.plugins ?? []), anonymous, uncaught];
      if (entrypoints.some(({ name }) => name === 'x')) config.plugins.push(eager);
      // A fourteenth smaller than what the default makes of them.
      config.build = {
        ...config.build,
        // The floor of both browsers (below): nothing is to be put in for older ones.
        target: FLOOR,
        minify: 'terser',
        terserOptions: {
          ecma: 2020,
          toplevel: true,
          compress: { passes: 3, pure_getters: true, unsafe_arrows: true, sequences: false },
        },
      };
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en_GB',
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'scripting'],
    host_permissions: X_PAGES,
    // Asked for when a reminder is switched on, and for a calendar's own site when it is chosen.
    optional_permissions: ['notifications'],
    optional_host_permissions: ['https://*/*'],
    incognito: 'not_allowed',
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    action: { default_title: '__MSG_name__' },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'polchat@polchat.invalid',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            // The first Firefox for Android that knows every key here.
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : {
          minimum_chrome_version: '144',
          // Chrome and Edge show a policy only what stands in it; Firefox needs none.
          storage: { managed_schema: 'managed-schema.json' },
        }),
  }),
});
