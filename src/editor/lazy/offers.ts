/** What offers are made of and done with. Loaded when they are first shown or asked for. */
export { Offers } from '../offers/offers';
export { tagSourceHere } from '../offers/tagSourceHere';
