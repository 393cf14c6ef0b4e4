/** Lets one part of a program wait for what other parts tell of. */
export interface News {
  /** Something has changed: all who wait look again. */
  tell(): void;
  /** The value of `look` as soon as it is not `null`; `null` when it still is after `ms`. Throws what `look` throws. */
  waitFor<Value>(look: () => Value | null, ms: number): Promise<Value | null>;
}

export function createNews(): News {
  let next = Promise.withResolvers<'news'>();
  return {
    tell() {
      next.resolve('news');
      next = Promise.withResolvers();
    },
    async waitFor(look, ms) {
      const { promise: late, resolve: giveUp } = Promise.withResolvers<'late'>();
      const timer = setTimeout(() => giveUp('late'), ms);
      try {
        for (;;) {
          const value = look();
          if (value !== null) return value;
          if ((await Promise.race([next.promise, late])) === 'late') return look();
        }
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
