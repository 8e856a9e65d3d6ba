import type { Random } from '@credence/domain';

const first = Array.from(
  '澜江海恒鼎瑞宏鑫华盛嘉永天东金隆佳新泰兴润安启德汇联创远信明凯博立达顺福昌景云青绿禾沐星辰浩宇卓众同和益康百千万聚广诚春晨清溪岚松竹柏枫',
);
const second = Array.from(
  '源泰达盛丰信通和润昌隆发兴城海洋航峰岳川林森田谷利祥瑞康安宁乐欣悦雅锦鹏翔程途诺诚德仁义智慧创腾跃越捷迅辉耀阳晖光明星宸宇舟帆波涛澜湾港',
);
const third = Array.from('世邦尚美佳优正方圆时');

/** Words of small shops, which like to be homely. */
const homely = (
  '小渔村 老码头 福来 好邻居 一家亲 望海 渔嫂 巧手 金穗 百姓 家家乐 老地方 幸福 如意 春光 大碗 老街坊 海潮 ' +
  '双喜 便民 新时尚 小城故事 顺心 满堂红 十里香 半岛 渡口 蓝天 红星 小海豚 向阳 金桥 一品 和记 阳光'
).split(' ');

/** Common family and given names: small shops are often called after somebody. */
const families = Array.from('王李张刘陈杨赵黄周吴徐孙马朱胡郭何林罗高');
const givens = Array.from('芳英满福海珍强明兰军梅勇霞平燕刚');

/** Characters that sound the same: names that differ by one of these are easily confused. */
const soundAlikes: Readonly<Record<string, string>> = {
  澜: '蓝',
  江: '疆',
  恒: '衡',
  鑫: '新',
  华: '桦',
  源: '缘',
  盛: '胜',
  嘉: '佳',
  宏: '鸿',
  丰: '峰',
  航: '杭',
  林: '霖',
  城: '诚',
  明: '铭',
  和: '禾',
  程: '诚',
  瑞: '睿',
  隆: '龙',
  永: '勇',
  云: '芸',
  青: '清',
  宇: '语',
  晨: '辰',
  康: '慷',
  圆: '源',
  佳: '嘉',
  清: '青',
};

/** A trade name of two or three characters. */
export function tradeName(random: Random): string {
  const pair = random.pick(first) + random.pick(second);
  return random.chance(0.14) ? pair + random.pick(third) : pair;
}

/** The name above the door of a small shop. */
export function shopName(random: Random): string {
  return random.pickWeighted([
    [() => tradeName(random), 50],
    [() => random.pick(homely), 22],
    [() => `${random.pick(families)}记`, 8],
    [() => `老${random.pick(families)}`, 8],
    [() => `阿${random.pick(givens)}`, 12],
  ])();
}

/** A name that sounds the same and is written otherwise; undefined where none is known. */
export function soundAlike(name: string): string | undefined {
  const characters = Array.from(name);
  const at = characters.findIndex((each) => (soundAlikes[each] ?? each) !== each);
  const other = soundAlikes[characters[at] ?? ''];
  return other === undefined ? undefined : characters.with(at, other).join('');
}
