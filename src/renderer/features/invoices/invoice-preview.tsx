import { Skeleton } from '@mantine/core';
import { useCallback } from 'react';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { useVerb } from '../../data/use-verb.ts';
import { t } from '../../texts/index.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import classes from './invoices.module.css';

/** The paper itself: the very bytes that are printed and mailed. An issued invoice never changes. */
export function InvoicePreview({ id, number }: { id: number; number: string }) {
  const { data, error, refetch } = useVerb('invoices.pdf', { id }, { goodFor: Infinity });
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className={classes.paper} aria-busy />;
  return <Paper file={data} title={t.invoices.preview(number)} />;
}

function Paper({ file, title }: { file: WireOutput<'invoices.pdf'>; title: string }) {
  const show = useCallback(
    (frame: HTMLIFrameElement | null) => {
      if (!frame) return undefined;
      const url = URL.createObjectURL(new Blob([new Uint8Array(file.bytes)], { type: file.contentType }));
      frame.src = `${url}#toolbar=0&navpanes=0&view=FitH`;
      return () => URL.revokeObjectURL(url);
    },
    [file],
  );
  // oxlint-disable-next-line react/iframe-missing-sandbox -- the browser's PDF viewer does not run in a sandbox; the bytes are ours
  return <iframe ref={show} className={classes.paper} title={title} />;
}
