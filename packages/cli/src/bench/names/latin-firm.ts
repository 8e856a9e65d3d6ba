import type { Random } from '@credence/domain';

import { industries } from './company-words.ts';

/** An invented firm with a Latin name. */
export interface LatinFirm {
  readonly words: readonly string[];
  readonly business: string;
  readonly form: string;
}

const ownWords = (
  "Northgate Étoile Müller O'Neil Björk Águila Harbour Kestrel Façade Nóvé Zürich-Berg Ångström " +
  'Sunrise Bluebird Crème Olive Maple Cedar Willow Lantern Summit Orchard Ironwood Falcon Pearl ' +
  "Clement's Château Øresund Señor Piñata Brontë Noël Zoë Ampère Hôtel-Dieu Saint-Rémy Rosé " +
  'Golden Silver Copper Crystal Amber Jade Coral Ivory Ember Frost Meadow River Canyon Prairie ' +
  'Beacon Compass Anchor Pilot Voyager Pioneer Liberty Union Heritage Legacy Paramount Pinnacle ' +
  'Vertex Zenith Apex Orion Vega Lyra Nova Solaris Aurora Polaris Delta Sigma Omega Titan Atlas'
).split(' ');
const forms = ['LLC', 'Inc.', 'Ltd.', 'GmbH', 'S.A.', 'Co., Ltd.'];

export function drawLatinFirm(random: Random): LatinFirm {
  return {
    words: [random.pick(ownWords), random.pick(ownWords)],
    business: random.pick(industries).en,
    form: random.pick(forms),
  };
}

export function writeLatin({ words, business, form }: LatinFirm): string {
  return `${words.join(' ')} ${business} ${form}`;
}

/** The same words to whoever compares without case, accents and punctuation. */
export function latinKey({ words, business }: LatinFirm): string {
  return plainLatin([...words, business].join(' '));
}

export function plainLatin(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('Ø', 'O')
    .toLowerCase()
    .replaceAll("'", '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
