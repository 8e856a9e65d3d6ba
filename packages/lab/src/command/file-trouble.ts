/** What stood in the way of a file, by the code that the system gives it. */
const troubles = {
  EACCES: { en: 'you may not read or write there', zh: '没有读写权限' },
  EEXIST: { en: 'a file of that name is there already', zh: '已有同名文件' },
  EISDIR: { en: 'it is a folder, not a file', zh: '这是文件夹，不是文件' },
  EMFILE: { en: 'too many files are open', zh: '打开的文件过多' },
  ENOENT: { en: 'there is no such file or folder', zh: '没有这个文件或文件夹' },
  ENOSPC: { en: 'no space is left on that disk', zh: '磁盘空间不足' },
  ENOTDIR: {
    en: 'a part of the path is a file, not a folder',
    zh: '路径中有一部分是文件，不是文件夹',
  },
  ENOTEMPTY: { en: 'the folder is not empty', zh: '文件夹不是空的' },
  EPERM: { en: 'the system does not allow it', zh: '系统不允许' },
  EROFS: { en: 'that disk can only be read', zh: '该磁盘只读' },
} as const;

/** A file or folder that could not be used, in words; undefined where the error is another one. */
export function tellFileTrouble(error: unknown, language: 'zh' | 'en'): string | undefined {
  if (!(error instanceof Error && 'code' in error)) return undefined;
  const trouble = troubles[error.code as keyof typeof troubles] as
    (typeof troubles)[keyof typeof troubles] | undefined;
  if (trouble === undefined) return undefined;
  const path = 'path' in error ? String(error.path) : '';
  return language === 'zh'
    ? `${path}：${trouble.zh}。请排除后再运行，或指定别处；已完成的运行仍保留在 --out 所指的文件夹中，可加 --resume 续算。`
    : `${path}: ${trouble.en}. Put that right and run again, or name another place; finished runs stay in the folder of --out, and --resume goes on from them.`;
}
