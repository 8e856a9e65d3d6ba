import type { CaseDeskLine } from '@credence/casework';
import { AsGiven, DataTable, Day, LinkRow, Section, TitleText } from '@credence/pages';

import { linkTo, type PageContext } from '../page/page-context.ts';
import { casePath, paths, withQuery } from '../request/paths.ts';
import { actWords } from '../words/case-acts.ts';
import { kindWord, partWord, phaseWord } from '../words/case-codes.ts';
import { ownWords } from '../words/own.ts';
import { doorPath } from './own-paths.ts';

/** Cases about others in which the organisation has a part, and the way to ask a court for one. */
export function PartyCases(props: {
  readonly context: PageContext;
  readonly lines: readonly CaseDeskLine[];
  readonly subject: string;
  /** The mandate covers to speak, not only to read. */
  readonly speaks: boolean;
}) {
  const { context, lines, subject, speaks } = props;
  const { words, language } = context;
  const say = ownWords(language);
  if (lines.length === 0 && !speaks) return null;
  const apply = withQuery(linkTo(context, paths.ownApply), { subject });
  return (
    <Section id="parties" heading={say.parties}>
      <p>{lines.length === 0 ? say.partiesNone : say.partiesSays}</p>
      {lines.length === 0 ? null : (
        <DataTable
          caption={say.parties}
          captionHidden
          columns={[
            { key: 'what', label: say.what, heads: true },
            { key: 'of', label: say.partyOf },
            { key: 'as', label: say.partyAs },
            { key: 'state', label: say.stands },
            { key: 'next', label: say.partyNext },
            { key: 'act', label: say.act },
          ]}
          rows={lines.map((line) => ({
            what: (
              <a href={linkTo(context, casePath(line.caseId))}>
                {kindWord(language, line.kind)}
                {language === 'zh' ? '：' : ': '}
                <TitleText words={words} text={line.title} />
              </a>
            ),
            of: <AsGiven words={words} text={line.subject.name ?? line.subject.code ?? ''} />,
            as: line.as === undefined ? '' : partWord(language, line.as),
            state: (
              <>
                {phaseWord(language, line.phase)}
                {line.due?.dueOn === undefined ? null : (
                  <>
                    {' '}
                    <Day words={words} on={line.due.dueOn} />
                  </>
                )}
              </>
            ),
            next:
              line.acts.length === 0
                ? say.partyNothing
                : line.acts
                    .map((act) => actWords(language, act).act)
                    .join(language === 'zh' ? '、' : ', '),
            act: (
              <a
                href={linkTo(context, doorPath({ kind: 'case', caseId: line.caseId }, { subject }))}
              >
                {say.door}
              </a>
            ),
          }))}
        />
      )}
      {speaks ? <LinkRow links={[{ href: apply, label: say.applyLink }]} /> : null}
    </Section>
  );
}
