import { Center, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSession } from '../../state/session.ts';
import { t } from '../../texts/index.ts';

/** The calm card in front of the console: signing in, first password. */
export function FrontDoor({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  const companyName = useSession((session) => session.companyName);
  return (
    <Center mih="100%" p="xl" component="main">
      <Stack w={380} gap="lg">
        <div>
          <Text size="sm" c="dimmed">
            {companyName ?? t.session.product}
          </Text>
          <Title order={1}>{title}</Title>
          {hint !== undefined && (
            <Text size="sm" c="dimmed" mt={4}>
              {hint}
            </Text>
          )}
        </div>
        <Paper withBorder p="lg">
          {children}
        </Paper>
      </Stack>
    </Center>
  );
}
