/** Which of the posts on X's page carry the person's own like. */
import { articleId } from './composer';
import { LIKED } from './selectors';

/** Ids of posts on the page whose heart is pressed. X's responses say the same only when a post is loaded anew. */
export function readLiked(): string[] {
  return [...document.querySelectorAll(LIKED)].flatMap((heart) => {
    const article = heart.closest('article');
    return (article && articleId(article)) ?? [];
  });
}
