/** Knows the set phrases of a chat: teasers, rules, greetings, farewells, wrap-ups, words that ask. */

/** "Q3 coming right up": says that a question is near, and asks nothing. */
const TEASER =
  /\b(?:coming(?: right)? (?:up|soon|next|shortly)|on (?:the|its|it's) way|up next|up soon|(?:is|are) next|get ready|(?:in|within) (?:just )?(?:a |an |one |two |\d+ )?(?:couple of |few )?(?:mo|moment|minute|min|mins|sec|secs|second|tick)s?\b|nearly time|almost time|about to (?:ask|post|start|drop)|stand by|ready for (?:the )?(?:next|first|last|final|q|question)|here (?:it|we) (?:comes?|go(?:es)?))/i;

/** Says how to label: names labels without asking or answering anything. */
const RULES =
  /\b(?:answer(?:s|ing)?|respond|responses?|reply|replies|using|use|start|begin|precede|preface|prefix|number|label|mark|format)\b/i;
const RULES_LIST =
  /\b(?:etc|and so (?:on|forth)|format|in front of|before your|at the (?:start|beginning))\b|…|\.\.\./i;

/** A host closes the hour. */
const WRAP =
  /\b(?:(?:that|it)['’]?s a wrap|wrap(?:s|ping)? (?:it |this |things )?up|(?:brings?|draws?|come|comes|coming) (?:\S+ ){0,4}to (?:a|an|its|our|the) (?:close|end)|that(?:['’]?s| is) (?:all|it) (?:for|from|folks|we)|(?:hour|time|chat) (?:is|has) (?:up|over|ended|finished|flown)|time['’]?s up|end of (?:the|this|our|today['’]?s|tonight['’]?s) (?:\S+ )?chat|that (?:ends|concludes)|good ?night|we(?:['’]re| are) out of time|how time flies|(?:thanks|thank you)(?: so much| very much)? (?:to )?(?:all|everyone|everybody|folks)\b|(?:thanks|thank you)(?: (?:all|everyone|everybody|so much|very much|to everyone|to all|all so much|again))* for (?:joining|taking part|coming|being|your (?:time|contributions|company))|see you (?:all |again )?(?:next|in |on |tomorrow)|until next|(?:our )?next chat)/i;

/** Anyone says goodbye. */
const FAREWELL =
  /\b(?:bye|goodbye|good ?night|nos da|night all|see (?:you|ya) (?:all|next|soon|tomorrow|there)|until next|(?:gotta|got to|have to|must|need to) (?:run|go|dash|leave|shoot)|great (?:chat|session|discussion|hour)|(?:good|fab\w*|brilliant|excellent|lovely|interesting|enjoyed|loved|superb) (?:the |this |that |tonight['’]?s |today['’]?s )?(?:chat|session|discussion|hour)|take care|have a (?:good|great|lovely|nice)|signing off)\b/i;
const THANKS = /\b(?:thanks|thank you|thanx|thankyou|thx|ta|cheers|diolch)\b/i;

/** "Please introduce yourselves", "say hello": the host greets and asks nothing to be filed. */
const GREETS =
  /\b(?:welcome|introduce (?:yourself|yourselves|ourselves)|introductions?|say (?:a quick )?(?:hello|hi)|(?:quick|us a) hello|who(?:['’]s| is) (?:here|in|with us|joining|around|about|out there|ready)|(?:are|r) (?:you|we) (?:all )?(?:ready|here|joining|coming)|all ready|how (?:are|have) (?:you|we|things|everyone)|(?:join|joining) us|hello|good (?:morning|afternoon|evening))\b/i;

const IMPERATIVE =
  /^(?:\W|\b(?:bonus|lightning round|follow[- ]?up|please|pls|now|so|and|ok|okay|next|in (?:a|one|\d+) (?:word|tweet|sentence)s?|finally|lastly|first)\b)*(?:share|tell|describe|give|name|list|discuss|explain|let['’]?s|think|finish|complete|choose|pick|rate|show|post|define|imagine|suggest|identify|outline|consider|compare|how|what|why|when|where|who|whose|which|is|are|was|were|do|does|did|can|could|should|would|will|have|has|had|any|if)\b/i;

/** The words announce a question rather than ask one. */
export function hasTeaser(text: string): boolean {
  return TEASER.test(text);
}

/** The words explain how to label; `labels` is how many different labels they name, `leads` that one opens the text. */
export function hasRules(text: string, labels: number, leads: boolean): boolean {
  if (labels === 0 || !RULES.test(text)) return false;
  return labels > 2 || (!leads && RULES_LIST.test(text));
}

/** The words close the hour; believed from hosts only, and only after the last question. */
export function hasWrap(text: string): boolean {
  return WRAP.test(text);
}

/** The words say goodbye or thank; believed only once the hour is closed. */
export function hasFarewell(text: string): boolean {
  return FAREWELL.test(text) || (THANKS.test(text) && text.length < 160);
}

/** The words greet or invite introductions: such a host's post opens no question though it may hold "?". */
export function hasGreeting(text: string): boolean {
  return GREETS.test(text);
}

/** The words ask: a question mark, or an opening such as "Share …" or "How …". */
export function hasAsk(text: string): boolean {
  return text.includes('?') || text.includes('؟') || text.includes('？') || IMPERATIVE.test(text);
}
