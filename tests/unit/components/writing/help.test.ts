// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { createWords } from '@/components/shared/words';
import { drawHelp, type Help } from '@/components/writing/help';
import messages from '@/public/_locales/en_GB/messages.json' with { type: 'json' };
import { checkDraft } from '@/stores/core/draft-check';

const sentences: Record<string, { message: string }> = messages;
const words = createWords((key, values) =>
  (sentences[key]?.message ?? '').replace(/\$(\d)/g, (_, n) => values?.[n - 1] ?? ''),
);

/** A composer as the panel draws it, and what is said in it of a draft. */
function stage(part: Partial<Help> = {}) {
  document.body.innerHTML = `<form class="composer"><div data-part="writing"></div>
    <div data-part="marks"></div><textarea></textarea><span data-part="count"></span></form>`;
  const form = document.querySelector('form') as HTMLFormElement;
  const check = { find: (text: string) => checkDraft(text), onAllow: vi.fn(), onNever: vi.fn() };
  const onWelcomed = vi.fn();
  const help = { words, hashtag: 'polchat', check, isWelcome: false, onWelcomed, ...part };
  const say = (draft: string, me: string | null = null) =>
    drawHelp(form, { draft, text: `${draft} #polchat`, me }, help);
  const $ = (selector: string) => form.querySelector<HTMLElement>(selector);
  return { form, check, onWelcomed, say, $ };
}

describe('drawHelp', () => {
  it('counts as X does, says who posts, and when a post needs X Premium', () => {
    const { say, $ } = stage();
    say('Timing', 'dan');
    expect($('[data-part=count]')?.textContent).toBe('· 265 left · posting as @dan');
    say('a'.repeat(280));
    expect($('[data-part=count]')?.textContent).toBe('· 9 too many · longer posts need X Premium');
    expect($('.left')?.hasAttribute('data-few')).toBe(true);
  });

  it('marks the words, says why in a line, and lets the draft alone', () => {
    const { say, $, check } = stage();
    say('Seen AB12 CDE and 07700 900123');
    const marked = [...document.querySelectorAll('[data-part=marks] mark')];
    expect(marked.map(({ textContent }) => textContent)).toEqual(['AB12 CDE', '07700 900123']);
    expect($('[data-part=marks]')?.textContent).toContain('Seen AB12 CDE and 07700 900123');
    const rows = [...document.querySelectorAll<HTMLElement>('.findings li')];
    expect(rows.map(({ dataset }) => dataset.kind)).toEqual(['vehicle', 'phone']);
    const [fine, never] = rows[0]?.querySelectorAll('button') ?? [];
    expect(fine?.getAttribute('aria-label')).toBe('This is fine: AB12 CDE');
    fine?.click();
    never?.click();
    expect(check.onAllow).toHaveBeenCalledWith(expect.objectContaining({ words: 'AB12 CDE' }));
    expect(check.onNever).toHaveBeenCalledWith('vehicle');
    say('Nothing of the kind');
    expect($('.findings')?.childNodes).toHaveLength(0);
    expect($('[data-part=marks]')?.childNodes).toHaveLength(0);
  });

  it('draws nothing anew under the pointer while it says the same', () => {
    const { say, $ } = stage();
    say('Seen AB12 CDE');
    const button = $('.findings button');
    say('Seen AB12 CDE today');
    expect($('.findings button')).toBe(button);
  });

  it('tells at first use how a public chat works, without taking the focus, and again when asked', () => {
    const { say, $, onWelcomed, form } = stage({ isWelcome: true });
    const area = form.querySelector('textarea');
    say('T');
    expect($('.about'), 'a draft from before is not being written').toBeNull();
    area?.focus();
    say('T');
    expect(document.activeElement).toBe(area);
    expect($('.about h3')?.textContent).toBe('Taking part in #polchat');
    expect($('.about')?.textContent).toMatch(/Everything in the chat is public/);
    $('.about button')?.click();
    expect(onWelcomed).toHaveBeenCalledOnce();
    expect($('.about')).toBeNull();
    $('.how button')?.click();
    expect($('.about')).not.toBeNull();
    $('.about')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect($('.about')).toBeNull();
  });
});
