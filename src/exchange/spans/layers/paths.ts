const EXTENSION = /(?<=[^/])\.[A-Za-z][A-Za-z0-9]{0,7}$/;

/** Whether a document's title looks like the name of its file. */
export function isFileName(title: string): boolean {
  return EXTENSION.test(title) && !/[\n/\\]|\.\s/.test(title);
}

/** What an article is called that came in a file: "a/statement.txt.tsv" gives a/statement.txt, "a/statement.tsv" too. */
export function articlePath(file: string): string {
  const stem = file.replace(EXTENSION, '');
  return EXTENSION.test(stem) ? stem : `${stem}.txt`;
}
