import { listingPlays } from './listing-plays.ts';
import { otherPlays } from './other-plays.ts';
import type { Play } from './play.ts';
import { wayOutPlays } from './way-out-plays.ts';

/** The procedures of the city, so that whoever comes to a desk finds work on it. */
export const demoPlays: readonly Play[] = [...listingPlays, ...wayOutPlays, ...otherPlays];
