import type { Hono } from 'hono';

import { signInRoutes } from '../access/sign-in-routes.tsx';
import type { PortalEnv } from '../http/environment.ts';
import type { PageTools } from '../page/answer-page.tsx';
import { accountRoutes } from './accounts-page.tsx';
import { deskHomeRoute } from './desk-home.tsx';
import { mandateRoutes } from './mandates-page.tsx';
import { ownRoutes } from '../own/own-routes.ts';
import { readersRoute } from './readers-page.tsx';
import { impactRoutes } from '../impact/impact-routes.tsx';
import { classTablesRoute } from '../inspection/class/tables-page.tsx';
import { whyRoutes } from '../rulebook/why-routes.tsx';
import { replayRoute } from './replay/replay-route.tsx';
import { whoLookedRoute } from './who-looked.tsx';

/** Signing in, and the pages of the desk about oneself: one's record, who looked, who may act. */
export function deskRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { signIn } = tools;
  const issuer = signIn?.options.provider?.issuer ?? signIn?.options.demo?.issuer ?? '';
  signInRoutes(routes, tools, signIn);
  deskHomeRoute(routes, tools);
  ownRoutes(routes, tools);
  whoLookedRoute(routes, tools);
  readersRoute(routes, tools);
  replayRoute(routes, tools);
  whyRoutes(routes, tools);
  classTablesRoute(routes, tools);
  impactRoutes(routes, tools);
  accountRoutes(routes, tools, issuer);
  mandateRoutes(routes, tools, issuer);
}
