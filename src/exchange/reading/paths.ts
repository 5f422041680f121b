/** Why a relative path of a foreign file isn't taken; undefined where it is: it leads nowhere but into its folder. */
export function pathProblem(path: string): string | undefined {
  if (path === '' || /[\u0000-\u001f\u007f]/.test(path)) return 'A file name is empty or has control characters';
  if (path.includes('\\')) return 'A file name has a backslash';
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'A file name is absolute';
  if (path.split('/').some((part) => part === '..' || part === '.' || part === '')) {
    return 'A file name leads out of its folder';
  }
  return undefined;
}
