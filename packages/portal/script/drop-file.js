/*
 * Lets a file be dropped onto the field of a form, and says which one is chosen. The form works
 * without it: the field is an ordinary one, and nothing is sent before its button is pressed.
 */
for (const field of document.querySelectorAll('.drop')) {
  const input = field.querySelector('input[type="file"]');
  if (!(input instanceof HTMLInputElement)) continue;

  const invitation = document.createElement('p');
  invitation.className = 'drop-here';
  invitation.textContent = field.dataset.drop ?? '';
  const chosen = document.createElement('p');
  chosen.className = 'drop-chosen';
  chosen.setAttribute('role', 'status');
  field.append(invitation, chosen);
  field.classList.add('drop-ready');

  const tell = () => {
    const file = input.files?.[0];
    chosen.textContent = file === undefined ? '' : `${field.dataset.chosen ?? ''} ${file.name}`;
  };
  input.addEventListener('change', tell);
  tell();

  // A file that misses the field would otherwise replace the page.
  for (const kind of ['dragover', 'drop']) {
    window.addEventListener(kind, (event) => event.preventDefault());
  }
  field.addEventListener('dragover', (event) => {
    field.classList.add('drop-over');
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
  });
  field.addEventListener('dragleave', () => field.classList.remove('drop-over'));
  field.addEventListener('drop', (event) => {
    field.classList.remove('drop-over');
    const files = event.dataTransfer?.files;
    if (files === undefined || files.length === 0) return;
    const first = new DataTransfer();
    first.items.add(files[0]);
    input.files = first.files;
    tell();
    input.focus();
  });
}
