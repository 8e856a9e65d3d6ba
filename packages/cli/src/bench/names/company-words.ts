/**
 * Words of invented names of firms: common ones, with readings and translations of their own, so
 * that what is measured is not measured with its own dictionaries.
 */

/** Characters of trade names with their readings, the common ones first. */
export const tradeCharacters: readonly (readonly [character: string, reading: string])[] = pairsOf(`
  华 hua 兴 xing 盛 sheng 达 da 瑞 rui 丰 feng 恒 heng 鑫 xin 宏 hong 泰 tai 隆 long 源 yuan
  昌 chang 顺 shun 安 an 信 xin 诚 cheng 和 he 天 tian 龙 long 金 jin 海 hai 润 run 嘉 jia 佳 jia
  新 xin 东 dong 方 fang 中 zhong 远 yuan 联 lian 合 he 创 chuang 智 zhi 慧 hui 科 ke 博 bo
  康 kang 宁 ning 福 fu 禄 lu 寿 shou 喜 xi 吉 ji 祥 xiang 如 ru 意 yi 永 yong 利 li 民 min
  生 sheng 国 guo 茂 mao 森 sen 林 lin 青 qing 云 yun 飞 fei 鸿 hong 腾 teng 跃 yue 凯 kai
  旋 xuan 卓 zhuo 越 yue 雅 ya 洁 jie 亮 liang 晨 chen 曦 xi 星 xing 辰 chen 邦 bang 诺 nuo`);

export interface City {
  readonly name: string;
  /** Syllables with hyphens between them. */
  readonly reading: string;
  /** Its name in English. */
  readonly en: string;
  /** As it is written before the city; absent for a city that is its own province. */
  readonly province?: string;
}

/** 47 cities; the word behind a city is its province. */
export const cities: readonly City[] = triplesOf(`
  上海 shang-hai - 北京 bei-jing - 天津 tian-jin - 重庆 chong-qing - 广州 guang-zhou 广东
  深圳 shen-zhen 广东 东莞 dong-guan 广东 佛山 fo-shan 广东 珠海 zhu-hai 广东 南京 nan-jing 江苏
  苏州 su-zhou 江苏 无锡 wu-xi 江苏 常州 chang-zhou 江苏 南通 nan-tong 江苏 徐州 xu-zhou 江苏
  杭州 hang-zhou 浙江 宁波 ning-bo 浙江 温州 wen-zhou 浙江 嘉兴 jia-xing 浙江 绍兴 shao-xing 浙江
  成都 cheng-du 四川 绵阳 mian-yang 四川 武汉 wu-han 湖北 宜昌 yi-chang 湖北 长沙 chang-sha 湖南
  株洲 zhu-zhou 湖南 郑州 zheng-zhou 河南 洛阳 luo-yang 河南 西安 xi-an 陕西 宝鸡 bao-ji 陕西
  济南 ji-nan 山东 青岛 qing-dao 山东 烟台 yan-tai 山东 潍坊 wei-fang 山东 沈阳 shen-yang 辽宁
  大连 da-lian 辽宁 哈尔滨 ha-er-bin 黑龙江 石家庄 shi-jia-zhuang 河北 太原 tai-yuan 山西
  合肥 he-fei 安徽 芜湖 wu-hu 安徽 福州 fu-zhou 福建 厦门 xia-men 福建 南昌 nan-chang 江西
  昆明 kun-ming 云南 贵阳 gui-yang 贵州 南宁 nan-ning 广西`);

export interface Industry {
  readonly zh: string;
  /** Syllables with hyphens between them. */
  readonly reading: string;
  readonly en: string;
  /** The English phrase as firms shorten it. */
  readonly short: string;
}

/** 40 lines of business: Chinese, its reading, English, English shortened. */
export const industries: readonly Industry[] = `
  科技|ke-ji|Technology|Tech
  信息技术|xin-xi-ji-shu|Information Technology|Info Tech
  网络科技|wang-luo-ke-ji|Network Technology|Network Tech
  软件开发|ruan-jian-kai-fa|Software Development|Software Dev
  电子商务|dian-zi-shang-wu|E-Commerce|E-Commerce
  电子科技|dian-zi-ke-ji|Electronic Technology|Electronic Tech
  通信设备|tong-xin-she-bei|Communication Equipment|Comm Equipment
  智能装备|zhi-neng-zhuang-bei|Intelligent Equipment|Intelligent Equip
  新能源科技|xin-neng-yuan-ke-ji|New Energy Technology|New Energy Tech
  环保工程|huan-bao-gong-cheng|Environmental Engineering|Env Engineering
  生物科技|sheng-wu-ke-ji|Biotechnology|Biotech
  医药|yi-yao|Pharmaceutical|Pharma
  医疗器械|yi-liao-qi-xie|Medical Device|Medical Device
  国际贸易|guo-ji-mao-yi|International Trade|Intl Trade
  商贸|shang-mao|Trading|Trading
  实业|shi-ye|Industrial|Industrial
  投资管理|tou-zi-guan-li|Investment Management|Investment Mgmt
  资产管理|zi-chan-guan-li|Asset Management|Asset Mgmt
  房地产开发|fang-di-chan-kai-fa|Real Estate Development|Real Estate Dev
  物业管理|wu-ye-guan-li|Property Management|Property Mgmt
  建筑工程|jian-zhu-gong-cheng|Construction Engineering|Construction Eng
  建筑装饰|jian-zhu-zhuang-shi|Architectural Decoration|Arch Decoration
  园林绿化|yuan-lin-lv-hua|Landscaping|Landscaping
  机械制造|ji-xie-zhi-zao|Machinery Manufacturing|Machinery Mfg
  机电设备|ji-dian-she-bei|Electromechanical Equipment|Electromechanical Equip
  五金制品|wu-jin-zhi-pin|Hardware Products|Hardware Products
  汽车零部件|qi-che-ling-bu-jian|Auto Parts|Auto Parts
  金属材料|jin-shu-cai-liao|Metal Materials|Metal Materials
  化工|hua-gong|Chemical|Chemical
  新材料|xin-cai-liao|New Materials|New Materials
  包装|bao-zhuang|Packaging|Packaging
  纺织|fang-zhi|Textile|Textile
  服装|fu-zhuang|Garment|Garment
  食品|shi-pin|Food|Food
  餐饮管理|can-yin-guan-li|Catering Management|Catering Mgmt
  文化传媒|wen-hua-chuan-mei|Culture Media|Culture Media
  教育咨询|jiao-yu-zi-xun|Education Consulting|Education Consulting
  物流|wu-liu|Logistics|Logistics
  农业发展|nong-ye-fa-zhan|Agricultural Development|Agri Dev
  珠宝首饰|zhu-bao-shou-shi|Jewelry and Ornaments|Jewelry and Ornaments`
  .split('\n')
  .slice(1)
  .map((line): Industry => {
    const [zh = '', reading = '', en = '', short = ''] = line.trim().split('|');
    return { zh, reading, en, short };
  });

/** Eight legal forms: wording, another wording of the same form, weight, how it ends in English. */
export const legalForms = [
  { text: '有限公司', other: '有限责任公司', weight: 62, en: 'Co., Ltd.' },
  { text: '有限责任公司', other: '有限公司', weight: 18, en: 'Company Limited' },
  { text: '股份有限公司', other: '股份公司', weight: 6, en: 'Corporation' },
  { text: '集团有限公司', other: '集团有限责任公司', weight: 4, en: 'Group Co., Ltd.' },
  { text: '（集团）股份有限公司', other: '集团股份有限公司', weight: 1, en: 'Group Corporation' },
  { text: '合伙企业（有限合伙）', other: '（有限合伙）', weight: 5, en: 'Limited Partnership' },
  { text: '合伙企业（普通合伙）', other: '（普通合伙）', weight: 2, en: 'General Partnership' },
  { text: '公司', other: '有限公司', weight: 2, en: 'Company' },
] as const;

/** Districts after which branches are called. */
export const branchPlaces = [
  '浦西',
  '城南',
  '新区',
  '第一',
  '第二',
  '第三',
  '河东',
  '江北',
] as const;

/** Simplified characters of all these words with their traditional forms. */
const traditional = new Map(
  (
    '华華 兴興 达達 丰豐 恒恆 顺順 诚誠 龙龍 润潤 东東 远遠 联聯 创創 宁寧 禄祿 寿壽 国國 云雲 飞飛 鸿鴻 腾騰 ' +
    '跃躍 凯凱 洁潔 庆慶 广廣 苏蘇 无無 锡錫 温溫 绍紹 绵綿 阳陽 汉漢 长長 郑鄭 宝寶 鸡雞 济濟 岛島 烟煙 台臺 ' +
    '潍濰 连連 尔爾 滨濱 庄莊 芜蕪 厦廈 门門 贵貴 兰蘭 陕陝 辽遼 肃肅 术術 网網 络絡 软軟 开開 发發 电電 务務 ' +
    '设設 备備 装裝 环環 医醫 药藥 疗療 际際 贸貿 实實 业業 资資 产產 筑築 饰飾 园園 绿綠 机機 车車 属屬 纺紡 ' +
    '织織 饮飲 游遊 传傳 咨諮 询詢 应應 链鏈 农農 养養 责責 团團 伙夥 营營 区區 诺諾'
  )
    .split(' ')
    .map((pair): readonly [string, string] => [pair.slice(0, 1), pair.slice(1)]),
);

/** The text in traditional characters, as far as these words go. */
export function toTraditional(text: string): string {
  return Array.from(text, (character) => traditional.get(character) ?? character).join('');
}

function pairsOf(text: string): readonly (readonly [string, string])[] {
  const words = text.trim().split(/\s+/);
  return words.flatMap((word, index) =>
    index % 2 === 0 ? [[word, words[index + 1] ?? ''] as const] : [],
  );
}

function triplesOf(text: string): readonly City[] {
  const words = text.trim().split(/\s+/);
  return words.flatMap((name, index): City[] => {
    if (index % 3 !== 0) return [];
    const [reading = '', province = '-'] = words.slice(index + 1, index + 3);
    const en = reading === 'ha-er-bin' ? 'harbin' : reading.replaceAll('-', '');
    return [{ name, reading, en, ...(province === '-' ? {} : { province }) }];
  });
}
