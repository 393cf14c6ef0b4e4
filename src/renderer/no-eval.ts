import { config } from 'zod';

/**
 * Zod compiles its parsers with `new Function`, which the page's content security policy refuses and reports.
 * Imported before the contract, since schemas look at this when they are made.
 */
config({ jitless: true });
