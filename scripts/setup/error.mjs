/** A set-up that cannot go on; the message is a sentence for whoever typed the command. */
export class SetupError extends Error {}
