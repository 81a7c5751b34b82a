/** One search for the time of a chat: the card, the person's presses, X's page. */
import { createGatherCard, type GatherCard } from '@/components/gather/gather-card';
import { nudge, scrollOn } from '@/entrypoints/x.content/page/scroll';
import type { Bridge } from '@/stores/bridge';
import { searchUrl } from '@/stores/core/coverage';
import type { Session } from '@/stores/core/schedule';
import { createGather, type Gather, type Span } from '@/stores/gather';
import { scheduleOf } from '@/stores/saved';
import { cardOf, mayScroll, say } from './gather-words';

/** How often it is looked how far the person has scrolled, ms. */
const LOOK_MS = 1_500;
/** A step back over what was read, so that nothing is missed between two searches, ms. */
const OVERLAP = 60_000;
/** It is worth another search to be spared so much of what was read, ms. */
const WORTH = 5 * 60_000;
/** A search that Polchat went on with goes on by itself for so long, ms. */
const FRESH = 30_000;

export class CatchingUp {
  private readonly bridge: Bridge;
  private readonly asked: Span;
  /** All that is caught up on; the search may be for what is left of it. */
  private readonly span: Span;
  private readonly session: Session | undefined;
  private readonly gather: Gather;
  private readonly card: GatherCard;
  private readonly timer: ReturnType<typeof setInterval>;
  private readonly stop: () => void;
  private hasScrolled = false;
  /** Until when X's word that one must wait is believed, ms: the person may know better. */
  private patience = Number.POSITIVE_INFINITY;

  constructor(bridge: Bridge, asked: Span) {
    this.bridge = bridge;
    this.asked = asked;
    const before = bridge.saved.get('catchUp');
    const isSame = before !== null && before.hashtag === this.tag && before.from === asked.from;
    this.span = { from: asked.from, to: Math.max(asked.to, isSame ? before.to : 0) };
    this.session = sessionIn(bridge, this.span);
    this.gather = this.createGather();
    this.card = this.createCard();
    this.stop = this.gather.subscribe(() => this.changed());
    this.draw();
    bridge.root.append(this.card.element);
    this.timer = setInterval(() => void this.gather.look(), LOOK_MS);
    void this.gather.look();
    if (isSame && Date.now() - before.resumedAt < FRESH && mayScroll(bridge)) {
      this.remember(0);
      void this.gather.scroll();
    }
  }

  /** Takes it all away. */
  end(): void {
    clearInterval(this.timer);
    this.gather.pause();
    this.stop();
    this.card.element.remove();
  }

  private get tag(): string {
    return this.bridge.chat.hashtag.toLowerCase();
  }

  private createGather(): Gather {
    const { bridge, span, tag } = this;
    const { feed } = bridge;
    return createGather({
      span,
      coverage: (within) => bridge.send('readCoverage', { hashtag: tag, ...within }),
      posts: ({ from, to }) =>
        feed.all().filter(({ createdAt }) => createdAt >= from && createdAt < to).length,
      isVisible: () => document.visibilityState === 'visible',
      limit: () => {
        const { refused, rate } = feed.health();
        return refused === 429 && rate ? { until: Math.min(rate.reset, this.patience) } : null;
      },
      page: { scroll: scrollOn, nudge },
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      now: bridge.now,
      random: Math.random,
    });
  }

  private createCard(): GatherCard {
    return createGatherCard(document, {
      words: {
        label: say('gather_label'),
        warning: say('gather_warning'),
        transcript: say('gather_transcript'),
        close: say('gather_close'),
      },
      onAction: () => this.press(),
      onTranscript: () => this.openTranscript(),
      onClose: () => this.end(),
    });
  }

  private press(): void {
    const { bridge, gather, asked, span } = this;
    const { phase, reached } = gather.getState();
    if (phase === 'scrolling' || phase === 'hidden') {
      gather.pause();
      return;
    }
    if (phase === 'limited') {
      // The person says that X answers again.
      this.patience = bridge.now();
      nudge();
      return;
    }
    this.patience = Number.POSITIVE_INFINITY;
    // What was read need not be gone through again.
    if (asked.to - reached > WORTH && scrollY < innerHeight) {
      this.remember(Date.now());
      location.assign(searchUrl(bridge.chat.hashtag, span.from, reached + OVERLAP));
      return;
    }
    this.remember(0);
    void gather.scroll();
  }

  private remember(resumedAt: number): void {
    this.bridge.saved.set('catchUp', { hashtag: this.tag, ...this.span, resumedAt });
  }

  private openTranscript(): void {
    const start = this.session?.start ?? this.span.from;
    void this.bridge.send('openTranscript', { hashtag: this.tag, start });
  }

  private changed(): void {
    this.draw();
    const { phase } = this.gather.getState();
    if (phase === 'scrolling') this.hasScrolled = true;
    // Who reads by themselves goes there when they want to.
    if (phase !== 'done' || !this.hasScrolled) return;
    this.hasScrolled = false;
    this.openTranscript();
  }

  private draw(): void {
    this.card.update(cardOf(this.bridge, this.gather.getState(), this.session));
  }
}

/** The session that this time was asked for. */
function sessionIn({ saved, chat }: Bridge, { from, to }: Span): Session | undefined {
  const { sessions } = scheduleOf(saved.get('schedules'), chat.hashtag);
  return sessions.find(({ start, end }) => start >= from && end <= to);
}
