import type { IdentitySide, MatterView } from '@credence/casework';
import { AsGiven, DataTable } from '@credence/pages';

import { linkTo, type PageContext } from '../../page/page-context.ts';
import { subjectPath } from '../../request/paths.ts';
import type { MatterWords } from '../../words/matters.ts';
import { sayOf } from './matter-frame.tsx';

type Pairs = NonNullable<MatterView['identity']>['pairs'];

/** Both originals, then each part with what can be said of it. No number sums it up. */
export function NamePairs(props: { readonly context: PageContext; readonly pairs: Pairs }) {
  const { context, pairs } = props;
  const { words } = context;
  const say = sayOf(context);
  return (
    <>
      {pairs.map(({ name, other, verdict, components }) => (
        <>
          <p class="after-table">
            {say.nameStated}
            {context.language === 'zh' ? '：' : ': '}
            <b>
              <AsGiven words={words} text={name} />
            </b>
            <br />
            {say.nameHeld}
            {context.language === 'zh' ? '：' : ': '}
            <b>
              <AsGiven words={words} text={other} />
            </b>
          </p>
          <DataTable
            caption={worded(say.verdicts, verdict)}
            columns={[
              { key: 'component', label: say.component, heads: true },
              { key: 'a', label: say.stated },
              { key: 'b', label: say.held },
              { key: 'relation', label: say.relation },
            ]}
            rows={components.map(({ component, relation, a, b }) => ({
              component: worded(say.components, component),
              a: a === undefined ? say.notStated : <AsGiven words={words} text={a} />,
              b: b === undefined ? say.notStated : <AsGiven words={words} text={b} />,
              relation: worded(say.relations, relation),
            }))}
          />
        </>
      ))}
    </>
  );
}

/** An older matter may carry a code that this version has no word for: it is shown as it is. */
function worded(of: MatterWords['components' | 'relations' | 'verdicts'], code: string): string {
  const known: Readonly<Record<string, string>> = of;
  return Object.hasOwn(known, code) ? (known[code] ?? code) : code;
}

/** The organisations as the register has them, side by side. */
export function Sides(props: {
  readonly context: PageContext;
  readonly sides: readonly IdentitySide[];
}) {
  const { context, sides } = props;
  const { words } = context;
  const say = sayOf(context);
  return (
    <DataTable
      caption={say.sides}
      captionHidden
      columns={[
        { key: 'names', label: say.sideNames, heads: true },
        { key: 'codes', label: say.sideCodes },
        { key: 'page', label: say.toPage },
      ]}
      rows={sides.map(({ home, names, codes }) => ({
        names: words.richList(names.map((name) => <AsGiven words={words} text={name} />)),
        codes: words.richList(
          codes.map((code) => (
            <span class="code" translate="no">
              {code}
            </span>
          )),
        ),
        page: (
          <a href={linkTo(context, subjectPath(home))}>
            {say.toPage}
            <span class="hidden"> {names[0] ?? codes[0] ?? ''}</span>
          </a>
        ),
      }))}
    />
  );
}
