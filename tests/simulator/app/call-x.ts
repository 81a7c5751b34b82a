/** How the page asks X: XHR as the classic app does, or fetch where the simulator says so. */
import { boot } from './boot.ts';
import { type Call, callOf } from './query-ids.ts';
import { getState, takeSettings } from './state.ts';

export interface Answer {
  status: number;
  /** Parsed body; undefined where it was not JSON. */
  json: unknown;
  resetAt: number | null;
}

function toAnswer(status: number, text: string, header: (name: string) => string | null): Answer {
  takeSettings(header('x-sim-settings'), header('date'));
  const reset = header('x-rate-limit-reset');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  return { status, json, resetAt: reset ? Number(reset) * 1000 : null };
}

function whenLoaded(xhr: XMLHttpRequest): Promise<Answer> {
  return new Promise((done) => {
    const finish = () =>
      done(toAnswer(xhr.status, xhr.responseText, (name) => xhr.getResponseHeader(name)));
    if (xhr.readyState === 4) finish();
    else {
      xhr.addEventListener('load', finish);
      xhr.addEventListener('error', () => done({ status: 0, json: undefined, resetAt: null }));
    }
  });
}

function byXhr(call: Call): Promise<Answer> {
  const xhr = new XMLHttpRequest();
  xhr.open(call.method, call.url);
  xhr.withCredentials = true;
  xhr.setRequestHeader('content-type', 'application/json');
  xhr.setRequestHeader('x-twitter-active-user', 'yes');
  const answer = whenLoaded(xhr);
  xhr.send(call.body);
  return answer;
}

async function fromResponse(promise: Promise<Response>): Promise<Answer> {
  try {
    const response = await promise;
    return toAnswer(response.status, await response.text(), (name) => response.headers.get(name));
  } catch {
    return { status: 0, json: undefined, resetAt: null };
  }
}

/** Calls an operation; never throws. The first script's request is taken where it was the same. */
export function callX(operation: string, variables: Record<string, unknown>): Promise<Answer> {
  const call = callOf(operation, variables);
  const { first } = boot;
  if (first && boot.call?.url === call.url && boot.call.body === call.body) {
    delete boot.first;
    return first instanceof Promise ? fromResponse(first) : whenLoaded(first);
  }
  if (getState().settings.transport === 'xhr') return byXhr(call);
  const init: RequestInit = {
    method: call.method,
    body: call.body,
    credentials: 'include',
    headers: { 'content-type': 'application/json', 'x-twitter-active-user': 'yes' },
  };
  return fromResponse(fetch(call.url, init));
}

/** An older REST call, always a POST of a form. */
export function callRest(path: string, form: Record<string, string>): void {
  const xhr = new XMLHttpRequest();
  xhr.open('POST', `/i/api/1.1/${path}.json`);
  xhr.setRequestHeader('content-type', 'application/x-www-form-urlencoded');
  xhr.send(new URLSearchParams(form).toString());
}
