export { Readability } from '@mozilla/readability';
export { Parser } from 'htmlparser2';
export { DOMParser } from 'linkedom';
