/*
 * Keeps what was entered at a visit on this device until it is sent. The form works without it, and
 * files are never kept. What is kept is gone once the visit is recorded, and with the sign-out.
 */
for (const place of document.querySelectorAll('[data-visit-draft]')) {
  const key = `credence-visit ${place.dataset.visitDraft}`;
  const form = place.querySelector('form');
  if (form === null) {
    // Nothing is asked any more: it was recorded.
    localStorage.removeItem(key);
    continue;
  }
  const told = place.querySelector('[role="status"]');
  const fields = () =>
    [...form.elements].filter(
      (each) => each.name && !['hidden', 'file', 'submit'].includes(each.type),
    );
  const isBox = (field) => field.type === 'radio' || field.type === 'checkbox';

  const keep = () => {
    const kept = fields().map((field) => [
      field.name,
      field.value,
      isBox(field) ? field.checked : true,
    ]);
    localStorage.setItem(key, JSON.stringify(kept));
    told.textContent = place.dataset.kept;
  };
  const restore = () => {
    const kept = JSON.parse(localStorage.getItem(key) ?? '[]');
    for (const [name, value, isSet] of kept) {
      const same = fields().filter((field) => field.name === name);
      for (const field of same) {
        if (isBox(field)) field.checked = field.value === value ? isSet : field.checked;
        else field.value = value;
      }
    }
    if (kept.length > 0) told.textContent = place.dataset.restored;
  };
  // What the server sends back with faults is newer than what is kept.
  if (place.dataset.tried === undefined) restore();
  form.addEventListener('input', keep);
}
