import { jwtVerify, SignJWT } from 'jose';
import type { Tokens } from '../services/ports.ts';

const ISSUER = 'depot-console';
const HOUR_MS = 60 * 60 * 1000;
const LIFETIME_MS = { access: 8 * HOUR_MS, refresh: 7 * 24 * HOUR_MS } as const;

/** JSON Web Tokens signed with the data folder's key: access for 8 hours, refresh for 7 days (domain.md). */
export function createTokens(key: Uint8Array): Tokens {
  return {
    issue(kind, { userId, sessionId }, now) {
      return new SignJWT({ sid: sessionId })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setIssuer(ISSUER)
        .setAudience(kind)
        .setSubject(String(userId))
        .setIssuedAt(now)
        .setExpirationTime(new Date(now.getTime() + LIFETIME_MS[kind]))
        .sign(key);
    },
    async read(kind, token, now) {
      try {
        const options = { issuer: ISSUER, audience: kind, algorithms: ['HS256'], currentDate: now };
        const { payload } = await jwtVerify(token, key, options);
        const userId = Number(payload.sub);
        return typeof payload['sid'] === 'string' && userId > 0 ? { userId, sessionId: payload['sid'] } : null;
      } catch {
        return null;
      }
    },
  };
}
