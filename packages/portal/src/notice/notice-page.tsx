import type { CaseForm } from '@credence/casework';
import {
  ActionButton,
  Actions,
  AsGiven,
  DataTable,
  Day,
  DocumentNumber,
  ErrorSummary,
  FactList,
  Field,
  Notice,
  PageHeading,
  Section,
  TitleText,
} from '@credence/pages';

import { FormToken } from '../access/csrf.tsx';
import { FormFields } from '../case/act-form.tsx';
import { PointList } from '../case/case-sides.tsx';
import { Frame } from '../page/frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { noticeActPath, paths } from '../request/paths.ts';
import { actWords } from '../words/case-acts.ts';
import { kindWord, phaseWord } from '../words/case-codes.ts';
import { noticeWords } from '../words/notice.ts';
import { KeyFields, type NoticePageProps } from './notice-fields.tsx';
import { SayForms } from './say-forms.tsx';

/** Where the number and the code of a notice are entered; neither ever stands in an address. */
export function NoticeDoor(props: {
  readonly context: PageContext;
  readonly number: string;
  /** What was wrong, and what to do. */
  readonly refused: { readonly title: string; readonly more: string } | undefined;
}) {
  const { context, number, refused } = props;
  const { words, language } = context;
  const say = noticeWords(language);
  return (
    <Frame
      context={context}
      title={say.title}
      robots="noindex"
      breadcrumb={[{ label: say.title }]}
      heading={<PageHeading title={say.title} />}
    >
      {refused === undefined ? null : (
        <ErrorSummary words={words} errors={[{ fieldId: 'number', says: refused.title }]} />
      )}
      <p class="summary">{say.lead}</p>
      {refused === undefined ? null : <p class="prose">{refused.more}</p>}
      <form
        class="form-block"
        method="post"
        action={linkTo(context, paths.notice)}
        autocomplete="off"
      >
        <FormToken />
        <Field
          {...{ words, id: 'number', name: 'number', label: say.number, value: number }}
          {...(refused === undefined ? {} : { error: refused.title })}
          hint={say.numberHint}
          required
        />
        <Field
          {...{ words, id: 'code', name: 'code', label: say.code, hint: say.codeHint }}
          required
        />
        <Actions>
          <ActionButton rank="first">{say.open}</ActionButton>
        </Actions>
      </form>
      <Section heading={say.aboutTitle} id="about">
        <p class="prose">{say.kept}</p>
        <p class="prose">{say.counter}</p>
      </Section>
    </Frame>
  );
}

/** The case as far as it concerns whoever holds the notice, with what he may do in it today. */
export function NoticePage(props: NoticePageProps) {
  const { context, view, tried, receipt } = props;
  const { words, language } = context;
  const say = noticeWords(language);
  const name = view.subject.name ?? view.subject.code ?? '';
  return (
    <Frame
      context={context}
      title={say.title}
      robots="noindex"
      breadcrumb={[
        { label: say.title, href: linkTo(context, paths.notice) },
        { label: view.number },
      ]}
      heading={
        <PageHeading
          title={<TitleText words={words} text={view.title} />}
          above={<span>{kindWord(language, view.kind)}</span>}
        />
      }
    >
      {tried === undefined ? null : <ErrorSummary words={words} errors={tried.errors} />}
      {receipt === undefined ? null : (
        <Notice tone="good" heading={say.done}>
          <p>{say.receipt(receipt)}</p>
        </Notice>
      )}
      <FactList
        facts={[
          { label: say.number, value: <span class="code">{view.number}</span> },
          { label: say.as, value: say.seats[view.as] },
          { label: say.about, value: <AsGiven words={words} text={name} /> },
          { label: say.authority, value: <TitleText words={words} text={view.authority} /> },
          { label: say.phase, value: phaseWord(language, view.phase) },
          { label: say.lastOn, value: <Day words={words} on={view.lastOn} /> },
        ]}
      />
      <Section heading={say.may} id="may">
        <Forms {...props} />
        <SayForms {...props} />
        {view.forms.length === 0 && view.choices.length === 0 ? <p>{say.mayNone}</p> : null}
      </Section>
      <Section heading={say.papers} id="papers">
        <Papers {...{ context, view }} />
      </Section>
      {view.said.length === 0 ? null : (
        <Section heading={say.said} id="said">
          <PointList context={context} points={view.said} />
        </Section>
      )}
      {view.lodged.length === 0 ? null : (
        <Section heading={say.lodged} id="lodged">
          <Lodged {...props} />
        </Section>
      )}
      <Section heading={say.aboutTitle} id="about">
        <p class="prose">{say.onlyYours}</p>
        <p class="prose">{say.kept}</p>
      </Section>
    </Frame>
  );
}

function Forms(props: NoticePageProps) {
  return (
    <>
      {props.view.forms
        .filter(({ refused }) => refused.length === 0)
        .map((form) => (
          <OneForm {...props} form={form} />
        ))}
    </>
  );
}

function OneForm(props: NoticePageProps & { readonly form: CaseForm; readonly lodgedId?: string }) {
  const { context, held, view, tried, form, lodgedId } = props;
  const { act } = form;
  const words = actWords(context.language, act);
  const name = lodgedId === undefined ? act : `${act}-${lodgedId}`;
  const isTried = tried?.form === name;
  return (
    <details class="case-act" id={`act-${name}`} open={isTried}>
      <summary>{words.act}</summary>
      <form class="form-block" method="post" action={linkTo(context, noticeActPath(act))}>
        <FormToken />
        <KeyFields {...held} />
        {lodgedId === undefined ? (
          <input type="hidden" name="seen" value={String(view.acts)} />
        ) : (
          <input type="hidden" name="case" value={lodgedId} />
        )}
        <FormFields
          context={context}
          prefix={name}
          points={[]}
          fields={form.fields}
          entered={isTried ? tried.entered : undefined}
          errors={isTried ? tried.errors : []}
        />
        <Actions>
          <ActionButton rank="first">{words.act}</ActionButton>
        </Actions>
      </form>
    </details>
  );
}

function Papers({ context, view }: Pick<NoticePageProps, 'context' | 'view'>) {
  const { words, language } = context;
  const say = noticeWords(language);
  if (view.papers.length === 0) return <p class="quiet">{say.papersNone}</p>;
  return (
    <DataTable
      caption={say.papers}
      captionHidden
      columns={[
        { key: 'paper', label: say.paper, heads: true },
        { key: 'number', label: say.paperNumber },
        { key: 'on', label: say.paperOn },
      ]}
      rows={view.papers.map(({ kind, number, on }) => ({
        paper: say.paperKinds[kind],
        number: <DocumentNumber words={words} text={number} />,
        on: <Day words={words} on={on} />,
      }))}
    />
  );
}

function Lodged(props: NoticePageProps) {
  const { context, view } = props;
  const { words, language } = context;
  return (
    <>
      {view.lodged.map(({ caseId, kind, openedOn, phase, points, forms }) => (
        <>
          <h3>
            {kindWord(language, kind)} · <Day words={words} on={openedOn} /> ·{' '}
            {phaseWord(language, phase)}
          </h3>
          <PointList context={context} points={points} />
          {forms
            .filter(({ refused }) => refused.length === 0)
            .map((form) => (
              <OneForm {...props} form={form} lodgedId={caseId} />
            ))}
        </>
      ))}
    </>
  );
}
