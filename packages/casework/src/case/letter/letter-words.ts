import { parsePeriod, type CivilDate, type Language, type Localised } from '@credence/domain';
import {
  writeDate,
  writePeriod,
  type Citation,
  type Edition,
  type ListCard,
} from '@credence/rulebook';

import type { CaseProcedure } from '../law/procedure-of.ts';

/** A text in both languages. */
export type Both = Readonly<Record<Language, string>>;

export function both(zh: string, en = zh): Both {
  return { zh, en };
}

/** A text in both languages, where one of them is missing in the other's words. */
export function inBoth({ zh, en }: Localised): Both {
  return both(zh ?? en ?? '', en ?? zh ?? '');
}

export function dayWords(day: CivilDate): Both {
  return both(writeDate(day, 'zh'), writeDate(day, 'en'));
}

function periodWords(text: string): Both {
  return both(writePeriod(text, 'zh'), writePeriod(text, 'en'));
}

/** Several texts in a row. */
export function joined(parts: readonly Both[], zh = '；', en = '; '): Both {
  return both(parts.map((each) => each.zh).join(zh), parts.map((each) => each.en).join(en));
}

/** An article with what it says, as the edition has it. */
export function articleWords(edition: Edition, { source, at }: Citation): Both {
  const card = edition.sources.get(source);
  const title = inBoth(card?.title ?? { zh: source, en: source });
  const number = /^(art|item)-(\d+)$/.exec(at);
  const unit = number?.[1] === 'item' ? both('项', 'item') : both('条', 'article');
  const place =
    number === null
      ? both('', '')
      : both(`第${number[2] ?? ''}${unit.zh}`, `, ${unit.en} ${number[2] ?? ''}`);
  const says = inBoth(card?.articles[at]?.says ?? {});
  return both(
    `《${title.zh}》${place.zh}${says.zh === '' ? '' : `：${says.zh}`}`,
    `${title.en}${place.en}${says.en === '' ? '' : `: ${says.en}`}`,
  );
}

/** `source#article` as acts write it. */
export function citationOf(written: string): Citation {
  const [source = '', at = ''] = written.split('#');
  return { source, at };
}

/** For how long an entry stands by itself. */
export function termWords(list: ListCard): Both {
  const parts = list.ends.flatMap((end): readonly Both[] => {
    if (end.by === 'time') {
      if (typeof end.after === 'string') return [];
      const { zh, en } = periodOf(end.after);
      return [
        both(
          `满${zh}自行移出，不需要申请。`,
          `It ends by itself after ${en}; nobody has to apply.`,
        ),
      ];
    }
    if (end.by !== 'status') return [];
    const duty = inBoth(end.duty);
    const every = periodOf(end.confirmEvery);
    return [
      both(
        `${duty.zh}履行完毕即移出；本机关每${every.zh}核查一次，未按期核查的不再公示。`,
        `It ends when this is done: ${duty.en}. This authority confirms every ${every.en} that it is open; otherwise it is no longer shown.`,
      ),
    ];
  });
  return joined(parts, '', ' ');
}

/** How it may end sooner. */
export function exitWords(list: ListCard): Both {
  const parts = list.ends.flatMap((end): readonly Both[] => {
    if (end.by === 'repair') {
      const { zh, en } = periodOf(end.earliest);
      return [
        both(
          `自生效之日起满${zh}，已经改正并履行全部义务的，可以申请提前移出。`,
          `After ${en} you may apply to be removed once it is put right and every duty performed.`,
        ),
      ];
    }
    if (end.by === 'status') {
      const days = String(end.exitWithin.workingDays);
      return [
        both(
          `提交履行完毕的证明后，${days} 个工作日内移出。`,
          `You are removed within ${days} working days of the proof that it is done.`,
        ),
      ];
    }
    return end.by === 'time'
      ? []
      : [
          both(
            '所依据的决定被撤销或者确认无效的，当日移出。',
            'If the decision it rests on is annulled, it ends the same day.',
          ),
        ];
  });
  return joined(parts, '', ' ');
}

/** Every remedy with its period, and to whom it goes. */
export function remedyWords(list: Pick<ListCard, 'remedies'>, review: Both | undefined): Both {
  const { correction, review: asked, court, stay, fee } = list.remedies;
  const parts: Both[] = [];
  if (correction !== 'none') {
    parts.push(
      both('认为信息有误的，可以随时提出异议。', 'You may object at any time to what is wrong.'),
    );
  }
  if (typeof asked === 'object') {
    const { zh, en } = periodOf(asked.within);
    const to = review ?? both('复议机关', 'the reviewing authority');
    parts.push(
      both(
        `自送达之日起${zh}内，可以向${to.zh}申请复议。`,
        `Within ${en} of service you may apply for review to: ${to.en}.`,
      ),
    );
  }
  if (typeof court === 'object') {
    const { zh, en } = periodOf(court.within);
    parts.push(
      both(
        `自送达之日起${zh}内，可以向人民法院起诉。`,
        `Within ${en} of service you may sue in court.`,
      ),
    );
  }
  if (stay !== 'excluded') {
    parts.push(both('可以申请停止执行。', 'You may ask that it be stayed.'));
  }
  if (fee === 'none') parts.push(both('以上均不收取费用。', 'None of this costs anything.'));
  return joined(parts, '', ' ');
}

/** How long there is to be heard. */
export function statementWords(procedure: CaseProcedure | undefined): Both {
  const days = String(Math.max(procedure?.statementDays ?? 0, procedure?.noticeDays ?? 0));
  return both(` ${days} 个工作日`, `${days} working days`);
}

/** Whether, until when and how a hearing may be asked for. */
export function hearingWords(procedure: CaseProcedure | undefined): Both {
  const hearing = procedure?.hearing;
  if (hearing === undefined) {
    return both(
      '依照规定，本案不举行听证，你单位可以书面陈述意见。',
      'The rule of this list knows no hearing; you may state in writing.',
    );
  }
  const asked = String(hearing.askedWithin);
  const code = { 'working-days': 'WD', days: 'D', months: 'M' }[hearing.unit];
  const before = periodWords(`P${String(hearing.calledBefore)}${code}`);
  return both(
    `自送达之日起 ${asked} 个工作日内，可以要求听证。时间、地点至少提前${before.zh}通知。`,
    `Within ${asked} working days of service you may ask for a hearing. You are told day and place at least ${before.en} before.`,
  );
}

function periodOf(period: { readonly unit: string; readonly count: number }): Both {
  const code = period.unit === 'months' ? 'M' : period.unit === 'days' ? 'D' : 'WD';
  const text = `P${String(period.count)}${code}`;
  return parsePeriod(text) === undefined ? both(text) : periodWords(text);
}
