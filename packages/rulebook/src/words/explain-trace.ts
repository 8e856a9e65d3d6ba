import { localise, type FactValue, type Language } from '@credence/domain';

import type { AnswerCode, TraceNode } from '../trace/trace.ts';
import { answers, clocks, plainAnswers } from './answers.ts';
import { questions, type Sentence } from './questions.ts';
import { writeDate, writeList, writePeriod } from './write-value.ts';

/**
 * One step of a reason in plain words. A text the edition has in the other language only is given in
 * that one.
 *
 * @throws RangeError when a sentence names a param the node does not have (a defect of this package)
 */
export function explainTrace(
  node: TraceNode,
  language: Language,
): { readonly question: string; readonly answer: string } {
  return {
    question: fill(questions[node.question][language], node, language),
    answer: answerOf(node, language),
  };
}

function answerOf(node: TraceNode, language: Language): string {
  const { answer, question } = node;
  switch (answer.kind) {
    case 'yes':
    case 'no':
      return fill(plainAnswer(node)[language], node, language);
    case 'date': {
      const sentence = datedSentence(question);
      return sentence === undefined
        ? writeDate(answer.value, language)
        : fill(sentence[language], node, language);
    }
    case 'period':
      return writePeriod(answer.value, language).trim();
    case 'text':
      return answer.value;
    case 'code':
      if (answer.title !== undefined) return localise(answer.title, language).text;
      return isAnswerCode(answer.value) ? answers[answer.value][language] : answer.value;
  }
}

function plainAnswer(node: TraceNode): Sentence {
  const isYes = node.answer.kind === 'yes';
  if (node.question === 'shown-at-all') return plainAnswers.notShown;
  if (node.question === 'served') return plainAnswers.notServed;
  if (node.question === 'put-right') return plainAnswers.notPutRight;
  const decides = find(node, 'then', 'zh') !== undefined;
  if (node.question === 'field-any') {
    if (decides) return isYes ? plainAnswers.hasThen : plainAnswers.hasNotThen;
    return isYes ? plainAnswers.has : plainAnswers.hasNot;
  }
  if (decides) return isYes ? plainAnswers.yesThen : plainAnswers.noThen;
  return isYes ? plainAnswers.yes : plainAnswers.no;
}

function datedSentence(question: TraceNode['question']): Sentence | undefined {
  if (question === 'served') return plainAnswers.served;
  if (question === 'shown-until') return plainAnswers.ends;
  return question === 'ended' ? plainAnswers.ended : undefined;
}

function isAnswerCode(code: string): code is AnswerCode {
  return Object.hasOwn(answers, code);
}

function fill(sentence: string, node: TraceNode, language: Language): string {
  return sentence.replace(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, form: string | undefined) => {
    const value = name === 'value' ? node.answer.value : find(node, name, language);
    if (value === undefined) {
      throw new RangeError(`The words of ${node.question} name ${name}, which ${node.id} has not.`);
    }
    return write(value, form, language);
  });
}

/** A param in the asked language, else in the other, else as it stands. */
function find(node: TraceNode, name: string, language: Language): FactValue | undefined {
  const { params } = node;
  return (
    params[`${name}.${language}`] ?? params[`${name}.zh`] ?? params[`${name}.en`] ?? params[name]
  );
}

function write(value: FactValue, form: string | undefined, language: Language): string {
  if (isList(value)) return writeList(value, language);
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (form === 'period') return writePeriod(text, language);
  if (form === 'date') return writeDate(text, language);
  if (form === 'clock' && isClock(text)) return clocks[text][language];
  return text;
}

function isList(value: FactValue): value is readonly string[] {
  return Array.isArray(value);
}

function isClock(text: string): text is keyof typeof clocks {
  return Object.hasOwn(clocks, text);
}
