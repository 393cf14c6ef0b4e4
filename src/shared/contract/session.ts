import { z } from 'zod';
import { command, query } from './define.ts';
import { code, id, line, paragraph, postalCode, requiredLine } from './fields.ts';
import { newPassword, newPin, user, username } from './users.ts';

export const paynow = z.strictObject({ kind: z.enum(['UEN', 'MOBILE']), value: requiredLine(20) });

export const companyFields = {
  name: requiredLine(120),
  address: requiredLine(200),
  postalCode,
  uen: line(20).nullish(),
  gstNumber: line(20).nullish(),
  paynow: paynow.nullish(),
};

export const setup = {
  'setup.status': query({
    summary: 'Whether this data folder has been set up yet',
    http: { method: 'GET', path: '/setup' },
    may: 'anyone',
    input: z.strictObject({}),
    output: z.object({ isSetUp: z.boolean(), companyName: z.string().nullable(), siteCode: z.string().nullable() }),
  }),
  'setup.create': command({
    summary: 'First run: the company, its first depot and first administrator',
    http: { method: 'POST', path: '/setup', status: 201 },
    may: 'anyone',
    requestId: 'optional',
    input: {
      company: z.strictObject(companyFields),
      siteCode: code.max(8).regex(/^[A-Z0-9]+$/, 'must be capital letters and digits'),
      depot: z.strictObject({ code, name: requiredLine(100), address: paragraph(200).default('') }),
      admin: z.strictObject({
        username,
        fullName: requiredLine(100),
        employeeId: requiredLine(20),
        password: newPassword,
        pin: newPin.optional(),
      }),
    },
    output: z.object({ siteCode: z.string(), depotId: id, userId: id }),
    errors: ['INVALID_STATE'],
    secret: ['admin'],
  }),
};

const signedIn = z.object({ access: z.string(), refresh: z.string(), user, mustChangePassword: z.boolean() });
/** As typed: whether it is a PIN at all is not told apart from whether it is the right one. */
const pin = z.string().min(1).max(20);

export const session = {
  'session.login': command({
    summary: 'Sign in: an access token for 8 hours and a refresh token for 7 days',
    http: { method: 'POST', path: '/token', status: 200 },
    may: 'anyone',
    requestId: 'none',
    input: { username: z.string().trim().min(1).max(50), password: z.string().min(1).max(200) },
    output: signedIn,
    errors: ['UNAUTHENTICATED', 'LOCKED_OUT'],
    secret: ['password'],
  }),
  'session.unlock': command({
    summary: 'Unlock the counter by the PIN of whoever is signed in',
    http: { method: 'POST', path: '/session/unlock', status: 200 },
    may: 'signedIn',
    requestId: 'none',
    input: { pin },
    output: user,
    errors: ['UNAUTHENTICATED', 'LOCKED_OUT'],
    secret: ['pin'],
  }),
  'session.switch': command({
    summary: 'Change over to another user by PIN at a counter somebody is signed in at; answers as a sign-in does',
    http: { method: 'POST', path: '/session/switch', status: 200 },
    may: 'signedIn',
    requestId: 'none',
    input: { username: z.string().trim().min(1).max(50), pin },
    output: signedIn,
    errors: ['UNAUTHENTICATED', 'LOCKED_OUT'],
    secret: ['pin'],
  }),
  'session.refresh': command({
    summary: 'A new access token for a refresh token',
    http: { method: 'POST', path: '/token/refresh', status: 200 },
    may: 'anyone',
    requestId: 'none',
    input: { refresh: z.string().min(1).max(2000) },
    output: z.object({ access: z.string() }),
    errors: ['UNAUTHENTICATED'],
    secret: ['refresh'],
  }),
  'session.me': query({
    summary: 'Who is signed in',
    http: { method: 'GET', path: '/session' },
    may: 'signedIn',
    input: z.strictObject({}),
    output: user,
  }),
  'session.logout': command({
    summary: 'Sign out: the tokens of this session stop working',
    http: { method: 'POST', path: '/token/revoke', status: 200 },
    may: 'signedIn',
    requestId: 'none',
    input: {},
    output: z.object({ signedOut: z.literal(true) }),
  }),
  'session.changePassword': command({
    summary: 'Change one’s own password or PIN',
    http: { method: 'POST', path: '/session/password' },
    may: 'signedIn',
    requestId: 'optional',
    input: {
      currentPassword: z.string().min(1).max(200),
      newPassword: newPassword.optional(),
      newPin: newPin.optional(),
    },
    output: user,
    errors: ['UNAUTHENTICATED', 'LOCKED_OUT'],
    secret: ['currentPassword', 'newPassword', 'newPin'],
  }),
};
