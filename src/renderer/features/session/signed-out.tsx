import { useState } from 'react';
import { useSession } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { Popup } from '../../ui/popup.tsx';
import { FrontDoor } from './front-door.tsx';
import { PasswordForm } from './password-form.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Signing in, and choosing one's own password after a one-time one. */
export function SignedOut() {
  const phase = useSession((session) => session.phase);
  const [oneTime, setOneTime] = useState('');
  if (phase === 'mustSetPassword') {
    return (
      <FrontDoor title={t.session.firstPasswordTitle} hint={t.session.firstPasswordHint}>
        <PasswordForm currentPassword={oneTime} onDone={() => useSession.setState({ phase: 'signedIn' })} />
      </FrontDoor>
    );
  }
  return (
    <FrontDoor title={t.session.signInTitle}>
      <SignInForm onTry={setOneTime} />
    </FrontDoor>
  );
}

/** Over the work, when the session ran out: what was typed stays underneath. */
export function SignInAgain() {
  const user = useSession((session) => session.user);
  return (
    <Popup title={t.session.expiredTitle} onClose={() => undefined} size="sm" mustAnswer>
      <p>{t.session.expiredHint}</p>
      <SignInForm username={user?.username ?? ''} />
    </Popup>
  );
}
