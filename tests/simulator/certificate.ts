/** A self-signed certificate for X's hosts, made once a process. */
import { generate } from 'selfsigned';

export interface Certificate {
  key: string;
  cert: string;
}

let made: Promise<Certificate> | undefined;

const NAMES = ['x.com', '*.x.com', 'twitter.com', '*.twitter.com', '*.twimg.com', 't.co'];

/** Names: x.com, twitter.com, twimg.com and what is under them. */
export function certificate(): Promise<Certificate> {
  made ??= generate([{ name: 'commonName', value: 'x.com' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'subjectAltName', altNames: NAMES.map((value) => ({ type: 2 as const, value })) },
    ],
  }).then((pems) => ({ key: pems.private, cert: pems.cert }));
  return made;
}
