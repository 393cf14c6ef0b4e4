/** Lets one at a time through, in the order they came. */
export interface Turnstile<Who> {
  /** Resolves when nobody else is through. Comes to no end for one who leaves before it is his turn. */
  enter(who: Who): Promise<void>;
  /** Lets the next one through; does nothing for one who is not there. */
  leave(who: Who): void;
}

export function openTurnstile<Who>(): Turnstile<Who> {
  /** The first one is through. */
  let line: { who: Who; go: () => void }[] = [];
  return {
    enter(who) {
      return new Promise((resolve) => {
        line.push({ who, go: resolve });
        if (line.length === 1) resolve();
      });
    },
    leave(who) {
      const first = line[0];
      line = line.filter((one) => one.who !== who);
      if (first !== undefined && first !== line[0]) line[0]?.go();
    },
  };
}
