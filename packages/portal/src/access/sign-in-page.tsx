import { localise } from '@credence/domain';
import { PageHeading, Section } from '@credence/pages';

import { Frame } from '../page/frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths, withQuery } from '../request/paths.ts';
import { accessWords } from '../words/access.ts';
import { personFileWords } from '../words/person-file.ts';
import { FormToken } from './csrf.tsx';
import type { DemoPersonLine } from './session.ts';

/** How to sign in here; where people can be tried out, it says plainly that they are invented. */
export function SignInPage(props: {
  readonly context: PageContext;
  readonly back: string;
  readonly issuer?: string;
  /** The provider proves numbers, so that anybody can ask what is held about herself. */
  readonly forSelf?: boolean;
  readonly people?: readonly DemoPersonLine[];
}) {
  const { context, back, issuer, people, forSelf = false } = props;
  const say = accessWords(context.language);
  return (
    <Frame
      context={context}
      title={say.signIn}
      heading={<PageHeading title={say.signIn} />}
      robots="noindex"
    >
      <p class="summary">{say.signInLead}</p>
      {issuer === undefined ? null : (
        <p>
          <a class="button" href={withQuery(linkTo(context, `${paths.signIn}/start`), { back })}>
            {say.signInWith(new URL(issuer).host)}
          </a>
        </p>
      )}
      {issuer === undefined || !forSelf ? null : (
        <p>
          <a href={withQuery(linkTo(context, `${paths.signIn}/start`), { for: 'self' })}>
            {personFileWords(context.language).signIn}
          </a>
        </p>
      )}
      {people === undefined ? null : (
        <Section id="demonstration" heading={say.demoHeading}>
          <p class="prose">{say.demoLead}</p>
          <ul class="desk-list">
            {people.map((person) => (
              <li>
                <form
                  class="form-row"
                  method="post"
                  action={linkTo(context, `${paths.signIn}/demo`)}
                >
                  <FormToken />
                  <input type="hidden" name="back" value={back} />
                  <input type="hidden" name="person" value={person.id} />
                  <button class="button button-second" type="submit">
                    {localise(person.name, context.language).text}
                  </button>
                  <span class="hint">{localise(person.says, context.language).text}</span>
                </form>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <p class="hint">{say.signInNoAccount}</p>
    </Frame>
  );
}
