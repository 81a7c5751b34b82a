/** The platform's own methods as plain functions, taken hold of before a script of the page could replace them. */

// biome-ignore lint/suspicious/noExplicitAny: any method of the platform, as a function of its receiver
export type Method = (self: unknown, ...rest: any[]) => any;

const { call } = Function.prototype;

/** The method or getter `key` of `type`, to be called with its receiver first: `method(String, 'slice')(text, 1)`. */
export function method(type: { prototype: object }, key: string): Method {
  const found = Object.getOwnPropertyDescriptor(type.prototype, key);
  return call.bind(found?.get ?? found?.value);
}
