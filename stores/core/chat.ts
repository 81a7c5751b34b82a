/** A chat that a person follows: its hashtag, its people, its calendars. */

export interface Chat {
  /** Without the #, in the capitals to post it with. Compared case-blind. */
  hashtag: string;
  title: string;
  /** Handles of the host accounts, without @. */
  hosts: string[];
  /** Handles of guests whose posts stand out as the hosts' do, without @; what they post asks no questions and sets no theme. */
  guests: string[];
  /** Addresses of its calendars; '' stands for the bundled polchat.ics. */
  calendars: string[];
  /** IANA name of the zone whose wall clock the sessions keep. */
  timeZone: string;
}

/** The chat that Polchat is made for, and the one a new installation follows. */
export const POLCHAT: Chat = {
  hashtag: 'polchat',
  title: '#polchat',
  hosts: [],
  guests: [],
  calendars: [''],
  timeZone: 'Europe/London',
};
