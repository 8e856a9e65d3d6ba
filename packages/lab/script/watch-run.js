/*
 * Follows a run while its page is open. Without it the page reloads itself every few seconds and says
 * the same.
 */
const place = document.getElementById('run-progress');
const text = place?.querySelector('[data-part="text"]');
const bar = place?.querySelector('progress');
if (place instanceof HTMLElement && place.dataset.from !== undefined) {
  const everyMs = 700;
  const ask = async () => {
    const response = await fetch(place.dataset.from, { headers: { accept: 'application/json' } });
    if (!response.ok) throw new Error(String(response.status));
    const { kind, said, done, planned } = await response.json();
    if (kind !== 'running' && kind !== 'waiting') {
      location.reload();
      return;
    }
    if (text && text.textContent !== said) text.textContent = said;
    if (bar && planned > 0) {
      bar.max = planned;
      bar.value = done;
    }
    setTimeout(again, everyMs);
  };
  const again = () => {
    // A server that does not answer now is asked again; nothing is lost.
    ask().catch(() => setTimeout(again, 5 * everyMs));
  };
  setTimeout(again, everyMs);
}
