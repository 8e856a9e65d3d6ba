import type { CivilDate } from '@credence/domain';

import type { CaseFile, CaseWorld } from '../case.ts';
import { lastOf, matterOf, pointsOf, since } from '../fold-case.ts';
import { measureCardOf } from '../law/law-of-case.ts';
import {
  articleWords,
  both,
  citationOf,
  dayWords,
  inBoth,
  joined,
  remedyWords,
  type Both,
} from './letter-words.ts';
import { allowanceOf } from './letters-of.ts';
import type { LetterMeans } from './name-values.ts';

type Values = Readonly<Record<string, Both>>;

/**
 * What the names of a template stand for in a decision that is no listing: a repair taken back, an
 * order about spending and its lifting for once, and whose records they are or may be. It speaks of its own
 * papers, and of the listing behind it only where its own say nothing. People whom an order names
 * stand in the case and in no letter to the unit.
 */
export function decisionValues(file: CaseFile, world: CaseWorld, means: LetterMeans): Values {
  switch (means.document) {
    case 'repair-void-decision':
      return { ...ownPapers(file, means), ...voided(file) };
    case 'spending-order':
      return { ...ownPapers(file, means), ...orderValues(file, world, means) };
    case 'identity-notice':
      return { ...ownPapers(file, means), ...intended(file, world, means) };
    case 'identity-decision':
      return { ...ownPapers(file, means), change: identityChange(file, world, 'found') };
    case 'allowance-decision': {
      const answer = allowanceOf(file.actions);
      return {
        reason: both(answer?.reason ?? ''),
        change: answer?.kind === 'allowance-granted' ? granted(answer.until) : refused,
        remedies: remediesOf(file, world, means),
      };
    }
    default:
      return {};
  }
}

const refused = both(
  '不予解除，限制消费令继续有效。',
  'It is not lifted; the order stays in effect.',
);

function granted(until: CivilDate): Both {
  const { zh, en } = dayWords(until);
  return both(
    `准予解除，至${zh}止；期满后限制消费令继续有效。`,
    `It is lifted until ${en}; after that the order is in effect again.`,
  );
}

/** Number, reasons and answers as the decision itself has them. */
function ownPapers(file: CaseFile, { edition, document, nameOf }: LetterMeans): Values {
  const draft = lastOf(file, 'drafted');
  const {
    matter,
    desks: { review },
  } = file.opened;
  const stated = 'reason' in matter ? [matter.reason] : [];
  const reasons = [...stated, ...(draft === undefined ? [] : [draft.reason])];
  // What was weighed for an order belongs to its reasons.
  const weighed = 'weighed' in matter ? matter.weighed.map(({ text }) => text) : [];
  const evidence = 'evidence' in matter ? matter.evidence : evidenceSaid(file);
  const name = document.startsWith('identity-') ? both('双方', 'Nobody') : both('你单位', 'You');
  return {
    notice: both(lastOf(file, 'noticed')?.document.number ?? ''),
    document: both(draft?.document.number ?? ''),
    reason: both([...new Set([...reasons, ...weighed])].join('\n')),
    evidence: both(evidence.join('、'), evidence.join(', ')),
    basis: joined(
      (draft?.basis ?? []).map((each) => articleWords(edition, citationOf(each))),
      '\n',
      '\n',
    ),
    answers: answersOf(file, name),
    remedies: toUnit(review === undefined ? undefined : nameOf(review)),
  };
}

/** The reasons of the notice stand for the evidence where the matter lists none. */
function evidenceSaid(file: CaseFile): readonly string[] {
  const noticed = lastOf(file, 'noticed');
  return noticed === undefined ? [] : [noticed.reason];
}

function answersOf(file: CaseFile, who: Both): Both {
  const points = pointsOf(file);
  const answers = lastOf(since(file, 'noticed'), 'drafted')?.answers ?? [];
  if (points.length === 0) return both(`${who.zh}没有提出意见。`, `${who.en} raised no point.`);
  return joined(
    points.map(({ text }, at) => {
      const answer = answers.find(({ point }) => point === at + 1);
      const upheld = answer?.outcome === 'upheld';
      const [zh, en] = upheld ? ['采纳', 'Accepted'] : ['不予采纳', 'Not accepted'];
      const number = String(at + 1);
      return both(
        `${number}. “${text}” ${zh}：${answer?.text ?? ''}`,
        `${number}. “${text}” ${en}: ${answer?.text ?? ''}`,
      );
    }),
    '\n',
    '\n',
  );
}

/** Under which a repair stood is the rule's to say; what was taken back lengthens nothing. */
function voided(file: CaseFile): Values {
  const given = lastOf(file, 'granted')?.document.number;
  return {
    ...(given === undefined ? {} : { source: both(given) }),
    measures: both(
      '原有措施在其期限内恢复，不另行加重。',
      'The measures of before stand again within their own term; none is made heavier.',
    ),
    term: both(
      '原期限不因此延长，期满自行结束。',
      'The first term is not lengthened; it ends by itself.',
    ),
    exit: both(
      '期满自行结束；是否可以再次申请修复，依照修复规则。',
      'It ends by itself; whether a repair may be asked for again is in the rule of repair.',
    ),
  };
}

function orderValues(file: CaseFile, world: CaseWorld, means: LetterMeans): Values {
  const order = measureCardOf(file, world, means.day)?.order;
  const forbids = matterOf(file, 'spending')?.forbids ?? [];
  const says = (order?.forbids ?? []).filter((each) => forbids.includes(each.forbids));
  const releases = order?.releases.grounds ?? [];
  const among = joined(releases.map((each) => inBoth(each.says)));
  return {
    measures: joined(
      says.map((each) => inBoth(each.says)),
      '\n',
      '\n',
    ),
    term: both(
      '履行完毕即解除；本院按期核查，未按期核查的自行失效。',
      'It ends with performance; the court confirms it from time to time, and unless it does, it lapses.',
    ),
    exit: both(
      `有下列情形之一的，及时解除：${among.zh}。因生活、经营必需的，可以申请单次解除。`,
      `It is lifted for: ${among.en}. What life or business needs may be allowed for once, on application.`,
    ),
    remedies: remediesOf(file, world, means),
  };
}

function remediesOf(file: CaseFile, world: CaseWorld, { day, nameOf }: LetterMeans): Both {
  const { review } = file.opened.desks;
  const unit = review === undefined ? undefined : nameOf(review);
  const remedies = measureCardOf(file, world, day)?.remedies;
  return remedies === undefined ? toUnit(unit) : remedyWords({ remedies }, unit);
}

/** Where no card sets a period, who looks at it again is said, and no number made up. */
function toUnit(unit: Both | undefined): Both {
  const to = unit ?? both('上一级机关', 'the authority above');
  return both(
    `可以向${to.zh}申请复核，不收取费用；其他救济依照法律规定。`,
    `You may ask ${to.en} to review it, free of charge; other remedies are as the law provides.`,
  );
}

/** What was meant when the notice was given, whatever a draft has said since. */
function intended(file: CaseFile, world: CaseWorld, { edition }: LetterMeans): Values {
  const matter = matterOf(file, 'identity');
  const noticed = lastOf(file, 'noticed');
  const reasons = [matter?.reason, noticed?.reason].filter((each) => each !== undefined);
  const articles = (matter?.basis ?? []).map((each) => articleWords(edition, citationOf(each)));
  return {
    change: identityChange(file, world, 'intended'),
    reason: both([...new Set(reasons)].join('\n')),
    basis: joined(articles, '\n', '\n'),
  };
}

function identityChange(file: CaseFile, world: CaseWorld, as: 'intended' | 'found'): Both {
  const matter = matterOf(file, 'identity');
  const numbers = (matter?.records ?? []).map((id) => {
    const record = world.records.get(id)?.record;
    return record?.document?.number ?? id;
  });
  const all = both(numbers.join('、'), numbers.join(', '));
  if (as === 'intended') {
    return matter?.does === 'merge'
      ? both(
          `拟将两个主体认定为同一主体，合并下列记录：${all.zh}。`,
          `The two would be found to be one, and these records stand together: ${all.en}.`,
        )
      : both(
          `拟认定下列记录属于另一主体，改列到其名下：${all.zh}。`,
          `These records would be found to be the other organisation’s, and stand under it: ${all.en}.`,
        );
  }
  return matter?.does === 'merge'
    ? both(
        `两个主体认定为同一主体，下列记录合并：${all.zh}。`,
        `The two are found to be one; these records stand together: ${all.en}.`,
      )
    : both(
        `下列记录认定属于另一主体，改列到其名下：${all.zh}。`,
        `These records are found to be the other organisation’s, and stand under it: ${all.en}.`,
      );
}
