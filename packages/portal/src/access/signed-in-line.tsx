import type { KnownPrincipal } from '@credence/casework';
import { localise, type Language, type Localised } from '@credence/domain';
import { AsGiven, words } from '@credence/pages';
import { useContext } from 'hono/jsx';

import { inLanguage, paths, withQuery } from '../request/paths.ts';
import { accessWords } from '../words/access.ts';
import { personFileWords } from '../words/person-file.ts';
import { CsrfField } from './csrf.tsx';
import { signedIn } from './guarded.ts';
import { ReaderContext } from './reader-context.ts';

/** Who is signed in, for which office, and the way out; or the way in where there is one. */
export function SignedInLine(props: { readonly language: Language; readonly address: string }) {
  const { language, address } = props;
  const c = useContext(ReaderContext);
  if (c === undefined) return null;
  const principal = signedIn(c);
  const say = accessWords(language);
  if (principal === undefined) {
    if (!c.get('signInOffered')) return null;
    const back = inLanguage(address, language);
    return (
      <p class="person">
        <a href={withQuery(inLanguage(paths.signIn, language), { back })}>{say.signIn}</a>
      </p>
    );
  }
  return (
    <form class="person" method="post" action={inLanguage(paths.signOut, language)}>
      <CsrfField c={c} />
      <a href={inLanguage(paths.desk, language)}>
        <AsGiven
          words={words(language)}
          text={say.signedInAs(principal.name || personFileWords(language).oneself, [
            actingForOf(c.get('actingFor'), language),
            officeOf(principal, language),
          ])}
        />
      </a>
      <button class="link-button" type="submit">
        {say.signOut}
      </button>
    </form>
  );
}

/** An agency by its name in the language of the page, an organisation by its code. */
function actingForOf(
  actingFor: Localised | string | undefined,
  language: Language,
): string | undefined {
  if (actingFor === undefined || typeof actingFor === 'string') return actingFor;
  return localise(actingFor, language).text;
}

function officeOf(principal: KnownPrincipal, language: Language): string {
  const { roles } = accessWords(language);
  if (principal.kind !== 'official') return '';
  return principal.roles.map((role) => roles[role]).join(language === 'zh' ? '、' : ', ');
}
