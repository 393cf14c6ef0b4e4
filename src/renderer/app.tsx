import { Center, Loader, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { queryClient } from './data/query-client.ts';
import { ApprovalPopup } from './features/session/approval-popup.tsx';
import { FrontDoor } from './features/session/front-door.tsx';
import { LockScreen } from './features/session/lock-screen.tsx';
import { SignedOut } from './features/session/signed-out.tsx';
import { SetupScreen } from './features/setup/setup-screen.tsx';
import { Shell } from './features/shell/shell.tsx';
import { KeysHelp } from './keys/keys-help.tsx';
import { startSession, useSession } from './state/session.ts';
import { t } from './texts/index.ts';
import { cssVariables, theme } from './theme.ts';
import { Curtain } from './ui/curtain.tsx';
import { ProblemNote } from './ui/problem-note.tsx';

export function App() {
  const isCovered = useSession(({ phase }) => phase === 'locked' || phase === 'expired');
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <Curtain isDrawn={isCovered}>
          {/* Places after the #: they work from app:// as from http:// and survive a reload on both. */}
          {/* oxlint-disable-next-line react/hooks -- wouter takes its hook as a value and calls it as one */}
          <Router hook={useHashLocation}>
            <Stage />
            <KeysHelp />
            <ApprovalPopup />
          </Router>
          <Notifications containerWidth={520} position="bottom-center" limit={3} autoClose={6000} />
        </Curtain>
        {isCovered && <LockScreen />}
      </QueryClientProvider>
    </MantineProvider>
  );
}

function Stage() {
  const { phase, user, problem } = useSession();
  switch (phase) {
    case 'starting':
      return (
        <Center h="100%">
          <Loader aria-label={t.session.starting} />
        </Center>
      );
    case 'failed':
      return (
        <FrontDoor title={t.session.product}>
          <ProblemNote problem={problem} onRetry={() => void startSession()} />
        </FrontDoor>
      );
    case 'setUp':
      return <SetupScreen />;
    case 'signedOut':
    case 'mustSetPassword':
      return <SignedOut />;
    case 'signedIn':
    case 'locked':
    case 'expired':
      // Another person is another console.
      return <Shell key={user?.id} />;
  }
}
