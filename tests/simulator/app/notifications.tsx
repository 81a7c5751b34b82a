/** Notifications, which X still loads by its old REST address. */
import { useEffect, useState } from 'react';
import { Link } from './bits.tsx';

interface OldTweet {
  id_str: string;
  full_text: string;
  user_id_str: string;
}

interface OldAnswer {
  globalObjects: {
    tweets: Record<string, OldTweet>;
    users: Record<string, { name: string; screen_name: string }>;
  };
}

export function Notifications({ head }: { head: unknown }) {
  const [answer, setAnswer] = useState<OldAnswer | null>(null);
  useEffect(() => {
    const xhr = new XMLHttpRequest();
    xhr.open('GET', '/i/api/2/notifications/all.json?count=40');
    xhr.addEventListener('load', () => setAnswer(JSON.parse(xhr.responseText) as OldAnswer));
    xhr.send();
  }, []);
  const tweets = Object.values(answer?.globalObjects.tweets ?? {});
  return (
    <div className="css-175oi2r">
      <div className="sticky-head">{head as string}</div>
      {tweets.map((tweet) => {
        const user = answer?.globalObjects.users[tweet.user_id_str];
        return (
          <article key={tweet.id_str} className="post notification" data-testid="notification">
            <Link href={`/${user?.screen_name}/status/${tweet.id_str}`} className="name-link bold">
              {user?.name ?? 'Someone'} replied to you
            </Link>
            <div className="text">{tweet.full_text}</div>
          </article>
        );
      })}
    </div>
  );
}
