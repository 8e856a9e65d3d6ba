import { civilDate } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import type { CaseFile } from '../case.ts';
import { listed, nation, officer, type Play } from '../case.test-support.ts';
import { courtListed, judge } from '../court.test-support.ts';
import { fieldsOfMatter } from './act-fields.ts';
import { fieldsFor, formsFor, type CaseField } from './act-form.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const today = civilDate('2024-02-06');

function codesOf(fields: readonly CaseField[] | undefined, name: string): readonly string[] {
  return fields?.find((each) => each.name === name)?.options?.map(({ code }) => code) ?? [];
}

function opening(play: Play): readonly CaseField[] {
  const asked = { act: 'opened', file: play.file('L'), world: play.world, today } as const;
  return fieldsFor(fieldsOfMatter('listing'), asked);
}

/** The same law, and a case of another kind about what stands in the play. */
function instead(play: Play, matter: CaseFile['opened']['matter']): readonly CaseField[] {
  const { opened } = play.file('L');
  const file: CaseFile = { ...play.file('L'), opened: { ...opened, matter } };
  const asked = { act: 'drafted', file, world: play.world, today } as const;
  return fieldsFor([{ name: 'basis', kind: 'texts', required: true }], asked);
}

describe('the form of an action', () => {
  it('asks a court for ground and exemptions of its closed list, and nobody else', () => {
    const enforcement = opening(courtListed()).find(({ name }) => name === 'enforcement');
    expect(enforcement?.required).toBe(true);
    expect(codesOf(enforcement?.fields, 'ground')).toContain('able_but_refuses');
    expect(codesOf(enforcement?.fields, 'considered')).toContain('turn_not_come');
    expect(opening(listed()).map(({ name }) => name)).not.toContain('enforcement');
  });

  it('lets a court choose among what ends its entry', () => {
    const play = courtListed();
    const forms = formsFor(judge, play.file('L'), play.world, today);
    const found = forms.find(({ act }) => act === 'release-found');
    expect(codesOf(found?.fields, 'ground')).toContain('creditor_request');
    const removal = formsFor(officer, listed().file('L'), listed().world, today);
    const removed = removal.find(({ act }) => act === 'removed');
    expect(codesOf(removed?.fields, 'ground')).toContain('own_motion');
  });

  it('offers the articles a case was opened with where no card has any', () => {
    const basis = ['go-2020-49#item-8'];
    const matter = {
      ...({ case: 'identity', does: 'split', other: 'home', records: ['p1'] } as const),
      ...{ basis, reason: '两户共用一个代码。', evidence: ['登记档案'] },
    };
    expect(codesOf(instead(listed(), matter), 'basis')).toEqual(basis);
  });

  it('offers an appeal the articles of what it is against', () => {
    const play = listed();
    const points = [{ text: '情节轻微' }];
    const appeal = instead(play, { case: 'appeal', of: 'L', points });
    expect(codesOf(appeal, 'basis')).toContain('samr-order-44-2021#art-2');
  });
});
