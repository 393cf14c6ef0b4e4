import './no-eval.ts';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './fonts.ts';
import './styles.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { startListening } from './keys/listen.ts';
import { watchConnection } from './state/connection.ts';
import { watchDrafts } from './state/draft-shelf.ts';
import { watchIdle } from './state/idle-lock.ts';
import { startSession } from './state/session.ts';

const root = document.querySelector('#root');
if (!root) throw new Error('index.html has no #root');

startListening();
watchConnection();
watchDrafts();
watchIdle();
void startSession();
createRoot(root).render(<App />);
