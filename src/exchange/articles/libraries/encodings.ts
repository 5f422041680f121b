export { detectAll } from 'jschardet';
