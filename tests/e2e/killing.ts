/** Stopping the extension's background, as the browser does whenever it likes. */
import type { Browser } from 'puppeteer-core';
import type { Launched } from '../../scripts/browsers.ts';
import { eventually, IS_FIREFOX } from './stage.ts';

/** What the driver says to Firefox itself, over the connection that it has anyway. */
interface Wire {
  send(
    method: 'browsingContext.getTree',
    params: object,
  ): Promise<{ result: { contexts: { context: string }[] } }>;
  send(
    method: 'script.evaluate',
    params: object,
  ): Promise<{ result: { result: { value?: unknown } } }>;
}

/** Stops it, and waits until it is gone; another may be there at once, for whatever is said to it. */
export async function stopBackground({ browser, extensionId }: Launched): Promise<void> {
  await (IS_FIREFOX ? stopEventPage(browser, extensionId) : stopWorker(browser, extensionId));
}

async function stopWorker(browser: Browser, extensionId: string): Promise<void> {
  const isBackground = (type: string, url: string) =>
    type === 'service_worker' && url.includes(extensionId);
  const session = await browser.target().createCDPSession();
  const running = async () => {
    const { targetInfos } = await session.send('Target.getTargets');
    return targetInfos.filter(({ type, url }) => isBackground(type, url));
  };
  const before = new Set((await running()).map(({ targetId }) => targetId));
  await eventually(async () => {
    const left = (await running()).filter(({ targetId }) => before.has(targetId));
    // One that the driver holds while it is started again comes back as the same target: the driver lets go of it first.
    for (const target of browser.targets()) {
      if (left.length > 0 && isBackground(target.type(), target.url()))
        await target
          .worker()
          .then((worker) => worker?.client.detach())
          .catch(() => {});
    }
    for (const { targetId } of left)
      await session.send('Target.closeTarget', { targetId }).catch(() => {});
    return left.length === 0;
  });
  await session.detach();
}

/** Firefox's own way for its tests: whatever the page is in the middle of. An event that comes just then keeps it, so it is told until it is gone. */
async function stopEventPage(browser: Browser, extensionId: string): Promise<void> {
  const { connection } = browser as Browser & { connection: Wire };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const stopped = await connection.send('script.evaluate', {
    target: { context: tree.result.contexts[0]?.context },
    awaitPromise: true,
    expression: `(async () => {
      const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(extensionId)});
      let isGone = extension.backgroundState === 'stopped';
      extension.once('shutdown-background-script', () => { isGone = true; });
      for (let tries = 0; !isGone && tries < 100; tries++) {
        await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
      }
      return isGone;
    })()`,
  });
  if (stopped.result.result.value !== true) throw new Error(JSON.stringify(stopped));
}
