import type { Principal } from '@credence/casework';
import type { Localised, Problem } from '@credence/domain';
import type { Context } from 'hono';

/** What a request carries from the handler to the last middleware. */
export interface PortalEnv {
  Variables: {
    /** Zone of the register, once the request knows it; midnight there ends every freshness. */
    zone: string | undefined;
    /** The answer never changes under its address. */
    immutable: true | undefined;
    /** The body is a file in pieces, which nobody on the way collects. */
    streamed: true | undefined;
    /** Made by us for this request; in the log and in the answer's headers, nowhere else. */
    requestId: string | undefined;
    /** Who asks; anyone is `anonymous`. */
    principal: Principal;
    /** Token of the session that a form has to carry; undefined without a session. */
    csrf: string | undefined;
    /** Agency or organisation that whoever is signed in acts for, as pages show it. */
    actingFor: Localised | string | undefined;
    /** There is a way to sign in here. */
    signInOffered: boolean;
    /** Refuses in the form the reader takes. */
    refuse: (c: PortalContext, found: Problem) => Response | Promise<Response>;
  };
}

export type PortalContext = Context<PortalEnv>;
