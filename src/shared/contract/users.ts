import { z } from 'zod';
import { ROLES } from '../roles.ts';
import { command, query } from './define.ts';
import { flag, id, idInput, line, requiredLine } from './fields.ts';
import { listInput, listOutput } from './lists.ts';

export const username = z
  .string()
  .trim()
  .min(2)
  .max(50)
  .regex(/^[\p{L}\p{N}._@-]+$/u, 'must be letters, digits, dots or dashes, without spaces');
export const newPassword = z.string().min(8, 'must have 8 characters at least').max(200);
export const newPin = z.string().regex(/^\d{4,8}$/, 'must be 4 to 8 digits');

export const user = z.object({
  id,
  username: z.string(),
  fullName: z.string(),
  employeeId: z.string(),
  role: z.enum(ROLES),
  depotId: id.nullable(),
  vehicleNo: z.string().nullable(),
  hasPin: z.boolean(),
  isActive: z.boolean(),
});

const fields = {
  username,
  fullName: requiredLine(100),
  employeeId: requiredLine(20),
  role: z.enum(ROLES),
  depotId: id.nullish(),
  vehicleNo: line(20).nullish(),
};

export const users = {
  'users.list': query({
    summary: 'Users, by name',
    http: { method: 'GET', path: '/users' },
    may: ['ADMIN', 'SUPERVISOR', 'AUDITOR'],
    input: listInput(['username', '-username'], { role: z.enum(ROLES).optional(), isActive: flag.optional() }),
    output: listOutput(user),
  }),
  'users.drivers': query({
    summary: 'Active drivers and their vehicles, to choose a truck from',
    http: { method: 'GET', path: '/drivers' },
    may: 'signedIn',
    input: z.strictObject({ depotId: id.optional() }),
    output: z.object({
      items: z.array(z.object({ id, fullName: z.string(), vehicleNo: z.string().nullable(), depotId: id.nullable() })),
    }),
  }),
  'users.get': query({
    summary: 'One user',
    http: { method: 'GET', path: '/users/:id' },
    may: ['ADMIN', 'SUPERVISOR', 'AUDITOR'],
    input: idInput,
    output: user,
    errors: ['NOT_FOUND'],
  }),
  'users.create': command({
    summary: 'Add a user',
    http: { method: 'POST', path: '/users', status: 201 },
    may: ['ADMIN'],
    requestId: 'optional',
    input: { ...fields, password: newPassword, pin: newPin.nullish() },
    output: user,
    errors: ['CONFLICT'],
    secret: ['password', 'pin'],
  }),
  'users.update': command({
    summary: 'Change a user; a new password or PIN ends the user’s sessions',
    http: { method: 'PATCH', path: '/users/:id' },
    may: ['ADMIN'],
    requestId: 'optional',
    input: {
      id,
      ...z.strictObject(fields).partial().shape,
      password: newPassword.optional(),
      pin: newPin.nullish(),
      isActive: flag.optional(),
    },
    output: user,
    errors: ['NOT_FOUND', 'CONFLICT', 'INVALID_STATE'],
    secret: ['password', 'pin'],
  }),
  'users.deactivate': command({
    summary: 'Take a user’s access away; what the user did stays',
    http: { method: 'DELETE', path: '/users/:id' },
    may: ['ADMIN'],
    requestId: 'optional',
    input: { id },
    output: user,
    errors: ['NOT_FOUND', 'INVALID_STATE'],
  }),
};
