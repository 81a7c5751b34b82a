/** The page's own navigation: history.pushState, and modals that lie over the page before. */
import { parseRoute, type Route } from './routes.ts';

interface Place {
  route: Route;
  /** The page under a modal route. */
  under: Route;
}

const isModal = (route: Route) => route.name === 'compose' || route.name === 'photo';
const listeners = new Set<() => void>();

let place: Place = first();

function first(): Place {
  const route = parseRoute(location.href);
  if (route.name === 'photo') return { route, under: { ...route, name: 'post' } };
  return { route, under: isModal(route) ? parseRoute('/home') : route };
}

function set(next: Place): void {
  place = next;
  for (const listener of listeners) listener();
}

export const getPlace = (): Place => place;

export function onNavigate(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Goes to an address of X without loading a page. */
export function navigate(href: string, replace = false): void {
  if (href === location.pathname + location.search) {
    scrollTo(0, 0);
    return;
  }
  if (replace) history.replaceState({ sim: 1 }, '', href);
  else history.pushState({ sim: 1 }, '', href);
  arrive();
}

function arrive(): void {
  const route = parseRoute(location.href);
  const under = isModal(route) ? place.under : route;
  const moved = under.path !== place.under.path;
  set({ route, under });
  if (moved) scrollTo(0, 0);
}

/** Closes a modal route: back to the page under it. */
export function leaveModal(): void {
  if (!isModal(place.route)) return;
  if (history.state?.sim) history.back();
  else navigate(place.under.path, true);
}

/** Changes the page in place: a tab of home has no address of its own. */
export function showUnder(change: Partial<Route>): void {
  const under = { ...place.under, ...change };
  set({ route: isModal(place.route) ? place.route : under, under });
}

addEventListener('popstate', arrive);
