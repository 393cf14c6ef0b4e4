import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

/** Node's request and response; absent when a test calls the app without a socket. */
export interface HttpEnv {
  Bindings: Partial<HttpBindings>;
}

export type HttpContext = Context<HttpEnv>;

/** A request the dispatcher never saw, or one that broke: everything else the dispatcher logs itself. */
export interface HttpLogEntry {
  event: 'refused' | 'failed';
  method: string;
  /** Without the query: it may hold what people search for. */
  path: string;
  status: number;
  code: string;
  remoteAddress: string | null;
  /** Only with `failed`: the id the caller was given, and what was thrown. */
  id?: string;
  error?: unknown;
}

export type HttpLog = (entry: HttpLogEntry) => void;
