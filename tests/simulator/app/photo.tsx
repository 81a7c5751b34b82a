// biome-ignore-all lint/a11y: X's own markup, kept as recorded
/** A post's picture, behind X's warning where it is sensitive. */
import { useState } from 'react';
import { Link, Nest } from './bits.tsx';
import { postPath, type ShownPost } from './read-answers.ts';

export function Photo({ post }: { post: ShownPost }) {
  const [shown, setShown] = useState(false);
  const { photo } = post;
  if (!photo) return null;
  const href = `${postPath(post)}/photo/1`;
  if (photo.sensitive && !shown)
    return (
      <div className="photo warned" data-testid="previewInterstitial">
        <span>Content warning: Sensitive content</span>
        <button type="button" role="button" className="pill-button" onClick={() => setShown(true)}>
          <span>Show</span>
        </button>
      </div>
    );
  return (
    <div className="photo">
      <Nest depth={6}>
        <Link href={href}>
          <div className="fill">
            <div style={{ paddingBottom: '56.25%' }} />
            <div className="fill">
              <div aria-label={photo.alt} data-testid="tweetPhoto" className="fill">
                <div className="fill picture" style={{ backgroundImage: `url("${photo.url}")` }} />
                <img alt={photo.alt} draggable={true} src={photo.url} className="fill ghost" />
              </div>
            </div>
          </div>
        </Link>
      </Nest>
    </div>
  );
}
