import { render } from 'preact';
import { type Words, WordsContext } from '@/components/shared/words';
import { Planner } from './Planner';
import type { PlannerPageDeps } from './planner-deps';
import './planner.css';

/** Draws the planner into `place`. */
export function mountPlanner(
  place: Element,
  { words, ...deps }: PlannerPageDeps & { words: Words },
) {
  render(
    <WordsContext.Provider value={words}>
      <Planner {...deps} />
    </WordsContext.Provider>,
    place,
  );
}
