import type { Language } from '@credence/domain';
import type { CheckedFile, DrawFault, DrawFaultCode, DrawPart, DrawVerdict } from '@credence/proof';

const openZh =
  '公开部分核对一致：承诺、名单、随机数、种子、数额和检查人员都相符。本次抽查使用了等级，权重不公开；抽中的是否正是这些单位，须由监督人员或者法院用完整文件重抽核对。';
const openEn =
  'What is public holds: commitment, list, beacon, seed, quotas and inspectors. Classes weighed in this draw, so weights are closed: that these were drawn is checked by oversight or a court, from the whole file.';

const zh = {
  parts: {
    file: '文件',
    commitment: '事先公布的承诺',
    list: '名单',
    inspectors: '检查人员',
    rule: '规则',
    beacon: '随机数源',
    proof: '种子证明',
    seed: '种子',
    result: '结果',
  } satisfies Record<DrawPart, string>,
  faults: {
    'not-json': '不是 JSON 文件',
    'not-canonical': '写法不是规定的唯一写法',
    'not-a-draw-file': '不是抽查文件，或者有多余、缺少的内容',
    'terms-differ': '规则和名单根值算不出文件中的承诺值',
    'other-commitment': '与事先公布的承诺值不同',
    'root-differs': '算不出公布的根值',
    'count-differs': '数目不符',
    'token-twice': '同一代号出现两次',
    'token-differs': '单位代码（和许可证）算不出这个代号',
    'not-in-list': '抽中的代号不在名单中',
    'stratum-unknown': '所属的组不在规则中',
    'stratum-twice': '同一组出现两次',
    'chance-leaves-limits': '抽中概率超出上下限',
    'quota-impossible': '数额与家数不符',
    'rules-impossible': '规则自相矛盾，或者不派检查人员',
    'chain-unknown': '名为公共随机数源，但公钥或者时间不是它的',
    'round-differs': '不是约定的轮次',
    'round-not-genuine': '随机数源的签名核对不符',
    'committed-too-late': '承诺晚于随机数公布',
    'proof-does-not-hold': '证明不成立',
    'seed-differs': '算不出文件中的种子',
    'result-differs': '重抽的结果不同',
  } satisfies Record<DrawFaultCode, string>,
  holds: {
    'credence-draw@1': '核对一致：用文件重抽一遍，结果相同。',
    'credence-draw-list@1':
      '名单核对一致：公布的各行能算出承诺的名单根值。这种旧格式不能证明代号没有更换，本单位的一行以证明文件为准。',
    'credence-draw-list@2': '名单核对一致：公布的代号能算出承诺的名单根值。',
    'credence-open-draw@1': openZh,
    'credence-open-draw@2': openZh,
    'credence-draw-membership@1': '核对一致：本单位在承诺的名单中。',
    'credence-draw-membership@2': '核对一致：该许可证的经营场所在承诺的名单中。',
  } satisfies Record<CheckedFile['form'], string>,
  each: '逐项相符：',
  between: '、',
  fails: '核对不一致：',
  noCommitment: '没有给出事先公布的承诺值，只能说明文件前后一致。',
  trial: '本次使用登记机构自己的试用随机数源，登记机构可以事先知道随机数。',
  colon: '：',
};

export type DrawCheckWords = typeof zh;

const en: DrawCheckWords = {
  parts: {
    file: 'File',
    commitment: 'Commitment',
    list: 'List',
    inspectors: 'Inspectors',
    rule: 'Rule',
    beacon: 'Beacon',
    proof: 'Proof of the seed',
    seed: 'Seed',
    result: 'Result',
  },
  faults: {
    'not-json': 'this is no JSON',
    'not-canonical': 'it is not written in the one spelling',
    'not-a-draw-file': 'this is no draw file, or something is missing or too much',
    'terms-differ': 'rules and roots do not give the commitment in the file',
    'other-commitment': 'this is not the commitment that was published',
    'root-differs': 'it does not give the root that was published',
    'count-differs': 'the number differs',
    'token-twice': 'a token stands there twice',
    'token-differs': 'the code (with the licence) does not give this token',
    'not-in-list': 'what was drawn is not in the list',
    'stratum-unknown': 'its group is not in the rules',
    'stratum-twice': 'a group stands there twice',
    'chance-leaves-limits': 'a chance leaves its limits',
    'quota-impossible': 'quota and number do not fit',
    'rules-impossible': 'the rules contradict themselves, or send nobody',
    'chain-unknown': 'it has the name of a public beacon, and not its key or times',
    'round-differs': 'this is not the round that was named',
    'round-not-genuine': 'the signature of the beacon fails',
    'committed-too-late': 'the commitment is later than the round',
    'proof-does-not-hold': 'the proof does not hold',
    'seed-differs': 'the seed in the file does not follow',
    'result-differs': 'drawn again, the result is another',
  },
  holds: {
    'credence-draw@1': 'It holds: drawn again from the file, the result is the same.',
    'credence-draw-list@1':
      'The list holds: its lines give the root that was committed to. This older form does not prove that no token was exchanged; each line is proven by the file that its organisation has.',
    'credence-draw-list@2': 'The list holds: its tokens give the root that was committed to.',
    'credence-open-draw@1': openEn,
    'credence-open-draw@2': openEn,
    'credence-draw-membership@1': 'It holds: this organisation is in the list committed to.',
    'credence-draw-membership@2':
      'It holds: the premises of this licence are in the list committed to.',
  },
  each: 'Each of these matches: ',
  between: ', ',
  fails: 'It does not hold:',
  noCommitment:
    'Without the commitment that was published before, this only says that the file agrees with itself.',
  trial:
    "This draw uses the register's own trial beacon, whose numbers its keeper can know beforehand.",
  colon: ': ',
};

/** Words for what a check of a draw found; the page, its script and the command share them. */
export function drawCheckWords(language: Language): DrawCheckWords {
  return language === 'zh' ? zh : en;
}

/** What a check found, a line each, as a command prints it. */
export function describeDrawVerdict(verdict: DrawVerdict, language: Language): readonly string[] {
  const words = drawCheckWords(language);
  const lineOf = ({ part, at, code }: DrawFault): string =>
    `${words.parts[part]} ${at}${words.colon}${words.faults[code]}`;
  if (verdict.kind === 'fails') return [words.fails, ...verdict.faults.map(lineOf)];
  const examined = verdict.examined.map((part) => words.parts[part]);
  const said = words.holds[verdict.file?.form ?? 'credence-draw@1'];
  return [said, examined.join(language === 'zh' ? '、' : ', ')];
}
