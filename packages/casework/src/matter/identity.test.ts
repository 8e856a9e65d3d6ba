import { describe, expect, it } from 'vitest';

import { codeOf, penaltyRow, registrationRow } from '../town.test-support.ts';
import {
  createDesk,
  importRows,
  matterView,
  onlyMatter,
  openMatters,
  publicAnswer,
  settle,
} from './matter.test-support.ts';

const strange = '浦西完全不同商行';

describe('a penalty under a code that stands on another name', () => {
  const row = penaltyRow(1, { CF_XDR_MC: strange, CF_WSH: '望市监罚〔2026〕77号' });

  async function desk() {
    const town = await createDesk();
    await importRows(town, 'penalty', [row]);
    return { town, casework: town.casework, matterId: await onlyMatter(town.casework) };
  }

  it('waits with both names and why they do not agree; nothing of it is public', async () => {
    const { casework, matterId } = await desk();
    const view = await matterView(casework, matterId);
    expect(view).toMatchObject({
      kind: 'identity',
      identity: {
        about: 'code',
        pairs: [
          {
            name: strange,
            other: '望澜第1商行',
            verdict: 'different',
            components: [{ component: 'trade-name', relation: 'contradictory' }],
          },
        ],
        sides: [{ names: ['望澜第1商行'], codes: [codeOf(1)] }],
      },
    });
    const answer = await publicAnswer(casework, 1);
    expect(answer).not.toContain('77号');
    expect(answer).not.toContain(strange);
    const searched = await casework.searchSubjects(strange, { page: 1 });
    expect(searched).toMatchObject({ view: { total: 0 } });
  });

  it('shows on the page, in the search and nowhere else that the identity is under review', async () => {
    const { casework } = await desk();
    const answer = await casework.viewSubject({ by: 'code', code: codeOf(1) }, {});
    expect(answer).toMatchObject({
      view: {
        subject: { identityUnderReview: true },
        identityReview: { since: '2026-05-04', others: [] },
      },
    });
    const found = await casework.searchSubjects('望澜第1商行', { page: 1 });
    expect(found).toMatchObject({ view: { results: [{ identityUnderReview: true }] } });
  });

  it('says nothing in public once the row itself could not be public any more', async () => {
    const { town } = await desk();
    const later = await publicAnswer(town.at('2029-03-02'), 1);
    expect(later).not.toContain('identity');
  });

  it('is the subject’s when two officials say the same: recorded, with the name as one of its', async () => {
    const { casework, matterId, town } = await desk();
    expect(await settle(casework, matterId, 'same')).toMatchObject({ result: 'recorded' });
    const answer = await publicAnswer(casework, 1);
    expect(answer).toContain('77号');
    expect(answer).not.toContain('identity');
    const next = penaltyRow(1, { CF_XDR_MC: strange, CF_WSH: '望市监罚〔2026〕78号' });
    expect(await importRows(town, 'penalty', [next])).toMatchObject({ report: { recorded: 1 } });
  });

  it('goes back when they say different, and the pair is not asked again', async () => {
    const { casework, matterId, town } = await desk();
    expect(await settle(casework, matterId, 'different')).toMatchObject({ result: 'returned' });
    expect(await publicAnswer(casework, 1)).not.toContain('77号');
    expect(await publicAnswer(casework, 1)).not.toContain('identity');
    const next = penaltyRow(1, { CF_XDR_MC: strange, CF_WSH: '望市监罚〔2026〕78号' });
    await importRows(town, 'penalty', [next, penaltyRow(3)]);
    expect(await openMatters(casework)).toEqual([]);
    expect(await publicAnswer(casework, 1)).not.toContain('78号');
  });

  it('stays when an official is unsure, with the note', async () => {
    const { casework, matterId } = await desk();
    await settle(casework, matterId, 'unsure');
    const view = await matterView(casework, matterId);
    expect(view).toMatchObject({ state: 'open', steps: [{ kind: 'proposed', choice: 'unsure' }] });
  });
});

describe('a registration under a code that stands on another name', () => {
  const row = registrationRow(1, { name: strange });

  async function desk() {
    const town = await createDesk();
    await importRows(town, 'registration', [row]);
    return { town, casework: town.casework, matterId: await onlyMatter(town.casework) };
  }

  it('gets a page of its own, and both pages name each other as under review', async () => {
    const { casework } = await desk();
    const elder = await casework.viewSubject({ by: 'code', code: codeOf(1) }, {});
    expect(elder).toMatchObject({
      view: {
        subject: { name: '望澜第1商行', identityUnderReview: true },
        identityReview: { others: [{ name: strange }] },
      },
    });
    if (elder.kind !== 'found') throw new Error('the elder page was expected');
    const id = elder.view.identityReview?.others[0]?.id ?? '';
    const younger = await casework.viewSubject({ by: 'id', id }, {});
    expect(younger).toMatchObject({
      view: {
        subject: { name: strange, identityUnderReview: true, published: 0 },
        identityReview: { others: [{ name: '望澜第1商行' }] },
        records: [],
      },
    });
  });

  it('moves nothing: what stands under the code stays with the elder', async () => {
    const { casework, town } = await desk();
    await importRows(town, 'penalty', [penaltyRow(1, { CF_WSH: '望市监罚〔2026〕90号' })]);
    expect(await publicAnswer(casework, 1)).toContain('90号');
    const found = await casework.searchSubjects(strange, { page: 1 });
    expect(found).toMatchObject({ view: { results: [{ published: 0 }] } });
  });

  it('renames the elder when it is the same: one page, the old name a former one', async () => {
    const { casework, matterId } = await desk();
    expect(await settle(casework, matterId, 'same')).toMatchObject({ result: 'corrected' });
    const answer = await casework.viewSubject({ by: 'code', code: codeOf(1) }, {});
    expect(answer).toMatchObject({
      view: { subject: { name: strange }, registration: { correctedHereOn: '2026-05-04' } },
    });
    const found = await casework.searchSubjects('望澜第1商行', { page: 1 });
    expect(found).toMatchObject({
      view: { total: 1, results: [{ name: strange, match: { name: '望澜第1商行' } }] },
    });
    expect(JSON.stringify(answer)).not.toContain('identity');
  });

  it('is gone from every answer when it is different: the code is the elder’s', async () => {
    const { casework, matterId } = await desk();
    const size = await casework.searchSubjects('望澜第1商行', { page: 1 });
    expect(size).toMatchObject({ view: { registerSize: 2 } });
    expect(await settle(casework, matterId, 'different')).toMatchObject({ result: 'returned' });
    const searched = await casework.searchSubjects(strange, { page: 1 });
    expect(searched).toMatchObject({ view: { total: 0, registerSize: 1 } });
    const answer = await publicAnswer(casework, 1);
    expect(answer).not.toContain(strange);
    expect(answer).not.toContain('identity');
  });
});

describe('a name that stands on another code', () => {
  const row = penaltyRow(9, { CF_XDR_MC: '望澜第1商行', CF_WSH: '望市监罚〔2026〕55号' });

  async function desk() {
    const town = await createDesk();
    await importRows(town, 'penalty', [row]);
    return { town, casework: town.casework, matterId: await onlyMatter(town.casework) };
  }

  it('is never linked by the name: the row waits and neither page has it', async () => {
    const { casework, matterId } = await desk();
    expect(await matterView(casework, matterId)).toMatchObject({
      identity: { about: 'name', sides: [{ codes: [codeOf(1)] }] },
    });
    expect(await publicAnswer(casework, 1)).not.toContain('55号');
    expect(await publicAnswer(casework, 9)).toBe('{"kind":"not-found"}');
  });

  it('goes to the subject of its own code when it is another body', async () => {
    const { casework, matterId, town } = await desk();
    expect(await settle(casework, matterId, 'different')).toMatchObject({ result: 'recorded' });
    expect(await publicAnswer(casework, 9)).toContain('55号');
    expect(await publicAnswer(casework, 1)).not.toContain('55号');
    const next = penaltyRow(9, { CF_XDR_MC: '望澜第1商行', CF_WSH: '望市监罚〔2026〕56号' });
    expect(await importRows(town, 'penalty', [next])).toMatchObject({ report: { recorded: 1 } });
  });

  it('is not merged when both codes have a history: that needs notice and a hearing', async () => {
    const { casework, matterId, town } = await desk();
    await importRows(town, 'registration', [registrationRow(9)]);
    const refused = await settle(casework, matterId, 'same');
    expect(refused).toMatchObject({ kind: 'refused', problem: { code: 'merge-not-yet' } });
    expect(await matterView(casework, matterId)).toMatchObject({ state: 'proposed' });
  });
});
