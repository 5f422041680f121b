import mammoth from 'mammoth/mammoth.browser.js';

export const { convertToHtml, images } = mammoth;
