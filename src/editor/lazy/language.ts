/** What is said of actors, topics and sources, and where to go from them. Loaded when VS Code first asks for any of it. */
export { Language } from '../language/language';
export { tooltipOf } from '../language/tooltip';
