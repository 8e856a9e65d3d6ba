import type { District } from '../city/region.ts';
import { branchOfLimited, limited, soleOwned, type Part } from './part.ts';

const machinery = { sector: 'machinery', legalForm: limited, form: 'enterprise' } as const;

/** The firm that the tour looks up, its branches, and those whose names are easily taken for it. */
export const lanjiangParts = {
  lanjiang: {
    ...machinery,
    name: '望澜市澜江机电设备制造有限公司',
    code: '91999999MA3K7T2X0J',
    district: '临港区',
    street: '澄波路218号',
    established: '2008-05-16',
    size: 3,
    formerNames: ['望澜澜江电机厂'],
  },
  'lanjiang-east': lanjiangBranch('东浦分公司', 'MA3K7T3A', '东浦区', '织造路16号'),
  'lanjiang-west': lanjiangBranch('西滩分公司', 'MA3K7T3B', '西滩区', '海堤路77号'),
  'lanjiang-repair': lanjiangBranch('鹤岭维修分公司', 'MA3K7T3C', '鹤岭区', '采石路9号'),
  'lanjiang-union': {
    name: '望澜市临港区澜江机电设备安装维修与再制造技术服务农民专业合作社联合社',
    code: '93999999MA9Q41LEX3',
    form: 'cooperative',
    legalForm: '农民专业合作社联合社',
    sector: 'farming',
    district: '临港区',
    street: '潮生路31号',
    established: '2019-09-02',
    size: 1,
  },
  'lanjiang-trade': {
    name: '澜江机电（望澜）贸易有限公司',
    code: '91999999MA7D0R5H6M',
    form: 'enterprise',
    legalForm: soleOwned,
    sector: 'trade',
    district: '东浦区',
    street: '文澜路5号2幢603室',
    established: '2015-01-20',
    size: 1,
    status: '歇业',
  },
  'lanjiang-neighbour': {
    ...machinery,
    name: '望澜澜江机电设备有限责任公司',
    code: 'MA4P60LJ',
    district: '澜湖区',
    street: '创新大道1200号',
    established: '2013-10-11',
    size: 2,
  },
  'sound-alike': {
    ...machinery,
    name: '望澜市蓝疆机电工程有限公司',
    code: '91999999MA2W88NK50',
    district: '东浦区',
    street: '集贤街112号',
    established: '2021-11-08',
    size: 1,
  },
} as const satisfies Readonly<Record<string, Part>>;

function lanjiangBranch(
  ending: string,
  code: string,
  district: District['name'],
  street: string,
): Part {
  return {
    name: `望澜市澜江机电设备制造有限公司${ending}`,
    code,
    form: 'branch',
    legalForm: branchOfLimited,
    sector: 'machinery',
    district,
    street,
    established: '2016-04-18',
    size: 1,
  };
}
