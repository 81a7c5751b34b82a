import { useWords } from '@/components/shared/words';
import { postUrl } from '@/stores/core/post';
import { usePlannerState } from './planner-deps';

const SHOWN = 8;

/** What people suggested lately, beside the field for the theme. */
export function PlannerIdeas() {
  const words = useWords();
  const { themes, points } = usePlannerState((state) => state.ideas);
  const posts = [...themes, ...points].slice(0, SHOWN);
  if (posts.length === 0) return null;
  return (
    <details class="ideas" data-part="ideas">
      <summary>{words.count('plan_ideas', posts.length)}</summary>
      <ul>
        {posts.map((post) => (
          <li key={post.id} dir="auto">
            <a href={postUrl(post)} target="_blank" rel="noopener noreferrer">
              @{post.author.handle}
            </a>{' '}
            {post.text}
          </li>
        ))}
      </ul>
    </details>
  );
}
