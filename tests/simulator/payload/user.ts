/** An account as X's answers give it, in the three layouts seen since 2023 (X.md 1.8). */
import type { Layout, Person } from '../types.ts';

export type Json = Record<string, unknown>;

const avatar = (one: Person) =>
  `https://pbs.twimg.com/profile_images/${one.id}/${one.handle}_normal.svg`;
const shape = (one: Person) =>
  one.tick === 'business' || one.tick === 'government' ? 'Square' : 'Circle';
const verifiedType = (one: Person) =>
  one.tick === 'government'
    ? { verified_type: 'Government' }
    : one.tick === 'business'
      ? { verified_type: 'Business' }
      : {};
const number = (one: Person, from: number, span: number) => from + (Number(one.id) % span);

const nodeId = (one: Person) => Buffer.from(`User:${one.id}`).toString('base64');

function legacyCounts(one: Person): Json {
  return {
    default_profile: true,
    default_profile_image: false,
    description: one.bio,
    fast_followers_count: 0,
    favourites_count: number(one, 40, 9000),
    followers_count: number(one, 120, 48_000),
    friends_count: number(one, 80, 1900),
    has_custom_timelines: true,
    is_translator: false,
    listed_count: number(one, 1, 300),
    media_count: number(one, 10, 900),
    normal_followers_count: number(one, 120, 48_000),
    pinned_tweet_ids_str: [],
    possibly_sensitive: false,
    profile_interstitial_type: '',
    statuses_count: number(one, 300, 20_000),
    translator_type: 'none',
    want_retweets: false,
  };
}

/** Layout A: names in `legacy`, until May 2025. */
function userA(one: Person): Json {
  return {
    __typename: 'User',
    id: nodeId(one),
    rest_id: one.id,
    affiliates_highlighted_label: {},
    has_graduated_access: true,
    is_blue_verified: one.tick !== '',
    profile_image_shape: shape(one),
    legacy: {
      following: one.followed,
      can_dm: false,
      can_media_tag: true,
      created_at: one.joined,
      ...legacyCounts(one),
      entities: { description: { urls: [] } },
      location: '',
      name: one.name,
      profile_image_url_https: avatar(one),
      screen_name: one.handle,
      verified: false,
      ...verifiedType(one),
      withheld_in_countries: [],
      ...(one.protected ? { protected: true } : {}),
    },
    tipjar_settings: {},
  };
}

function common(one: Person): Json {
  return {
    __typename: 'User',
    affiliates_highlighted_label: {},
    avatar: { image_url: avatar(one) },
    core: { created_at: one.joined, name: one.name, screen_name: one.handle },
    dm_permissions: { can_dm: false },
    follow_request_sent: false,
    has_graduated_access: true,
    id: nodeId(one),
    is_blue_verified: one.tick !== '',
    location: { location: '' },
    media_permissions: { can_media_tag: true },
    privacy: { protected: one.protected },
    profile_description_language: 'en',
    profile_image_shape: shape(one),
    relationship_perspectives: {
      blocked_by: false,
      blocking: one.blocked,
      followed_by: false,
      following: one.followed,
      live_following: false,
      muting: one.muted,
    },
    rest_id: one.id,
    super_follow_eligible: false,
    super_followed_by: false,
    super_following: false,
    tipjar_settings: {},
    verification: { verified: false, ...verifiedType(one) },
  };
}

/** Layout B: names in `core`, a thinner `legacy`, until August 2026. */
function userB(one: Person): Json {
  return {
    ...common(one),
    legacy: { ...legacyCounts(one), entities: { description: {} }, url: '' },
    profile_bio: { description: one.bio },
  };
}

/** Layout C: no `legacy` at all, since August 2026. */
function userC(one: Person): Json {
  return {
    ...common(one),
    action_counts: { favorites_count: number(one, 40, 9000) },
    notifications_settings: { notifications_enabled: false },
    pinned_items: {},
    possibly_sensitive: false,
    profile_bio: { description: one.bio, entities: { description: {} } },
    profile_metadata: { profile_interstitial_type: '' },
    profile_translation: { translator_type: 'none' },
    relationship_counts: { followers: number(one, 120, 48_000), following: number(one, 80, 1900) },
    tweet_counts: { media_tweets: number(one, 10, 900), tweets: number(one, 300, 20_000) },
    website: { url: '' },
  };
}

/** `user_results.result` of an account in a layout; x-web's is layout C with its own spelling elsewhere. */
export function buildUser(one: Person, layout: Layout): Json {
  if (layout === 'A') return userA(one);
  return layout === 'B' ? userB(one) : userC(one);
}
