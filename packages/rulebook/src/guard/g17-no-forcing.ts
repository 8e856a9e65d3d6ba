import type { Guard } from './guard.ts';
import { placeOf } from './view.ts';

/** Banks, platforms, associations, media and employers are never made to punish. */
export const g17: Guard = {
  id: 'G17',
  title: { zh: '不强制市场主体惩戒', en: 'No forcing of private parties' },
  why: {
    zh: '不得强制要求金融机构、信用服务机构、行业协会、新闻媒体等实施惩戒。',
    en: 'Financial institutions, agencies, associations and media may not be forced to punish.',
  },
  source: 'NDRC briefing, 25 December 2020',
  judge(view, report) {
    for (const [id, { addressee, class: of }] of view.cards.measure) {
      if (addressee.modality === 'may') continue;
      if (addressee.kind === 'authority' && of !== 'III') continue;
      report(placeOf('measure', id, 'addressee', 'modality'), {
        code: 'private-measure-demanded',
        message: 'Whoever is no authority decides by itself.',
        found: `${addressee.kind}: must`,
        accepted: 'may',
        repair: 'Write modality: may, or remove the measure.',
      });
    }
    for (const [id, list] of view.cards.list) {
      list.effect.measures.forEach((measure, index) => {
        const card = view.cards.measure.get(measure);
        if (card?.class !== 'III') return;
        report(placeOf('list', id, 'effect', 'measures', index), {
          code: 'private-measure-demanded',
          message: `${measure} is for private bodies at their own choice; a list never demands it (N2).`,
          found: measure,
          accepted: 'measures of class I or II',
          repair: 'Remove the measure.',
        });
      });
    }
    for (const [id, sharing] of view.cards.sharing) {
      if (sharing.asksFor === 'nothing') continue;
      report(placeOf('sharing', id, 'asks-for'), {
        code: 'private-measure-demanded',
        message: 'Recipients get facts; what they do is their own decision.',
        found: sharing.asksFor,
        accepted: 'nothing',
        repair: 'Write asks-for: nothing.',
      });
    }
  },
};
