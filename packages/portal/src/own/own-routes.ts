import type { Hono } from 'hono';

import type { PortalEnv } from '../http/environment.ts';
import type { PageTools } from '../page/answer-page.tsx';
import { classRoutes } from '../inspection/class/receipts-page.tsx';
import { ownDrawRoutes } from '../inspection/own-draws-page.tsx';
import { applyRoutes } from './apply-page.tsx';
import { consentRoute } from './consent-section.tsx';
import { correctionRoutes } from './corrections-page.tsx';
import { counterRoute } from './counter-page.tsx';
import { documentRoute } from './document-page.tsx';
import { doorRoutes } from './door-page.tsx';
import { ownHomeRoute } from './home-page.tsx';
import { personFileRoute } from './person-file-page.tsx';
import { receiptRoute } from './receipt-page.tsx';

/** The organisation's desk, the one door, the counter, and what past readers are told. */
export function ownRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  ownHomeRoute(routes, tools);
  personFileRoute(routes, tools);
  consentRoute(routes, tools);
  documentRoute(routes, tools);
  doorRoutes(routes, tools);
  receiptRoute(routes, tools);
  classRoutes(routes, tools);
  ownDrawRoutes(routes, tools);
  applyRoutes(routes, tools);
  counterRoute(routes, tools);
  correctionRoutes(routes, tools);
}
