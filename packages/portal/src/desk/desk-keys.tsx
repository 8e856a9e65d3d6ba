import { useContext } from 'hono/jsx';

import { ReaderContext } from '../access/reader-context.ts';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths } from '../request/paths.ts';
import { keyWords } from '../words/desk-keys.ts';

/** Where what waits stands, for each kind of whoever can sign in to a desk. */
const inboxes: Readonly<Record<string, string>> = {
  representative: paths.deskOwn,
  person: paths.deskMyFile,
};

/** The keys of a desk, listed at its end. Only the script that makes them work shows them. */
export function DeskKeys(props: {
  readonly context: PageContext;
  /** The page is a queue, whose lines `j` and `k` walk. */
  readonly queue: boolean;
}) {
  const { context, queue } = props;
  const c = useContext(ReaderContext);
  const script = context.site.keysScript;
  // What lies outside the desk runs no script at all.
  if (script === undefined || !/^\/desk(?=$|[/?])/.test(context.address)) return null;
  const say = keyWords(context.language);
  const inbox = inboxes[c?.get('principal').kind ?? ''] ?? paths.deskCases;
  return (
    <>
      <details
        class="keys"
        id="keys"
        hidden
        data-on={say.on}
        data-off={say.off}
        {...(queue ? { 'data-queue': '' } : {})}
      >
        <summary>{say.title}</summary>
        <dl>
          {say.keys.map(([key, does]) => (
            <div data-key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
          <div>
            <dt>
              <kbd>g</kbd> <kbd>i</kbd>
            </dt>
            <dd>
              <a href={linkTo(context, inbox)}>{say.inbox}</a>
            </dd>
          </div>
        </dl>
        <p class="hint">{say.never}</p>
        <button class="button" type="button">
          {say.off}
        </button>
      </details>
      <script src={script.href} integrity={script.integrity} defer></script>
    </>
  );
}
