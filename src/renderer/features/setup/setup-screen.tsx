import { useState } from 'react';
import { startSession } from '../../state/session.ts';
import { SetupForms } from './setup-forms.tsx';
import { SetupRest } from './setup-rest.tsx';

interface Administrator {
  username: string;
  password: string;
}

/** First run: company, depot and administrator make the console; lists, printers and mail may be left for later. */
export function SetupScreen() {
  const [admin, setAdmin] = useState<Administrator | null>(null);
  if (admin === null) return <SetupForms onCreated={setAdmin} />;
  return <SetupRest {...admin} onDone={() => void startSession()} />;
}
