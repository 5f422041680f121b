/** The namespace of a type's package, as UIMA makes it: "webanno.custom.Span" is in http:///webanno/custom.ecore. */
export function namespaceOf(type: string): string {
  const at = type.lastIndexOf('.');
  return `http:///${at < 0 ? 'uima/noNamespace' : type.slice(0, at).replaceAll('.', '/')}.ecore`;
}

/** The type that an element stands for; undefined where it is none. */
export function typeOf(namespace: string, name: string): string | undefined {
  const parts = /^http:\/\/\/(.+)\.ecore$/.exec(namespace)?.[1];
  if (parts === undefined) return undefined;
  return parts === 'uima/noNamespace' ? name : `${parts.replaceAll('/', '.')}.${name}`;
}
