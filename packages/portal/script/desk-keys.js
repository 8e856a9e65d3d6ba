/*
 * Keys for whoever works through a queue all day. Each does what a link or a field of the page does,
 * so that the page needs none of them. They are listed under "?", can be switched off, and never act
 * while somebody types.
 */
const block = document.getElementById('keys');
if (block instanceof HTMLDetailsElement) {
  const place = 'credence-keys';
  const button = block.querySelector('button');
  const inbox = block.querySelector('a[href]');
  const search = document.querySelector('main input[type="search"]');
  const lines =
    block.dataset.queue === undefined
      ? []
      : [...document.querySelectorAll('main .inbox > li, main .table > tbody > tr')].flatMap(
          (line) => line.querySelector('a[href]') ?? [],
        );

  // A browser may refuse to remember anything; then the keys are on.
  const remembered = () => {
    try {
      return localStorage.getItem(place);
    } catch {
      return null;
    }
  };
  let off = remembered() === 'off';
  const show = () => {
    if (button) button.textContent = (off ? block.dataset.on : block.dataset.off) ?? '';
  };
  button?.addEventListener('click', () => {
    off = !off;
    try {
      localStorage.setItem(place, off ? 'off' : 'on');
    } catch {
      // Holds for this page alone.
    }
    show();
  });

  const current = () =>
    lines.findIndex((link) => link.closest('tr, li')?.contains(document.activeElement));
  const go = (by) => {
    const at = current();
    lines[at < 0 ? 0 : at + by]?.focus();
  };
  const acts = {
    j: () => go(1),
    k: () => go(-1),
    o: () => lines[current()]?.click(),
    '/': () => search?.focus(),
    'g i': () => inbox?.click(),
    '?': () => {
      block.open = !block.open;
      block.querySelector('summary')?.focus();
    },
  };

  /** What does nothing on this page is not listed. */
  const absent = [...(lines.length === 0 ? ['j', 'k', 'o'] : []), ...(search ? [] : ['/'])];
  for (const line of block.querySelectorAll('[data-key]')) {
    line.hidden = absent.includes(line.dataset.key ?? '');
  }
  show();
  block.hidden = false;

  const soonMs = 1500;
  let first = { key: '', at: 0 };
  document.addEventListener('keydown', (event) => {
    const { key, target, timeStamp } = event;
    const typing =
      target instanceof Element &&
      target.closest('input, textarea, select, [contenteditable]') !== null;
    if (off || typing || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const follows = first.key === 'g' && timeStamp - first.at < soonMs;
    const act = acts[follows ? `g ${key}` : key];
    first = { key, at: timeStamp };
    if (act === undefined || absent.includes(key)) return;
    event.preventDefault();
    act();
  });
}
