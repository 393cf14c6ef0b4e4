/** The result of `work`, or the error of `late` when it is not there after `ms`. The work itself is not stopped. */
export async function withinTime<Result>(ms: number, work: Promise<Result>, late: () => Error): Promise<Result> {
  const { promise: timeout, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(late()), ms);
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
