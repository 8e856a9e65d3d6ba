import { localise, problem, type Language, type Localised } from '@credence/domain';
import { writeDate } from '@credence/rulebook';

import type { AccessParts } from '../../access/access-parts.ts';
import type { KnownPrincipal } from '../../access/principal.ts';
import { both, dayWords } from '../../case/letter/letter-words.ts';
import type { LetterBlock, LetterPress, PrintedLetter } from '../../case/letter/letter.ts';
import type { CaseworkParts } from '../../casework-parts.ts';
import {
  viewReceipts,
  type ClassCasework,
  type ReceiptsQuery,
  type ReceiptsView,
  type ReceiptView,
} from './view-receipts.ts';

type PrintParts = AccessParts & Pick<CaseworkParts, 'signer'> & { readonly press?: LetterPress };

/** @see {@link ClassCasework.printReceipts} */
export async function printReceipts(
  parts: PrintParts,
  principal: KnownPrincipal,
  query: ReceiptsQuery,
  language: Language,
): ReturnType<ClassCasework['printReceipts']> {
  const { press } = parts;
  if (press === undefined) return { kind: 'refused', problem: problem('case-letter-no-press', {}) };
  const found = await viewReceipts(parts, principal, query);
  if (found.kind !== 'found') return found;
  const agencies = await parts.register.agencies();
  const keeper = agencies.find(({ code }) => code === parts.registerAgency)?.name;
  const authority = keeper ?? both('公共信用登记机关', 'The register');
  const bytes = await press.print(receiptsLetter(found.view, { authority, language }));
  return { kind: 'printed', fileName: `receipts-${found.view.asOf}.pdf`, bytes };
}

function receiptsLetter(
  { subject, receipts, evaluations, asOf }: ReceiptsView,
  { authority, language }: { readonly authority: Localised; readonly language: Language },
): PrintedLetter {
  const code = subject.identifiers[0]?.value ?? subject.id;
  const name = subject.name ?? code;
  const kept = evaluations.flatMap(({ receipt }) => receipt ?? []);
  return {
    languages: [language],
    authority,
    title: both('风险分类和综合评价回执', 'Receipt of risk class and evaluation'),
    number: asOf,
    addressee: both(`${name}（${code}）`, `${name} (${code})`),
    opening: both(
      '以下为按现行规则计算的结果和每一步。风险分类只用于安排抽查，不公开，也不是处罚、评价或者免除检查的依据；综合评价另行计算，两者互不引用。认为有误的，可以在本单位工作台提出异议。',
      'What the rules in force make of your organisation, step by step. The risk class only sets how often inspections are drawn: it is never published and is no ground for a penalty, a judgement or an exemption. The evaluation is computed apart; neither reads the other. Whatever is wrong can be disputed at your desk.',
    ),
    blocks: [
      ...kept.flatMap((each) => blocksOf(each, language)),
      ...receipts
        .filter(({ signed }) => signed.receipt.program.kind !== 'evaluation' || kept.length === 0)
        .flatMap((each) => blocksOf(each, language)),
    ],
    signature: { authority, on: dayWords(asOf) },
    toSign: [],
    foot: both(
      '可用 credence class recompute 离线复算',
      'Computed again offline: credence class recompute',
    ),
  };
}

function blocksOf(
  { signed, written, classes }: ReceiptView,
  language: Language,
): readonly LetterBlock[] {
  const { program, asOf, trace, sources, subject, edition } = signed.receipt;
  const result = String(trace.result);
  const named = localise(classes[result] ?? { en: result }, language).text;
  const title = localise(program.title, language).text;
  const { answer, steps, outlook, exits } = written[language];
  const licence = subject.premises?.number;
  const lines = [
    ...(licence === undefined ? [] : [both(`许可证件：${licence}`, `Licence: ${licence}`)]),
    ...answer,
    ...steps.flatMap(({ head, lines: below }) => [head, ...below.map((line) => `　${line}`)]),
    ...outlook,
    ...exits,
  ];
  return [
    {
      kind: 'part',
      heading: both(`${title}：${named}（${asOf}）`, `${title}: ${named} (${asOf})`),
      lines: lines.map((line) => (typeof line === 'string' ? both(line) : line)),
    },
    {
      kind: 'table',
      rows: [
        ...sources.map(({ title: item, number = '', from, decidedOn }) => ({
          label: item,
          value: both(`${number} ${from} ${writeDate(decidedOn, language)}`),
        })),
        { label: both('规则版本', 'Edition'), value: both(`${edition.code} ${edition.hash}`) },
        { label: both('回执指纹', 'Fingerprint'), value: both(signed.hash) },
      ],
    },
  ];
}
