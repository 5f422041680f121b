import type { ImportedInfo } from '../imported';

/** Without the fields that have no value. */
export function given(info: { readonly [K in keyof ImportedInfo]: ImportedInfo[K] | undefined }): ImportedInfo {
  return Object.fromEntries(Object.entries(info).filter(([, value]) => value !== undefined && value !== ''));
}

/** An absolute web address, or undefined. */
export function address(value: string | null | undefined): string | undefined {
  const url = value?.trim() ?? '';
  return /^https?:\/\//i.test(url) && URL.canParse(url) ? url : undefined;
}

/** "en_US" gives "en-US"; what is no language tag gives undefined. */
export function languageTag(value: string | null | undefined): string | undefined {
  try {
    return Intl.getCanonicalLocales((value ?? '').trim().replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}
