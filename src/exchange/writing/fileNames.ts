/** Gives each article of an export files of its own, named after it. */
export class FileNames {
  readonly #taken = new Set<string>();

  /** "texts/statement.txt" gives "texts/statement", once: where that is taken already in this export, "texts/statement.txt", and then
   * "texts/statement.txt-2". Case doesn't tell names apart, as on many disks. */
  stemFor(articlePath: string): string {
    const stem = articlePath.replace(/(?<=[^/])\.[A-Za-z0-9]{1,8}$/, '');
    const free = (name: string): boolean => !this.#taken.has(name.toLowerCase());
    let name = free(stem) ? stem : articlePath;
    for (let n = 2; !free(name); n++) name = `${articlePath}-${n}`;
    this.#taken.add(name.toLowerCase());
    return name;
  }
}
