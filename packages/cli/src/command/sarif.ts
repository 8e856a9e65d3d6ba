import type { Language, Localised } from '@credence/domain';
import { findingIn, ruleOf, sourceIn, type Finding } from '@credence/rulebook';

import type { CheckRule } from './check-report.ts';

const SCHEMA =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/**
 * The format asks for an absolute URI and every operator has an address of its own, so what explains a
 * rule is named, not located; the words themselves stand in `help`.
 */
const NAMES = 'urn:credence:rulebook';

/**
 * Findings as a log of SARIF 2.1.0 (OASIS), which editors and code hosts show beside the line. Every
 * guard and lint is a rule with its help, found or not; a code without one is its own rule.
 */
export function sarifOf(
  findings: readonly Finding[],
  known: readonly CheckRule[],
  language: Language,
): object {
  const rules = rulesOf(findings, known);
  const index = new Map(rules.map(({ id }, position) => [id, position]));
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'credence',
            informationUri: NAMES,
            rules: rules.map((rule) => descriptorOf(rule, language)),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => ({
          ruleId: ruleOf(finding),
          ruleIndex: index.get(ruleOf(finding)) ?? -1,
          kind: 'fail',
          level: finding.severity ?? 'error',
          message: { text: messageOf(finding, language) },
          locations: [locationOf(finding)],
          properties: propertiesOf(finding),
        })),
      },
    ],
  };
}

function rulesOf(findings: readonly Finding[], known: readonly CheckRule[]): CheckRule[] {
  const rules = new Map(known.map((rule) => [rule.id, rule]));
  for (const finding of findings) {
    const id = ruleOf(finding);
    if (rules.has(id)) continue;
    const words = { en: finding.code.replaceAll('-', ' ') };
    const { title = words, why = words, source = '' } = finding;
    rules.set(id, { id, title, why, source });
  }
  return [...rules.values()];
}

function descriptorOf(rule: CheckRule, language: Language): object {
  const why = inWords(rule.why, language);
  const source = sourceIn(language, rule.source);
  const help =
    source === '' ? why : language === 'zh' ? `${why}（${source}）` : `${why} (${source})`;
  return {
    id: rule.id,
    shortDescription: { text: inWords(rule.title, language) },
    fullDescription: { text: why },
    help: { text: help },
    helpUri: `${NAMES}:${rule.id}`,
    defaultConfiguration: { level: 'error' },
  };
}

const labels = {
  zh: { found: '现为：', accepted: '可用：', repair: '改法：' },
  en: { found: 'Found: ', accepted: 'Accepted: ', repair: 'Repair: ' },
} as const;

function messageOf(finding: Finding, language: Language): string {
  const { message, repair } = findingIn(language, finding);
  const { found, accepted } = finding;
  const label = labels[language];
  return [
    message,
    ...(found === undefined ? [] : [`${label.found}${found}`]),
    ...(accepted === undefined ? [] : [`${label.accepted}${accepted}`]),
    ...(repair === undefined ? [] : [`${label.repair}${repair}`]),
  ].join('\n');
}

function locationOf({ file, line, column, card, field }: Finding): object {
  const place = {
    physicalLocation: {
      artifactLocation: { uri: encodeURI(file) },
      region: { startLine: line, startColumn: column },
    },
  };
  if (card === undefined) return place;
  const name = field === undefined || field === '' ? card : `${card}/${field}`;
  return { ...place, logicalLocations: [{ fullyQualifiedName: name, kind: 'member' }] };
}

function propertiesOf(finding: Finding): object {
  const { code, guard, alias, card, field, found, accepted, repair, source } = finding;
  const given = { code, guard, alias, card, field, found, accepted, repair, source };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function inWords(text: Localised, language: Language): string {
  return text[language] ?? text.en ?? text.zh ?? '';
}
