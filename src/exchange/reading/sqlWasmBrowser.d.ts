/** The build of sql.js that asks neither for Node nor for a page. */
declare module 'sql.js/dist/sql-wasm-browser.js' {
  import initSqlJs from 'sql.js';
  export { initSqlJs as default };
}
