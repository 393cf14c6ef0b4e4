import { useState } from 'react';
import { passwordIsSet, useSession } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { toastProblem } from '../../ui/toasts.tsx';
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
        {/* Whoever came by PIN has not typed it yet. */}
        <PasswordForm
          {...(oneTime === '' ? {} : { currentPassword: oneTime })}
          onDone={() => void passwordIsSet().catch(toastProblem)}
        />
      </FrontDoor>
    );
  }
  return (
    <FrontDoor title={t.session.signInTitle}>
      <SignInForm onTry={setOneTime} />
    </FrontDoor>
  );
}
