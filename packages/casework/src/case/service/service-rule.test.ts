import { addDays, civilDate, type CivilDate } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import type { Hand } from '../../entry/case-payload.ts';
import type { ServiceConsentPayload } from '../../entry/service-consent-payload.ts';
import { formsFor } from '../form/act-form.ts';
import { judgeAction } from '../judge/judge-action.ts';
import { noticeReachedOn } from '../law/window.ts';
import {
  firm,
  listed,
  nation,
  notice,
  officer,
  Play,
  seriousList,
  served,
  type Said,
} from '../case.test-support.ts';
import { standing } from '../standing/standing.ts';
import { consentOn } from './consent.ts';
import { countsOn } from './service-rule.ts';

/** A listing whose notice was given on 2024-01-10 and waits to be served. */
function noticed(): Play {
  const play = new Play();
  play.open('L', '2024-01-09', officer, { matter: seriousList });
  play.must('L', '2024-01-10', officer, notice);
  return play;
}

const by = (mode: string, servedOn: string, more: object = {}): Said<'served'> => ({
  ...served('notice', servedOn),
  ...{ mode, ...more },
});
const failed = (triedOn: string): Said => ({
  ...{ kind: 'service-failed', paper: 'notice', mode: 'in_person' },
  ...{ triedOn: civilDate(triedOn), note: '无人应答' },
});

describe('a way of service', () => {
  it.each(['in_person', 'left_at_address', 'registered_letter', 'by_deputy'])(
    '%s counts on the day that is proven',
    (mode) => {
      const play = noticed();
      play.must('L', '2024-01-15', officer, by(mode, '2024-01-12'));
      expect(noticeReachedOn(play.file('L'))).toBe('2024-01-12');
    },
  );

  it('by public notice needs two failed attempts and counts thirty days after it was posted', () => {
    const play = noticed();
    const posted = { postedOn: civilDate('2024-01-20') };
    const said = by('public_notice', '2024-02-19', posted);
    const would = (on: string): boolean => play.would('L', on, officer, said);
    expect(would('2024-02-19')).toBe(false);
    play.must('L', '2024-01-16', officer, failed('2024-01-12'));
    expect(would('2024-02-19')).toBe(false);
    play.must('L', '2024-01-17', officer, failed('2024-01-16'));
    // Not before its day has come, and on no other day than the one that follows from the posting.
    expect(would('2024-02-18')).toBe(false);
    expect(would('2024-02-19')).toBe(true);
    for (const wrong of [
      by('public_notice', '2024-02-18', posted),
      by('public_notice', '2024-02-19'),
    ]) {
      expect(play.act('L', '2024-02-20', officer, wrong)).toBe(false);
      expect(play.refused).toEqual(['case-service-counts-later']);
    }
  });

  it('that the rules do not know does not count', () => {
    const play = noticed();
    expect(play.act('L', '2024-01-12', officer, by('telegram', '2024-01-12'))).toBe(false);
    expect(play.refused).toEqual(['case-service-does-not-count']);
  });

  it('counts on the day itself where the edition sets no time', () => {
    const edition = nation().on(civilDate('2026-06-01'));
    if (edition === undefined) throw new Error('There is a law on that day.');
    const day = civilDate('2026-06-01');
    expect(countsOn(edition, 'in_person', day)).toBe(day);
    expect(countsOn(edition, 'public_notice', day)).toBe(addDays(day, 30));
  });
});

describe('electronic service', () => {
  const given = (on: string, until = '2026-01-01'): ServiceConsentPayload => ({
    ...{ kind: 'given', on: civilDate(on), until: civilDate(until), by: firm },
  });
  const revoked = (on: string): ServiceConsentPayload => ({
    ...{ kind: 'revoked', on: civilDate(on), by: firm },
  });

  /** What stands against the notice of `noticed` being served so. */
  function against(
    consents: readonly ServiceConsentPayload[],
    said: Said<'served'>,
    { hand = firm, on = '2024-01-12' } = {},
  ): readonly string[] {
    const play = noticed();
    const action = { ...said, caseId: 'L', on: civilDate(on), by: hand };
    const judged = judgeAction(play.file('L'), { ...play.world, consents }, action);
    return judged.kind === 'allowed' ? [] : judged.problems.map(({ code }) => code);
  }

  it('is proven by the subject’s own opening, with its consent, on that very day', () => {
    const said = by('inbox_receipt', '2024-01-12');
    expect(against([given('2024-01-01')], said)).toEqual([]);
    expect(against([], said)).toEqual(['case-service-no-consent']);
    expect(against([given('2024-01-13')], said)).toEqual(['case-service-no-consent']);
    const earlier = by('inbox_receipt', '2024-01-11');
    expect(against([given('2024-01-01')], earlier)).toEqual(['case-service-not-own']);
    // What happens at a door is for the authority to prove.
    expect(against([given('2024-01-01')], by('in_person', '2024-01-12'))).toEqual([
      'case-service-not-own',
    ]);
  });

  it('is never entered by an official: only the register knows that a paper was opened', () => {
    const said = by('inbox_receipt', '2024-01-12');
    expect(against([given('2024-01-01')], said, { hand: officer })).toEqual([
      'case-service-not-opened',
    ]);
    const play = noticed();
    const modes = (hand: Hand): readonly string[] =>
      formsFor(hand, play.file('L'), play.world, civilDate('2024-01-12'))
        .filter(({ act }) => act === 'served')
        .flatMap(({ fields }) => fields.find(({ name }) => name === 'mode')?.options ?? [])
        .map(({ code }) => code);
    expect(modes(officer)).toContain('in_person');
    expect(modes(officer)).not.toContain('inbox_receipt');
  });

  it('ends by itself on the day until which consent was given, erased or not', () => {
    const said = by('inbox_receipt', '2024-01-12');
    expect(against([given('2024-01-01', '2024-01-13')], said)).toEqual([]);
    expect(against([given('2024-01-01', '2024-01-12')], said)).toEqual(['case-service-no-consent']);
  });

  it('ends with the consent on the day it is taken back', () => {
    const consents = [given('2024-01-01'), revoked('2024-01-12')];
    const said = by('inbox_receipt', '2024-01-12');
    expect(against(consents, said)).toEqual(['case-service-no-consent']);
    const on = (day: string): CivilDate | undefined => consentOn(consents, civilDate(day))?.on;
    expect([on('2023-12-31'), on('2024-01-11'), on('2024-01-12')]).toEqual([
      ...[undefined, '2024-01-01', undefined],
    ]);
  });
});

describe('what is offered to the subject while a paper waits', () => {
  it('is to open it, where its consent stands', () => {
    const play = noticed();
    const today = civilDate('2024-01-12');
    const offered = (consents: readonly ServiceConsentPayload[]) =>
      standing(play.file('L'), { ...play.world, consents }, today)?.offers.find(
        ({ act, part }) => act === 'served' && part === 'subject',
      );
    expect(offered([])?.refused).toMatchObject([{ code: 'case-service-no-consent' }]);
    const until = civilDate('2026-01-01');
    const consent = { kind: 'given', on: civilDate('2024-01-01'), until, by: firm } as const;
    expect(offered([consent])?.refused).toEqual([]);
    // Neither one that has ended by itself nor one that was taken back that very day.
    for (const over of [
      { ...consent, until: today },
      { kind: 'revoked', on: today, by: firm } as const,
    ]) {
      expect(offered([consent, over])?.refused).toMatchObject([
        { code: 'case-service-no-consent' },
      ]);
    }
  });
});

describe('service that nobody knows of', () => {
  it('leaves every remedy open, and nothing adverse begins', () => {
    const play = new Play();
    listed(play);
    // The same case as it was before its decision was served.
    const file = play.file('L');
    play.files.set('L', { ...file, state: 'approved', actions: file.actions.slice(0, -1) });
    expect(play.at('L', '2034-01-01').effect).toEqual({ kind: 'none' });
    expect(play.at('L', '2034-01-01').clocks.map(({ clock }) => clock)).not.toContain('review');
    const matter = { case: 'appeal', of: 'L', points: [{ text: '不服' }] } as const;
    expect(play.open('A', '2034-01-01', firm, { matter, desks: { own: 'review_office' } })).toBe(
      play.refused.length === 0,
    );
    expect(play.refused).not.toContain('case-appeal-late');
  });
});
