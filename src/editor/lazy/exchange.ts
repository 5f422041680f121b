export { formats } from '../../exchange/formats';
