/** A CONNECT proxy on loopback: X's hosts and the test's own sites go to the simulator, every other host is refused and written down. */
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

const HOSTS = /^(?:[\w-]+\.)*(?:x\.com|twitter\.com|twimg\.com|t\.co)$/;

export interface Proxy {
  port: number;
  close(): Promise<void>;
}

/** Starts the proxy; `sites` are hosts beside X's, `refused` receives the names of refused ones. */
export async function startProxy(
  httpsPort: number,
  refused: string[],
  sites: Pick<ReadonlySet<string>, 'has'>,
): Promise<Proxy> {
  const sockets = new Set<Duplex>();
  const server = createServer((request, response) => {
    // Plain http: X is https only.
    refused.push(request.headers.host ?? '?');
    response.writeHead(403).end();
  });
  server.on('connect', (request: IncomingMessage, client: Duplex) => {
    sockets.add(client);
    client.on('close', () => sockets.delete(client));
    client.on('error', () => client.destroy());
    const [host = '', port] = (request.url ?? '').split(':');
    if (!(HOSTS.test(host) || sites.has(host)) || port !== '443') {
      refused.push(host);
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    tunnel(client, httpsPort, sockets);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function tunnel(client: Duplex, port: number, sockets: Set<Duplex>): void {
  const upstream: Socket = connect(port, '127.0.0.1', () => {
    client.write('HTTP/1.1 200 Connection established\r\n\r\n');
    upstream.pipe(client);
    client.pipe(upstream);
  });
  sockets.add(upstream);
  upstream.on('close', () => {
    sockets.delete(upstream);
    client.destroy();
  });
  upstream.on('error', () => client.destroy());
  client.on('close', () => upstream.destroy());
}
