/*
 * Draws again in the reader's browser, from the very code that the register draws with. Without it
 * the page names the command that does the same.
 */
import { verifyDraw } from '@credence/proof';

const block = document.getElementById('check-draw');
if (block instanceof HTMLElement) {
  const words = JSON.parse(block.dataset.words ?? '{}');
  const answer = block.querySelector('[role="status"]');
  const say = (text, commitment) => {
    const verdict = verifyDraw(text, commitment);
    const lines = verdict.faults
      .slice(0, 20)
      .map(({ part, at, code }) => `${words.parts[part]} ${at}${words.colon}${words.faults[code]}`);
    if (answer === null) return;
    const isWhole = verdict.kind === 'holds' && verdict.file.form === 'credence-draw@1';
    const parts = Object.entries(words.parts).flatMap(([part, name]) =>
      part === 'file' ? [] : [name],
    );
    const told = [
      verdict.kind === 'holds' ? words.holds[verdict.file.form] : words.fails,
      ...(isWhole ? [`${words.each}${parts.join(words.between)}`] : []),
      ...lines,
    ];
    answer.replaceChildren(
      ...told.map((line, at) => {
        const paragraph = document.createElement('p');
        paragraph.textContent = line;
        if (at === 0) paragraph.className = 'notice-heading';
        return paragraph;
      }),
    );
    block.dataset.verdict = verdict.kind;
  };
  const input = document.createElement('input');
  input.type = 'file';
  input.id = 'draw-file';
  input.accept = '.json';
  const label = document.createElement('label');
  label.htmlFor = input.id;
  label.textContent = block.dataset.choose ?? '';
  const field = document.createElement('div');
  field.className = 'field';
  field.append(label, input);
  block.append(field);
  input.addEventListener('change', async () => {
    const [file] = input.files ?? [];
    if (file !== undefined) say(await file.text(), block.dataset.commitment);
  });
  if (block.dataset.file !== undefined) {
    if (answer !== null) answer.textContent = block.dataset.running ?? '';
    const response = await fetch(block.dataset.file);
    say(await response.text(), block.dataset.commitment);
  }
}
