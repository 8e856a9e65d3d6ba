export { createPortal } from './create-portal.tsx';
export type { Portal, PortalOptions } from './create-portal.tsx';
export { serve } from './http/serve.ts';
export type { ServeOptions, ServeOutcome } from './http/serve.ts';
export type * from './services.ts';
