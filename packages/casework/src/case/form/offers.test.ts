import { civilDate } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import {
  approver,
  draft,
  firm,
  listed,
  nation,
  notice,
  officer,
  Play,
  reviewer,
  seriousList,
  served,
} from '../case.test-support.ts';
import { courtDraft, courtListed, creditor, judge } from '../court.test-support.ts';
import type { Hand } from '../../entry/case-payload.ts';
import { formsFor } from './act-form.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

function openTo(hand: Hand, play: Play, today: string): readonly string[] {
  const forms = formsFor(hand, play.file('L'), play.world, civilDate(today));
  return forms.flatMap(({ act, refused }) => (refused.length === 0 ? [act] : []));
}

function noticed(): Play {
  const play = new Play();
  play.open('L', '2024-01-09', officer, { matter: seriousList });
  play.must('L', '2024-01-10', officer, notice);
  return play;
}

describe('what a case offers', () => {
  it('offers to prove a service until it is proven, and anew with a new notice', () => {
    const play = noticed();
    expect(openTo(officer, play, '2024-01-11')).toContain('served');
    play.must('L', '2024-01-11', officer, served('notice', '2024-01-11'));
    expect(openTo(officer, play, '2024-01-11')).not.toContain('served');
    expect(openTo(officer, play, '2024-01-11')).not.toContain('service-failed');
    expect(play.act('L', '2024-01-12', officer, served('notice', '2024-01-12'))).toBe(false);
    play.must('L', '2024-01-12', officer, notice);
    expect(openTo(officer, play, '2024-01-12')).toContain('served');
  });

  it('offers to waive the time to be heard while there is one', () => {
    const play = noticed();
    play.must('L', '2024-01-11', officer, served('notice', '2024-01-11'));
    expect(openTo(firm, play, '2024-01-12')).toContain('waived');
    // Over on the sixth working day.
    expect(openTo(firm, play, '2024-01-19')).not.toContain('waived');
    play.must('L', '2024-01-12', firm, { kind: 'waived', proof: '声明' });
    expect(openTo(firm, play, '2024-01-12')).not.toContain('waived');
    play.must('L', '2024-01-15', officer, draft);
    play.must('L', '2024-01-15', reviewer, { kind: 'reviewed' });
    play.must('L', '2024-01-15', approver, { kind: 'approved' });
    expect(openTo(officer, play, '2024-01-15')).toContain('served');
  });

  it('asks for a longer term only where the law lengthens one, and names the circumstances', () => {
    const fields = (play: Play, hand: Hand) => {
      const of = { ...play.file('L'), state: 'noticed' as const };
      const forms = formsFor(hand, of, play.world, civilDate('2024-02-06'));
      return forms.find(({ act }) => act === 'drafted')?.fields ?? [];
    };
    const names = (play: Play, hand: Hand) => fields(play, hand).map(({ name }) => name);
    expect(names(listed(), officer)).toContain('reason');
    expect(names(listed(), officer)).not.toContain('lengthened');
    // Ground 1 lasts as long as the duty does; a ground with a term may get a longer one.
    expect(names(courtListed(), judge)).not.toContain('lengthened');
    const timed = courtListed({ ground: 'obstructs', considered: [] });
    const lengthened = fields(timed, judge).find(({ name }) => name === 'lengthened');
    const options = lengthened?.fields?.find(({ name }) => name === 'for')?.options;
    expect(options?.map(({ code }) => code)).toEqual(['violent_resistance', 'several_acts']);
  });

  it('lets a creditor agree to an end in a court’s list alone, once, and before it is found', () => {
    expect(openTo(creditor, courtListed(), '2024-02-06')).toContain('release-consented');
    const serious = listed();
    const all = formsFor(
      { kind: 'party', name: '债权公司', as: 'creditor' },
      serious.file('L'),
      serious.world,
      civilDate('2024-02-06'),
    );
    expect(all.map(({ act }) => act)).not.toContain('release-consented');
    const play = courtListed();
    play.must('L', '2024-02-06', creditor, { kind: 'release-consented', proof: '同意书' });
    expect(openTo(creditor, play, '2024-02-06')).not.toContain('release-consented');
    const { document } = courtDraft;
    const found = { kind: 'release-found', ground: 'performed', document, proof: '收据' } as const;
    play.must('L', '2024-02-07', judge, found);
    expect(openTo(judge, play, '2024-02-07')).not.toContain('release-found');
  });

  it('puts off once, and nothing that is over', () => {
    const play = listed();
    const document = { number: '望市监文〔2024〕9号' };
    expect(openTo(officer, play, '2024-02-06')).toContain('stayed');
    expect(openTo(officer, play, '2029-02-06')).not.toContain('stayed');
    const stayed = { kind: 'stayed', from: 'review', document, reason: '难以挽回' } as const;
    play.must('L', '2024-02-06', officer, stayed);
    expect(openTo(officer, play, '2024-02-06')).not.toContain('stayed');
    expect(openTo(officer, play, '2024-02-06')).toContain('stay-lifted');
  });
});
