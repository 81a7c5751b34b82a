/** The menus of a post: repost or quote, and what the caret offers. */
import { block, deletePost, mute, toggleRepost } from './actions.ts';
import { viewer } from './boot.ts';
import { openComposer } from './composer-store.ts';
import type { ShownPost } from './read-answers.ts';
import { type Menu, setState } from './state.ts';

function openAt(anchor: Element | null, items: Menu['items']): void {
  const box = anchor?.getBoundingClientRect();
  setState({ menu: { x: box?.left ?? 200, y: box?.top ?? 200, items } });
}

export function openRepostMenu(post: ShownPost, anchor: Element | null): void {
  openAt(anchor, [
    {
      label: post.reposted ? 'Undo repost' : 'Repost',
      testid: post.reposted ? 'unretweetConfirm' : 'retweetConfirm',
      run: () => toggleRepost(post),
    },
    { label: 'Quote', run: () => openComposer({ kind: 'quote', post }) },
  ]);
}

/** "Block @handle?" */
export function askBlock(post: ShownPost): void {
  setState({
    sheet: {
      title: `Block @${post.author.handle}?`,
      text: 'They will be able to see your public posts, but will no longer be able to engage with them.',
      confirm: 'Block',
      cancel: 'Cancel',
      onConfirm: () => block(post),
      onCancel: () => undefined,
    },
  });
}

export function openCaretMenu(post: ShownPost, anchor: Element | null): void {
  const { handle } = post.author;
  openAt(
    anchor,
    handle === viewer.handle
      ? [
          { label: 'Delete', run: () => askDelete(post) },
          { label: 'Edit post', run: () => openComposer({ kind: 'edit', post }) },
        ]
      : [
          { label: `Follow @${handle}`, run: () => undefined },
          { label: `Mute @${handle}`, testid: 'mute', run: () => mute(post) },
          { label: `Block @${handle}`, testid: 'block', run: () => askBlock(post) },
        ],
  );
}

function askDelete(post: ShownPost): void {
  setState({
    sheet: {
      title: 'Delete post?',
      text: 'This can’t be undone and it will be removed from your profile, the timeline of any accounts that follow you, and from search results.',
      confirm: 'Delete',
      cancel: 'Cancel',
      onConfirm: () => void deletePost(post),
      onCancel: () => undefined,
    },
  });
}
