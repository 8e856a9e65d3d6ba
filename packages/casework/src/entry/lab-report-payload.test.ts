import { civilDate } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { foldDossier } from '../promulgate/dossier.ts';
import { isEditionReport, isEditionReport1 } from './lab-report-payload.ts';

describe('entries of Lab reports', () => {
  // Frozen: entries that are in journals.
  const signature = { keyId: '0123456789abcdef', signature: 'c2lnbmF0dXJl' };
  const named = {
    draft: 'ab'.repeat(32),
    report: `sha256-${'cd'.repeat(32)}`,
    madeOn: civilDate('2026-05-01'),
  };
  const first = { manifest: { schema: 'credence-lab-report/1', ...named }, ...signature };
  const limit = {
    measure: 'wrongful-entries',
    title: { zh: '错误列入', en: 'Wrongful entries' },
    ...{ atMost: 45, found: { value: 44.8, low: 42.1, high: 47.5 } },
  };
  const second = {
    manifest: {
      schema: 'credence-lab-report/2',
      ...{ ...named, verdict: 'not-promulgable', beyond: [], undecided: [limit] },
    },
    ...signature,
  };

  it('are read as they were first written', () => {
    expect(isEditionReport1(first)).toBe(true);
    expect(isEditionReport(second)).toBe(true);
    expect(isEditionReport(first) || isEditionReport1(second)).toBe(false);
  });

  it('cannot say one thing and mean the other', () => {
    const { manifest } = second;
    const said = (rest: object) =>
      isEditionReport({ ...second, manifest: { ...manifest, ...rest } });
    expect(said({ verdict: 'promulgable' })).toBe(false);
    expect(said({ verdict: 'promulgable', beyond: [limit], undecided: [] })).toBe(false);
    expect(said({ verdict: 'promulgable', undecided: [] })).toBe(true);
    expect(said({ undecided: [] })).toBe(false);
    expect(said({ verdict: 'perhaps' })).toBe(false);
  });

  it('say what a draft was judged by, and inherit nothing that it adds to', () => {
    const { manifest } = second;
    const than = (low: number, high: number) => ({
      title: { zh: '现行规则', en: 'The rules in force' },
      above: { value: 60, low: 58, high: 62 },
      by: 'wrongful-entries',
      difference: { value: (low + high) / 2, low, high },
    });
    const said = (inherited: object[]) =>
      isEditionReport({
        ...second,
        manifest: { ...manifest, verdict: 'promulgable', undecided: [], inherited },
      });
    expect(said([{ ...limit, against: than(-2, 0) }])).toBe(true);
    expect(said([{ ...limit, against: than(-2, 1) }])).toBe(false);
    expect(said([limit])).toBe(false);
  });

  // Frozen: the form with a margin.
  const withMargin = {
    ...{
      measure: 'open-after-year',
      title: { zh: '一年后仍未纠正的错误', en: 'Open after a year' },
    },
    ...{ atMost: 0.1, found: { value: 0.25, low: 0.2, high: 0.3 } },
    against: {
      title: { zh: '现行规则', en: 'The rules in force' },
      above: { value: 0.248, low: 0.2, high: 0.3 },
      by: 'open-after-year',
      difference: { value: 0.002, low: -0.003, high: 0.007 },
      margin: { atMost: 0.01, confidence: 'unverified' },
    },
  };

  it('say how much a draft may add where there is a margin, and hold to it', () => {
    const { manifest } = second;
    const said = (
      part: 'inherited' | 'beyond',
      ends: readonly [number, number],
      rest: object = {},
    ) => {
      const [low, high] = ends;
      const against = { ...withMargin.against, difference: { value: low, low, high } };
      const lists = { beyond: [], undecided: [], [part]: [{ ...withMargin, against, ...rest }] };
      const verdict = part === 'beyond' ? 'not-promulgable' : 'promulgable';
      return isEditionReport({ ...second, manifest: { ...manifest, verdict, ...lists } });
    };
    const kept = { ...manifest, verdict: 'promulgable', undecided: [], inherited: [withMargin] };
    expect(isEditionReport({ ...second, manifest: kept })).toBe(true);
    const counted = { zh: '主体（每万个主体）', en: 'Subjects (per 10,000 subjects)' };
    const byNumber = { ...withMargin, against: { ...withMargin.against, by: 'number', counted } };
    expect(isEditionReport({ ...second, manifest: { ...kept, inherited: [byNumber] } })).toBe(true);
    expect([said('inherited', [-0.003, 0.01]), said('inherited', [-0.003, 0.011])]).toEqual([
      true,
      false,
    ]);
    expect([said('beyond', [0.011, 0.02]), said('beyond', [0.01, 0.02])]).toEqual([true, false]);
    // What must not happen at all, or would be doubled, has no margin.
    expect(said('inherited', [0, 0], { atMost: 0 })).toBe(false);
    expect(said('inherited', [0, 0], { measure: 'guard-breaches' })).toBe(false);
    expect(said('inherited', [0, 0], { atMost: 0.01 })).toBe(false);
  });

  it('never call promulgable what was not tried', () => {
    const untried = [{ zh: '名单', en: 'List' }];
    const said = (verdict: string) => {
      const manifest = { ...second.manifest, verdict, undecided: [], untried };
      return isEditionReport({ ...second, manifest });
    };
    expect([said('promulgable'), said('not-promulgable')]).toEqual([false, true]);
  });

  it('of both forms are in the file of the draft', () => {
    const entry = (seq: number, kind: string, payload: object) => ({
      ...{ id: `e${String(seq)}`, home: 'h', stream: 'edition', seq, position: seq, kind, payload },
      ...{ recordedAt: 0, purpose: 'promulgation', basis: [], salt: '', commitment: '' },
      actor: { official: 'o', agency: 'a', role: 'r' },
    });
    const entries = [entry(1, 'edition-report@1', first), entry(2, 'edition-report@2', second)];
    // Only kind, stream, seq and payload are folded.
    const { reports } = foldDossier(entries as unknown as Parameters<typeof foldDossier>[0]);
    expect(reports.map(({ manifest }) => manifest.schema)).toEqual([
      'credence-lab-report/1',
      'credence-lab-report/2',
    ]);
  });
});
