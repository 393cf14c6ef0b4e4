import { Badge } from '@mantine/core';

/** Grey for what is on its way, the accent for what is done, red only for what needs somebody. */
export type Tone = 'quiet' | 'done' | 'attention';

const COLORS: Record<Tone, string> = { quiet: 'gray', done: 'petrol', attention: 'red' };

export function StatusBadge({ tone, children }: { tone: Tone; children: string }) {
  return (
    <Badge color={COLORS[tone]} variant="light" size="md" fw={500} tt="none" radius="sm">
      {children}
    </Badge>
  );
}
