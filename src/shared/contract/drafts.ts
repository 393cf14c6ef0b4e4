import { z } from 'zod';
import { command, query } from './define.ts';
import { instant } from './fields.ts';

/** Forms that are kept while they are typed; one of each for each person. */
export const DRAFT_KINDS = ['sale', 'distribution', 'payment'] as const;

/** Characters of one form: a sale with 200 lines is a third of it. */
export const LONGEST_DRAFT = 60_000;

const kind = z.enum(DRAFT_KINDS);
const postsAs = z.uuid().describe('The requestId the form will be sent with; sending it ends the draft');

export const drafts = {
  'drafts.get': query({
    summary: 'One’s own half-typed form of a kind',
    http: { method: 'GET', path: '/drafts/:kind' },
    may: 'signedIn',
    input: z.strictObject({ kind }),
    output: z.object({
      draft: z.object({ postsAs, content: z.string(), updatedAt: instant }).nullable(),
    }),
  }),
  'drafts.save': command({
    summary: 'Keep one’s own half-typed form, in the place of the one before',
    http: { method: 'PUT', path: '/drafts/:kind' },
    may: 'signedIn',
    requestId: 'none',
    input: {
      kind,
      postsAs,
      content: z.string().max(LONGEST_DRAFT).describe('As the screen wrote it; nobody else reads it'),
    },
    output: z.object({ isKept: z.boolean().describe('false: what was typed there has been sent already') }),
    secret: ['content'],
  }),
  'drafts.remove': command({
    summary: 'Forget one’s own half-typed form',
    http: { method: 'DELETE', path: '/drafts/:kind' },
    may: 'signedIn',
    requestId: 'none',
    input: { kind, postsAs: postsAs.optional().describe('Only the form that would be sent as this') },
    output: z.object({ isRemoved: z.boolean() }),
  }),
};
