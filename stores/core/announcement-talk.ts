/** What hosts say about the chat without announcing a theme: memories, guesses, jokes, small talk, and that it is called off. */
import { MASK } from './announcement-ways';

/** What makes the words around a theme something else than an announcement. */
const PAST =
  /\b(?:last (?:week|month|year|time|session|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|remember (?:that|when|our|the)|previously|yesterday|(?:we|i) (?:had|held|hosted|enjoyed|loved)\b|was (?:the|our|about)|were (?:talking|discussing)|talked about|discussed|thanks? (?:you )?(?:to|for|all|everyone)|great chat|recap|round-?up|summary|transcript|takeaways?|highlights|catch up|missed|throwback|archive|years? ago)\b|^\W*(?:lov(?:ed|ing)|enjoy(?:ed|ing))\b/iu;
const UNCERTAIN =
  /\b(?:might be|may be|could be|should be|would be|maybe|perhaps|possibly|if (?:the|we|only)|imagine|wish|just kidding|only joking|jok(?:e|ing)|jk|not really|april fool|poll|vote (?:now|for|here|on|in|by)|(?:please|to|can|you) vote|suggest(?:ion|ions|ed)?|ideas? for|any ideas|pitch|what (?:should|would|theme|topic)|which (?:theme|topic)|who (?:has|wants)|(?:still )?looking for|need(?:s|ing)? a (?:theme|topic)|not (?:a|an|the|our)\s+(?:\S+\s+)?theme|isn['’]t)\b/iu;
/** What makes a question of what is said before a theme: "Should #polchat be about …?" */
const ASKED =
  /^[^\p{L}]*(?:should|shall|could|would|might|what (?:if|about)|how about|why not|(?:do|does|did|has|have|is|are|can) (?:you|we|anyone|anybody|someone))\b/iu;
const JOKE = /\b(?:just kidding|only joking|jk|not really|april fool)\b|\(joke\)|#joke\b/iu;
/** "Last week we did video, this Thursday …": what was said of the past before does not count. */
const CONTRAST =
  /^[\s\S]*[,;–—-]\s+(?:(?:and|but|so|now|then)\s+)?(?=(?:this|next|coming|today|tomorrow)\b)/iu;

/** That the chat does not take place, over a text in which its hashtag is masked. */
const CALLED_OFF = new RegExp(
  [
    `\\bno\\s+(?:more\\s+)?(?:${MASK.tag}|chat\\b)`,
    `\\b(?:not|cannot|(?:wo|is|ca|are|does)n?['’]?t)\\s+(?:going to\\s+)?(?:be\\s+)?(?:(?:an?|any|our|the)\\s+)?(?:${MASK.tag}|chat\\b|on\\b|run|tak(?:e|ing) place|go(?:ing)? ahead|happen|meet|hold|host)`,
    '\\b(?:tak(?:es?|ing)|ha(?:s|ve|ving)) (?:(?:a|an|another|our|its|the|this) )?(?:\\w+ )?(?:break|week off|rest)\\b',
    '\\bis off\\b',
    '\\b(?:cancel(?:s|l?ed|l?ing)?|called off|postponed|paused|on holiday|skip(?:s|ping)?)\\b',
    `\\bgiv(?:e|es|ing) ${MASK.tag}+ a (?:rest|miss)\\b`,
    '\\b(?:is|been|was) (?:\\w+ly )?(?:suspended|pulled|scrapped|dropped)\\b',
  ].join('|'),
  'iu',
);
/** The same where a theme would stand; "Cancelled events and how we tell people" is one. */
const OFF =
  /^(?:it['’]?s |it is |has been |is )?(?:(?:cancell?ed|called off|postponed|suspended|off)\s*(?:$|[:!.,;–—(-]|(?:this|today|due|because|as|until|for|sorry|owing|again|by)\b)|no (?:chat|session|theme)\b|holiday\s*(?:$|(?:until|till|this|next)\b))|^we(?:['’]re| are|['’]ve| have|['’]ll be| will be)? (?:taking|having|take|had to|back|off|not|closed|cancell?ed|postponed)\b/iu;

/** Words to the people in the chat where a theme would stand. */
const TO_PEOPLE = new RegExp(
  `^\\W*(?:${[
    '(?:say|wave) (?:hello|hi|hey)',
    'introduce yoursel',
    'be (?:nice|kind|gentle|good|patient|ready|prepared|quick|brave|there|honest)\\b',
    'otherwise',
    '(?:any|some) (?:last|final|closing|more|other) ',
    '(?:brace|help|treat) yoursel',
    '(?:grab|bring|pour) (?:a|an|your|some)\\b',
    'get (?:ready|involved|stuck|the kettle|your)',
    'put (?:it|the kettle)',
    'keep (?:the|it|them|using|your|up)\\b',
    '(?:use|using|add|include|follow) (?:the|our|us|along|#)',
    'remember to',
    'reply (?:with|to (?:us|this))',
    "don[’']t (?:be shy|forget|worry|miss)",
    '(?:please|thank you|thanks|huge thanks|apologies|hello|hi|wow|well done)\\b',
    'sorry\\b(?:\\W*$| (?:for|about|all|folks)\\b)',
    'welcome\\b(?:\\W*$| (?:all|everyone|everybody|back|one)\\b)',
    'ask (?:us|away)',
    'come (?:and|along|one)',
    '(?:the|a|an|our|your) (?:weekly|friendly|free|open|packed|regular)\\b',
    "(?:we|i|you)(?:[’']\\w+)? (?:can|cannot|can[’']t|look|hope|are (?:back|right|all|here|live|off)|will (?:be|update|let)|back|behind|right|all|here|live|off)\\b",
    'same (?:time|place|hashtag)',
    "can[’']t wait",
    'what an? (?:great|lovely|brilliant|cracking|chat|hour|week|day|session)',
    '\\d+ (?:people|posts|tweets|replies|of (?:us|you))\\b',
    '(?:\\d+|two|three|four|five|six|seven|eight|nine|ten) (?:questions(?:\\W*$|,)|min(?:ute)?s (?:left|to go|each|in|more))',
    'in (?:an?|one|two|half an|\\d+) (?:hours?|min(?:ute)?s)\\W*$',
    '(?:mon|tues|wednes|thurs|fri)days\\W*$',
    "wh(?:o|ere)(?:[’']s| is|[’']re| are) (?:here|in|joining|coming|with|around|you|everyone|everybody)\\b",
    '(?:first|last|next|final) question',
    '(?:up|out) (?:tomorrow|soon|now)',
    'back (?:next|soon|(?:on|in) (?:the )?(?:\\d|\\w+day|january|the new year))',
    'not (?:long|on)\\b',
    'good (?:morning|afternoon|luck)',
    'over to (?:you|@)',
    '(?:merry|happy) (?:christmas|new year|easter)',
    'have a (?:good|great|lovely)',
    'enjoy (?:the|your)',
    'see (?:who|you)\\b',
    'your chance',
    'the best (?:day|hour|part)',
    'everyone (?:is|else)\\b',
    'bear with',
    'transcript (?:tomorrow|soon|to follow|up|later|here)',
  ].join('|')})`,
  'iu',
);
/** What is said of the chat itself before a colon. */
const OF_THE_CHAT =
  /\b(?:every|each) (?:week|\w+day)\b|\b(?:mon|tues|wednes|thurs|fri)days\b|\b(?:rules|reminder to|(?:minutes?|mins) (?:left|to go)|last question|halfway|good luck|use the hashtag|remember to)\b/iu;

/**
 * Words between days, times and hashtags before a colon that announce: on the day itself "Running late for #polchat today: …" is
 * likelier than a theme.
 */
const LEAD =
  /\b(?:coming up|up|next time|don['’]t (?:miss|forget)|mark your \w+|save the date|dates?|diary|reminder|updated?|here['’]?s?|special|christmas|edition|first|last|final|new|another|starts?|starting|with|discussion|(?:let['’]s )?discuss(?:ing)?|asks?|joins?|us|we|what|about|will|be|back|returns?|live|tomorrow|take on|a|big one|after|comes|now|x|but|not|weeks|year|month|hello|hi|all|folks|everyone|heads up|psa|confirmed|announc\w+|introducing|presenting|change|plan|correction|only|just|please|go|voted|listened|you|in|day|later|lunchtime|for|of|on|at|our|the|this|next|chats?|from|and|uk|time|gmt|bst|is|week|weekly|edition|session|s)\b/giu;

/** A host's judgement of a theme that is known, or a call back to it. */
const OPINION =
  /\b(?:on|off) (?:the )?(?:theme|topic|subject)\b|\b(?:good|great|brilliant|lovely|fab\w*|timely|interesting|important|excellent|tricky|tough|lov(?:e|ed|ing)|enjoy(?:ed|ing)?) (?:the |this |our |a )?(?:theme|topic|subject)/iu;
const NAMED = /\b(?:themes?|topics?|subject)\b/iu;
const CORRECTION =
  /\bcorrect(?:ion|ed)\b|\bwrong (?:theme|topic)\b|\bchange of (?:theme|topic|plan)\b/iu;
/** "@ben agreed": said to somebody; "@ben will host" is said of them. */
const ADDRESSED =
  /^\s*(?:@\w+[\s,:]+)+(?![\s,:@]|(?:will|is|are|has|have|and|hosts?|leads?|joins?|talks?|takes|from|to)\b)/iu;

export function isJoke(text: string): boolean {
  return JOKE.test(text);
}

export function isAddressed(text: string): boolean {
  return ADDRESSED.test(text);
}

/** Whether the sentence in which a theme stands, `before` and `after` it, is about the past, a guess or a question. */
export function announcesNothing(before: string, after: string): boolean {
  const around = before + after;
  const present = before.replace(CONTRAST, '') + after;
  return PAST.test(present) || UNCERTAIN.test(around) || ASKED.test(before);
}

/** Whether a sentence, its hashtags masked, says that the chat does not take place. */
export function isCalledOffIn(sentence: string): boolean {
  return CALLED_OFF.test(sentence);
}

/** The same of a sentence about a session to come. */
export function callsOff(sentence: string): boolean {
  return (
    sentence.includes(MASK.tag) &&
    CALLED_OFF.test(sentence) &&
    !PAST.test(sentence) &&
    !/\bwas\b/iu.test(sentence)
  );
}

/** Whether words that stand where a theme would say that there is none. */
export function isOff(words: string): boolean {
  return OFF.test(words.trim());
}

/** Whether words after a colon or "about" are said to the people in the chat, or of it. */
export function isSmallTalk(before: string, words: string): boolean {
  return TO_PEOPLE.test(words) || OF_THE_CHAT.test(before);
}

/** Whether what stands before a colon or dash, masked, leads to a theme even on the day of the chat; other words always may. */
export function isLead(before: string): boolean {
  return !/[:–—|…-]\s*$/u.test(before) || !/\p{L}/u.test(before.replace(LEAD, ''));
}

/** Whether a post names the theme as such, or corrects it, so that it counts in the hour too. */
export function namesTheme(text: string, sentence: string): boolean {
  if (CORRECTION.test(text) && !/\bq\d/iu.test(text)) return true;
  return NAMED.test(sentence) && !OPINION.test(sentence);
}

/** How a host opens the hour: "Welcome to #polchat. Today we are talking about …" */
export function opensHour(text: string, before: string): boolean {
  return (
    /\bwelcome\b/iu.test(text) &&
    /\bwe(?:['’]re| are) (?:talking|discussing|looking|chatting)/iu.test(before)
  );
}
