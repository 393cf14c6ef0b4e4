import { Anchor, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useKeys } from '../../keys/use-keys.ts';
import { useSession, useUser } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { FrontDoor } from './front-door.tsx';
import { PinForm } from './pin-form.tsx';
import classes from './lock-screen.module.css';
import { SignInForm } from './sign-in-form.tsx';

/** In place of the work, until somebody says who he is: by PIN, or by password when the session is over. */
export function LockScreen() {
  const isExpired = useSession((session) => session.phase === 'expired');
  const user = useUser();
  const [wantsPassword, setWantsPassword] = useState(!user.hasPin);
  // What lies behind hears no key, and a code read meanwhile is no PIN.
  useKeys('lock', [], () => undefined);
  return (
    <div className={classes.screen}>
      <FrontDoor
        title={isExpired ? t.session.expiredTitle : t.session.lockedTitle}
        hint={isExpired ? t.session.expiredHint : t.session.lockedHint}
      >
        {isExpired || wantsPassword ? (
          <Stack>
            <SignInForm username={user.username} />
            {!isExpired && user.hasPin && <Other onClick={() => setWantsPassword(false)}>{t.session.byPin}</Other>}
          </Stack>
        ) : (
          <Stack>
            <PinForm />
            <Other onClick={() => setWantsPassword(true)}>{t.session.byPassword}</Other>
          </Stack>
        )}
      </FrontDoor>
    </div>
  );
}

function Other({ children, onClick }: { children: string; onClick: () => void }) {
  return (
    <Text size="sm" ta="center">
      <Anchor component="button" type="button" size="sm" onClick={onClick}>
        {children}
      </Anchor>
    </Text>
  );
}
