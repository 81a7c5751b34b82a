/**
 * Every selector by which posts are read off X's page: why it holds, where it was seen, and the fixture that counts it.
 *
 * "Classic" is the app of logged-in people (tests/fixtures/x/2026-11-22-classic.html.txt; saved pages of 2025-10 to
 * 2026-09, alike but for their class names); "x-web" is the next front-end (tests/fixtures/x/2026-11-22-x-web.html.txt;
 * known from its server-rendered markup only). Test ids are in English in every language; aria-labels are not.
 */

/** A post. Classic: the test id has held since 2019. x-web: an article in an entry that carries the post's address. */
export const POST = 'article[data-testid="tweet"], [data-timeline-entry] article';

/** Links that may lead to the post itself; the one around its time does, in both front-ends. */
export const STATUS_LINK = 'a[href*="/status/"]';

/** Where x-web says the post's address, should its time not be a link. */
export const ENTRY = '[data-href*="/status/"]';

/** A quoted post: a link that is no `a`, with a name, time and text of its own, inside the article. Both front-ends. */
export const QUOTE = '[role="link"]:not(a)';

/** Who wrote it: name, handle and badges. Classic only, "User-Names" in pages of 2022 [K]; x-web has plain profile links. */
export const AUTHOR = '[data-testid^="User-Name"]';

/** A profile link: a path of one part. Both front-ends; hashtags and posts have longer paths. */
export const LINK = 'a[href]';

/** The writer's picture. Classic; the id ends in the handle. x-web: the picture in a profile link. */
export const AVATAR = '[data-testid^="UserAvatar-Container-"] img, a > img[alt^="@"]';

/** The lock beside a protected account's name. Not in any saved page, X.md does not list it [K]; x-web's after its other icons. */
export const LOCK = '[data-testid="icon-lock"], [data-icon^="icon-lock"]';

/** The words. Classic: the test id. x-web: what takes its direction from the text; names and times do not. */
export const TEXT = '[data-testid="tweetText"]';
export const XWEB_TEXT = '[dir="auto"]';

/** "Show more": the page shows a long text cut. A button for the post itself, a link in a quote. Classic, 7 in 2025-11-20. */
export const MORE = '[data-testid="tweet-text-show-more-link"]';

/** Around the article of an advertisement, which has no time; inside an article it surrounds a video. Classic. */
export const PLACEMENT = '[data-testid="placementTracking"]';

/** Pictures and films of the post. A film's still is also a picture, and all there is of it until it plays (7 in 2025-11-20). Classic. */
export const PHOTO = '[data-testid="tweetPhoto"]';
export const VIDEO = '[data-testid="videoPlayer"], [data-testid="previewInterstitial"]';

/** Buttons whose labels begin with how often they were pressed. X is renaming retweet to repost; "un…" once pressed. x-web: by icon. */
export const REPLIES = '[data-testid="reply"], [data-icon^="icon-reply"]';
export const REPOSTS =
  '[data-testid="retweet"], [data-testid="unretweet"], [data-testid="repost"], [data-testid="unrepost"], [data-icon^="icon-retweet"], [data-icon^="icon-repost"]';
export const LIKES = '[data-testid="like"], [data-testid="unlike"], [data-icon^="icon-heart"]';

/** The heart of a post that the person likes. Classic; x-web's icon of it is not in any saved page. */
export const LIKED = 'article [data-testid="unlike"]';
