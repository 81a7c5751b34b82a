/** Knows the set phrases of a chat: teasers, rules, greetings, farewells, wrap-ups. */

/** "Q3 coming right up": says that a question is near, and asks nothing. */
export const TEASER =
  /\b(?:coming(?: right)? (?:up|soon|next|shortly|at|in)\b|on (?:the|it['’]?s) way|up next|(?:is|are) next|get ready|ready for|in (?:[\w.]+ ){0,4}?(?:mo|moment|min|minute|sec|second|tick|bit)s?\b|(?:nearly|almost) time|about to (?:ask|post|start|drop)|stand by|here (?:it|we) (?:come|go))|\bq\d{1,2} (?:(?:is )?(?:next|shortly|soon|due|any (?:minute|moment)|to follow|at \d|after the)\b|in (?:two|three|four|five|ten|\d+)\b)/i;

/** Calls for answers without a question mark: "Tell us about …", "Share your …". */
const CALL =
  /(?:^|[.!:–—-]\s+)(?:please |so |and |now )?(?:tell|describe|share|name|give|pick|choose|show|recommend|suggest)(?: us)? (?:your|one|two|an?|about|wh\w+|how|some\w*|the)\b(?! answers)/i;

/** Says how to label: names labels without asking or answering anything. */
const RULES =
  /\b(?:answer|respon|repl[yi]|us(?:e|ing)\b|start|begin|pre(?:c|fa|fi)|number|label|mark|format)/i;
/** "Q1 = A1", "A1 for Q1" */
const EQUALS = /\b[qa](\d+)\s*(?:[=/→>-]+|for)\s*(?:[qa]|question )\1\b/i;
const RULES_LIST =
  /\b(?:etc|and so (?:on|forth)|format|in front of|before your|at the (?:start|beginning))\b|…|\.\.\./i;

/** A host closes the hour. */
const WRAP =
  /\b(?:a wrap\b|wrap(?:s|ping)? (?:\w+ )?up|to (?:an?|its|our|the) (?:close|end)\b|that(?:['’]?s| is) (?:all|it) (?:for|from|folks|we)|(?:hour|time|chat) (?:is|has) (?:up|over|ended|finished|flown)|time['’]?s up|end of (?:\S+ ){1,2}chat|that (?:ends|concludes)|good ?night|out of time|time flies|thank(?:s| you)(?:(?: \w+){0,3} (?:all|every(?:one|body)|folks)\b|(?: \w+){0,4} for (?:joining|taking part|coming|being|your))|see you (?:all |again )?(?:next|in|on|tomorrow)|(?:until|our) next)/i;

/** Anyone says goodbye. */
const FAREWELL =
  /\b(?:(?:good)?bye|good ?night|nos da|night all|see (?:you|ya)\b|until next|(?:gotta|(?:got|have|must|need) to) (?:run|go|dash|leave|shoot)\b|(?:great|good|fab\w*|brilliant|excellent|lovely|interesting|superb|enjoyed|loved) (?:\S+ )?(?:chat|session|discussion|hour)|take care|have a (?:good|great|lovely|nice)|signing off)/i;
const THANKS = /\b(?:thank|thanx|thx|ta\b|cheers|diolch)/i;

/** "Please introduce yourselves", "say hello": the host greets and asks nothing to be filed. */
const GREETS =
  /\b(?:welcome|introduc|say (?:\w+ )*?(?:hello|hi)\b|hello|(?:who(?:['’]s| is)|any(?:one|body)) (?:from \w+ )?(?:here|in|with|joining|around|about|out|ready)|(?:are|r) (?:you|we) (?:all )?(?:ready|here|joining|coming)|all ready|how (?:are|have) (?:you|we|things|everyone)|join(?:ing)? us|good (?:morning|afternoon|evening))/i;

/** The words ask, though they end in no question mark. */
export function hasCall(words: string): boolean {
  return CALL.test(words);
}

/** The words explain how to label; `labels` is how many labels they name, `leads` that one opens the text. */
export function hasRules(text: string, labels: number, leads: boolean): boolean {
  if (EQUALS.test(text)) return true;
  if (labels === 0 || leads || !RULES.test(text)) return false;
  return labels > 2 || RULES_LIST.test(text);
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

/** The words ask. */
export function hasAsk(text: string): boolean {
  return /[?؟？]/.test(text);
}
