import { getConnInfo } from '@hono/node-server/conninfo';
import { problem, type Instant } from '@credence/domain';
import type { Hono, MiddlewareHandler } from 'hono';

import { admit } from '../operations/admit.ts';
import type { Operations } from '../operations/operations.ts';
import { operationsRoutes } from '../operations/operations-routes.ts';
import { observe } from '../operations/request-line.ts';
import { paths } from '../request/paths.ts';
import { defaultBodyRule, limitBodies, type BodyRule } from './body-limit.ts';
import type { PortalContext, PortalEnv } from './environment.ts';
import { finish } from './finish.ts';
import { offers, withoutNul, type Refuse } from './gates.ts';
import { limits } from './limits.ts';
import { addressKey, createTokenBuckets, type BucketRule } from './token-bucket.ts';

/** What stands in front of every route, in the order in which a request meets it. */
export interface StackOptions {
  readonly clock: () => Instant;
  /** Requests per address; absent: 60 at once and 10 a second in the long run. */
  readonly limit?: BucketRule;
  /** Requests of one account, wherever it comes from; absent: 120 at once and 20 a second. */
  readonly principalLimit?: BucketRule;
  /** Address a request comes from; absent: the other end of its connection. */
  readonly addressOf?: (c: PortalContext) => string | undefined;
  readonly bodies?: BodyRule;
  readonly operations?: Operations;
}

const addressLimit: BucketRule = { burst: 60, perSecond: 10, addresses: 20_000 };
const accountLimit: BucketRule = { burst: 120, perSecond: 20, addresses: 20_000 };

/**
 * Comments on drafts from one address: twenty a day, one after the other comes back as the day goes by.
 * A household or an office has room for its views; nothing about the address is kept beyond the count.
 */
const commentsADay = 20;
const commentLimit: BucketRule = {
  burst: commentsADay,
  perSecond: commentsADay / 86_400,
  addresses: 20_000,
};
const commentPath = new RegExp(`^(?:/en)?${paths.drafts}/[^/]+/comments$`);

/**
 * Codes of notices from one address: twenty an hour. A code has eighty bits, so that nobody finds one
 * by trying; this keeps whoever tries from costing anything. Reading and acting count the same, since
 * nothing tells a right code from a wrong one before it has been looked for.
 */
const noticeUses = 20;
const noticeLimit: BucketRule = {
  burst: noticeUses,
  perSecond: noticeUses / 3_600,
  addresses: 20_000,
};
const noticePath = new RegExp(`^(?:/en)?${paths.notice}(?:/.*)?$`);

/** Counting, the operator's routes, the last hand, the limit per address, and the gate of the load. */
export function outerGates(app: Hono<PortalEnv>, options: StackOptions, cheaply: Refuse): void {
  const { clock, operations = {} } = options;
  const addressOf = options.addressOf ?? connectionAddress;
  let requests = 0;
  app.use(
    observe({
      newRequestId: operations.newRequestId ?? (() => `request-${(requests += 1)}`),
      ...(operations.onAnswer === undefined ? {} : { onAnswer: operations.onAnswer }),
      ...(operations.metrics === undefined ? {} : { metrics: operations.metrics }),
    }),
  );
  app.route('/', operationsRoutes(operations, addressOf));
  app.use(finish(clock));
  const rule = options.limit ?? addressLimit;
  app.use(
    limits(
      {
        policy: 'address',
        rule,
        buckets: createTokenBuckets(rule, clock),
        keyOf: (c) => {
          const address = c.req.path === `${paths.api}/health` ? undefined : addressOf(c);
          return address === undefined ? undefined : addressKey(address);
        },
      },
      cheaply,
    ),
  );
  app.use(
    limits(
      {
        policy: 'address',
        rule: commentLimit,
        buckets: createTokenBuckets(commentLimit, clock),
        keyOf: (c) => {
          const isComment = c.req.method === 'POST' && commentPath.test(c.req.path);
          const address = isComment ? addressOf(c) : undefined;
          return address === undefined ? undefined : addressKey(address);
        },
        refusal: (seconds) => problem('comments-too-fast', { most: commentsADay, seconds }),
      },
      cheaply,
    ),
  );
  app.use(
    limits(
      {
        policy: 'address',
        rule: noticeLimit,
        buckets: createTokenBuckets(noticeLimit, clock),
        keyOf: (c) => {
          const isUse = c.req.method === 'POST' && noticePath.test(c.req.path);
          const address = isUse ? addressOf(c) : undefined;
          return address === undefined ? undefined : addressKey(address);
        },
      },
      cheaply,
    ),
  );
  if (operations.admission !== undefined) {
    app.use(admit(operations.admission, operations.metrics, cheaply));
  }
}

/** What comes once it is known who asks: the limit per account, the body, the form of the answer. */
export function innerGates(app: Hono<PortalEnv>, options: StackOptions, refuse: Refuse): void {
  const rule = options.principalLimit ?? accountLimit;
  const buckets = createTokenBuckets(rule, options.clock);
  app.use(limits({ policy: 'principal', rule, buckets, keyOf: accountOf }, refuse));
  app.use(limitBodies(options.bodies ?? defaultBodyRule, refuse));
  const mayTake: MiddlewareHandler<PortalEnv> = offers(refuse);
  app.use(mayTake);
  app.use(withoutNul(refuse));
}

/** The account that asks; whoever has none is counted by address alone. */
function accountOf(c: PortalContext): string | undefined {
  const principal = c.get('principal');
  return 'account' in principal ? principal.account : undefined;
}

/** Undefined where there is no connection, as in a test that calls the application itself. */
function connectionAddress(c: PortalContext): string | undefined {
  const environment: unknown = c.env;
  const connected =
    typeof environment === 'object' && environment !== null && 'incoming' in environment;
  return connected ? getConnInfo(c).remote.address : undefined;
}

/**
 * The reader's address behind a proxy that adds it to `X-Forwarded-For`: the last one there, since
 * only that one was written by the proxy. Without a proxy of ours the header is anyone's text.
 */
export function addressBehindProxy(c: PortalContext): string | undefined {
  const last = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  return last === undefined || last === '' ? connectionAddress(c) : last.slice(0, 64);
}
