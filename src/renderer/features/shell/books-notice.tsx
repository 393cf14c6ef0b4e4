import { Alert, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { useVerb } from '../../data/use-verb.ts';
import { t } from '../../texts/index.ts';

const ASK_AGAIN_MS = 30_000;
const MOST_PROBLEMS = 5;

/** What the check of the books found, and what somebody at this computer should see to; nothing when all is well. */
export function BooksNotice() {
  const { data } = useVerb('system.health', {}, { every: ASK_AGAIN_MS });
  if (!data) return null;
  const { notices, integrity } = data;
  const isBroken = integrity.state === 'broken';
  if (!isBroken && notices.length === 0) return null;
  return (
    <Stack gap="xs" px={28} pt={20}>
      {isBroken && (
        <Alert color="red" icon={<IconAlertTriangle size={18} />} title={t.problems.books} role="alert">
          <Text size="sm">{t.problems.booksHint}</Text>
          {integrity.problems.slice(0, MOST_PROBLEMS).map((problem) => (
            <Text size="sm" key={problem}>
              {problem}
            </Text>
          ))}
        </Alert>
      )}
      {notices.map((notice) => (
        <Alert key={notice} color="yellow" icon={<IconClock size={18} />} role="status">
          {notice}
        </Alert>
      ))}
    </Stack>
  );
}
