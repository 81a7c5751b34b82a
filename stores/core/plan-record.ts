/** What a host can look back on: attendance over the weeks, and which questions worked. */
import { countHour, type HourCount } from './plan-hour';
import type { Post } from './post';
import type { Session } from './schedule';
import { createThreader } from './thread';
import { MINUTE } from './zone';

export interface PastHour extends HourCount {
  start: number;
  theme: string | null;
}

/** An hour that is over, counted from its kept posts. */
export function recordHour(
  session: Session,
  posts: readonly Post[],
  hosts: readonly string[],
): PastHour {
  const { start, end, theme } = session;
  const named = [...new Set([...hosts, ...session.hosts])];
  const threader = createThreader({ hosts: named });
  threader.configure({ hosts: named, session: { start, end } });
  threader.add(posts.filter(({ createdAt }) => createdAt >= start - 60 * MINUTE));
  return { start, theme, ...countHour(threader.conversation(), session) };
}

export interface PastQuestion {
  start: number;
  theme: string | null;
  text: string;
  answers: number;
  replies: number;
  /** Answers as a share of the hour's people, so that quiet weeks compare with busy ones; over 1 where many wrote twice. */
  share: number;
}

/** The questions of these hours that people answered, the best first: answers count, and talk about answers half as much. */
export function bestQuestions(hours: readonly PastHour[], most: number): PastQuestion[] {
  return hours
    .flatMap(({ start, theme, people, questions }) =>
      questions.map(({ text, answers, replies }) => ({
        start,
        theme,
        text,
        answers,
        replies,
        share: (answers + replies / 2) / Math.max(people, 1),
      })),
    )
    .filter(({ answers }) => answers > 0)
    .sort((a, b) => b.share - a.share || b.answers - a.answers)
    .slice(0, most);
}
