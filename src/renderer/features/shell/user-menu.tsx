import { Menu, Text, UnstyledButton, useMantineColorScheme, useComputedColorScheme } from '@mantine/core';
import { IconKey, IconKeyboard, IconLock, IconLogout, IconMoon, IconSelector, IconSun } from '@tabler/icons-react';
import { useState } from 'react';
import { showKeys } from '../../keys/keys-help.tsx';
import { lock, signOut, useUser } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { Popup } from '../../ui/popup.tsx';
import { toastDone, toastProblem } from '../../ui/toasts.tsx';
import { PasswordForm } from '../session/password-form.tsx';
import classes from './user-menu.module.css';

export function UserMenu() {
  const user = useUser();
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme() === 'dark';
  const [isChanging, setChanging] = useState(false);
  return (
    <>
      <Menu position="right-end" width={220} withinPortal>
        <Menu.Target>
          <UnstyledButton className={classes.button}>
            <span className={classes.who}>
              <Text size="sm" fw={500} truncate>
                {user.fullName}
              </Text>
              <Text size="xs" c="dimmed">
                {t.roles[user.role]}
              </Text>
            </span>
            <IconSelector size={16} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconKey size={16} />} onClick={() => setChanging(true)}>
            {t.session.changePassword}
          </Menu.Item>
          <Menu.Item
            leftSection={isDark ? <IconSun size={16} /> : <IconMoon size={16} />}
            onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
          >
            {isDark ? t.session.lightMode : t.session.darkMode}
          </Menu.Item>
          <Menu.Item leftSection={<IconKeyboard size={16} />} rightSection="?" onClick={showKeys}>
            {t.keys.title}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconLock size={16} />} rightSection="Ctrl+L" onClick={lock}>
            {t.session.lock}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut().catch(toastProblem)}>
            {t.session.signOut}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isChanging && (
        <Popup title={t.session.changePasswordTitle} onClose={() => setChanging(false)} size="sm">
          <PasswordForm
            onDone={() => {
              setChanging(false);
              toastDone(t.session.passwordChanged);
            }}
          />
        </Popup>
      )}
    </>
  );
}
