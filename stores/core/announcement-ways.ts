/** The ways in which people announce a theme, as patterns over a text in which days, times and hashtags are masked. */

/**
 * Characters that stand for what has been recognised, one for one, so that places in the mask are places in the text.
 * All are from Unicode's private use area; a text that has them already loses them first.
 */
export const MASK = {
  time: '\uE000',
  day: '\uE001',
  tag: '\uE002',
  /** The hashtag of another chat. */
  other: '\uE003',
  link: '\uE004',
};
export const ANY = '[\uE000-\uE004]';
/** Recognised things, and the words between them in "for the #polchat this Thursday, 1pm (UK time)". */
export const FILLER = `(?:[\\s,.()@&|+/]|${ANY}|\\b(?:for|of|on|in|at|our|the|this|next|chat|chats|from|and|uk|time|gmt|bst|is|week|weekly|edition|session|thursday)\\b)`;
const THEME_WORD = `(?:themes?|topics?|subjects?|focus|question of the week|(?<=${ANY}\\s)(?:agenda|question|title|talking point|discussion|conversation|debate))`;
const TALK =
  '(?:talk(?:ing)?|chat(?:ting)?|discuss(?:ing)?|look(?:ing)?|explor(?:e|ing)|tackl(?:e|ing)|cover(?:ing)?|debat(?:e|ing)|think(?:ing)?|ask(?:ing)?|mov(?:e|ing) on|turn(?:ing)?|focus(?:s?ing)?|hear(?:ing)?)(?:\\s+(?:all\\s+)?(?:about|at|into|over|through|to|on|from))?';

export interface Way {
  pattern: RegExp;
  /** It announces only beside a day or time. */
  needsDay: boolean;
  /** What stands before the theme in its sentence names the chat, or is nothing but days, times and small words. */
  needsHead: boolean;
  /** It has the word theme, or another for it. */
  isNamed: boolean;
}

const way = (source: string, needs: '' | 'day' | 'head' = ''): Way => ({
  pattern: new RegExp(source, 'dgiu'),
  needsDay: needs !== '',
  needsHead: needs === 'head',
  isNamed: source.includes('themes?'),
});

const FIRST = `[\\p{L}\\p{N}"“‘'#@£]`;
const NO_FIRST =
  '(?!(?:is|are|was|were|will|would|might|may|could|should|must|has|have|had|can|came|comes|went|gets?|got|did|does|for|of|in|at|on|our|this|next|from|to|that|which|we|you|ideas?|and|or|but|time|day|alert|reveal|news|update|announcement|ever|so far|yet)\\b|suggest)';
export const SEPARATOR = '(?:[:–—|]|-\\s|\\n|\\.{3}|…|>+|[»›=]|~\\s|\\/\\/|→|➡|👉)';

/** The ways, the surest first. Each has a group `theme`, which may run on to the end of the post. */
export const WAYS: readonly Way[] = [
  // "We've changed the theme from A to B"
  way(
    `\\b(?:chang|switch|swap)\\w*\\b[^\\n]{0,80}?\\bfrom\\b[^\\n]{1,200}?\\bto\\b:?\\s+(?<theme>[^\\n]+)`,
  ),
  // "The theme for Thursday has changed! It's now: …"
  way(
    `\\b${THEME_WORD}\\b[^.!?\\n]{0,80}?\\b(?:ha(?:s|ve) changed|is changing)\\b[.!:]?\\s*(?:(?:it['’]?s|it is|and is)\\s+)?(?:now|to)\\b:?\\s*(?<theme>\\S[^]*)`,
  ),
  // "You voted: Thursday's #polchat is …", "Thursday's #polchat is “…”"
  way(
    `\\b(?:voted|votes?|results|chosen|chose|picked|listened|winner)\\b[^\\n]{0,80}?${MASK.tag}(?:${FILLER})*?\\b(?:is|will be)\\s+(?<theme>${NO_FIRST}${FIRST}[^]*)`,
    'day',
  ),
  way(`${MASK.tag}(?:${FILLER})*?\\b(?:is|will be)\\s+["“](?<theme>[^"”\\n]{3,160})["”]`, 'day'),
  // "Body-worn video is the theme of this Thursday's #polchat"
  way(
    `(?:^|[\\n!:]\\s*|\\.\\s+)(?<theme>[^.!?\\n:]{3,160}?\\??)[”"’']?\\s*(?:,|[–—-]|:)?\\s*\\b(?:is|will be|that['’]s|that is|that will be)\\s+(?:the|our|${ANY}+)\\s+(?:(?:next|new|big)\\s+|${ANY}+\\s*)*${THEME_WORD}\\b`,
  ),
  // "Reading the room: this Thursday's #polchat, 1pm"
  way(
    `(?:^|\\n)(?=[^\\n]*${MASK.tag})(?=[^\\n]*${MASK.day})(?<theme>${FIRST}[^\\n:|\uE000-\uE004]{3,160}?)\\s*(?:[:|–—]|\\s-\\s)\\s*(?:(?:join (?:us|in)|tune in|come along|be there|see you)\\s+)?${FILLER}+(?=[!\\s]*(?:$|\\n))`,
    'day',
  ),
  // "Theme for #polchat on 3 December: …", "This week's topic is …"
  way(
    `\\b${THEME_WORD}\\b(?!\\s+(?:suggest|idea|request))(?:(?!\\b(?:was|were|isn['’]t|not)\\b)[^!?\\n:]){0,200}?(?:\\s+(?:is|are|will be|is going to be|will look at)\\b\\s*[:–—-]?|\\s*[:=»›~]|\\s*[–—…]|\\s+-(?=\\s)|\\s*\\.{3})\\s*(?<theme>\\S[^]*)`,
  ),
  // "Our host has chosen ghost riders as the theme for …"
  way(
    `\\b(?:chosen|picked|selected|settled on|decided on|going (?:with|for)|gone for|went for|choose|pick)\\s+(?<theme>${FIRST}[^.!?\\n]{2,160}?)\\s+(?:as|to be|for)\\s+(?:the|our|my|${ANY}+)\\s+(?:(?:next|new|big)\\s+|${ANY}+\\s*)*${THEME_WORD}\\b`,
  ),
  // "Ghost riders: our #polchat theme for Thursday"
  way(
    `(?:^|\\n)(?<theme>${FIRST}[^.!?\\n:\uE000-\uE004]{2,160}?)[”"’']?\\s*(?::|[–—,]|\\s-)\\s*(?:(?:this is|that['’]s) )?(?:the|our|${ANY}+)\\s+(?:(?:next|new|big)\\s+|${ANY}+\\s*)*${THEME_WORD}\\b`,
    'day',
  ),
  // "Rural WhatsApp groups? That's what we're discussing on #polchat this Thursday"
  way(
    `(?:^|[\\n!]\\s*|\\.\\s+)(?<theme>${FIRST}[^.!?\\n]{2,160}\\??)[”"’']?[.!]?\\s+(?:that['’]s|that is|this is)\\s+what\\s+(?:we|you|i)(?:['’]\\w+)?\\s+(?:\\w+\\s+){0,3}?${TALK}`,
    'day',
  ),
  // "Can video build trust? Our topic for #polchat this Thursday"
  way(
    `(?:^|[\\n!]\\s*|\\.\\s+)(?<theme>${FIRST}[^.!?\\n]{3,160}\\?)[”"’']?\\s+(?:(?:it['’]s|that['’]s|this is)\\s+)?(?:the|our|${ANY}+)\\s+(?:(?:next|new|big)\\s+|${ANY}+\\s*)*${THEME_WORD}\\b`,
    'day',
  ),
  // "#polchat this week @someone leads on …"
  way(
    `@\\w+\\s+(?:leads?|is leading|hosts?|is hosting|talks?|takes)(?:\\s+(?:us|a (?:chat|discussion)))?\\s+(?:on|about|through)\\s+(?<theme>${FIRST}[^]*)`,
    'day',
  ),
  // "THEME", and below it "Wildlife crime"
  way(`(?:^|\\n)[^\\p{L}\\n]*${THEME_WORD}[^\\p{L}\\n]*\\n+\\s*(?<theme>${FIRST}[^\\n]*)`),
  // "Theme? Wildlife crime!"
  way(
    `(?:^|[.!?\\n]\\s*)(?:(?:and )?(?:the|our|this week['’]s|${ANY}+)\\s+)*${THEME_WORD}\\?\\s+(?<theme>${FIRST}[^]*)`,
  ),
  // "#polchat theme this week how we talk to …", "with the theme 'Resolutions'"
  way(
    `\\b${THEME_WORD}\\b(?:(?![.,])${FILLER})*\\n?\\s*(?<theme>${NO_FIRST}${FIRST}[^\\s\uE000-\uE004]*\\s[^]*)`,
    'day',
  ),
  // "#polchat this Thursday with the theme of fraud in later life"
  way(`\\bthemes? of\\s+(?<theme>${NO_FIRST}(?!the\\b)${FIRST}[^]*)`, 'day'),
  // "This Thursday's #polchat, 1pm: …", "Thursday 3 December – …"
  way(
    `(?:${ANY}|\\bnext (?:chat|up)\\b)(?:${FILLER}|['’]s)*\\s*${SEPARATOR}\\s*(?<theme>\\S[^]*)`,
    'head',
  ),
  // "Thursday, #polchat, 1pm, “Sleep and shifts”"
  way(
    `^(?:${FILLER}|\\p{Extended_Pictographic}|[:–—-])+["“‘](?<theme>[^"”’\\n]{3,160})["”’]`,
    'head',
  ),
  // "Thursday, 1pm. #polchat. Mental health of …"
  way(`^(?:${FILLER}|\\p{Extended_Pictographic})+\\.\\s+(?<theme>${FIRST}[^]*)`, 'head'),
  // "We'll be talking about …", "Join us to discuss …"
  way(
    `(?:\\bwe['’]?ll|\\bwe will|\\bwe['’]?re|\\bwe are|(?<!\\b(?:how|what|why|when|where|who|do|does|did|should|shall|can|could|must|would|if|that|as)\\s)\\bwe|\\blet['’]?s|\\bgoing to|\\blooking forward to|\\bcan['’]?t wait to|\\bjoin(?:ed)? (?:us|me|in|by|@\\w+|${MASK.tag}+)[^.!?\\n]{0,60}?\\b(?:to|as we|when we|and)|(?:\\bchat|${ANY}|@\\w+)\\s+(?:will|is going to)|(?:\\bchat|${MASK.tag}+)(?:\\s+${ANY}+)*\\s+to)\\s+(?:be\\s+|going to\\s+|all\\s+)*${TALK}\\s*:?\\s+(?<theme>[^]+)`,
    'day',
  ),
  // "#polchat this Thursday asks: …"
  way(
    `${ANY}\\s+(?:asks|looks (?:at|into)|discusses|tackles|explores|covers|considers|focuses on|turns to|talking about|chatting about|discussing|looking at|exploring)\\s*:?\\s+(?<theme>${FIRST}[^]*)`,
    'day',
  ),
  // "Join us this Thursday for #polchat on …", "#polchat on Thursday is about …"
  way(
    `(?:(?:chat|session|${MASK.tag})(?:${FILLER}|[–—-]\\s(?:[^–—\\n-]|-(?!\\s)){1,60}\\s[–—-]\\s|\\b(?:will|be|going|to|set|all|focus(?:es|ing|ed)?|looks?|centres?|returns?|back|with|now)\\b)*?\\b(?:about|on|at|around|dedicated to|devoted to|with(?=\\s+["“]))|${ANY}(?:${FILLER})*?\\ball about)\\b\\s*:?\\s+(?!(?:a|an|any|every|most)\\s+${MASK.day})(?<theme>${FIRST}[^]*)`,
    'day',
  ),
];
