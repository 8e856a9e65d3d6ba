import { createContext } from 'hono/jsx';

import type { PortalContext } from '../http/environment.ts';

/** The request a page is made for, so that its frame can say who is signed in. */
export const ReaderContext = createContext<PortalContext | undefined>(undefined);
