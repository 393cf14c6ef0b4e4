import type { CupsJob, CupsQueue } from './facts.ts';

/** What is wrong with a printer and what to do about it, by IPP's reason without its severity; the gravest first. */
const TROUBLES: readonly (readonly [reason: RegExp, words: string])[] = [
  [/^(cover|door|input-tray-missing|interlock)-?/, 'is open: close its covers and trays.'],
  [/^(media-jam|paper-jam)/, 'has jammed paper: take it out and close the printer.'],
  [/^(media-empty|media-needed|input-media-supply-empty)/, 'is out of paper: put paper in.'],
  [/^(toner|marker-supply|marker-ink|developer)-empty/, 'is out of ink or toner: change it.'],
  [/^(output-area-full|output-tray-missing)/, 'has no room for more paper: empty its output.'],
  [
    /^(offline|shutdown|timed-out|connecting-to-device)/,
    'cannot be reached: see that it is switched on and connected.',
  ],
  [/^(spool-area-full)/, 'has no more room for documents: wait, or switch it off and on.'],
];

/** Messages of CUPS that say nothing a clerk could use. */
const IDLE_TALK = /^(idle|printing|processing|ready to print|paused|waiting for job to complete)?[.… ]*$/i;

/**
 * Why a job of a queue waits, and what to do.
 *
 * @param handle "till-42", as the clerk finds it in the system's list of jobs.
 */
export function waitingWords(name: string, handle: string, job: CupsJob, queue: CupsQueue | null): string {
  if (job.reasons.includes('cups-held-for-authentication') || job.reasons.includes('auth-info-required')) {
    return `“${name}” asks for a user name and password: give them in the system’s printer settings (job ${handle}).`;
  }
  if (job.state === 'held') {
    return `CUPS holds the job ${handle}: release it in the system’s list of print jobs.`;
  }
  const trouble = troubleOf([...job.printerReasons, ...(queue?.reasons ?? [])]);
  const message = spoken(job.printerMessage) || spoken(queue?.message ?? '');
  if (queue?.stopped === true) return stoppedWords(name, trouble, message);
  if (trouble !== null) return `“${name}” ${trouble}`;
  if (job.state === 'pending' && queue?.busy === true) return `“${name}” prints other documents first.`;
  if (message !== '') return `“${name}” has not printed it yet and says: ${message} ${CHECK}`;
  return `“${name}” has not printed it yet. ${CHECK}`;
}

const CHECK = 'See that it is switched on, connected and has paper.';

/** A queue's state for the settings: words, and whether it will take a document now. */
export function queueTrouble(name: string, queue: CupsQueue): { reachable: boolean; words: string } | null {
  // Warnings are about one of several trays, or about what runs out some day.
  const grave = queue.reasons.filter((reason) => !/-(report|warning)$/.test(reason) || reason.startsWith('offline'));
  const trouble = troubleOf(grave);
  const reachable = !grave.some((reason) => /^(offline|shutdown|timed-out)/.test(reason));
  if (queue.stopped) return { reachable, words: stoppedWords(name, trouble, spoken(queue.message)) };
  if (!queue.accepting) return { reachable, words: refusingWords(name, queue.message) };
  return trouble === null ? null : { reachable, words: `“${name}” ${trouble}` };
}

export function refusingWords(name: string, message: string): string {
  const why = spoken(message);
  return (
    `“${name}” takes no documents${why === '' ? '' : ` (${why.replace(/\.$/, '')})`}: ` +
    'let it accept jobs again in the system’s printer settings.'
  );
}

function stoppedWords(name: string, trouble: string | null, message: string): string {
  const start = 'start it again in the system’s printer settings.';
  if (trouble !== null) return `“${name}” is stopped and ${trouble} Then ${start}`;
  return message === ''
    ? `“${name}” is stopped: ${start}`
    : `“${name}” is stopped and says: ${message} Mend that, then ${start}`;
}

function troubleOf(reasons: readonly string[]): string | null {
  return TROUBLES.find(([pattern]) => reasons.some((reason) => pattern.test(reason)))?.[1] ?? null;
}

function spoken(message: string): string {
  const text = message.trim();
  if (IDLE_TALK.test(text)) return '';
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
