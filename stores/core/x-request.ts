/** Decides what a request to X asked for: the variables of a GraphQL call, in its body or its address. */
import { type Bag, bag, text } from './x-fields';

/** The variables; none of anything that cannot be read. Never throws. */
export function variablesOf(request: string): Bag {
  try {
    const body = request.trimStart().startsWith('{') ? bag(JSON.parse(request)) : null;
    if (body) return 'variables' in body ? bag(body.variables) : body;
    const query = new URLSearchParams(request.slice(request.indexOf('?') + 1));
    return bag(JSON.parse(text(query.get('variables')) ?? '{}'));
  } catch {
    return {};
  }
}
