import type { Context } from 'hono';

/** What a request carries from the handler to the last middleware. */
export interface PortalEnv {
  Variables: {
    /** Zone of the register, once the request knows it; midnight there ends every freshness. */
    zone: string | undefined;
    /** The answer never changes under its address. */
    immutable: true | undefined;
  };
}

export type PortalContext = Context<PortalEnv>;
