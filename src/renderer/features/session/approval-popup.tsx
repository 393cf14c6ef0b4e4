import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { addCents, formatCents, negateCents } from '../../../shared/money.ts';
import { type ApiProblem, detailsOf, mayNotApprove } from '../../api-problem.ts';
import { centsOf, formatDollars } from '../../format.ts';
import { EnterMovesOn } from '../../keys/enter-moves-on.tsx';
import { type Approval, type Tried, useApproval } from '../../state/approval.ts';
import { t } from '../../texts/index.ts';
import { Facts } from '../../ui/facts.tsx';
import { Popup } from '../../ui/popup.tsx';
import { SecretField } from '../../ui/secret-field.tsx';

/** Asks for a supervisor's yes without leaving the form (domain.md, "With approval"). */
export function ApprovalPopup() {
  const pending = useApproval((approval) => approval.pending);
  if (pending === null) return null;
  // A new question is a new form: a PIN never stays.
  return <ApprovalForm key={(pending.tried?.refusal ?? pending.question).message} {...pending} />;
}

interface Props {
  question: ApiProblem;
  tried: Tried | undefined;
  answer: (approval: Approval | null) => void;
}

function ApprovalForm({ question, tried, answer }: Props) {
  const [username, setUsername] = useState(tried?.approval.username ?? '');
  const [pin, setPin] = useState('');
  const [reason, setReason] = useState(tried?.approval.reason ?? '');
  const isReady = username.trim() !== '' && pin !== '' && reason.trim().length >= 3;
  const approve = () => {
    if (isReady) answer({ username: username.trim(), pin, reason: reason.trim() });
  };
  const refusal = tried?.refusal;
  const error = (field: string) => refusal?.fieldError(`approval.${field}`);
  const isAnother = refusal !== undefined && mayNotApprove(refusal);
  // Who was wrong, or has tried too often, is told where the next try is typed.
  const isWrong = refusal !== undefined && !isAnother && refusal.fieldErrors.length === 0;
  return (
    <Popup
      title={t.approval.title}
      onClose={() => answer(null)}
      size="sm"
      keys={[{ key: 'F9', label: t.approval.approve, run: approve }]}
    >
      <EnterMovesOn onEnd={approve}>
        <Stack>
          <Text size="sm" role="alert">
            {question.message}
          </Text>
          <OverLimit problem={question} />
          <TextInput
            label={t.approval.who}
            value={username}
            onChange={(event) => setUsername(event.currentTarget.value)}
            error={isAnother ? refusal.message : error('username')}
            data-autofocus={tried === undefined || isAnother || undefined}
          />
          <SecretField
            label={t.approval.pin}
            value={pin}
            onChange={(event) => setPin(event.currentTarget.value)}
            inputMode="numeric"
            autoComplete="off"
            error={isWrong ? refusal.message : error('pin')}
            data-autofocus={(tried !== undefined && !isAnother) || undefined}
          />
          <TextInput
            label={t.approval.reason}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={error('reason')}
          />
          <Button onClick={approve} disabled={!isReady}>
            {t.approval.approve}
          </Button>
        </Stack>
      </EnterMovesOn>
    </Popup>
  );
}

function OverLimit({ problem }: { problem: ApiProblem }) {
  const over = detailsOf(problem, 'CREDIT_LIMIT');
  if (over === null) return null;
  const by = addCents(centsOf(over.outstanding), centsOf(over.asked), negateCents(centsOf(over.limit)));
  return (
    <Facts
      facts={[
        { label: t.approval.limit, value: formatDollars(over.limit) },
        { label: t.approval.outstanding, value: formatDollars(over.outstanding) },
        { label: t.approval.asked, value: formatDollars(over.asked) },
        { label: t.approval.over, value: formatDollars(formatCents(by)), tone: 'warning' },
      ]}
    />
  );
}
