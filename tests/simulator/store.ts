/** The posts that the simulated X holds, in the order written, with who answered whom. */
import { CHAT_PEOPLE, OTHER_PEOPLE, person, VIEWER } from './people.ts';
import { compareIds, createSnowflakes } from './snowflake.ts';
import type { NewPost, Person, SimPost } from './types.ts';

const HALF_LIFE = 8 * 60_000;

export interface PostCounts {
  replies: number;
  reposts: number;
  quotes: number;
  likes: number;
  views: number;
}

export class PostStore {
  readonly posts = new Map<string, SimPost>();
  /** What the viewer did. */
  readonly liked = new Set<string>();
  readonly reposted = new Set<string>();
  readonly bookmarked = new Set<string>();
  /** Goes up with every change; polling pages and caches look at it. */
  revision = 0;
  #sorted: SimPost[] = [];
  #people = new Map<string, Person>();
  #byKey = new Map<string, string>();
  #answers = {
    reply: new Map<string, string[]>(),
    quote: new Map<string, string[]>(),
    repost: new Map<string, string[]>(),
  };
  #newId = createSnowflakes();

  constructor(people: readonly Person[] = []) {
    for (const one of [...OTHER_PEOPLE, ...CHAT_PEOPLE, ...people, VIEWER]) this.addPerson(one);
  }

  addPerson(one: Person): void {
    // A copy: following and blocking change it, and other worlds have the same cast.
    this.#people.set(one.handle.toLowerCase(), { ...one });
  }

  /** The account of a handle; an unknown one is made up, so that tests need no cast list. */
  person(handle: string): Person {
    const known = this.#people.get(handle.toLowerCase());
    if (known) return known;
    this.addPerson(person(handle, handle));
    return this.person(handle);
  }

  personById(id: string): Person | undefined {
    return [...this.#people.values()].find((one) => one.id === id);
  }

  hasPerson(handle: string): boolean {
    return this.#people.has(handle.toLowerCase());
  }

  /** Adds a post and gives it back with its id. References are ids or script keys. */
  add(given: NewPost, now: number, noise = false): SimPost {
    const createdAt = Math.floor(given.createdAt ?? now);
    const id = this.#newId(createdAt);
    const replyTo = this.#resolve(given.replyTo);
    const post: SimPost = {
      id,
      key: given.key ?? null,
      author: this.person(given.by),
      createdAt,
      text: given.text,
      replyTo,
      quoteOf: this.#resolve(given.quoteOf),
      repostOf: this.#resolve(given.repostOf),
      conversationId: (replyTo && this.posts.get(replyTo)?.conversationId) ?? id,
      photo: given.photo ?? null,
      likes: given.likes ?? 0,
      state: 'present',
      limited: given.limited ?? false,
      versions: [id],
      lang: given.lang ?? 'en',
      noise,
    };
    this.#insert(post);
    if (post.key) this.#byKey.set(post.key, id);
    this.#note('reply', post.replyTo, id);
    this.#note('quote', post.quoteOf, id);
    this.#note('repost', post.repostOf, id);
    return post;
  }

  /** A new version of a post under a new id; the old one is no longer served. */
  edit(id: string, text: string, now: number): SimPost {
    const old = this.get(id);
    const next = this.#newId(Math.floor(now));
    const post = { ...old, id: next, text, versions: [...old.versions, next] };
    this.posts.delete(old.id);
    this.#sorted = this.#sorted.filter((one) => one.id !== old.id);
    this.#insert(post);
    if (post.key) this.#byKey.set(post.key, next);
    return post;
  }

  setState(idOrKey: string, state: SimPost['state']): void {
    const post = this.get(idOrKey);
    post.state = state;
    this.revision++;
  }

  get(idOrKey: string): SimPost {
    const post = this.find(idOrKey);
    if (!post) throw new Error(`No such post: ${idOrKey}`);
    return post;
  }

  find(idOrKey: string): SimPost | undefined {
    return this.posts.get(idOrKey) ?? this.posts.get(this.#byKey.get(idOrKey) ?? '');
  }

  /** All posts, newest first. */
  newestFirst(): SimPost[] {
    return this.#sorted.toReversed();
  }

  oldestFirst(): readonly SimPost[] {
    return this.#sorted;
  }

  /** Ids of direct replies to, quotes of or reposts of a post, as written. */
  answers(kind: 'reply' | 'quote' | 'repost', id: string): readonly string[] {
    return this.#answers[kind].get(id) ?? [];
  }

  /** Counts as X would show them at `now`: likes come in over the first half hour. */
  counts(post: SimPost, now: number): PostCounts {
    const age = Math.max(0, now - post.createdAt);
    const likes = Math.round(post.likes * (1 - 0.5 ** (age / HALF_LIFE)));
    const live = (id: string) => this.posts.get(id)?.state === 'present';
    const reposts = this.answers('repost', post.id).filter(live).length;
    return {
      replies: this.answers('reply', post.id).filter(live).length,
      quotes: this.answers('quote', post.id).filter(live).length,
      reposts: reposts + (this.reposted.has(post.id) ? 1 : 0),
      likes: likes + (this.liked.has(post.id) ? 1 : 0),
      views: Math.round((likes + 3) * 41 + Math.min(age / 9_000, 400)),
    };
  }

  #insert(post: SimPost): void {
    this.posts.set(post.id, post);
    let at = this.#sorted.length;
    while (at > 0 && compareIds((this.#sorted[at - 1] as SimPost).id, post.id) > 0) at--;
    this.#sorted.splice(at, 0, post);
    this.revision++;
  }

  #resolve(idOrKey: string | undefined): string | null {
    if (idOrKey === undefined) return null;
    return this.find(idOrKey)?.id ?? idOrKey;
  }

  #note(kind: 'reply' | 'quote' | 'repost', target: string | null, id: string): void {
    if (target === null) return;
    const list = this.#answers[kind].get(target);
    if (list) list.push(id);
    else this.#answers[kind].set(target, [id]);
  }
}
