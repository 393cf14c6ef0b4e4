import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { beyondFields } from '../../api-problem.ts';
import { useCommand } from '../../data/use-command.ts';
import { useVerb } from '../../data/use-verb.ts';
import { EnterMovesOn } from '../../keys/enter-moves-on.tsx';
import { focusFirstWrong } from '../../keys/focus.ts';
import { t } from '../../texts/index.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Popup } from '../../ui/popup.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { toastWork } from '../jobs/work-toast.tsx';
import type { MailVerb, Paper } from './use-delivery.ts';

interface Props {
  verb: MailVerb;
  paper: Paper;
  customerId: number;
  onClose: () => void;
}

/** To another address than the customer's, or to the first one there is. */
export function MailPopup({ verb, paper, customerId, onClose }: Props) {
  const { data: customer } = useVerb('customers.get', { id: customerId });
  const [typed, setTyped] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const mail = useCommand(verb);
  const scope = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (mail.problem !== null) focusFirstWrong(scope.current);
  }, [mail.problem]);
  const to = typed ?? customer?.email ?? '';
  const run = async () => {
    if (mail.isRunning) return;
    setRefusal(null);
    const asked = await mail.run({ id: paper.id, to: to.trim() });
    if (!asked) return;
    if (asked.status === 'failed') {
      setRefusal(asked.reason);
      return;
    }
    toastWork(paper.number, { numbers: [paper.number], only: asked.jobId });
    onClose();
  };
  return (
    <Popup
      title={t.delivery.mailTitle(paper.number)}
      onClose={onClose}
      keys={[{ key: 'F9', label: t.delivery.send, run: () => void run() }]}
    >
      <EnterMovesOn ref={scope} onEnd={() => void run()}>
        <Stack>
          {customer && !customer.email && (
            <Text size="sm" c="dimmed">
              {t.delivery.noAddress}
            </Text>
          )}
          <TextInput
            label={t.delivery.to}
            value={to}
            onChange={(event) => {
              mail.clear();
              setTyped(event.currentTarget.value);
            }}
            error={mail.fieldError('to')}
            data-autofocus
          />
          {refusal !== null && (
            <Alert color="red" role="alert">
              {refusal}
            </Alert>
          )}
          <ProblemNote problem={beyondFields(mail.problem, (path) => path === 'to')} />
          <Group justify="flex-end">
            <Button onClick={() => void run()} loading={mail.isRunning} rightSection={<KeyHint>F9</KeyHint>}>
              {t.delivery.send}
            </Button>
          </Group>
        </Stack>
      </EnterMovesOn>
    </Popup>
  );
}
