import { SingleBar } from 'cli-progress';

export interface Progress {
  /** Begins a part of the work. */
  start: (label: string, total: number) => void;
  /** How much of it is done. */
  update: (done: number) => void;
  /** The part is over. */
  stop: () => void;
}

/** A bar on a terminal; elsewhere, in a log or a pipe, a plain line for each part. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  return stream.isTTY ? bar(stream) : lines((text) => stream.write(text));
}

function bar(stream: NodeJS.WriteStream): Progress {
  const single = new SingleBar({
    stream,
    format: '{label} {bar} {value}/{total}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
  });
  return {
    start: (label, total) => single.start(total, 0, { label: label.padEnd(18) }),
    update: (done) => single.update(done),
    stop() {
      single.update(single.getTotal());
      single.stop();
    },
  };
}

/** @param write gets whole lines */
export function lines(write: (text: string) => void): Progress {
  return {
    start: (label, total) => write(`${label}: ${total}\n`),
    update: () => undefined,
    stop: () => undefined,
  };
}
