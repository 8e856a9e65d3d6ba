import type { Child } from 'hono/jsx';
import type { CivilDate, Localised } from '@credence/domain';

import type { Words } from '../words/words.ts';
import { BasisLine, type Basis } from './basis.tsx';
import type { Beginning, End, WayOut } from './ends.ts';
import { StatusChip, type ChipState } from './status-chip.tsx';
import { Day, DocumentNumber, TitleText } from './text.tsx';
import { EarlierEnd } from './ways-out.tsx';

/** What a record card shows. Without its end it cannot be built. */
export interface RecordCardProps {
  readonly words: Words;
  readonly id?: string;
  readonly href: string;
  /** The line that names the record, as the source gave it. */
  readonly title: Child;
  readonly kind: Localised;
  readonly document?: string;
  readonly state: Exclude<ChipState, 'due'>;
  readonly sentence?: Child;
  readonly begins: Beginning;
  readonly ends: End;
  /** How to end it earlier: the ways the day leaves open; none is said so. */
  readonly earlier: readonly WayOut[];
  readonly bases: readonly Basis[];
  readonly statement?: { readonly on: CivilDate; readonly text: Child };
  readonly links: {
    readonly why: string;
    readonly wrong: string;
    /** Where anyone may say that something in it is wrong, with what the link is called. */
    readonly report?: { readonly href: string; readonly label: string };
    readonly verify?: string;
  };
  readonly level?: 2 | 3;
}

/** A record: what it is, when it begins, when it ends, how to end it earlier, and its basis. */
export function RecordCard(props: RecordCardProps) {
  const { words, links } = props;
  const title = <a href={props.href}>{props.title}</a>;
  return (
    <article class="record" id={props.id}>
      <p class="record-line">
        <StatusChip words={words} state={props.state} />
        <span>
          <TitleText words={words} text={props.kind} />
        </span>
        {props.document === undefined ? null : (
          <DocumentNumber words={words} text={props.document} />
        )}
      </p>
      {props.level === 2 ? <h2>{title}</h2> : <h3>{title}</h3>}
      {props.sentence === undefined ? null : <p class="record-sentence">{props.sentence}</p>}
      <TermStrip
        words={words}
        begins={props.begins}
        ends={props.ends}
        earlier={<EarlierEnd words={words} ways={props.earlier} />}
      />
      <BasisLine words={words} bases={props.bases} />
      {props.statement === undefined ? null : (
        <Statement words={words} on={props.statement.on} text={props.statement.text} />
      )}
      <p class="link-row">
        <a href={links.why}>{words.t('record.whyUntil')}</a>
        <a href={links.wrong}>{words.t('record.thisIsWrong')}</a>
        {links.report === undefined ? null : <a href={links.report.href}>{links.report.label}</a>}
        {links.verify === undefined ? null : <a href={links.verify}>{words.t('record.verify')}</a>}
      </p>
    </article>
  );
}

/** Begin, end and the way to end it earlier: three cells, none of which can be left out. */
export function TermStrip(props: {
  readonly words: Words;
  readonly begins: Beginning;
  readonly ends: End;
  readonly earlier: Child;
}) {
  const { words, begins, ends } = props;
  return (
    <dl class="strip">
      <div>
        <dt>{words.t('record.begins')}</dt>
        <dd class="strip-date">
          <Day words={words} on={begins.on} />
        </dd>
        <dd class="quiet">{words.t(beginningKeys[begins.from])}</dd>
      </div>
      <div>
        <dt>{words.t('record.ends')}</dt>
        <EndCell words={words} ends={ends} />
      </div>
      <div>
        <dt>{words.t('record.earlier')}</dt>
        <dd>{props.earlier}</dd>
      </div>
    </dl>
  );
}

/** The subject's own words, in the same size as the authority's. */
export function Statement(props: {
  readonly words: Words;
  readonly on: CivilDate;
  readonly text: Child;
}) {
  const { words } = props;
  return (
    <div class="statement">
      <p class="quiet">
        {words.rich('record.statement', { on: <Day words={words} on={props.on} /> })}
      </p>
      <p>{props.text}</p>
    </div>
  );
}

function EndCell({ words, ends }: { readonly words: Words; readonly ends: End }) {
  switch (ends.kind) {
    case 'on':
      return (
        <>
          <dd class="strip-date">
            <Day words={words} on={ends.on} />
          </dd>
          <dd class="quiet">
            {words.t(ends.how === 'by-itself' ? 'record.bySelf' : 'record.atTheLatest')}
          </dd>
        </>
      );
    case 'by-duty':
      return (
        <>
          <dd class="strip-date">
            {words.rich('record.endsByDuty', {
              duty: <TitleText words={words} text={ends.duty} />,
            })}
          </dd>
          <dd class="quiet">
            {words.rich('record.nextCheck', { on: <Day words={words} on={ends.nextCheckOn} /> })}
          </dd>
        </>
      );
    case 'open-ended':
      return <dd class="strip-date">{words.t('record.openEnded')}</dd>;
  }
}

const beginningKeys = {
  decided: 'record.beginsDecided',
  published: 'record.beginsPublished',
  served: 'record.beginsServed',
  valid: 'record.beginsValid',
} as const;
