import { Alert, Button, CopyButton, Group, Stack, Table, Text, Title } from '@mantine/core';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { t } from '../../texts/index.ts';
import { Panel } from '../../ui/panel.tsx';
import { Facts } from '../../ui/facts.tsx';
import classes from './imports.module.css';

type Result = WireOutput<'imports.run'>;

const MOST_SHOWN = 200;

interface Props {
  result: Result;
  /** Of a check: nothing of it is written yet. */
  isPlanned?: boolean;
}

/** What is not right, line by line; or else what comes, or came, of an import. */
export function ImportResult({ result, isPlanned = false }: Props) {
  if (result.problems.length > 0) return <Problems result={result} />;
  return (
    <Group align="flex-start" gap={48}>
      <Created result={result} isPlanned={isPlanned} />
      {result.oneTimePasswords.length > 0 && <Passwords passwords={result.oneTimePasswords} />}
    </Group>
  );
}

function Problems({ result: { problems, moreProblems } }: { result: Result }) {
  const unseen = moreProblems + Math.max(problems.length - MOST_SHOWN, 0);
  return (
    <Alert color="red" variant="light" title={t.imports.problems(problems.length + moreProblems)} role="alert">
      <Text size="sm" mb="xs">
        {t.imports.problemsHint}
      </Text>
      <div className={classes.scroll}>
        <Table verticalSpacing={4} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.imports.file}</Table.Th>
              <Table.Th ta="right">{t.imports.line}</Table.Th>
              <Table.Th>{t.imports.column}</Table.Th>
              <Table.Th>{t.imports.reason}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {problems.slice(0, MOST_SHOWN).map(({ file, line, column, reason }) => (
              <Table.Tr key={`${file}:${line}:${column}:${reason}`}>
                <Table.Td>{file}</Table.Td>
                <Table.Td ta="right">{line === 0 ? t.imports.wholeFile : line}</Table.Td>
                <Table.Td>{column}</Table.Td>
                <Table.Td>{reason}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {unseen > 0 && <Text size="sm">{t.imports.more(unseen)}</Text>}
    </Alert>
  );
}

function Created({ result, isPlanned }: Required<Props>) {
  const created = Object.entries(result.created).filter(([, count]) => count > 0);
  const unchanged = Object.values(result.unchanged).reduce((sum, count) => sum + count, 0);
  const words = isPlanned
    ? { some: t.imports.planned, none: t.imports.nothingPlanned }
    : { some: t.imports.created, none: t.imports.nothing };
  return (
    <Stack gap="xs" w={260} role="status">
      <Title order={3} fz="sm">
        {created.length > 0 ? words.some : words.none}
      </Title>
      <Facts facts={created.map(([name, count]) => ({ label: listName(name), value: count }))} />
      {unchanged > 0 && (
        <Text size="sm" c="dimmed">
          {t.imports.unchanged(unchanged)}
        </Text>
      )}
    </Stack>
  );
}

function listName(name: string): string {
  const names: Record<string, string> = t.imports.lists;
  return names[name] ?? name;
}

function Passwords({ passwords }: { passwords: Result['oneTimePasswords'] }) {
  const text = passwords.map(({ username, password }) => `${username}\t${password}`).join('\n');
  return (
    <Panel title={t.imports.passwords} flex={1} miw={420}>
      <Text size="sm" mb="xs" c="var(--console-warning)">
        {t.imports.passwordsHint}
      </Text>
      <Table verticalSpacing={2} withRowBorders={false} w="auto" fz="sm" ff="monospace">
        <Table.Tbody>
          {passwords.map(({ username, password }) => (
            <Table.Tr key={username}>
              <Table.Td>{username}</Table.Td>
              <Table.Td>{password}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group mt="xs">
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button variant="default" size="compact-sm" onClick={copy}>
              {copied ? t.imports.copied : t.imports.copy}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Panel>
  );
}
