/** A bundle of its own, loaded for the first text that needs it: it holds the TypeScript compiler, three quarters of all code. */
export { parseWithTypeScript } from '../../core/frontend/javascript/parse';
