import type { SiteContext } from '../site.ts';

/** Where the parts of a long page are; it is not printed. */
export function Contents(props: {
  readonly context: SiteContext;
  readonly parts: readonly { readonly id: string; readonly label: string }[];
}) {
  const { context, parts } = props;
  return (
    <nav class="lab-contents" aria-label={context.say.onThisPage}>
      <ul>
        {parts.map(({ id, label }) => (
          <li>
            <a href={`#${id}`}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
