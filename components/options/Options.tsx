import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import { NoticeBar } from './NoticeBar';
import { OptionsContext, type OptionsPageDeps, useOptionsState } from './options-deps';
import { SECTIONS } from './sections';
import './options.css';
import './fields.css';

/** The settings, whole: one section at a time beside the way to the others. Draws nothing before the storage is read. */
export function Options(deps: OptionsPageDeps) {
  return (
    <OptionsContext.Provider value={deps}>
      <Page />
    </OptionsContext.Provider>
  );
}

function Page() {
  const words = useWords();
  const ready = useOptionsState((state) => state.ready);
  const locked = useOptionsState((state) => state.locked.length > 0);
  const id = useAddress();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(id);
  useEffect(() => {
    // Who chose another section is taken to its heading; who only opened the page is not.
    if (shown.current !== id) heading.current?.focus();
    shown.current = id;
  }, [id]);
  const section = SECTIONS.find((one) => one.id === id) ?? SECTIONS[0];
  if (!ready || section === undefined) return null;
  const { Content } = section;
  return (
    <div class="options">
      <header>
        <h1>{words('options_page')}</h1>
        {locked && <p class="locked">{words('options_some_locked')}</p>}
      </header>
      <nav aria-label={words('options_sections')}>
        <ul>
          {SECTIONS.map((one) => (
            <li key={one.id}>
              <a href={`#${one.id}`} aria-current={one === section ? 'page' : undefined}>
                {words(one.title)}
              </a>
            </li>
          ))}
          <li>
            <a href="planner.html">{words('options_planner')}</a>
          </li>
        </ul>
      </nav>
      <main data-section={section.id}>
        <h2 ref={heading} tabIndex={-1}>
          {words(section.title)}
        </h2>
        <Content key={section.id} />
      </main>
      <NoticeBar />
    </div>
  );
}

/** What stands behind the # of the address. */
function useAddress(): string {
  const [id, setId] = useState(location.hash.slice(1));
  useEffect(() => {
    const read = () => setId(location.hash.slice(1));
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return id;
}
